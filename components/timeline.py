"""The timeline of meetings: chart, agenda for phones, legend, undated ones and table twin."""

from __future__ import annotations

from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

import streamlit as st

from components import (
    basket,
    calendar_file,
    charts,
    data,
    links,
    meeting_table,
    states,
    timeline_agenda,
    timeline_controls,
    timeline_keys,
    timeline_legend,
    timeline_tray,
)
from components.evidence import evidence
from components.timeline_frame import described
from didgah.charts import lane_layout, lanes, meeting_words, theme, timeline, window
from didgah.language.calendars import format_interval
from didgah.language.messages import text
from didgah.language.names import language_name
from didgah.language.numbers import format_number
from didgah.queries import overview, periods

if TYPE_CHECKING:
    import pandas as pd
    import plotly.graph_objects as go

    from didgah.charts.window import Window
    from didgah.filters import Filters


@cache
def _style() -> str:
    return Path(__file__).with_suffix(".css").read_text(encoding="utf-8")


def show(state: links.State, today: date, dark: bool) -> None:
    """Draw all of it. A click on a mark or a row puts `meeting=<id>` into the URL."""
    language = state.language
    frame = data.ask(described, state.filters, language, state.calendar)
    if links.view("covered", "", ("1",)):
        frame = frame[frame["articles"] > 0]
    span = timeline_controls.controls(state)
    if frame.empty:
        states.empty(state.filters, language, title=text("meetings.empty", language),
                     key="meetings")
        return
    shown = window.choose(frame, span, timeline_controls.at(), today, state.filters.since,
                          state.filters.until)
    links.view("at", shown.last.isoformat())  # so that a copied link says it
    marks, drawn, labels = _laid_out(frame, shown, language)
    coverage = _coverage(state.filters, shown)
    fig = charts.drawn(
        timeline.figure,
        marks.drop(columns="sides"),  # sets, of which two equal ones are not written alike
        drawn, labels, coverage, window=shown.days, today=today, language=language, dark=dark,
        selected=links.view("meeting", ""), backwards=timeline_controls.backwards(),
    )
    _said(frame, marks, language)
    timeline_controls.steps(shown, language)
    if marks.empty:
        states.note(text("meetings.empty_window", language))
    st.html(f"<style>{_style()}</style>")
    with st.container(key="timeline_chart"):
        timeline_keys.keys(
            fig, drawn, language, opened=links.view("meeting", ""), on_open=_opened,
            on_close=partial(links.set_view, meeting=None),
        )
        _chart(fig, len(marks), len(drawn), shown, language)
        timeline_legend.show(
            theme.language_order(coverage["language"].unique()), language, dark)
        _coverage_drawer(state)
    timeline_agenda.show(marks, shown.days, dark)
    listed = meeting_table.listed(frame, marks)
    with st.container(horizontal=True):
        meeting_table.take_away(listed, fig, language)
        calendar_file.announced(listed, language)
        basket.put("timeline", {
            "lane": links.view("lane", "series", lanes.KINDS), "at": shown.last.isoformat(),
            "span": span, "covered": links.view("covered", "", ("1",)),
            "time": state.view.get("time", "")})
    timeline_tray.show(frame[frame["first"].isna()], state)
    meeting_table.show(listed, state)


def _laid_out(
    frame: pd.DataFrame, shown: Window, language: str
) -> tuple[pd.DataFrame, tuple[lane_layout.Lane, ...], dict[str, str]]:
    """What `lane_layout.lay_out` returns, and the names of the lanes."""
    registry = data.snapshot().registry
    kind = links.view("lane", "series", lanes.KINDS)
    keys, order = lanes.gather(
        lanes.lane_keys(frame, kind, frame["sides"]),
        {f"series:{one.id}": one.lane for one in registry.series.values()},
    )
    marks, drawn = lane_layout.lay_out(frame, keys, order, shown.days, _opened_stack())
    if kind == "pair":  # the name of the lane says it
        marks = marks.assign(between="")
    return marks, drawn, meeting_words.lane_labels(order, registry, language)


def _opened_stack() -> lane_layout.Opened | None:
    lane, *days = links.view("stack", "").rsplit(" ", 2)
    try:
        since, until = map(date.fromisoformat, days)
    except ValueError:
        return None
    return lane_layout.Opened(lane, since, until)


def _chart(fig: go.Figure, meetings: int, rows: int, shown: Window, language: str) -> None:
    when = format_interval(shown.first, shown.last, "days", language)
    charts.clickable(
        fig, "timeline", on_click=_opened,
        alt=text("meetings.alt", language, n=format_number(meetings, language),
                 lanes=format_number(rows, language), when=when),
    )


def _coverage(filters: Filters, shown: window.Window) -> pd.DataFrame:
    # Asked for all the filters allow, not for the window: a bar cut off by the window's edge
    # would show fewer articles than it opens.
    grain = periods.chosen("auto", *shown.days)
    found = data.ask(overview.coverage, filters, grain)
    return found[(found["until"] >= str(shown.first)) & (found["period"] <= str(shown.last))]


def _said(frame: pd.DataFrame, marks: pd.DataFrame, language: str) -> None:
    states.note(text(
        "meetings.sentence", language, shown=format_number(len(marks), language),
        all=format_number(len(frame), language),
        covered=format_number(int((marks["articles"] > 0).sum()), language),
    ))


def _opened(carried: str) -> None:
    """A mark opens its meeting, a stack itself, a bar of coverage its articles."""
    mark = {name: values[-1] for name, values in parse_qs(carried).items()}
    if "meetings" in mark:
        links.set_view(meeting=mark["meetings"], open_timeline=None)
    elif "languages" in mark:
        links.set_view(open_timeline=carried)
    elif "stack" in mark:
        links.set_view(stack=f"{mark['stack']} {mark['since']} {mark['until']}")
    elif "fold" in mark:
        links.set_view(stack=None)
    else:
        span, at = window.around(
            date.fromisoformat(mark["since"]), date.fromisoformat(mark["until"]))
        links.set_view(span=span, at=at.isoformat())


def _coverage_drawer(state: links.State) -> None:
    opened = links.view("open_timeline", "")
    if opened:
        languages = parse_qs(opened).get("languages", [""])
        spoken = language_name(languages[-1], state.language)
        charts.reveal("timeline", opened)
        evidence(opened, text("meetings.coverage_label", state.language, spoken=spoken),
                 key="timeline", on_close=partial(charts.close, "timeline"))
