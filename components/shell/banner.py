"""What the visitor has to know before reading any number on the page."""

from __future__ import annotations

import streamlit as st

from components import data, links, states
from didgah.highlight import inert
from didgah.language.messages import text
from didgah.queries.data_day import as_of


def show(state: links.State) -> None:
    """The sample corpus, a pinned or lost data version, values of the link that were ignored."""
    language, served = state.language, data.snapshot()
    if served.is_sample:
        with st.container(key="banner", horizontal=True, vertical_alignment="center"):
            st.html(f"<p>{text('banner.sample', language)}</p>")
            links.link("corpus", text("banner.own", language), icon=":material/upload_file:")
    if data.pin_lost():
        _version_note(text("banner.pin_lost", language, version=state.version), language)
    elif state.version and served.version != data.latest().version:
        _version_note(text("banner.pinned", language, version=state.version,
                           days=as_of(served, language)), language, compare=state.version)
    if served.trouble:
        states.note(text("banner.trouble", language, reason=str(served.trouble)))
    if state.ignored:
        states.note(text("banner.ignored", language, values=inert("  ".join(state.ignored))))


def _version_note(words: str, language: str, compare: str = "") -> None:
    with st.container(key="banner_version", horizontal=True, vertical_alignment="center"):
        states.note(words)
        if compare:
            links.link("overview", text("banner.compare", language), version="",
                       icon=":material/difference:", changed_since=compare)
        st.button(text("banner.follow", language), key="follow_latest", type="tertiary",
                  on_click=links.unpin)
