// Opens and closes the tour, says whether it is open, and takes the focus back from it.
export default function ({ data, parentElement }) {
  const button = parentElement.querySelector(".tour-button")
  button.textContent = data.label
  button.onclick = () => window.dispatchEvent(new Event("didgah-tour"))
  button.watch?.abort()  // of the run before this one
  button.watch = new AbortController()
  const { signal } = button.watch
  window.addEventListener("didgah-tour-is", (event) => {
    button.setAttribute("aria-expanded", String(event.detail))
  }, { signal })
  window.addEventListener("didgah-tour-left", () => button.focus(), { signal })
  return () => button.watch.abort()
}
