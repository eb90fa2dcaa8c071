"""Which other spellings of a name the search has taken in, each to be taken out again."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from components import data, links, states
from didgah import spellings
from didgah.describe import isolated
from didgah.filters import MAX_LENGTH
from didgah.highlight import inert
from didgah.language.messages import text
from didgah.language.numbers import format_number
from didgah.language.writing import comma


def spread(typed: str) -> str:
    """What was typed, with the spellings that the registry has of the names in it."""
    return spellings.spread(typed, spellings.known(data.snapshot().registry))


def chips(state: links.State) -> None:
    """The spellings that the query seeks beside those typed; nothing when there are none."""
    query, language = state.filters.query, state.language
    if not query:
        return
    known = spellings.known(data.snapshot().registry)
    groups = spellings.spreads(query, known)
    crowded = spellings.crowded_out(query, known)
    if crowded:
        states.note(text(
            "query.crowded_out", language, n=format_number(MAX_LENGTH, language),
            names=comma(language).join(isolated(inert(one)) for one in crowded)))
    if not groups:
        return
    with st.container(
        horizontal=True, vertical_alignment="center", key="query_spellings", gap="xxsmall"
    ):
        st.html(f"<p class='small'>{text('query.spellings', language)}</p>", width="content")
        for n, group in enumerate(groups):
            for one in group.others:
                st.button(
                    links.plain(one), key=f"spelling_{n}_{one}", icon=":material/close:",
                    help=text("query.spelling_out", language, name=isolated(links.plain(one))),
                    on_click=_ask, args=(spellings.without(query, group, one),),
                )
        st.button(
            text("query.exactly", language,
                 name=comma(language).join(isolated(links.plain(one.typed)) for one in groups)),
            key="spelling_exact", type="tertiary", icon=":material/match_word:",
            help=text("query.exactly_help", language), on_click=_ask,
            args=(spellings.exactly(query, groups),),
        )


def _ask(query: str) -> None:
    links.set_filters(replace(links.current().filters, query=query))
