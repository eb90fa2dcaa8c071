"""The bar at the top: wordmark, the seven pages, the language switch."""

from __future__ import annotations

from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components import links
from components.shell.pages import BY_NAME, HOME, PAGES, PageEntry, streamlit_page
from didgah.language.messages import INTERFACE_LANGUAGES, text


def register(language: str) -> tuple[PageEntry, st.Page]:
    """Tell Streamlit about every page; the entry and the page that the address names."""
    pages = {entry.name: streamlit_page(entry, language) for entry in PAGES}
    alias = streamlit_page(HOME, language, alias=True)
    chosen = st.navigation([*pages.values(), alias], position="hidden")
    return BY_NAME.get(chosen.url_path, HOME), chosen


def bar(entry: PageEntry, state: links.State) -> None:
    """Draw the bar. Every link carries the filters, so that they follow the reader."""
    with st.container(
        key="frame_bar", horizontal=True, vertical_alignment="center", wrap=False, gap="small"
    ):
        name = escape(text("shell.wordmark", state.language))
        other = escape(text("shell.wordmark_other", state.language))
        st.html(
            f'<span class="wordmark">{name} <small>{other}</small></span>', width="content"
        )
        with st.container(
            key="frame_pages", horizontal=True, wrap=False, gap=None, vertical_alignment="center"
        ):
            for one in PAGES:
                links.link(one.name, text(f"{one.name}.title", state.language), icon=one.icon)
        with st.container(key="frame_language", width="content"):
            _language_switch(entry, state)


def _language_switch(entry: PageEntry, state: links.State) -> None:
    other = next(one for one in INTERFACE_LANGUAGES if one != state.language)
    links.link(
        entry.name,
        text("shell.language_name", other),
        icon=":material/translate:",
        help=text("shell.language_switch", other),
        interface=other,
        **state.view,
    )


def heading(entry: PageEntry, language: str) -> DeltaGenerator:
    """The page's title and purpose; returns the place beside them for the link to copy."""
    with st.container(
        key="frame_heading", horizontal=True, vertical_alignment="center", gap="small"
    ):
        title = escape(text(f"{entry.name}.title", language))
        purpose = escape(text(f"{entry.name}.purpose", language))
        # The space keeps Persian letters of the two from joining.
        st.html(f"<h1 class='title'>{title} <small>{purpose}</small></h1>")
        return st.container(width="content")
