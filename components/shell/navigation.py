"""The bar at the top: wordmark, the pages, the language switch."""

from __future__ import annotations

from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components import basket, links
from components.shell import sign_in, tour
from components.shell.pages import BY_NAME, HOME, PAGES, PageEntry, streamlit_page
from didgah.language.calendars import WRITTEN, home_calendar
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
                if one.name == "briefing":
                    with st.container(key="basket_place", width="content"):
                        basket.frame()
                else:
                    links.link(one.name, text(f"{one.name}.title", state.language), icon=one.icon)
        with st.container(
            key="frame_language", width="content", horizontal=True, wrap=False, gap=None,
            vertical_alignment="center",
        ):
            tour.button(state.language)
            sign_in.menu(state.language)
            _reading(entry, state)


def _reading(entry: PageEntry, state: links.State) -> None:
    """A menu for how the pages are read: their language and the calendar of their dates."""
    name = text("shell.language_name", state.language)
    with st.popover(name, icon=":material/translate:", type="tertiary", key="reading"):
        st.caption(text("shell.language", state.language))
        for one in INTERFACE_LANGUAGES:
            links.link(
                entry.name, text("shell.language_name", one), interface=one,
                icon=_chosen(one == state.language), **state.view,
            )
        st.caption(text("shell.calendar", state.language))
        for calendar in WRITTEN:
            links.link(
                entry.name, text(f"meetings.calendar_{calendar}", state.language), dates=calendar,
                icon=_chosen(calendar == home_calendar(state.language)), **state.view,
            )


def _chosen(yes: bool) -> str:
    return ":material/radio_button_checked:" if yes else ":material/radio_button_unchecked:"


def heading(entry: PageEntry, language: str) -> DeltaGenerator:
    """The page's title and purpose; returns the place beside them for the link to copy."""
    with st.container(
        key="frame_heading", horizontal=True, vertical_alignment="center", gap="small"
    ):
        title = escape(text(f"{entry.name}.title", language))
        purpose = escape(text(f"{entry.name}.purpose", language))
        # The space keeps Persian letters of the two from joining.
        st.html(f"<h1 class='title'>{title} <small>{purpose}</small></h1>")
        return st.container(key="frame_links", width="content", horizontal=True, wrap=False,
                            gap="small", vertical_alignment="center")
