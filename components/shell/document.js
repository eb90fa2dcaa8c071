// What CSS cannot do for the whole document: its language, the row of pages on a phone, and
// charts on paper, which must be whole and in the colours of the light theme.
const HEX = /#[0-9a-f]{6}/gi
const RGB = /rgba?\(\s*(\d+),\s*(\d+),\s*(\d+)/gi
const CHARTS = ".js-plotly-plot .main-svg"

const hex = (...parts) => "#" + parts.map((n) => (+n).toString(16).padStart(2, "0")).join("")
const parts = (colour) => [1, 3, 5].map((n) => parseInt(colour.slice(n, n + 2), 16))

export default function ({ data }) {
  const root = document.documentElement
  root.lang = data.language
  root.dir = data.direction

  const paper = new Map(
    Object.entries(data.paper).map(([dark, light]) => [dark.toLowerCase(), light]))
  const lit = (style) => style
    .replace(HEX, (one) => paper.get(one.toLowerCase()) ?? one)
    .replace(RGB, (one, ...found) => {
      const light = paper.get(hex(...found.slice(0, 3)))
      return light ? one.replace(/\d.*/, parts(light).join(", ")) : one
    })

  const before = new Map()  // elements → their style on the screen
  const light = (drawn) => {
    if (!paper.size) return
    for (const one of drawn) {
      const was = one.getAttribute("style")
      const now = lit(was)
      if (now === was) continue
      if (!before.has(one)) before.set(one, was)
      one.setAttribute("style", now)
    }
  }
  const fit = (svg) => {
    const [width, height] = [svg.getAttribute("width"), svg.getAttribute("height")]
    svg.setAttribute("preserveAspectRatio", "xMidYMin meet")
    svg.setAttribute("viewBox", `0 0 ${width} ${height}`)
  }
  // Plotly may draw anew for the paper's width, or not in time, and a chart may come only when
  // the paper is made ready: each must come out whole.
  const redrawn = new MutationObserver((changes) => {
    const charts = changes.flatMap(({ target }) =>
      [target.closest(CHARTS) ?? [...target.querySelectorAll(CHARTS)]].flat())
    for (const svg of new Set(charts)) {
      fit(svg)
      light(svg.querySelectorAll("[style]"))
    }
  })
  const seen = { subtree: true, childList: true, attributeFilter: ["width", "height"] }
  window.onbeforeprint = () => {
    light(document.querySelectorAll(`:is(${CHARTS}, [data-testid="stHtml"]) [style]`))
    document.querySelectorAll(CHARTS).forEach(fit)
    redrawn.observe(document.body, seen)
  }
  window.onafterprint = () => {
    redrawn.disconnect()
    document.querySelectorAll(CHARTS).forEach((svg) => svg.removeAttribute("viewBox"))
    before.forEach((style, one) => one.setAttribute("style", style))
    before.clear()
  }
  // On a phone the row of pages is wider than the screen: show the one we are on.
  setTimeout(() => {
    const row = document.querySelector(".st-key-frame_pages")
    const here = row?.querySelector("button")
    if (!here) return
    const [a, b] = [here.getBoundingClientRect(), row.getBoundingClientRect()]
    row.scrollLeft += a.left + a.width / 2 - b.left - b.width / 2
  }, 300)
}
