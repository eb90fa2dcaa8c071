"""Facets: what the found articles can be narrowed to, with how many each choice leaves."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import streamlit as st

from components import data, links
from didgah.describe import Namer, isolated
from didgah.filters import Filters
from didgah.language.messages import text
from didgah.language.numbers import format_number, to_digits
from didgah.queries import articles

_SHOWN = 8  # choices of a facet before one asks for more in the filter bar
_ASKED = 60


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet of the page: what the query calls it and which filter it writes."""

    name: str
    query: str
    field: str
    prefix: str = ""  # of the values of `query` that belong here


FACETS: tuple[Facet, ...] = (
    Facet("language", "language", "languages"),
    Facet("year", "year", "since"),
    Facet("outlet", "outlet", "outlets"),
    Facet("person", "entity", "entities", "person:"),
    Facet("organisation", "entity", "entities", "organisation:"),
    Facet("place", "place", "places"),
    Facet("series", "series", "series"),
    Facet("theme", "theme", "themes"),
    Facet("topic", "topic", "topics"),
    Facet("cites", "cites", "cites"),
)


def facets(filters: Filters, language: str) -> None:
    """All facets, one below the other; a choice goes to the filters at once."""
    say = Namer(data.snapshot().registry, language)
    with st.container(key="reader_facets"):
        st.html(f'<p class="small">{text("reader.facets_help", language)}</p>')
        for facet in FACETS:
            _facet(facet, filters, say, language)


def _facet(facet: Facet, filters: Filters, say: Namer, language: str) -> None:
    frame = data.ask(articles.facets, filters, facet.query, n=_ASKED)
    counts = {
        str(value): int(n)
        for value, n in zip(frame["value"], frame["articles"], strict=True)
        if str(value).startswith(facet.prefix)
    }
    chosen = selected(facet, filters)
    options = [*chosen, *(value for value in counts if value not in chosen)]
    options = options[: max(_SHOWN, len(chosen))] if facet.name != "year" else sorted(
        options, reverse=True
    )
    if not options:
        return
    key = f"facet_{facet.name}"
    st.session_state[key] = list(chosen)

    def named(value: str) -> str:
        n = format_number(counts.get(value, 0), language)
        name = to_digits(value, language) if facet.name == "year" else say(facet.field, value)
        return f"{isolated(links.plain(name))} :gray[{n}]"

    st.pills(
        text(f"reader.facet.{facet.name}", language), options, selection_mode="multi", key=key,
        format_func=named, on_change=_choose, args=(facet, key),
    )


def selected(facet: Facet, filters: Filters) -> tuple[str, ...]:
    """The values of `facet` that `filters` ask for."""
    if facet.name == "year":
        year = _whole_year(filters)
        return (str(year),) if year else ()
    return tuple(v for v in getattr(filters, facet.field) if v.startswith(facet.prefix))


def choose(facet: Facet, filters: Filters, values: tuple[str, ...]) -> Filters:
    """`filters` with `values` chosen in `facet`; of several years the span they cover."""
    if facet.name == "year":
        years = [int(value) for value in values]
        if not years:
            return replace(filters, since=None, until=None)
        return replace(filters, since=date(min(years), 1, 1), until=date(max(years), 12, 31))
    others = tuple(v for v in getattr(filters, facet.field) if not v.startswith(facet.prefix))
    kept = others if facet.prefix else ()
    return replace(filters, **{facet.field: (*kept, *values)})


def _choose(facet: Facet, key: str) -> None:
    filters = links.current().filters
    before = selected(facet, filters)
    values = tuple(st.session_state[key])
    if facet.name == "year":
        values = tuple(value for value in values if value not in before)  # one year at a time
    links.set_filters(choose(facet, filters, values))
    links.set_view(list=None)


def _whole_year(filters: Filters) -> int | None:
    since, until = filters.since, filters.until
    if since and until and since == date(since.year, 1, 1) and until == date(since.year, 12, 31):
        return since.year
    return None
