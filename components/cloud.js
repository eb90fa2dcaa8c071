// Draws words at the places the server worked out; the browser shapes the letters.
// Whatever a word holds goes in as text, never as markup.
const SVG = "http://www.w3.org/2000/svg";
const seen = new WeakMap();

function element(name, attributes, parent) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  parent.appendChild(made);
  return made;
}

function fitting(layouts, width) {
  // The widest layout that needs not be shrunk below the smallest legible letters.
  return layouts.find((one) => width >= one.needs) ?? layouts[layouts.length - 1];
}

function draw(root, layout, data, choose) {
  root.replaceChildren();
  const picture = element("svg", {
    viewBox: `0 0 ${layout.width} ${layout.height}`, role: "group", "aria-label": data.alt,
  }, root);
  for (const word of layout.words) {
    const text = element("text", {
      x: word.x, y: word.y, "font-size": word.size, "text-anchor": "middle",
      direction: word.way, tabindex: 0,
      role: "button", class: `${word.kind}${word.term === data.chosen ? " chosen" : ""}`,
      "aria-pressed": word.term === data.chosen, "aria-label": word.told,
    }, picture);
    text.appendChild(document.createTextNode(word.label));
    element("title", {}, text).textContent = word.told;
    text.onclick = () => choose(word.term);
    text.onkeydown = (event) => {
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        choose(word.term);
      }
    };
  }
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".cloud");
  if (!root || !data) return;
  root.style.setProperty("--word", data.colours.word);
  root.style.setProperty("--name", data.colours.name);
  root.style.fontFamily = data.font;
  seen.get(root)?.disconnect();
  let drawn = null;
  const redraw = () => {
    const layout = fitting(data.layouts, root.clientWidth);
    if (layout !== drawn) draw(root, layout, data, (term) => setTriggerValue("word", term));
    drawn = layout;
  };
  const watch = new ResizeObserver(redraw);
  watch.observe(root);
  seen.set(root, watch);
  redraw();
  return () => watch.disconnect();
}
