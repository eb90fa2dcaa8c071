// Listens for the buttons that put something aside, wherever they stand on the page, and says
// what became of it. A press reruns the frame alone, so the page keeps its place.
const BUTTONS = `[data-testid="stHtml"] button[data-put]`;
const SECONDS = 8;

export default function ({ data, parentElement, setTriggerValue }) {
  window.didgahBasket?.abort();
  const watch = new AbortController();
  window.didgahBasket = watch;
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.(BUTTONS);
    if (button) setTriggerValue("put", button.dataset.put);
  }, { signal: watch.signal });

  const box = parentElement.querySelector(".basket-told");
  box.dir = data.direction;
  const told = data.told;
  // A new page draws this anew and has nothing new to say.
  if (told && window.didgahBasketTold !== told.stamp) {
    window.didgahBasketTold = told.stamp;
    box.querySelector("span").textContent = told.words;
    for (const name of ["undo", "update"]) {
      const button = box.querySelector("." + name);
      button.textContent = told[name];
      button.hidden = !told[name];
      button.onclick = () => { box.hidden = true; setTriggerValue(name, told.stamp); };
    }
    box.hidden = false;
    clearTimeout(window.didgahBasketTimer);
    const close = () => {
      if (box.matches(":hover, :focus-within")) window.didgahBasketTimer = setTimeout(close, 2000);
      else box.hidden = true;
    };
    window.didgahBasketTimer = setTimeout(close, SECONDS * 1000);
  }
  return () => watch.abort();
}
