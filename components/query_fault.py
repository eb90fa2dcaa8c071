"""A text query that cannot be read: what is wrong, where, and the nearest one that can."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from components import links, states
from didgah import textquery
from didgah.filters import Filters
from didgah.highlight import inert
from didgah.language.messages import text
from didgah.language.numbers import format_number


def readable(filters: Filters, language: str) -> bool:
    """True when the query can be asked; else says what is wrong and offers to mend it.

    The search box refuses such a query as it is typed; a link may still hold one.
    """
    if not filters.query:
        return True
    try:
        textquery.parse(filters.query)
    except textquery.QueryError as error:
        _explain(error, filters, language)
        return False
    return True


def _explain(error: textquery.QueryError, filters: Filters, language: str) -> None:
    where = text(
        "reader.query_at", language, query=inert(filters.query),
        position=format_number(error.position + 1, language),
    )
    states.problem(
        text("reader.query_wrong", language), text(error.message_key, language), detail=where
    )
    with st.container(horizontal=True):
        if error.hint:
            st.button(
                text("reader.query_fix", language, hint=links.plain(error.hint)),
                key="query_fix", icon=":material/build:",
                on_click=links.set_filters, args=(replace(filters, query=error.hint),),
            )
        st.button(
            text("reader.query_clear", language), key="query_clear", icon=":material/close:",
            on_click=links.set_filters, args=(replace(filters, query=""),),
        )
