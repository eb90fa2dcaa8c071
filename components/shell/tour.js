// The tour of one screen. The browser remembers that it was closed; the button in the bar asks
// for it with an event, because the two stand in different places of the page.
const SEEN = "didgah-tour-seen"

const remembered = () => {
  try { return localStorage.getItem(SEEN) !== null } catch { return true }  // storage is closed
}
const remember = () => {
  try { localStorage.setItem(SEEN, "1") } catch { /* then it is not asked for again either */ }
}

export default function ({ data, parentElement }) {
  const panel = parentElement.querySelector(".tour")
  const said = (tag, words, name) => {
    const one = document.createElement(tag)
    one.textContent = words
    if (name) one.className = name
    return one
  }
  const title = said("h2", data.title)
  title.id = "tour-title"
  const close = said("button", data.close, "tour-close")
  close.type = "button"
  const head = said("header", "")
  head.append(title, close)
  const pages = said("ul", "", "tour-pages")
  for (const page of data.pages) {
    const link = said("a", page.title)
    link.href = page.href
    if (page.here) link.setAttribute("aria-current", "page")
    const row = said("li", "")
    row.append(link, said("span", page.says))
    pages.append(row)
  }
  const habits = said("ul", "", "tour-habits")
  habits.append(...data.habits.map((words) => said("li", words)))
  panel.dir = data.direction
  panel.setAttribute("aria-labelledby", title.id)
  panel.replaceChildren(head, pages, habits)

  panel.watch?.abort()  // of the run before this one
  panel.watch = new AbortController()
  // Closed, its place takes no room on the page.
  const place = parentElement.host?.closest(".st-key-frame_tour")
  const tell = () => {
    place?.toggleAttribute("data-open", !panel.hidden)
    window.dispatchEvent(new CustomEvent("didgah-tour-is", { detail: !panel.hidden }))
  }
  const show = (open, asked) => {
    panel.hidden = !open
    panel.unasked = open && !asked
    if (!open) remember()
    tell()
    if (!asked) return
    if (open) panel.focus()
    else window.dispatchEvent(new Event("didgah-tour-left"))
  }
  const toggle = () => show(panel.hidden, true)
  close.onclick = () => show(false, true)
  panel.onkeydown = (event) => { if (event.key === "Escape") show(false, true) }
  window.addEventListener("didgah-tour", toggle, { signal: panel.watch.signal })
  // A page asked for from the tour is a tour that has done its work.
  pages.onclick = remember

  if (data.unasked && !remembered()) show(true, false)
  else if (panel.unasked) panel.hidden = true  // the reader went elsewhere without closing it
  tell()
  return () => panel.watch.abort()
}
