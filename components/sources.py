"""Whom the outlets name as their sources: a table in which every number opens its articles."""

from __future__ import annotations

import streamlit as st

from components import data, links, states, tables
from components.downloads import downloads
from didgah.describe import Namer
from didgah.language.messages import plural, text
from didgah.language.numbers import format_number
from didgah.queries import reprints

_ROWS = 12


def show(state: links.State) -> None:
    """Outlet, cited outlet, articles; nothing where nobody cites anybody."""
    language = state.language
    frame = data.ask(reprints.sources, state.filters)
    if frame.empty:
        return
    st.subheader(text("overview.sources", language))
    states.note(text("overview.sources_note", language))
    say = Namer(data.snapshot().registry, language)
    most = int(frame["articles"].max())
    rows = [[
        say("outlets", row.outlet), say("cites", row.cited),
        tables.Cell(format_number(row.articles, language), number=True, bar=row.articles / most,
                    href=links.url_for("reader", state.filters.narrow(row.open))),
    ] for row in frame.head(_ROWS).itertuples()]
    columns = {"outlet": text("overview.column_outlet", language),
               "cited": text("overview.column_cited", language),
               "articles": text("overview.column_articles", language)}
    tables.short(list(columns.values()), rows)
    left = frame.attrs["total"] - len(rows)
    with st.container(horizontal=True, vertical_alignment="center"):
        if left > 0:
            states.note(plural("overview.more_sources", language, left))
        named = frame.assign(outlet=[say("outlets", one) for one in frame["outlet"]],
                             cited=[say("cites", one) for one in frame["cited"]])
        downloads(named, None, "sources", text("overview.sources", language), columns=columns)
