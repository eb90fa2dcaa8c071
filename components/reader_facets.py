"""Facets: what the found articles can be narrowed to or freed of, and what each choice leaves."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import streamlit as st

from components import data, links
from didgah.describe import Namer
from didgah.filters import Filters
from didgah.highlight import inert
from didgah.language.messages import text
from didgah.language.numbers import format_number, to_digits
from didgah.language.writing import direction
from didgah.queries import articles

_SHOWN = 5  # choices of a facet before one asks for more
_OPEN = 4  # facets that are unfolded to begin with
_ASKED = 40


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet of the page: what the query calls it and which filter it writes."""

    name: str
    query: str
    field: str
    prefix: str = ""  # of the values of `query` that belong here
    leaves_out: str = ""  # before its values in `Filters.excluded`

    def excluded(self, value: str) -> str:
        """`value` as `Filters.excluded` writes it."""
        return self.leaves_out + value


FACETS: tuple[Facet, ...] = (
    Facet("language", "language", "languages", leaves_out="language:"),
    Facet("outlet", "outlet", "outlets", leaves_out="publisher:"),
    Facet("person", "entity", "entities", "person:"),
    Facet("place", "place", "places", leaves_out="place:"),
    Facet("year", "year", "since", leaves_out="year:"),
    Facet("organisation", "entity", "entities", "organisation:"),
    Facet("series", "series", "series", leaves_out="series:"),
    Facet("theme", "theme", "themes", leaves_out="theme:"),
    Facet("topic", "topic", "topics", leaves_out="topic:"),
    Facet("cites", "cites", "cites", leaves_out="cites:"),
)
_BY_NAME = {one.name: one for one in FACETS}

_component = st.components.v2.component(
    "didgah_facets",
    html="<div class='facets'></div>",
    css=Path(__file__).with_suffix(".css").read_text(encoding="utf-8"),
    js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8"),
)


def facets(filters: Filters, language: str) -> None:
    """All facets, one below the other; a choice goes to the filters at once."""
    say = Namer(data.snapshot().registry, language)
    key = "facets"

    def picked() -> None:
        came = read(st.session_state[key].pick)
        if came:
            links.set_filters(choose(links.current().filters, *came))
            links.set_view(list=None)

    shown = [found for one in FACETS if (found := _facet(one, filters, say))]
    for place, one in enumerate(shown):
        one["open"] = place < _OPEN or any(row["state"] for row in one["rows"])
    with st.container(key="reader_facets"):
        st.html(f'<p class="small">{text("reader.facets_help", language)}</p>')
        _component(
            key=key, on_pick_change=picked,
            data={
                "facets": shown, "few": _SHOWN, "direction": direction(language),
                "labels": {name: text(f"reader.facets_{name}", language)
                           for name in ("more", "fewer", "exclude", "undo")},
            },
        )


def _facet(facet: Facet, filters: Filters, say: Namer) -> dict | None:
    frame = data.ask(articles.facets, filters, facet.query, n=_ASKED)
    counts = {
        str(value): int(n)
        for value, n in zip(frame["value"], frame["articles"], strict=True)
        if str(value).startswith(facet.prefix)
    }
    chosen, without = selected(facet, filters), left_out(facet, filters)
    rest = [one for one in counts if one not in chosen and one not in without]
    if facet.name == "year":
        rest.sort(reverse=True)
    rows = [
        {
            "value": one, "label": _name(facet, one, say),
            # Of what is left out no article remains, and what would is not asked.
            "n": "" if one in without else format_number(counts.get(one, 0), say.language),
            "state": "in" if one in chosen else "out" if one in without else "",
        }
        for one in (*chosen, *without, *rest)
    ]
    return {"name": facet.name, "label": text(f"reader.facet.{facet.name}", say.language),
            "rows": rows} if rows else None


def _name(facet: Facet, value: str, say: Namer) -> str:
    return to_digits(value, say.language) if facet.name == "year" else inert(
        say(facet.field, value))


def selected(facet: Facet, filters: Filters) -> tuple[str, ...]:
    """The values of `facet` that `filters` ask for."""
    if facet.name == "year":
        year = _whole_year(filters)
        return (str(year),) if year else ()
    return tuple(v for v in getattr(filters, facet.field) if v.startswith(facet.prefix))


def left_out(facet: Facet, filters: Filters) -> tuple[str, ...]:
    """The values of `facet` that `filters` exclude."""
    prefix = facet.leaves_out or facet.prefix
    return tuple(
        one.removeprefix(facet.leaves_out) for one in filters.excluded if one.startswith(prefix)
    )


def read(came: object) -> tuple[Facet, str, str] | None:
    """(facet, value, "in", "out" or "") of what a browser sent; None when it is not that."""
    try:
        name, value, state = json.loads(came)  # type: ignore[arg-type]
        facet = _BY_NAME[name]
    except (TypeError, ValueError, KeyError):
        return None
    if not isinstance(value, str) or not value.startswith(facet.prefix):
        return None
    if state not in ("in", "out", ""):
        return None
    if facet.name == "year" and not (value.isascii() and value.isdecimal() and len(value) == 4
                                     and int(value)):
        return None
    return facet, value, state


def choose(filters: Filters, facet: Facet, value: str, state: str) -> Filters:
    """`filters` with `value` asked for ("in"), left out ("out") or neither (""); one year only.

    What the filters could not say in an address is dropped, as it is from an address.
    """
    apart = facet.excluded(value)
    excluded = tuple(one for one in filters.excluded if one != apart)
    if state == "out":
        excluded = (*excluded, apart)
    if facet.name == "year":
        changed = replace(filters, excluded=excluded)
        if state == "in":
            year = int(value)
            changed = replace(changed, since=date(year, 1, 1), until=date(year, 12, 31))
        elif value in selected(facet, filters):
            changed = replace(changed, since=None, until=None)
    else:
        values = tuple(one for one in getattr(filters, facet.field) if one != value)
        if state == "in":
            values = (*values, value)
        changed = replace(filters, excluded=excluded, **{facet.field: values})
    return Filters.read(changed.to_pairs())[0]


def _whole_year(filters: Filters) -> int | None:
    since, until = filters.since, filters.until
    if since and until and since == date(since.year, 1, 1) and until == date(since.year, 12, 31):
        return since.year
    return None
