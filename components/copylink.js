export default function ({ data, parentElement, setTriggerValue }) {
  const button = parentElement.querySelector(".copy")
  // The press reruns this, and must not take its own answer back.
  if (!button.dataset.told) button.textContent = data.label

  button.onclick = async () => {
    const address = new URL(window.location.href)
    for (const [name, value] of Object.entries(data.explicit)) {
      if (!address.searchParams.has(name)) address.searchParams.set(name, value)
    }
    const copied = await copy(address.href)
    button.textContent = copied ? data.done : data.failed
    button.dataset.link = address.href
    button.dataset.told = "yes"
    setTimeout(() => {
      delete button.dataset.told
      button.textContent = data.label
    }, 2500)
    setTriggerValue("copied", true)  // also when it is to be copied by hand
  }
}

async function copy(words) {
  try {
    await navigator.clipboard.writeText(words)
    return true
  } catch {
    // Without https the clipboard is closed to scripts, except to the old way.
    const field = document.createElement("textarea")
    field.value = words
    field.style.position = "fixed"
    field.style.opacity = "0"
    document.body.append(field)
    field.select()
    const copied = document.execCommand("copy")
    field.remove()
    return copied
  }
}
