"""Direction, language and look of the whole document."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import streamlit as st

from components.shell import widget_words
from didgah.charts import theme
from didgah.language.writing import direction

_FOLDER = Path(__file__).resolve().parent

TAB_ICON = _FOLDER / "static" / "didgah.png"

# Streamlit hard-codes <html lang="en">; screen readers and hyphenation need the truth.
_set_document = st.components.v2.component(
    "didgah_document", js=(_FOLDER / "document.js").read_text(encoding="utf-8")
)


@cache
def stylesheet(language: str, dark: bool = False) -> str:
    """The CSS of the interface in `language`, the colours of the theme and those on paper.

    No tag-like text may stand in it, not even in a comment: Streamlit's sanitiser would
    drop the whole block without a word.
    """
    sheets = ["scale.css", "style.css", "print.css"]
    sheets += ["rtl.css"] if direction(language) == "rtl" else []
    return "\n".join((
        f":root {{ {_variables(dark)} }}",
        *((_FOLDER / name).read_text(encoding="utf-8") for name in sheets),
        f"@media print {{ :root {{ {_variables(dark=False, weight=' !important')} }} }}",
    ))


def _variables(dark: bool, weight: str = "") -> str:
    return " ".join(
        f"--{name}: {colour}{weight};" for name, colour in theme.properties(dark).items())


def apply(language: str, page: str) -> None:
    """Dress `page` for `language`. Takes no room in the layout."""
    dark = is_dark()
    st.html(f"<style>{stylesheet(language, dark)}</style>")
    with st.container(key="frame_document"):
        _set_document(
            key="document",
            data={"language": language, "direction": direction(language), "page": page,
                  "paper": theme.on_paper() if dark else {}},
        )
        widget_words.translate(language)


def is_dark() -> bool:
    """True when the visitor looks at the dark theme."""
    return st.context.theme.type == "dark"
