"""The commonest names compared: by language on one scale, and by rank from period to period."""

from __future__ import annotations

import streamlit as st

from components import charts, data, entity_basis, links
from components.downloads import downloads
from didgah.charts import entity_languages
from didgah.charts import ranks as drawn
from didgah.charts.entity_shares import THIN
from didgah.language.calendars import home_calendar
from didgah.language.messages import text
from didgah.language.numbers import format_number
from didgah.queries import entities
from didgah.queries.ranks import PERIODS, ranks

_NAMES = 8


def by_language(keys: list[str], state: links.State, dark: bool) -> None:
    """How often each language's articles name the first of `keys`; articles, whatever the unit."""
    language = state.language
    order = keys[:_NAMES]
    found = data.ask(entities.by_language, entity_basis.filters_in_force(state.filters),
                     tuple(order))
    if found["language"].nunique() < 2:
        return
    said = entity_basis.names(order, language)
    title = text("entities.languages", language)
    st.subheader(title)
    note = text("entities.languages_note", language, thin=format_number(THIN, language))
    st.caption(note)
    fig = charts.drawn(entity_languages.figure, found, order, said, language=language, dark=dark,
                                  colours=entity_basis.colours(order, dark))
    opened = charts.clickable(fig, "tongue", alt=text(
        "entities.languages_alt", language, n=format_number(len(order), language)))
    downloads(
        found.assign(name=found["entity"].map(said)), fig, "names-by-language", title, note=note,
        columns={"entity": "id", "name": text("meetings.name", language),
                 "language": text("meetings.language", language),
                 "n": text("entities.articles", language),
                 "denominator": text("entities.of_all", language),
                 "share": text("entities.share", language),
                 "low": text("entities.low", language), "high": text("entities.high", language)},
    )
    for row in found[found["open"] == opened].to_dict("records"):
        entity_basis.drawer(row["open"], said[row["entity"]], "tongue")


def by_rank(kind: str, state: links.State, dark: bool) -> None:
    """The first names of `kind` by rank in the last periods, counted in articles."""
    language = state.language
    solar = home_calendar(language) == "solar_hijri"
    found = data.ask(ranks, entity_basis.filters_in_force(state.filters), kind, "articles",
                     _NAMES, solar)
    if found.empty or found["period"].nunique() < 2:
        return
    keys = list(dict.fromkeys(found["entity"]))
    said = entity_basis.names(keys, language)
    title = text("entities.ranks", language)
    st.subheader(title)
    note = text("entities.ranks_note", language, n=format_number(len(keys), language))
    if found.attrs["cut"]:
        note += " " + text("entities.ranks_cut", language, n=format_number(PERIODS, language))
    st.caption(note)
    fig = charts.drawn(drawn.figure, found, said, grain=found.attrs["grain"], unit="articles",
                       language=language, dark=dark, colours=entity_basis.colours(keys, dark))
    opened = charts.clickable(fig, "rank", alt=text(
        "entities.ranks_alt", language, n=format_number(len(keys), language)))
    downloads(
        found.assign(name=found["entity"].map(said)), fig, "names-by-rank", title, note=note,
        columns={"entity": "id", "name": text("meetings.name", language),
                 "period": text("entities.since", language),
                 "until": text("entities.until", language),
                 "rank": text("entities.rank_column", language),
                 "n": text("entities.articles", language),
                 "denominator": text("entities.of_all", language)},
    )
    for row in found[found["open"] == opened].to_dict("records"):
        entity_basis.drawer(row["open"], said[row["entity"]], "rank")
