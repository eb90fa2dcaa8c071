"""One name outside the registry: the sentences it stands in, and what it is to be."""

from __future__ import annotations

from html import escape

import streamlit as st

from components import article_words, candidate_form, data, links, meeting_style, states
from components.outlet_names import outlet_name
from didgah.filters import Filters
from didgah.highlight import inert
from didgah.language.calendars import format_pair
from didgah.language.messages import plural, text
from didgah.language.names import language_name
from didgah.language.numbers import format_number
from didgah.model import Span
from didgah.queries import candidates

_SENTENCES = 12


def show(key: str, state: links.State) -> None:
    """Draw the candidate with this key, or say that it is not there (any more)."""
    language = state.language
    meeting_style.apply()
    narrowed = state.filters.narrow(Filters(candidates=(key,)).to_query())
    rows = data.ask(candidates.listing, narrowed, n=100)
    rows = rows[rows["candidate"] == key]
    with st.container(border=True, key="candidate_panel"):
        if rows.empty:
            states.block(text("unlisted.gone", language), text("unlisted.gone_advice", language))
            _close(language)
            return
        row = rows.iloc[0].to_dict()
        _head(row, narrowed, language)
        left, right = st.columns([7, 6], gap="large")
        with left:
            _sentences(key, state)
        with right:
            candidate_form.show(row, language)


def _head(row: dict, narrowed: Filters, language: str) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        parts = [text(f"kind.{row['kind']}", language),
                 plural("entities.articles_n", language, int(row["articles"])),
                 plural("entities.mentions_n", language, int(row["mentions"]))]
        st.html(f"<p class='drawer-title'><strong><bdi>{escape(inert(row['name']))}</bdi></strong>"
                f" · {escape(' · '.join(parts))}</p>")
        links.link("reader", text("unlisted.read", language), narrowed, icon=":material/article:")
        _close(language)


def _close(language: str) -> None:
    st.button(text("unlisted.close", language), key="candidate_close", type="tertiary",
              icon=":material/close:", on_click=links.set_view, kwargs={"candidate": None})


def _sentences(key: str, state: links.State) -> None:
    language = state.language
    rows = data.ask(candidates.evidence, state.filters, key, _SENTENCES)
    st.caption(text("unlisted.first_sentences", language, n=format_number(len(rows), language)))
    st.html("".join(_sentence(row, state) for row in rows.to_dict("records")))


def _sentence(row: dict, state: links.State) -> str:
    language = state.language
    whole = row["before"] + row["surface"] + row["after"]
    start = len(row["before"])
    parts = [
        outlet_name(str(row["outlet"]), language),
        format_pair(row["day"], language), language_name(row["language"], language),
        text(f"unlisted.found_by_{row['found_by']}", language),
    ]
    shown = article_words.marked(
        whole, row["language"], [Span(start, start + len(row["surface"]))], name="item-sentence")
    title = article_words.title(row["title"], row["language"], language,
                                links.url_for("reader", article=row["article"]))
    return (
        f"<div class='item'>{shown}<p class='item-meta'>{title} · "
        + " · ".join(f"<bdi>{escape(inert(one))}</bdi>" for one in parts) + "</p></div>"
    )
