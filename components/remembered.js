// Keeps one choice in the browser's own storage, where it has any and allows it.
export default function ({ data, setTriggerValue }) {
  try {
    if (data.chosen) localStorage.setItem(data.name, data.chosen);
    else {
      const found = localStorage.getItem(data.name);
      if (found && found !== data.known) setTriggerValue("found", found);
    }
  } catch { /* a browser that keeps nothing forgets the choice with the visit */ }
}
