const PAD = 28
const SCALE = 2 // of the PNG

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".pictures")
  root.replaceChildren(...["png", "svg"].map((format) => {
    const button = document.createElement("button")
    button.type = "button"
    button.dataset.format = format
    button.textContent = data.labels[format]
    button.onclick = async () => {
      button.disabled = true
      try {
        const drawn = await compose(data)
        save(format === "svg" ? svgBlob(drawn) : await pngBlob(drawn), `${data.name}.${format}`, root)
        button.textContent = data.labels[format]
      } catch (error) {
        console.error(error)
        button.textContent = data.failed
      } finally {
        button.disabled = false
      }
    }
    return button
  }))
}

// Pages lie one level below the app's root, so what is served at the root lies beside them.
const beside = (path) => new URL(path, new URL(".", window.location.href)).href

let library = null
function plotly() {
  library ??= new Promise((resolve, reject) => {
    const script = document.createElement("script")
    script.src = beside("didgah-assets/plotly.js")
    script.onload = () => resolve(window.Plotly)
    script.onerror = () => { library = null; reject(new Error("plotly.js did not load")) }
    document.head.append(script)
  })
  return library
}

let face = null
function fontFace() {
  face ??= fetch(beside("app/static/fonts/Vazirmatn-Variable.woff2"))
    .then((answer) => answer.blob())
    .then((blob) => new Promise((resolve, reject) => {
      const reader = new FileReader()
      reader.onload = () => resolve(
        "@font-face{font-family:Vazirmatn;font-weight:100 900;src:url(" +
        String(reader.result).replace(/^data:[^;]*/, "data:font/woff2") + ") format('woff2')}")
      reader.onerror = () => reject(reader.error)
      reader.readAsDataURL(blob)
    }))
  return face
}

async function chart(data) {
  if (!data.figure) return { markup: data.svg, size: sizeOf(data.svg) }
  const figure = JSON.parse(data.figure)
  const library = await plotly()
  const layout = {
    ...figure.layout, width: data.width, height: data.height,
    paper_bgcolor: data.background, plot_bgcolor: data.background,
  }
  const markup = await library.toImage({ data: figure.data, layout }, {
    format: "svg", width: data.width, height: data.height, imageDataOnly: true,
  })
  return { markup, size: [data.width, data.height] }
}

function sizeOf(markup) {
  const svg = new DOMParser().parseFromString(markup, "image/svg+xml").documentElement
  const box = (svg.getAttribute("viewBox") ?? "").split(/[\s,]+/).map(Number)
  return [parseFloat(svg.getAttribute("width")) || box[2], parseFloat(svg.getAttribute("height")) || box[3]]
}

// The chart with its title above and its caption below, as one SVG document.
async function compose(data) {
  const [{ markup, size }, style] = await Promise.all([chart(data), fontFace()])
  const scale = data.figure ? 1 : data.width / size[0]
  const title = wrap(data.title, `700 24px ${data.font}`, data.width - 2 * PAD)
  const caption = data.lines.flatMap((line) => wrap(line, `400 14px ${data.font}`, data.width - 2 * PAD))
  const top = PAD + title.length * 34 + 6
  const below = top + size[1] * scale + 8
  const height = Math.ceil(below + caption.length * 22 + PAD)

  const svg = element("svg", { xmlns: "http://www.w3.org/2000/svg", width: data.width, height,
    viewBox: `0 0 ${data.width} ${height}`, "xml:lang": data.language })
  const styles = element("style", {})
  styles.textContent = style
  svg.append(styles, element("rect", { width: "100%", height: "100%", fill: data.background }))
  svg.append(...lines(title, data, 24, 700, data.text, PAD + 24, 34))
  const inner = new DOMParser().parseFromString(markup, "image/svg+xml").documentElement
  const box = inner.getAttribute("viewBox") ?? `0 0 ${size[0]} ${size[1]}`
  for (const [name, value] of Object.entries({ x: 0, y: top, viewBox: box,
    width: size[0] * scale, height: size[1] * scale })) inner.setAttribute(name, value)
  svg.append(document.importNode(inner, true))
  svg.append(...lines(caption, data, 14, 400, data.muted, below + 16, 22))
  return { text: new XMLSerializer().serializeToString(svg), width: data.width, height }
}

function lines(words, data, size, weight, fill, y, step) {
  const rtl = data.direction === "rtl"
  return words.map((one, n) => {
    const line = element("text", { x: rtl ? data.width - PAD : PAD, y: y + n * step, fill,
      "font-size": size, "font-weight": weight, "font-family": data.font, direction: data.direction,
      "text-anchor": "start" })
    line.textContent = one
    return line
  })
}

function wrap(words, font, room) {
  const pen = document.createElement("canvas").getContext("2d")
  pen.font = font
  const found = [""]
  for (const word of words.split(/(?<=\s)/)) {
    if (found.at(-1) && pen.measureText(found.at(-1) + word.trimEnd()).width > room) found.push("")
    found[found.length - 1] += word
  }
  return found.map((line) => line.trim())
}

function element(name, attributes) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name)
  for (const [key, value] of Object.entries(attributes)) {
    if (key !== "xmlns") made.setAttribute(key, value)
  }
  return made
}

const svgBlob = (drawn) => new Blob([drawn.text], { type: "image/svg+xml" })

async function pngBlob(drawn) {
  const image = new Image()
  image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(drawn.text)
  await image.decode()
  const canvas = document.createElement("canvas")
  canvas.width = drawn.width * SCALE
  canvas.height = drawn.height * SCALE
  const pen = canvas.getContext("2d")
  // The first drawing makes the browser unpack the embedded font, the second one has it.
  for (const pause of [150, 0]) {
    pen.clearRect(0, 0, canvas.width, canvas.height)
    pen.drawImage(image, 0, 0, canvas.width, canvas.height)
    if (pause) await new Promise((resolve) => setTimeout(resolve, pause))
  }
  return new Promise((resolve, reject) => canvas.toBlob(
    (blob) => blob ? resolve(blob) : reject(new Error("the picture is too large")), "image/png"))
}

function save(blob, name, root) {
  // Inside our own root: a click anywhere else would close the menu we are in.
  const link = document.createElement("a")
  link.href = URL.createObjectURL(blob)
  link.download = name
  root.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
