"""Who is named beside whom, as a matrix and as a network, by article or by sentence."""

from __future__ import annotations

from urllib.parse import parse_qs

import pandas as pd
import streamlit as st

from components import charts, data, entity_basis, links
from components.downloads import downloads
from components.entity_basis import names, switch
from didgah.charts import network, pairs
from didgah.filters import Filters
from didgah.language.messages import text
from didgah.language.numbers import format_number
from didgah.queries import entities, sentences
from didgah.queries.marks import openings

_KINDS = ("person", "organisation")
_NAMES = 10
_ALL_PAIRS = 2000
WITHIN = ("article", "sentence")
FORMS = ("matrix", "network")


def show(state: links.State, dark: bool) -> None:
    """The commonest people and organisations, two by two; nothing when no two meet."""
    language = state.language
    counted = entity_basis.filters_in_force(state.filters)
    order = list(data.ask(entities.top, counted, _KINDS, "articles", _NAMES)["entity"])
    if len(order) < 2:
        return
    st.subheader(text("entities.comention", language))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        form = switch("pairs", FORMS, "entities.pairs_", clear=("open_pairs",))
        within = switch("within", WITHIN, "entities.within_", clear=("open_pairs",))
    if within == "sentence" and not entity_basis.can_read(counted, language):
        within = "article"
    found = _pairs(counted, order, within)
    if found.empty:
        st.caption(text("entities.no_pairs", language))
        return
    said = names(order, language)
    note = text(f"entities.{form}_note_{within}", language)
    fig = _figure(form, found, order, said, within, language, dark)
    if form == "network":
        note += " " + text("entities.network_edges", language,
                           n=format_number(min(len(found), network.EDGES), language),
                           all=format_number(len(found), language))
    st.caption(note)
    opened = charts.clickable(fig, "pairs", alt=text(
        f"entities.{form}_alt_{within}", language, n=format_number(len(order), language)))
    name = text("meetings.name", language)
    unit = "sentences" if within == "sentence" else "articles"
    downloads(
        found.assign(one=found["a"].map(said), other=found["b"].map(said)), fig,
        "names-together", text("entities.comention", language), note=note,
        columns={"a": "id 1", "one": f"{name} 1", "b": "id 2", "other": f"{name} 2",
                 "n": text(f"entities.{unit}", language)},
    )
    if opened:
        both = tuple(parse_qs(opened).get("also", []))
        words = " – ".join(names(list(both), language).values())
        if within == "sentence" and both:
            entity_basis.passages(opened, both, words, "pairs")
        else:
            entity_basis.drawer(opened, words, "pairs")


def _pairs(counted: Filters, order: list[str], within: str) -> pd.DataFrame:
    """Columns a, b, n, open of the pairs among `order`."""
    if within == "article":
        found = data.ask(entities.comention, counted, _ALL_PAIRS, _KINDS)
        return found[found["a"].isin(order) & found["b"].isin(order)].reset_index(drop=True)
    found = data.ask(sentences.comention, counted, tuple(order))
    return found.assign(open=openings(
        found, (Filters(also=pair) for pair in zip(found["a"], found["b"], strict=True))))


def _figure(
    form: str, found: pd.DataFrame, order: list[str], said: dict[str, str], within: str,
    language: str, dark: bool,
):
    if form == "matrix":
        return charts.drawn(pairs.comention, found, order, said, within=within,
                            language=language, dark=dark)
    return charts.drawn(network.figure, found, order, said, within=within,
                        language=language, dark=dark,
                        colours=entity_basis.colours(order, dark))
