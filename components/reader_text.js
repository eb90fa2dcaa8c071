// Over the article: a card for the name that is pointed at, and copying a link to a sentence.
// Every text goes in as text.
const MARK = ".article .hl[data-ref]";
let card = null;

function line(name, words) {
  const made = document.createElement("p");
  made.className = name;
  made.dir = "auto";
  made.textContent = words;
  return made;
}

function hide() {
  card?.remove();
  card = null;
}

function show(mark, cards) {
  const told = cards[mark.dataset.ref];
  if (!told) return;
  hide();
  mark.removeAttribute("title");
  card = document.createElement("div");
  card.className = "name-card";
  card.setAttribute("role", "tooltip");
  card.append(line("name-card-name", told.name), line("name-card-kind", told.kind));
  if (told.office) card.append(line("name-card-office", told.office));
  if (told.variants) card.append(line("name-card-variants", told.variants));
  if (told.times) card.append(line("name-card-kind", told.times));
  document.body.append(card);
  const at = mark.getClientRects()[0];
  const size = card.getBoundingClientRect();
  const rtl = getComputedStyle(document.documentElement).direction === "rtl";
  const left = rtl ? at.right - size.width : at.left;
  const below = at.bottom + 6 + size.height < innerHeight;
  card.style.left = `${Math.max(8, Math.min(left, innerWidth - size.width - 8))}px`;
  card.style.top = `${below ? at.bottom + 6 : Math.max(8, at.top - size.height - 6)}px`;
}

async function copy(words) {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    return false;
  }
}

export default function ({ data }) {
  window.didgahReaderText?.abort();
  const watch = new AbortController();
  window.didgahReaderText = watch;
  const on = (name, act) => document.addEventListener(
    name, act, { signal: watch.signal, capture: true });
  let wait = 0;
  on("mouseover", (event) => {
    const mark = event.target.closest?.(MARK);
    clearTimeout(wait);
    if (mark) wait = setTimeout(show, 180, mark, data.cards); else hide();
  });
  on("focusin", (event) => {
    const mark = event.target.closest?.(MARK);
    if (mark) show(mark, data.cards); else hide();
  });
  on("scroll", hide);
  on("keydown", (event) => { if (event.key === "Escape" && card) { hide(); } });
  on("click", async (event) => {
    hide();
    const link = event.target.closest?.("a.sentence-link");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const address = new URL(link.href);
    for (const [name, value] of Object.entries(data.explicit)) {
      if (!address.searchParams.has(name)) address.searchParams.set(name, value);
    }
    const done = await copy(address.href);
    link.dataset.told = done ? data.done : data.failed;
    setTimeout(() => delete link.dataset.told, 1800);
  });
  return () => { watch.abort(); hide(); };
}
