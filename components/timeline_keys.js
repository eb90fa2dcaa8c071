// The marks of the timeline for the keyboard and for screen readers: a button lies over each,
// one of which is in the tab order. Arrows move as the eye does, whichever way time runs. The
// mouse goes through to the chart beneath.
const CHART = ".st-key-timeline_chart .js-plotly-plot";
const BUSY = "input, textarea, select, [contenteditable=true], [role=combobox], [role=dialog]";
const LEAST = 18; // pixels across the smallest button
const RESUME = 5000; // milliseconds
let last = ""; // what the mark carried that was reached last, also after the chart moved
let resume = 0; // until when a redraw gives that mark the focus again, which opening it took

// Hover text is escaped words with line breaks, bold print and signs of direction.
function words(hover) {
  const read = new DOMParser().parseFromString(hover.replace(/<br>/g, "\n"), "text/html");
  return read.body.textContent.replace(/[\u202a-\u202e\u2066-\u2069]/g, "").split("\n");
}

function marksOf(chart, edges) {
  const top = chart.getBoundingClientRect().top + chart._fullLayout.yaxis._offset;
  const found = [];
  for (const element of chart.querySelectorAll(".point")) {
    const point = element.__data__;
    const { trace } = element.closest(".trace").__data__[0];
    const carried = trace._input.customdata?.[point.i]?.[0];
    if (!carried) continue;
    const box = element.getBoundingClientRect();
    const y = box.top + box.height / 2;
    found.push({ box, x: box.left + box.width / 2, y, carried,
      lane: y < top ? -1 : edges.findIndex((edge) => y - top < edge),
      told: words(trace._input.hovertext[point.i]) });
  }
  return found.sort((a, b) => a.lane - b.lane || a.x - b.x || a.y - b.y);
}

function reached(marks, from, key) {
  const row = marks.filter((one) => one.lane === from.lane);
  if (key === "Home") return row[0];
  if (key === "End") return row.at(-1);
  const across = { ArrowLeft: -1, ArrowRight: 1 }[key];
  if (across) return row[row.indexOf(from) + across];
  const on = marks.map((one) => one.lane).filter(
    (lane) => (key === "ArrowDown" ? lane > from.lane : lane < from.lane));
  const lane = key === "ArrowDown" ? on[0] : on.at(-1);
  return marks.filter((one) => one.lane === lane).reduce(
    (best, one) => (best && Math.abs(best.x - from.x) <= Math.abs(one.x - from.x) ? best : one),
    undefined);
}

export default function ({ data, parentElement, setTriggerValue }) {
  const layer = parentElement.querySelector(".marks");
  const bubble = parentElement.querySelector(".told");
  layer.setAttribute("aria-label", data.title);
  bubble.dir = data.direction;
  layer.watch?.abort();
  const watch = new AbortController();
  layer.watch = watch;
  let marks = [];
  let drawn = "";
  let due = 0;

  function act(name, value) {
    resume = Date.now() + RESUME;
    setTriggerValue(name, value);
  }

  function tell(mark) {
    bubble.hidden = !mark;
    if (!mark) return;
    bubble.textContent = mark.told.join("\n");
    const frame = layer.getBoundingClientRect();
    bubble.style.left = `${Math.min(Math.max(mark.x - frame.left, 110), frame.width - 110)}px`;
    bubble.style.top = `${mark.box.bottom - frame.top + 8}px`;
  }

  function stop(mark) {
    for (const one of marks) one.button.tabIndex = one === mark ? 0 : -1;
  }

  function draw() {
    const chart = document.querySelector(CHART);
    if (!chart?._fullLayout?.yaxis?._offset && chart?._fullLayout?.yaxis?._offset !== 0) return;
    const box = chart.getBoundingClientRect();
    layer.style.transform = "none";
    const own = layer.getBoundingClientRect();
    layer.style.transform = `translate(${box.left - own.left}px, ${box.top - own.top}px)`;
    layer.style.width = `${box.width}px`;
    layer.style.height = `${box.height}px`;
    const now = marksOf(chart, data.edges);
    const seen = now.map((one) => [one.carried, one.x - box.left, one.y - box.top].join()).join();
    if (seen === drawn) return;
    drawn = seen;
    const held = layer.getRootNode().activeElement?.classList.contains("mark");
    marks = now;
    layer.replaceChildren(bubble, ...marks.map((mark) => {
      const button = document.createElement("button");
      const wide = Math.max(mark.box.width, LEAST);
      const high = Math.max(mark.box.height, LEAST);
      button.type = "button";
      button.className = "mark";
      button.setAttribute("aria-label", mark.told.join(data.comma));
      if (mark.carried === data.selected) button.setAttribute("aria-current", "true");
      button.style.cssText = `left:${mark.x - box.left - wide / 2}px;`
        + `top:${mark.y - box.top - high / 2}px;width:${wide}px;height:${high}px`;
      button.onfocus = () => { last = mark.carried; stop(mark); tell(mark); };
      button.onblur = () => tell(null);
      button.onclick = () => act("open", mark.carried);
      button.onkeydown = (event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        if (!/^(Arrow(Left|Right|Up|Down)|Home|End)$/.test(event.key)) return;
        event.preventDefault();
        reached(marks, mark, event.key)?.button.focus();
      };
      mark.button = button;
      return button;
    }));
    const at = marks.find((one) => one.carried === last)
      ?? marks.find((one) => one.carried === data.selected) ?? marks[0];
    stop(at);
    // The chart was drawn anew under the reader's hands.
    if (held || (Date.now() < resume && document.activeElement === document.body)) {
      at?.button.focus({ preventScroll: true });
    }
  }

  function soon() {
    clearTimeout(due);
    due = setTimeout(draw, 120);
  }

  const holder = document.querySelector(".st-key-timeline_chart");
  const changes = new MutationObserver((all) => {
    if (all.some(({ target }) => !target.closest?.(".hoverlayer"))) soon();
  });
  changes.observe(holder, { childList: true, subtree: true });
  const size = new ResizeObserver(soon);
  size.observe(holder);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !data.opened) return;
    if (event.composedPath()[0].closest?.(BUSY) || document.querySelector(":modal")) return;
    act("close", true);
  }, { signal: watch.signal });
  watch.signal.addEventListener("abort", () => { changes.disconnect(); size.disconnect(); });
  soon();
  return () => watch.abort();
}
