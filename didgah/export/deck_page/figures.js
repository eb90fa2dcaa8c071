// Marks of drawings: what one says on hover and focus; a press opens the evidence behind it.
"use strict";
const figures = (() => {
  const tip = document.getElementById("tip");

  const show = (mark) => {
    tip.textContent = mark.dataset.tip;
    tip.hidden = false;
    const at = mark.getBoundingClientRect(), own = tip.getBoundingClientRect();
    const x = Math.min(Math.max(8, at.left + at.width / 2 - own.width / 2), innerWidth - own.width - 8);
    const above = at.top - own.height - 8;
    const y = above > 8 ? above : Math.min(at.bottom + 8, innerHeight - own.height - 8);
    tip.style.transform = `translate(${x}px, ${y}px)`;
  };
  const hide = () => { tip.hidden = true; };

  // Up and down go from mark to mark; one of a drawing is a stop of the Tab key.
  const step = (mark, by) => {
    const body = mark.closest(".body");
    const marks = [...body.querySelectorAll("[data-tip][tabindex]")];
    const next = marks[marks.indexOf(mark) + by];
    if (!next) return;
    mark.setAttribute("tabindex", "-1");
    next.setAttribute("tabindex", "0");
    next.focus();
  };

  const choose = (mark) => {
    const details = mark.closest(".slide").querySelector("details");
    if (!details) return;
    details.querySelector(".chosen").textContent = mark.dataset.tip;
    evidence.open(details);
    hide();
  };

  const marked = (event) => event.target.closest?.("[data-tip]");
  document.addEventListener("pointerover", (event) => marked(event) ? show(marked(event)) : hide());
  document.addEventListener("focusin", (event) => marked(event) ? show(marked(event)) : hide());
  document.addEventListener("scroll", hide, true);
  document.addEventListener("click", (event) => marked(event) && choose(marked(event)));
  document.addEventListener("keydown", (event) => {
    const mark = marked(event);
    if (!mark || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter" || event.key === " ") choose(mark);
    else if (event.key === "ArrowDown") step(mark, 1);
    else if (event.key === "ArrowUp") step(mark, -1);
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  });
  return { hide };
})();
