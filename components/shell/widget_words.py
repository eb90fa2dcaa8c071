"""Streamlit's own words (“No results”, “Help for …”) in the language of the pages."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import streamlit as st

from didgah.language.messages import load
from didgah.language.numbers import to_digits

_PREFIX = "widgets."
_watch = st.components.v2.component(
    "didgah_widget_words", js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
)


@cache
def words(language: str) -> tuple[tuple[str, str], ...]:
    """(what Streamlit writes, what stands for it) for all of `widgets.toml`."""
    return tuple(
        (str(texts["en"]), str(texts[language]))
        for key, texts in load().items()
        if key.startswith(_PREFIX) and texts[language] != texts["en"]
    )


def translate(language: str) -> None:
    """Watch the page for them. To be called once a run, in a place that is not shown."""
    _watch(key="widget_words",
           data={"words": words(language), "digits": to_digits("0123456789", language)})
