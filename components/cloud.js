// Draws words at the places the server worked out, or in rows in order; the browser shapes
// the letters. Whatever a word holds goes in as text, never as markup.
const SVG = "http://www.w3.org/2000/svg";
const seen = new WeakMap();
const HELD = 550; // milliseconds of touching that open the menu

function element(name, attributes, parent) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  parent.appendChild(made);
  return made;
}

function piece(tag, name, words, parent) {
  const made = document.createElement(tag);
  made.className = name;
  made.textContent = words;
  parent.appendChild(made);
  return made;
}

function fitting(layouts, width) {
  // The widest layout that needs not be shrunk below the smallest legible letters.
  return layouts.find((one) => width >= one.needs) ?? layouts[layouts.length - 1];
}

function closeMenu(root, back) {
  const menu = root.querySelector(".menu");
  if (!menu) return;
  menu.remove();
  if (back) menu.didgahWord?.focus();
}

// What can be done with a word, beside it: arrow keys move, Escape closes.
function openMenu(root, shape, word, data, act) {
  closeMenu(root, false);
  const menu = document.createElement("div");
  menu.className = "menu";
  menu.didgahWord = shape;
  menu.setAttribute("role", "menu");
  menu.setAttribute("aria-label", word.label);
  const items = data.actions.map(({ name, label }) => {
    const item = piece("button", "item", label, menu);
    item.setAttribute("role", "menuitem");
    item.onclick = () => { closeMenu(root, true); act(name, word.term); };
    return item;
  });
  menu.onkeydown = (event) => {
    const at = items.indexOf(event.target);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) items[(at + step + items.length) % items.length].focus();
    else if (event.key === "Escape" || event.key === "Tab") closeMenu(root, true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  menu.onfocusout = (event) => {
    if (!menu.contains(event.relatedTarget)) closeMenu(root, false);
  };
  root.appendChild(menu);
  const box = root.getBoundingClientRect();
  const here = shape.getBoundingClientRect();
  const most = box.width - menu.offsetWidth;
  menu.style.left = `${Math.max(0, Math.min(most, here.left - box.left))}px`;
  menu.style.top = `${here.bottom - box.top + 4}px`;
  items[0].focus();
}

function listen(root, shape, word, data, act) {
  let held = null;
  let menuShown = false;
  const menu = () => openMenu(root, shape, word, data, act);
  const release = () => clearTimeout(held);
  shape.onclick = (event) => {
    if (menuShown) { menuShown = false; return; } // the end of a long touch
    act(event.shiftKey ? "filter" : "open", word.term);
  };
  shape.oncontextmenu = (event) => { event.preventDefault(); menu(); };
  shape.ontouchstart = () => {
    menuShown = false;
    held = setTimeout(() => { menuShown = true; menu(); }, HELD);
  };
  shape.ontouchend = release;
  shape.ontouchmove = release;
  shape.ontouchcancel = release;
  shape.onkeydown = (event) => {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      act(event.shiftKey ? "filter" : "open", word.term);
    } else if (event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey)
               || event.key === "ArrowDown") {
      event.preventDefault();
      menu();
    }
  };
}

function dress(shape, word, data) {
  const chosen = word.term === data.chosen;
  shape.setAttribute("class", `token ${word.kind}${chosen ? " chosen" : ""}`);
  shape.setAttribute("role", "button");
  shape.setAttribute("tabindex", 0);
  shape.setAttribute("aria-pressed", chosen);
  shape.setAttribute("aria-label", word.told);
  shape.setAttribute("aria-haspopup", "menu");
}

function drawPlaces(root, layout, data, act) {
  const picture = element("svg", {
    viewBox: `0 0 ${layout.width} ${layout.height}`, role: "group", "aria-label": data.alt,
  }, root);
  for (const word of layout.words) {
    const text = element("text", {
      x: word.x, y: word.y, "font-size": word.size, "text-anchor": "middle", direction: word.way,
    }, picture);
    dress(text, word, data);
    text.appendChild(document.createTextNode(word.label));
    element("title", {}, text).textContent = word.told;
    listen(root, text, word, data, act);
  }
}

function drawRows(root, data, act) {
  const rows = piece("div", "rows", "", root);
  rows.setAttribute("role", "group");
  rows.setAttribute("aria-label", data.alt);
  rows.dir = data.way;
  for (const word of data.rows) {
    const shape = piece("span", "", "", rows);
    dress(shape, word, data);
    shape.title = word.told;
    const written = piece("bdi", "written", word.label, shape);
    written.style.fontSize = `${word.size}px`;
    written.dir = word.way;
    if (word.gloss) piece("bdi", "gloss", word.gloss, shape).dir = "auto";
    listen(root, shape, word, data, act);
  }
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".cloud");
  if (!root || !data) return;
  root.style.setProperty("--word", data.colours.word);
  root.style.setProperty("--name", data.colours.name);
  root.style.fontFamily = data.font;
  seen.get(root)?.disconnect();
  const act = (name, term) => setTriggerValue("act", `${name} ${term}`);
  let drawn = null;
  const redraw = () => {
    const layout = data.rows.length ? data.rows : fitting(data.layouts, root.clientWidth);
    if (layout === drawn) return;
    root.replaceChildren();
    if (data.rows.length) drawRows(root, data, act);
    else drawPlaces(root, layout, data, act);
    drawn = layout;
  };
  const watch = new ResizeObserver(redraw);
  watch.observe(root);
  seen.set(root, watch);
  redraw();
  return () => watch.disconnect();
}
