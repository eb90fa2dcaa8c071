// Puts Streamlit's own English words into the language of the pages, as they appear.
// Only texts and labels that are one of ours from end to end are touched, and never what a
// page or an article says.
const ATTRIBUTES = ["aria-label", "title", "placeholder"];
const OURS = `[data-testid="stHtml"], [data-testid="stBidiComponentRegular"], .js-plotly-plot, canvas,
  script, style`;
const MARKDOWN = `[data-testid="stMarkdownContainer"]`;
const UPLOADER = `[data-testid="stFileUploaderDropzone"]`;
const PAGE_NUMBERS = `[data-testid="stPagination"]`;

export default function ({ data }) {
  window.didgahWidgetWords?.disconnect();
  if (!data.words.length) return;
  const exact = new Map();
  const filled = [];
  for (const [english, ours] of data.words) {
    const field = english.match(/\{(\w+)\}/);
    if (!field) exact.set(english, ours);
    else filled.push({ begins: english.slice(0, field.index),
      ends: english.slice(field.index + field[0].length), field: field[0], ours });
  }
  const digits = (words) => words.replace(/[0-9]/g, (one) => data.digits[one]);

  function said(words, named) {
    const bare = words.trim();
    const found = exact.get(bare);
    if (found) return found;
    for (const { begins, ends, field, ours } of filled) {
      if (!bare.startsWith(begins) || !bare.endsWith(ends)) continue;
      const value = bare.slice(begins.length, bare.length - ends.length);
      if (field === "{n}" ? !/^\d+$/.test(value) : !value || !named) continue;
      return ours.replace(field, () => (field === "{n}" ? digits(value) : value));
    }
    return null;
  }

  function text(node) {
    const parent = node.parentElement;
    if (!parent || parent.closest(OURS)) return;
    if (parent.closest(MARKDOWN) && !parent.closest(UPLOADER)) return;
    let words = said(node.data, false);
    if (words === null && /^\d+$/.test(node.data) && parent.closest(PAGE_NUMBERS)) {
      words = digits(node.data);
    }
    if (words !== null && words !== node.data) node.data = words;
  }

  function attributes(element) {
    for (const name of ATTRIBUTES) {
      const was = element.getAttribute(name);
      const words = was && said(was, true);
      if (words && words !== was) element.setAttribute(name, words);
    }
  }

  function all(root) {
    if (root.nodeType === Node.TEXT_NODE) return text(root);
    if (root.nodeType !== Node.ELEMENT_NODE || root.closest(OURS)) return;
    attributes(root);
    for (const one of root.querySelectorAll("[aria-label], [title], [placeholder]")) {
      if (!one.closest(OURS)) attributes(one);
    }
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) text(walk.currentNode);
  }

  const watch = new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) {
      if (type === "childList") addedNodes.forEach(all);
      else if (type === "characterData") text(target);
      else if (!target.closest(OURS)) attributes(target);
    }
  });
  watch.observe(document.body, { subtree: true, childList: true, characterData: true,
    attributes: true, attributeFilter: ATTRIBUTES });
  window.didgahWidgetWords = watch;
  all(document.body);
}
