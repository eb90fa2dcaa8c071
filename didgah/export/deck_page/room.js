// One slide a view: keys, swipes, black screen, evidence and back, time, all slides at once.
// `evidence` is also what a press on a mark of a drawing calls (figures.js).
"use strict";
const { words, digits } = JSON.parse(document.getElementById("deck").textContent);
const root = document.documentElement;
const byId = (id) => document.getElementById(id);
const room = () => root.classList.contains("room");
const written = (text) => String(text).replace(/\d/g, (digit) => [...digits][digit]);
const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => written(values[name]));

const evidence = {
  open(details) {
    details.open = true;
    if (!room()) return;
    // The panel covers the slide, so that nothing behind it may be reached.
    details.parentElement.querySelector(".face").inert = true;
    details.scrollTop = 0;
    details.querySelector(".back").focus();
  },
  shown: () => (room() ? document.querySelector(".slide.now > details[open]") : null),
  close(details) {
    const slide = details.parentElement;
    details.open = false;
    slide.querySelector(".face").inert = false;
    details.querySelector(".chosen").textContent = "";
    slide.querySelector("h2").focus();
  },
};

(() => {
  const views = [byId("title"), ...document.querySelectorAll("main > .slide")];
  let at = 0;

  // What is longer than the wall is set smaller, as far as it stays legible; then it scrolls.
  const fit = () => {
    const body = room() && views[at].querySelector(".body");
    if (!body) return;
    for (let size = 100; size >= 52; size -= 4) {
      body.style.fontSize = `${size}%`;
      if (body.scrollHeight <= body.clientHeight + 1) return;
    }
  };
  window.addEventListener("resize", fit);

  const show = (n) => {
    const open = evidence.shown();
    if (open) evidence.close(open);
    figures.hide();
    at = Math.min(Math.max(n, 0), views.length - 1);
    views.forEach((view, place) => view.classList.toggle("now", place === at));
    byId("position").textContent = filled(words.position, { n: at + 1, all: views.length });
    byId("previous").disabled = at === 0;
    byId("next").disabled = at === views.length - 1;
    if (!room()) return;
    fit();
    views[at].querySelector("h1, h2").focus({ preventScroll: true });
    // The address says where we are, so that loading it again comes back here.
    history.replaceState(null, "", at ? `#s${at}` : "#title");
  };

  const overview = (on = !root.classList.contains("all")) => {
    root.classList.toggle("all", on && room());
    if (root.classList.contains("all")) views[at].scrollIntoView({ block: "nearest" });
  };

  const enter = (n) => {
    document.querySelectorAll("details[open]").forEach((one) => { one.open = false; });
    root.classList.add("room");
    time.start();
    show(n);
  };
  const leave = () => {
    overview(false);
    const open = evidence.shown();
    if (open) evidence.close(open);
    root.classList.remove("room");
    document.querySelectorAll(".body").forEach((one) => { one.style.fontSize = ""; });
    document.exitFullscreen?.().catch(() => {});
    views[at].scrollIntoView();
  };
  const full = () => {
    if (document.fullscreenElement) document.exitFullscreen();
    else root.requestFullscreen?.().catch(() => {});
  };

  const black = {
    on: () => !byId("black").hidden,
    turn(on) {
      byId("black").hidden = !on;
      document.body.querySelectorAll("header, main, nav").forEach((part) => { part.inert = on; });
      say(on ? words.black : "");
      if (!on) views[at].querySelector("h1, h2").focus({ preventScroll: true });
    },
  };

  const time = (() => {
    const asked = Number(new URLSearchParams(location.search).get("minutes"));
    let planned = asked > 0 && asked < 1000 ? Math.round(asked) : 0;
    let since = 0;
    const clock = (seconds) =>
      `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;
    const draw = () => {
      const seconds = (performance.now() - since) / 1000;
      const of = planned ? filled(words.elapsed_of, { time: clock(seconds), planned: clock(60 * planned) }) : "";
      byId("timer").textContent = of || written(clock(seconds));
      byId("timer").classList.toggle("over", planned > 0 && seconds > 60 * planned);
    };
    setInterval(() => since && draw(), 500);
    return {
      start() { since ||= performance.now(); byId("timer").hidden = !planned; draw(); },
      turn() { byId("timer").hidden = !byId("timer").hidden; },
      plan(by) { planned = Math.max(0, planned + by); byId("timer").hidden = false; draw(); },
    };
  })();

  let spoken = 0;
  function say(text) {
    byId("say").textContent = text;
    clearTimeout(spoken);
    if (text && text !== words.black) spoken = setTimeout(() => say(""), 6000);
  }

  const forward = root.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
  const back = root.dir === "rtl" ? "ArrowRight" : "ArrowLeft";
  const keys = {
    [forward]: () => show(at + 1), [back]: () => show(at - 1),
    PageDown: () => show(at + 1), PageUp: () => show(at - 1),
    ArrowDown: () => show(at + 1), ArrowUp: () => show(at - 1),
    " ": () => show(at + 1), Home: () => show(0), End: () => show(views.length - 1),
    Enter: () => drill(), e: () => drill(), b: () => black.turn(true), ".": () => black.turn(true),
    o: () => overview(), t: () => time.turn(), f: full, q: leave,
    "+": () => time.plan(5), "=": () => time.plan(5), "-": () => time.plan(-5),
  };
  const drill = () => {
    const details = views[at].querySelector("details");
    if (details) evidence.open(details);
  };

  // A key of another layout (Persian, Russian, Arabic) goes by its place on the keyboard.
  const named = (event) => {
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (key in keys || key === "Escape") return key;
    if (/^[a-z]$/.test(key)) return "";
    if (event.code === "Period") return ".";
    return /^Key[A-Z]$/.test(event.code) ? event.code[3].toLowerCase() : "";
  };

  document.addEventListener("keydown", (event) => {
    if (!room() || event.ctrlKey || event.metaKey || event.altKey) return;
    const key = named(event);
    if (black.on()) {
      if (key) { black.turn(false); event.preventDefault(); }
      return;
    }
    const open = evidence.shown();
    if (key === "Escape") {
      if (open) evidence.close(open);
      else overview(false);
      return;
    }
    const pressed = event.target.closest("a, button, summary");
    if (pressed && (key === "Enter" || key === " ")) return;
    // Scrolling in the evidence, or in a slide that is longer than the wall, stays scrolling.
    if (open && /^(Arrow(Up|Down)| |Page|Home|End)/.test(key)) return;
    if (open && key === "e") { evidence.close(open); return; }
    if (!(key in keys)) return;
    if (root.classList.contains("all") && key === "Enter") overview(false);
    else keys[key]();
    event.preventDefault();
  });

  document.addEventListener("click", (event) => {
    if (black.on()) { black.turn(false); return; }
    const live = event.target.closest("a.live");
    if (live && !navigator.onLine) { event.preventDefault(); say(words.offline); return; }
    if (event.target.closest(".back")) { evidence.close(event.target.closest("details")); return; }
    const tile = root.classList.contains("all") && event.target.closest(".slide");
    if (tile) { overview(false); show(views.indexOf(tile)); }
  });
  const pressed = {
    previous: () => show(at - 1), next: () => show(at + 1), overview: () => overview(), full, leave,
    present: () => { enter(0); full(); },
  };
  for (const [id, act] of Object.entries(pressed)) byId(id).addEventListener("click", act);

  let touched = null;
  document.addEventListener("touchstart", (event) => {
    touched = event.touches.length === 1 ? event.touches[0] : null;
  }, { passive: true });
  document.addEventListener("touchend", (event) => {
    if (!touched || !room() || evidence.shown() || root.classList.contains("all")) return;
    const end = event.changedTouches[0];
    const x = end.clientX - touched.clientX, y = end.clientY - touched.clientY;
    // What a finger pulls in from the side where the text ends comes next.
    if (Math.abs(x) > 60 && Math.abs(x) > 2 * Math.abs(y)) show(at + ((x < 0) === (root.dir === "ltr") ? 1 : -1));
  }, { passive: true });

  let closed = [];
  addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll("details:not([open])")];
    closed.forEach((one) => { one.open = true; });
  });
  addEventListener("afterprint", () => closed.forEach((one) => { one.open = false; }));

  const asked = Math.max(0, views.findIndex((view) => `#${view.id}` === location.hash));
  if (room()) enter(asked);
  else show(asked);
})();
