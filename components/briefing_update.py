"""Bringing a briefing up to date: what each of its numbers would become, before it does."""

from __future__ import annotations

import streamlit as st

from components import access, briefing_deck, briefing_store, data, states, tables
from components.briefing_changes import change
from didgah.briefing.items import Briefing
from didgah.briefing.slides import Deck, Slide
from didgah.highlight import inert
from didgah.language.messages import plural, text
from didgah.queries.data_day import as_of
from didgah.store.reader import Snapshot


def show(briefing: Briefing, deck: Deck, language: str) -> None:
    """Nothing while the briefing stands on the newest data of its store."""
    newest = _newest()
    if deck.version == newest.version:
        return
    with st.container(border=True, key="briefing_update"):
        states.note(text("briefing.newer", language, day=as_of(newest, language)))
        with st.expander(text("briefing.compare", language), icon=":material/compare_arrows:",
                         key="briefing_compare", on_change="rerun") as box:
            if box.open:
                _compared(deck, briefing_deck.deck(briefing, newest), language)
        if access.may_edit():
            st.button(
                text("basket.update", language), key="briefing_do_update",
                icon=":material/update:", on_click=change, args=("updated", briefing.id),
                kwargs={"version": newest.version, "pinned": newest.version})


def _newest() -> Snapshot:
    latest = data.latest()
    return latest if latest.folder == briefing_store.folder() else data.snapshot()


def _compared(before: Deck, now: Deck, language: str) -> None:
    pairs = list(zip(before.slides, now.slides, strict=True))
    moved = [(old, new) for old, new in pairs if _said(old) != _said(new)]
    st.caption(plural("briefing.changed_items", language, len(moved)))
    if moved:
        tables.short(
            [text(f"briefing.column_{name}", language) for name in ("item", "before", "now")],
            [[inert(new.headline), _said(old), _said(new)] for old, new in moved])


def _said(slide: Slide) -> str:
    return " · ".join(filter(None, (slide.n_words, slide.reading)))
