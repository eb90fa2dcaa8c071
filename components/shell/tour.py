"""What can be seen where, on one screen: opens by itself on a first visit, later by its button."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from components import links
from components.shell.pages import HOME, PAGES, PageEntry
from didgah.language.messages import text
from didgah.language.writing import direction

_HABITS = ("marks", "filters", "link")  # what holds on every page

_button = st.components.v2.component(
    "didgah_tour_button",
    html="<button type='button' class='tour-button' aria-expanded='false'></button>",
    css=Path(__file__).with_suffix(".css").read_text(encoding="utf-8"),
    js=Path(__file__).with_name("tour_button.js").read_text(encoding="utf-8"),
)
_panel = st.components.v2.component(
    "didgah_tour",
    html="<section class='tour' tabindex='-1' hidden></section>",
    css=Path(__file__).with_suffix(".css").read_text(encoding="utf-8"),
    js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8"),
)


def button(language: str) -> None:
    """The button in the bar that opens and closes the tour."""
    _button(key="tour_button", data={"label": text("tour.open", language)})


def panel(entry: PageEntry, state: links.State) -> None:
    """The place of the tour below the bar; nothing shows until the browser says it is wanted.

    It opens by itself only on the plain front page, and only until it has been closed once
    in that browser: an address that says what to look at is never covered.
    """
    language = state.language
    plain = entry is HOME and state.filters.is_default and not state.view and not state.version
    with st.container(key="frame_tour"):
        _panel(
            key="tour",
            data={
                "unasked": plain, "direction": direction(language),
                "title": text("tour.title", language), "close": text("tour.close", language),
                "pages": [
                    {"href": links.url_for(one.name), "here": one is entry,
                     "title": text(f"{one.name}.title", language),
                     "says": text(f"tour.{one.name}", language)}
                    for one in PAGES
                ],
                "habits": [text(f"tour.{one}", language) for one in _HABITS],
            },
        )
