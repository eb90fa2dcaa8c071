// Follows the dashboard's own links without loading the whole page anew: the address goes
// into the history as a click would put it there, and Streamlit is told as when going back.
// Anything but a plain click (a new tab, a download) is left to the browser.
const INSIDE = `[data-testid="stHtml"] a[href]:not([target="_blank"])`;

export default function () {
  window.didgahSoftLinks?.abort();
  const watch = new AbortController();
  window.didgahSoftLinks = watch;
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.(INSIDE);
    if (!link || link.target === "_blank" || link.origin !== location.origin) return;
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    history.pushState({}, "", link.href);
    window.dispatchEvent(new PopStateEvent("popstate", { state: {} }));
  }, { signal: watch.signal });
  return () => watch.abort();
}
