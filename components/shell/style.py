"""Direction, language and look of the whole document."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import streamlit as st

from components.shell import widget_words
from didgah.language.writing import direction

_FOLDER = Path(__file__).resolve().parent

TAB_ICON = _FOLDER / "static" / "didgah.png"

# Streamlit hard-codes <html lang="en">; screen readers and hyphenation need the truth.
_set_document = st.components.v2.component(
    "didgah_document",
    js="""
export default function ({ data }) {
  document.documentElement.lang = data.language
  document.documentElement.dir = data.direction
  // On paper a chart must shrink as a whole instead of being cut.
  const fit = (one) => {
    one.setAttribute("preserveAspectRatio", "xMidYMin meet")
    one.setAttribute(
      "viewBox", `0 0 ${one.getAttribute("width")} ${one.getAttribute("height")}`)
  }
  // Plotly may draw anew for the paper's width, or not in time: both must come out whole.
  const redrawn = new MutationObserver((changes) => changes.forEach(({ target }) => fit(target)))
  const charts = () => document.querySelectorAll(".js-plotly-plot .main-svg")
  window.onbeforeprint = () => charts().forEach((one) => {
    fit(one)
    redrawn.observe(one, { attributeFilter: ["width", "height"] })
  })
  window.onafterprint = () => {
    redrawn.disconnect()
    charts().forEach((one) => one.removeAttribute("viewBox"))
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
""",
)


@cache
def stylesheet(language: str) -> str:
    """The CSS of the interface in `language`.

    No tag-like text may stand in it, not even in a comment: Streamlit's sanitiser would
    drop the whole block without a word.
    """
    sheets = ["style.css", "print.css"] + (["rtl.css"] if direction(language) == "rtl" else [])
    return "\n".join((_FOLDER / name).read_text(encoding="utf-8") for name in sheets)


def apply(language: str, page: str) -> None:
    """Dress `page` for `language`. Takes no room in the layout."""
    st.html(f"<style>{stylesheet(language)}</style>")
    with st.container(key="frame_document"):
        _set_document(
            key="document",
            data={"language": language, "direction": direction(language), "page": page},
        )
        widget_words.translate(language)


def is_dark() -> bool:
    """True when the visitor looks at the dark theme."""
    return st.context.theme.type == "dark"
