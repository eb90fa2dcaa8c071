"""Which names fill the coverage: ranking, course over time, and who is named beside whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import streamlit as st

from components import (
    basket,
    charts,
    data,
    entity_basis,
    entity_compared,
    entity_pairs,
    entity_roles,
    links,
    meeting_style,
    states,
)
from components.downloads import downloads
from components.entity_basis import names, switch
from didgah.briefing.naming import COPIES, KINDS, UNITS
from didgah.briefing.ranking import ROWS
from didgah.briefing.trend import MEASURES, MOST
from didgah.charts import entity_ranking, entity_trend, meeting_words
from didgah.charts.entity_shares import THIN
from didgah.language.messages import plural, text
from didgah.language.numbers import format_number
from didgah.queries import entities, entity_search, overview, sentences
from didgah.queries.peaks import peaks

if TYPE_CHECKING:
    import pandas as pd

_FOLLOWED = 4  # names followed over time until the reader chooses others
_FORMS = 5  # spellings told when a bar is pointed at


def show(state: links.State, dark: bool) -> None:
    """Controls, then the charts, each with the drawer of the mark that is open."""
    language = state.language
    meeting_style.apply()  # of sentences quoted
    kind, unit, rows = _controls(language)
    counted = entity_basis.filters_in_force(state.filters)
    if unit == "sentences" and not entity_basis.can_read(counted, language):
        unit = "articles"
    frame = data.ask(entities.top, counted, (kind,), unit, int(rows))
    if frame.empty:
        states.empty(state.filters, language, title=text("entities.empty", language),
                     key="entities")
        return
    ranking, beside = st.columns([6, 7], gap="large")
    with ranking:
        _top(frame, kind, unit, rows, state, dark)
        entity_compared.by_language(list(frame["entity"]), state, dark)
        entity_roles.show(list(frame["entity"]), state)
    with beside:
        _trend(frame, unit, state, dark)
        entity_compared.by_rank(kind, state, dark)
        entity_pairs.show(state, dark)


def _controls(language: str) -> tuple[str, str, str]:
    marks = ("open_top", "open_trend")
    with st.container(horizontal=True, vertical_alignment="bottom", key="entities_controls"):
        kind = switch("kind", KINDS, "kinds.", clear=(*marks, "names"))
        unit = switch("unit", UNITS, "entities.unit_", clear=marks)
        switch("copies", COPIES, "entities.copies_", clear=marks)
        rows = switch("rows", ROWS, "", default="25", clear=marks)
        _find(language)
    return kind, unit, rows


def _find(language: str) -> None:
    options = data.ask(entity_search.options, KINDS)
    shown = names(list(options["key"]), language)
    st.session_state["entities_find"] = None
    st.selectbox(
        text("entities.find", language), list(shown), index=None, key="entities_find", width=320,
        placeholder=text("entities.find_example", language),
        format_func=lambda key: shown.get(key, key),
        on_change=lambda: links.set_view(entity=st.session_state["entities_find"]),
    )


def _top(
    frame: pd.DataFrame, kind: str, unit: str, rows: str, state: links.State, dark: bool
) -> None:
    language = state.language
    said = names(list(frame["entity"]), language)
    st.subheader(text("entities.top", language))
    total = format_number(int(frame["denominator"].iloc[0]), language)
    note = text(f"entities.top_note_{unit}", language, total=total)
    if unit == "articles":
        note += " " + text("entities.top_whisker", language,
                           thin=format_number(THIN, language))
    if left_out := entity_basis.says_copies(state.filters, language):
        note += " " + left_out
    if frame.attrs.get("truncated"):
        note += " " + text("entities.shown", language, n=format_number(len(frame), language),
                           all=format_number(frame.attrs["total"], language))
    st.caption(note)
    opened = links.view("open_top", "")
    mine = frame[frame["open"] == opened]
    written = data.ask(entities.forms, tuple(frame["entity"]))
    fig = charts.drawn(entity_ranking.top, frame, said, unit=unit, language=language, dark=dark,
                    selected=mine["entity"].iloc[0] if len(mine) else "",
                    forms=written.groupby("entity").head(_FORMS))
    charts.clickable(fig, "top", alt=text(
        "entities.top_alt", language, n=format_number(len(frame), language),
        first=said[frame["entity"].iloc[0]]))
    with st.container(horizontal=True, vertical_alignment="center"):
        downloads(
            frame.assign(name=frame["entity"].map(said), kind=text(f"kind.{kind}", language),
                         forms=frame["entity"].map(_all_forms(written))),
            fig, "names", text("entities.top", language), note=note,
            columns={"entity": "id", "name": text("meetings.name", language),
                     "kind": text("entities.kind", language), **_figures(unit, language),
                     "forms": text("entities.forms_column", language)},
        )
        basket.put("ranking", {"kind": kind, "unit": unit, "rows": rows,
                               "copies": links.view("copies", COPIES[0], COPIES)})
    for row in mine.to_dict("records"):
        name = said[row["entity"]]
        links.link("entities", text("entities.open_record", language, name=name),
                   icon=":material/badge:", entity=row["entity"])
        _drawer(row, said, unit, "top")


def _drawer(row: dict[str, Any], said: dict[str, str], unit: str, key: str) -> None:
    words, readable = said[row["entity"]], True
    if unit == "mentions":
        counted = entity_basis.filters_in_force(links.current().filters)
        readable = data.ask(sentences.readable, counted)
    if unit != "articles" and readable:
        entity_basis.passages(row["open"], (row["entity"],), words, key)
    else:
        entity_basis.drawer(row["open"], _bar_words(row, said, unit, links.current().language),
                            key)


def _all_forms(written: pd.DataFrame) -> dict[str, str]:
    """Registry key → every spelling with its count, commonest first."""
    told = written["surface"] + " (" + written["n"].astype(str) + ")"
    return told.groupby(written["entity"]).agg("; ".join).to_dict()


def _figures(unit: str, language: str) -> dict[str, str]:
    """Titles of the columns of numbers in a file."""
    return {"n": text(f"entities.{unit}", language),
            "denominator": text("entities.of_all", language),
            "share": text("entities.share", language),
            **({"low": text("entities.low", language), "high": text("entities.high", language)}
               if unit == "articles" else {})}


def _trend(frame: pd.DataFrame, unit: str, state: links.State, dark: bool) -> None:
    language = state.language
    st.subheader(text("entities.trend", language))
    options = list(data.ask(entity_search.options, KINDS)["key"])
    asked = [one for one in links.view("names", "").split(",") if one in options][:MOST]
    followed = asked or list(frame["entity"])[:_FOLLOWED]
    said = names([*options, *followed], language)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        measure = switch("measure", MEASURES, "entities.measure_")
        st.session_state["entities_names"] = followed
        st.multiselect(
            text("entities.trend_names", language), list(said), key="entities_names",
            format_func=lambda key: said.get(key, key), max_selections=MOST,
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
    counted = entity_basis.filters_in_force(state.filters)
    found = data.ask(entities.trend, counted, keys, "auto", unit)
    if found.empty:
        states.note(text("states.empty", language))
        return
    span = (found["period"].min().date(), found["until"].max().date())
    high = _told(data.ask(peaks, counted, keys, measure), language) if unit == "articles" else None
    gaps = data.ask(overview.summary, state.filters).gaps
    fig = charts.drawn(entity_trend.trend, found, keys, said, window=span, unit=unit,
                       measure=measure, language=language, dark=dark, peaks=high, gaps=gaps,
                       colours=entity_basis.colours(list(keys), dark))
    comma = text("meetings.list_comma", language)
    opened = charts.clickable(fig, "trend", alt=text(
        "entities.trend_alt", language, names=comma.join(said[one] for one in keys)))
    note = text("entities.trend_note", language, thin=format_number(THIN, language))
    if gaps:
        note += " " + text("entities.gaps_note", language)
    st.caption(note)
    with st.container(horizontal=True, vertical_alignment="center"):
        downloads(
            found.assign(name=found["entity"].map(said)), fig, "names-over-time",
            text("entities.trend", language), note=note,
            columns={"entity": "id", "name": text("meetings.name", language),
                     "period": text("entities.since", language),
                     "until": text("entities.until", language), **_figures(unit, language)},
        )
        basket.put("trend", {"entities": " ".join(keys), "unit": unit, "measure": measure,
                             "copies": links.view("copies", COPIES[0], COPIES),
                             "entity": links.view("entity", "")})
    for row in found[found["open"] == opened].to_dict("records"):
        _drawer(row, said, unit, "trend")


def _told(found: pd.DataFrame, language: str) -> pd.DataFrame:
    """Peaks with `told`: the meeting in the reader's language, or the text printed most."""
    return found.assign(told=[
        text("entities.peak_meeting", language, n=format_number(row["reports"], language),
             total=format_number(row["n"], language),
             name=meeting_words.title(row, language))
        if row["meeting"] else text("entities.peak_story", language, name=row["title"],
                                    total=format_number(row["n"], language))
        if row["title"] else text("entities.peak_alone", language,
                                  total=format_number(row["n"], language))
        for row in found.to_dict("records")])


def _bar_words(row: dict[str, Any], said: dict[str, str], unit: str, language: str) -> str:
    if unit == "articles":  # the drawer counts them itself
        return said[row["entity"]]
    count = plural(f"entities.{unit}_n", language, int(row["n"]))
    return text("entities.bar_label", language, name=said[row["entity"]], n=count)
