"""Which names fill the coverage: ranking, course over time, and who is named beside whom."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs

import streamlit as st

from components import charts, data, links, states
from components.downloads import downloads
from components.evidence import evidence
from didgah.charts import entities as drawn
from didgah.charts.pairs import comention
from didgah.language.messages import plural, text
from didgah.language.numbers import format_number
from didgah.queries import entities
from didgah.registry import label

if TYPE_CHECKING:
    import pandas as pd

KINDS = ("person", "organisation", "place", "outlet")
UNITS = ("articles", "mentions")
MEASURES = ("share", "n")
ROWS = ("10", "25", "50")
_FOLLOWED = 4  # names followed over time until the reader chooses others
_MOST = 6
_PAIRED = 10
_ALL_PAIRS = 2000


def show(state: links.State, dark: bool) -> None:
    """Controls, then the three charts, each with the drawer of the mark that is open."""
    language = state.language
    kind, unit, rows = _controls(language)
    frame = data.ask(entities.top, state.filters, (kind,), unit, int(rows))
    if frame.empty:
        states.empty(state.filters, language, title=text("entities.empty", language),
                     key="entities")
        return
    ranking, beside = st.columns([6, 7], gap="large")
    with ranking:
        _top(frame, kind, unit, state, dark)
    with beside:
        _trend(frame, unit, state, dark)
        _comention(state, dark)


def names(keys: list[str], language: str) -> dict[str, str]:
    """Registry key → name in `language`; a key the registry lacks keeps itself."""
    known = data.snapshot().registry.entities
    return {key: label(known[key], language) if key in known else key for key in keys}


def _controls(language: str) -> tuple[str, str, str]:
    chosen = []
    with st.container(horizontal=True, vertical_alignment="bottom", key="entities_controls"):
        for name, options, words in (
            ("kind", KINDS, "kinds"), ("unit", UNITS, "entities.unit"),
            ("rows", ROWS, None),
        ):
            chosen.append(_switch(name, options, words, language))
        _find(language)
    return chosen[0], chosen[1], chosen[2]


def _switch(name: str, options: tuple[str, ...], words: str | None, language: str) -> str:
    key = f"entities_{name}"
    default = "25" if name == "rows" else options[0]
    st.session_state[key] = value = links.view(name, default, options)
    joint = "." if words == "kinds" else "_"
    st.segmented_control(
        text(f"entities.{name}", language), options, key=key, required=True,
        format_func=lambda one: text(f"{words}{joint}{one}", language) if words
        else format_number(int(one), language),
        on_change=lambda: links.set_view(**{
            name: st.session_state[key], "open_top": None, "open_trend": None,
            **({"names": None} if name == "kind" else {}),
        }),
    )
    return value


def _find(language: str) -> None:
    options = data.ask(entities.options, KINDS)
    shown = names(list(options["key"]), language)
    st.session_state["entities_find"] = None
    st.selectbox(
        text("entities.find", language), list(shown), index=None, key="entities_find", width=320,
        placeholder=text("entities.find_example", language),
        format_func=lambda key: shown.get(key, key),
        on_change=lambda: links.set_view(entity=st.session_state["entities_find"]),
    )


def _top(
    frame: pd.DataFrame, kind: str, unit: str, state: links.State, dark: bool
) -> None:
    language = state.language
    said = names(list(frame["entity"]), language)
    st.subheader(text("entities.top", language))
    total = format_number(int(frame["denominator"].iloc[0]), language)
    note = text(f"entities.top_note_{unit}", language, total=total)
    if frame.attrs.get("truncated"):
        note += " " + text("entities.shown", language, n=format_number(len(frame), language),
                           all=format_number(frame.attrs["total"], language))
    st.caption(note)
    opened = links.view("open_top", "")
    mine = frame[frame["open"] == opened]
    fig = drawn.top(frame, said, unit=unit, language=language, dark=dark,
                    selected=mine["entity"].iloc[0] if len(mine) else "")
    charts.clickable(fig, "top", alt=text(
        "entities.top_alt", language, n=format_number(len(frame), language),
        first=said[frame["entity"].iloc[0]]))
    downloads(
        frame.assign(name=frame["entity"].map(said), kind=text(f"kind.{kind}", language)),
        fig, "names", text("entities.top", language), note=note,
        columns={"entity": "id", "name": text("meetings.name", language),
                 "kind": text("entities.kind", language), **_figures(unit, language)},
    )
    for row in mine.to_dict("records"):
        name = said[row["entity"]]
        links.link("entities", text("entities.open_record", language, name=name),
                   icon=":material/badge:", entity=row["entity"])
        drawer(opened, _bar_words(row, said, unit, language), "top")


def _figures(unit: str, language: str) -> dict[str, str]:
    """Titles of the columns of numbers in a file."""
    return {"n": text(f"entities.{unit}", language),
            "denominator": text("entities.of_all", language),
            "share": text("entities.share", language)}


def drawer(opened: str, words: str, key: str) -> None:
    """The articles behind the open mark of chart `key`, brought into view."""
    charts.reveal(key, opened)
    evidence(opened, words, key=key, on_close=partial(charts.close, key))


def _trend(frame: pd.DataFrame, unit: str, state: links.State, dark: bool) -> None:
    language = state.language
    st.subheader(text("entities.trend", language))
    options = list(data.ask(entities.options, KINDS)["key"])
    asked = [one for one in links.view("names", "").split(",") if one in options][:_MOST]
    followed = asked or list(frame["entity"])[:_FOLLOWED]
    said = names([*options, *followed], language)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        measure = _switch("measure", MEASURES, "entities.measure", language)
        st.session_state["entities_names"] = followed
        st.multiselect(
            text("entities.trend_names", language), list(said), key="entities_names",
            format_func=lambda key: said.get(key, key), max_selections=_MOST,
            on_change=lambda: links.set_view(
                names=",".join(st.session_state["entities_names"]) or None, open_trend=None),
        )
    trend(tuple(followed), said, unit, measure, state, dark)


def trend(
    keys: tuple[str, ...], said: dict[str, str], unit: str, measure: str, state: links.State,
    dark: bool,
) -> None:
    """The course of some names over time, and the drawer of the bar that is open."""
    language = state.language
    found = data.ask(entities.trend, state.filters, keys, "auto", unit)
    if found.empty:
        states.note(text("states.empty", language))
        return
    span = (found["period"].min().date(), found["until"].max().date())
    fig = drawn.trend(found, keys, said, window=span, unit=unit, measure=measure,
                      language=language, dark=dark)
    comma = text("meetings.list_comma", language)
    opened = charts.clickable(fig, "trend", alt=text(
        "entities.trend_alt", language, names=comma.join(said[one] for one in keys)))
    note = text("entities.trend_note", language, thin=format_number(drawn.THIN, language))
    st.caption(note)
    downloads(
        found.assign(name=found["entity"].map(said)), fig, "names-over-time",
        text("entities.trend", language), note=note,
        columns={"entity": "id", "name": text("meetings.name", language),
                 "period": text("entities.since", language),
                 "until": text("entities.until", language), **_figures(unit, language)},
    )
    for row in found[found["open"] == opened].to_dict("records"):
        drawer(row["open"], _bar_words(row, said, unit, language), "trend")


def _bar_words(row: dict[str, Any], said: dict[str, str], unit: str, language: str) -> str:
    if unit == "articles":  # the drawer counts them itself
        return said[row["entity"]]
    count = plural(f"entities.{unit}_n", language, int(row["n"]))
    return text("entities.bar_label", language, name=said[row["entity"]], n=count)


def _comention(state: links.State, dark: bool) -> None:
    language = state.language
    kinds = ("person", "organisation")
    order = list(data.ask(entities.top, state.filters, kinds, "articles", _PAIRED)["entity"])
    pairs = data.ask(entities.comention, state.filters, _ALL_PAIRS, kinds)
    pairs = pairs[pairs["a"].isin(order) & pairs["b"].isin(order)]
    if pairs.empty:
        return
    said = names(order, language)
    st.subheader(text("entities.comention", language))
    st.caption(text("entities.comention_note", language))
    fig = comention(pairs, order, said, language=language, dark=dark)
    opened = charts.clickable(fig, "pairs", alt=text(
        "entities.comention_alt", language, n=format_number(len(order), language)))
    name = text("meetings.name", language)
    downloads(
        pairs.assign(one=pairs["a"].map(said), other=pairs["b"].map(said)), fig,
        "names-together", text("entities.comention", language),
        columns={"a": "id 1", "one": f"{name} 1", "b": "id 2", "other": f"{name} 2",
                 "n": text("entities.articles", language)},
    )
    if opened:
        both = parse_qs(opened).get("also", [])
        drawer(opened, " – ".join(names(both, language)[one] for one in both), "pairs")
