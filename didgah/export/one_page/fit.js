// Shorten what does not fit the sheet, in this order: the longest text by a few words at a time,
// the methods from their end, the last bars, the last statement. Then say so.
"use strict";
const sheet = document.getElementById("sheet");
const LEAST = 90; // characters that are left of a text
const over = () => sheet.scrollHeight > sheet.clientHeight + 1;

const shorten = () => {
  const longest = [...document.querySelectorAll(".cut")]
    .filter((one) => one.textContent.length > LEAST)
    .sort((one, other) => other.textContent.length - one.textContent.length)[0];
  if (!longest) return false;
  const words = longest.textContent.replace(/ …$/, "").split(/\s+/);
  longest.textContent = words.slice(0, -Math.max(1, Math.floor(words.length / 10))).join(" ") + " …";
  return true;
};
const drop = (selector, least) => {
  const all = document.querySelectorAll(selector);
  if (all.length <= least) return false;
  all[all.length - 1].remove();
  return true;
};
const steps = [
  shorten, () => drop(".methods span", 0), () => drop(".bars li", 3),
  () => drop(".statements figure", 1), () => drop(".statements", 0), () => drop(".findings li", 1),
  () => drop(".strip", 0), () => drop(".chart", 0),
];
const fit = () => {
  let short = !document.getElementById("shortened").hidden;
  while (over() && steps.some((step) => step())) short = true;
  document.getElementById("shortened").hidden = !short;
  // The words that say so need room as well.
  while (over() && steps.some((step) => step()));
};
// A press on "print" may come before the fonts are there.
document.fonts.ready.then(fit);
addEventListener("beforeprint", fit);
