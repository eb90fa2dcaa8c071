// The server comes back to the address in the cookie when the sign-in has succeeded.
export default function ({ parentElement, data, setTriggerValue }) {
  const button = parentElement.querySelector(".sign-in")
  button.textContent = data.label
  button.onclick = () => {
    const here = encodeURIComponent(location.pathname + location.search)
    document.cookie = `${data.cookie}=${here}; Path=/; Max-Age=${60 * data.minutes}; SameSite=Lax`
    setTriggerValue("pressed", true)
  }
}
