"""The items of a briefing in order: what each says, the presenter's words, and its place."""

from __future__ import annotations

from html import escape

import streamlit as st

from components import access
from components.briefing_changes import change
from didgah.briefing.items import MAX_WORDS, Briefing, Item
from didgah.briefing.slides import Deck, Slide
from didgah.highlight import inert
from didgah.language.messages import text
from didgah.language.numbers import format_number


def show(briefing: Briefing, deck: Deck, language: str) -> None:
    """One box for each item; those who may edit move, word and take out."""
    editing = access.may_edit()
    last = len(briefing.items) - 1
    for place, (item, slide) in enumerate(zip(briefing.items, deck.slides, strict=True)):
        with st.container(border=True, key=f"briefing_item_{item.id}"):
            with st.container(horizontal=True, vertical_alignment="center", wrap=False):
                _head(place, item, slide, deck.language, language)
                if editing:
                    with st.container(horizontal=True, wrap=False, width="content", gap=None):
                        _place(briefing.id, item, place, last, language)
            _reading(slide, deck.language, language)
            if editing:
                _words(briefing.id, item, slide, language)
            elif item.notes:
                st.html(f"<p class='small' dir='auto'>{escape(inert(item.notes))}</p>")


def _head(place: int, item: Item, slide: Slide, spoken: str, language: str) -> None:
    number = format_number(place + 1, language)
    kind = text(f"briefing.kind.{slide.kind}", language)
    kind = "" if kind == slide.headline else kind
    headline = escape(inert(item.headline) or slide.headline)
    st.html(
        f"<p class='briefing-item'><b>{escape(number)}</b> "
        f"<strong lang='{spoken}'><bdi>{headline}</bdi></strong> "
        f"<small>{escape(kind)}</small></p>", width="stretch")


def _reading(slide: Slide, spoken: str, language: str) -> None:
    words = " · ".join(filter(None, (slide.reading, slide.n_words, slide.scope)))
    opens = escape(text("briefing.open", language))
    st.html(
        f"<p class='item-meta'><bdi lang='{spoken}'>{escape(words)}</bdi> "
        f"<a class='briefing-open' href='{escape(slide.link)}' target='_self'>{opens}</a></p>")


def _place(briefing: str, item: Item, place: int, last: int, language: str) -> None:
    for name, to, icon, closed in (
        ("up", place - 1, ":material/arrow_upward:", place == 0),
        ("down", place + 1, ":material/arrow_downward:", place == last),
    ):
        st.button(
            "", key=f"{name}_{item.id}", icon=icon, disabled=closed, type="tertiary",
            help=text(f"briefing.{name}", language), on_click=change,
            args=("moved", briefing), kwargs={"item": item.id, "to": max(to, 0)})
    st.button(
        "", key=f"remove_{item.id}", icon=":material/close:", type="tertiary",
        help=text("briefing.remove", language), on_click=change, args=("removed", briefing),
        kwargs={"item": item.id})


def _words(briefing: str, item: Item, slide: Slide, language: str) -> None:
    fields = {name: f"{name}_{item.id}" for name in ("headline", "notes")}
    st.session_state[fields["headline"]] = item.headline
    st.session_state[fields["notes"]] = item.notes

    def take(name: str) -> None:
        change("edited", briefing, item=item.id, **{name: st.session_state[fields[name]]})

    headline, notes = st.columns([2, 3], gap="small")
    with headline:
        st.text_input(
            text("briefing.headline_of", language), key=fields["headline"], max_chars=MAX_WORDS,
            placeholder="" if item.headline else inert(slide.headline), on_change=take,
            args=("headline",))
    with notes:
        st.text_area(
            text("briefing.notes", language), key=fields["notes"], max_chars=MAX_WORDS, height=68,
            placeholder=text("briefing.notes_hint", language), on_change=take, args=("notes",))
