// A month to pick a day from, in the calendar the reader has chosen, whatever the browser's own.
// Days are computed by the browser's Intl (Unicode CLDR): Solar Hijri as `persian`, lunar
// Hijri as `islamic-umalqura`. Names and digits come from the server, as everywhere else.
const CALENDARS = {
  gregorian: "gregory", solar_hijri: "persian", lunar_hijri: "islamic-umalqura",
};
const DAY = 86400000;

function reckoner(calendar) {
  const format = new Intl.DateTimeFormat(`en-u-ca-${CALENDARS[calendar]}-nu-latn`, {
    year: "numeric", month: "numeric", day: "numeric", timeZone: "UTC",
  });
  return (day) => {
    const found = {};
    for (const { type, value } of format.formatToParts(day)) found[type] = parseInt(value, 10);
    return found;
  };
}

const iso = (day) => day.toISOString().slice(0, 10);
const later = (day, n) => new Date(day.getTime() + n * DAY);

function today() {
  const now = new Date();
  return new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()));
}

function make(name, attributes = {}, text = "") {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text) made.textContent = text;
  return made;
}

class Picker {
  constructor(root, data, choose) {
    Object.assign(this, { root, data, choose, reckon: reckoner(data.calendar) });
    this.at = data.value ? new Date(`${data.value}T00:00:00Z`) : today();
    this.button = root.querySelector("button");
    this.panel = root.querySelector("[popover]");
    this.button.setAttribute("aria-label", data.labels.open);
    this.button.title = data.labels.open;
    this.panel.dir = data.direction;
    this.panel.setAttribute("aria-label", data.labels.open);
    this.button.onclick = () => this.panel.togglePopover();
    this.panel.ontoggle = (event) => {
      if (event.newState === "open") this.show(true);
    };
    this.panel.onkeydown = (event) => this.key(event);
  }

  digits(n) {
    return String(n).replace(/\d/g, (one) => this.data.digits[one]);
  }

  firstOfMonth(day) {
    return later(day, 1 - this.reckon(day).day);
  }

  month(n) { // the same day n months on, or the month's last
    const wanted = this.reckon(this.at).day;
    let first = this.firstOfMonth(this.at);
    for (let i = 0; i < Math.abs(n); i += 1) {
      first = n > 0 ? this.firstOfMonth(later(first, 32)) : this.firstOfMonth(later(first, -1));
    }
    const found = later(first, wanted - 1);
    this.at = this.reckon(found).month === this.reckon(first).month ? found : later(first, 28);
  }

  show(focus) {
    const { data } = this;
    const first = this.firstOfMonth(this.at);
    const { year, month } = this.reckon(this.at);
    const head = make("div", { class: "head" });
    head.append(this.step("previous", -1), this.months(month), this.years(year),
      this.step("next", 1));
    const grid = make("table", { role: "grid" });
    const names = make("tr");
    for (const name of data.weekdays) names.append(make("th", { scope: "col" }, name));
    grid.append(names);
    let day = later(first, -((first.getUTCDay() - data.firstWeekday + 7) % 7));
    do {
      const row = make("tr");
      for (let i = 0; i < 7; i += 1, day = later(day, 1)) row.append(this.cell(day, month));
      grid.append(row);
    } while (this.reckon(day).month === month);
    const foot = make("div", { class: "foot" });
    const now = make("button", { type: "button" }, data.labels.today);
    now.onclick = () => this.take(iso(today()));
    foot.append(now);
    if (data.value) {
      const clear = make("button", { type: "button" }, data.labels.clear);
      clear.onclick = () => this.take("");
      foot.append(clear);
    }
    this.panel.replaceChildren(head, grid, foot);
    this.place();
    if (focus) this.panel.querySelector("[tabindex='0']")?.focus();
  }

  step(name, n) {
    const made = make("button", { type: "button", class: "step", "aria-label": this.data.labels[name] },
      n < 0 ? "‹" : "›"); // the browser mirrors them where text runs right to left
    made.onclick = () => { this.month(n); this.show(false); };
    return made;
  }

  months(month) {
    const list = make("select", { "aria-label": this.data.labels.month });
    this.data.months.forEach((name, i) => list.append(new Option(name, i + 1, false, i + 1 === month)));
    list.onchange = () => { this.month(Number(list.value) - month); this.show(false); };
    return list;
  }

  years(year) {
    const list = make("select", { "aria-label": this.data.labels.year });
    const now = this.reckon(today()).year;
    const from = Math.min(year, this.reckon(new Date(`${this.data.first}T00:00:00Z`)).year);
    for (let one = Math.max(year, now + 2); one >= from; one -= 1) {
      list.append(new Option(this.digits(one), one, false, one === year));
    }
    list.onchange = () => { this.month(12 * (Number(list.value) - year)); this.show(false); };
    return list;
  }

  cell(day, month) {
    const { day: number, month: own } = this.reckon(day);
    const cell = make("td", { role: "gridcell" });
    const here = iso(day) === iso(this.at);
    const button = make("button", {
      type: "button", tabindex: here ? 0 : -1, "data-day": iso(day),
      "aria-label": `${this.digits(number)} ${this.data.months[own - 1]}`,
    }, this.digits(number));
    if (own !== month) button.classList.add("other");
    if (iso(day) === iso(today())) button.setAttribute("aria-current", "date");
    if (iso(day) === this.data.value) button.setAttribute("aria-pressed", "true");
    button.onclick = () => this.take(iso(day));
    cell.append(button);
    return cell;
  }

  key(event) {
    if (!event.target.closest?.("[role=grid]")) return;
    const on = this.data.direction === "rtl" ? -1 : 1;
    const steps = { ArrowRight: on, ArrowLeft: -on, ArrowDown: 7, ArrowUp: -7 };
    if (event.key in steps) this.at = later(this.at, steps[event.key]);
    else if (event.key === "PageUp") this.month(event.shiftKey ? -12 : -1);
    else if (event.key === "PageDown") this.month(event.shiftKey ? 12 : 1);
    else return;
    event.preventDefault();
    this.show(true);
  }

  take(day) {
    this.panel.hidePopover();
    this.button.focus();
    this.choose(day);
  }

  place() {
    const anchor = this.button.getBoundingClientRect();
    const box = this.panel.getBoundingClientRect();
    const start = this.data.direction === "rtl" ? anchor.left : anchor.right - box.width;
    const left = Math.min(Math.max(8, start), innerWidth - box.width - 8);
    const below = anchor.bottom + 4;
    const top = below + box.height > innerHeight ? Math.max(8, anchor.top - box.height - 4) : below;
    this.panel.style.left = `${left}px`;
    this.panel.style.top = `${top}px`;
  }
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".day-picker");
  if (!root || !data) return;
  new Picker(root, data, (day) => setTriggerValue("day", day || "none"));
}
