"""Which other spellings of a name the search has taken in, each to be taken out again."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from components import data, links
from didgah import spellings
from didgah.describe import isolated
from didgah.language.messages import text
from didgah.model import Registry


def spread(typed: str) -> str:
    """What was typed, with the spellings that the registry has of the names in it."""
    return spellings.spread(typed, _known())


def chips(state: links.State) -> None:
    """The spellings that the query seeks beside those typed; nothing when there are none."""
    query, language = state.filters.query, state.language
    groups = spellings.spreads(query, _known()) if query else ()
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
                 name=", ".join(isolated(links.plain(one.typed)) for one in groups)),
            key="spelling_exact", type="tertiary", icon=":material/match_word:",
            help=text("query.exactly_help", language), on_click=_ask,
            args=(spellings.exactly(query, groups),),
        )


def _ask(query: str) -> None:
    links.set_filters(replace(links.current().filters, query=query))


def _known() -> dict[spellings.Key, tuple[str, ...]]:
    registry = data.snapshot().registry
    return _table(registry.version, registry)


@st.cache_resource(max_entries=4, show_spinner=False)
def _table(version: str, _registry: Registry) -> dict[spellings.Key, tuple[str, ...]]:
    return spellings.table(_registry)
