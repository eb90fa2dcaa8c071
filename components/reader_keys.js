// The keyboard of the reader. Letters are told by their place on the keyboard, so that they
// work in any layout; nothing happens while somebody writes or holds a modifier.
const FIELD = "input, textarea, select, [contenteditable=true], [role=combobox], [role=listbox]";
const ROWS = ".st-key-reader_results .result-title a";
let scrolled = "";

function press(name) {
  document.querySelector(`.st-key-reader_go_${name} :is(a, button)`)?.click();
}

function toRow(step) {
  const rows = [...document.querySelectorAll(ROWS)];
  const at = rows.indexOf(document.activeElement);
  const next = rows[at < 0 ? (step > 0 ? 0 : rows.length - 1) : at + step];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

function toMatch(step) {
  const hits = document.querySelectorAll(".article .hl-hit");
  const marks = [...(hits.length ? hits : document.querySelectorAll(".article .hl"))];
  if (!marks.length) return;
  const at = marks.findIndex((one) => one.classList.contains("hl-now"));
  const next = marks[(at < 0 ? (step > 0 ? 0 : marks.length - 1) : at + step + marks.length)
    % marks.length];
  marks[at]?.classList.remove("hl-now");
  next.classList.add("hl-now");
  if (next.tagName === "A") next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "center" });
}

function toSearch() {
  const field = document.querySelector(".st-key-filter_query input");
  field?.focus();
  field?.select();
}

// Once for each page that is reached, so that a redraw does not move what is being read.
function bringIntoView(data) {
  const mark = `${data.near}@${location.href}`;
  if (!data.near || scrolled === mark) return;
  scrolled = mark;
  const look = (left) => {
    const row = document.querySelector(data.list
      ? `.st-key-reader_results [data-article="${CSS.escape(data.near)}"]`
      : ".reader-beside [aria-current]");
    if (!row) { if (left) setTimeout(look, 100, left - 1); return; }
    if (data.list) {
      row.scrollIntoView({ block: "center" });
      row.querySelector("a")?.focus({ preventScroll: true });
    } else {
      const pane = row.closest(".reader-beside");
      pane.scrollTop = row.offsetTop - pane.clientHeight / 3;
    }
  };
  look(30);
}

export default function ({ data, parentElement }) {
  const sheet = parentElement.querySelector("dialog");
  sheet.dir = data.direction;
  sheet.setAttribute("aria-label", data.title);
  sheet.querySelector("h2").textContent = data.title;
  sheet.querySelector("dl").replaceChildren(...data.keys.flatMap(([keys, words]) => {
    const term = document.createElement("dt");
    for (const one of keys) {
      const key = document.createElement("kbd");
      key.textContent = one;
      term.append(key, " ");
    }
    const told = document.createElement("dd");
    told.textContent = words;
    return [term, told];
  }));
  const close = sheet.querySelector("button");
  close.textContent = data.close;
  close.onclick = () => sheet.close();
  const open = parentElement.querySelector(".open");
  open.textContent = data.title;
  open.onclick = () => sheet.showModal();
  bringIntoView(data);

  window.didgahReaderKeys?.abort();
  const watch = new AbortController();
  window.didgahReaderKeys = watch;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.composedPath()[0].closest?.(FIELD)) return;
    if (sheet.open || document.querySelector("[role=dialog]:modal")) return;
    const asked = event.key === "?" || event.key === "؟";
    const act = asked ? () => sheet.showModal()
      : event.key === "/" || (event.code === "Slash" && !event.shiftKey) ? toSearch
        : event.shiftKey ? null
          : {
            KeyJ: () => (data.list ? toRow(1) : press("next")),
            KeyK: () => (data.list ? toRow(-1) : press("previous")),
            KeyN: data.list ? null : () => toMatch(1),
            KeyP: data.list ? null : () => toMatch(-1),
            Escape: data.list ? null : () => press("back"),
          }[event.code];
    if (!act) return;
    event.preventDefault();
    act();
  }, { signal: watch.signal });
  return () => watch.abort();
}
