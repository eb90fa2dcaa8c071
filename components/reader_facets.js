// Draws the facets and tells Python [facet, value, "in" | "out" | ""] when one is chosen.
// Whether a facet is unfolded is the reader's own and stays in the browser.
const unfolded = new Map();
const longer = new Set();

function element(tag, name, words) {
  const made = document.createElement(tag);
  made.className = name;
  if (words) made.textContent = words;
  return made;
}

function drawRow(row, facet, labels, pick) {
  const line = element("li", `row ${row.state}`);
  const name = element("button", "name");
  name.type = "button";
  name.append(element("bdi", "label", row.label), element("span", "n", row.n));
  name.setAttribute("aria-pressed", String(row.state === "in"));
  name.onclick = () => pick(facet.name, row.value, row.state ? "" : "in");
  const out = element("button", "out", row.state === "out" ? "↺" : "−");
  const said = (row.state === "out" ? labels.undo : labels.exclude).replace("{name}", row.label);
  out.type = "button";
  out.title = said;
  out.setAttribute("aria-label", said);
  out.onclick = () => pick(facet.name, row.value, row.state === "out" ? "" : "out");
  line.append(name, out);
  return line;
}

function drawFacet(facet, data, pick, redraw) {
  const box = element("details", "facet");
  box.open = unfolded.get(facet.name) ?? facet.open;
  box.ontoggle = () => unfolded.set(facet.name, box.open);
  box.append(element("summary", "", facet.label));
  const chosen = facet.rows.filter((row) => row.state).length;
  const few = Math.max(data.few, chosen);
  const all = longer.has(facet.name);
  const list = element("ul", "rows");
  for (const row of all ? facet.rows : facet.rows.slice(0, few)) {
    list.append(drawRow(row, facet, data.labels, pick));
  }
  box.append(list);
  if (facet.rows.length > few) {
    const more = element("button", "more", all ? data.labels.fewer : data.labels.more);
    more.type = "button";
    more.onclick = () => {
      if (all) longer.delete(facet.name); else longer.add(facet.name);
      redraw();
    };
    box.append(more);
  }
  return box;
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".facets");
  root.dir = data.direction;
  const pick = (...choice) => setTriggerValue("pick", JSON.stringify(choice));
  const draw = () => root.replaceChildren(
    ...data.facets.map((facet) => drawFacet(facet, data, pick, draw)));
  draw();
}
