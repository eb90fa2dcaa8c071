"""The timeline of meetings with its controls, legend, tray of undated ones and table twin."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs

import streamlit as st

from components import (
    calendar_file,
    charts,
    data,
    links,
    meeting_table,
    states,
    tables,
    timeline_legend,
)
from components.evidence import evidence
from components.view_switch import view_switch
from didgah.charts import lanes, meeting_words, parties, theme, timeline, window
from didgah.language.calendars import format_interval
from didgah.language.messages import plural, text
from didgah.language.names import language_name
from didgah.language.numbers import format_number
from didgah.language.writing import mirrored
from didgah.model import STATUSES
from didgah.queries import meetings, meetings_heads, overview, periods

if TYPE_CHECKING:
    import pandas as pd

    from didgah.filters import Filters
    from didgah.store.reader import Snapshot

_TRAY_ROWS = 6
_TRAY_HEIGHT = 300
_WAYS = ("ltr", "rtl")
_REMEMBERED = "timeline_direction"  # of this visit; the link says it too


def show(state: links.State, today: date, dark: bool) -> None:
    """Draw all of it. A click on a mark or a row puts `meeting=<id>` into the URL."""
    registry = data.snapshot().registry
    frame = data.ask(_described, state.filters, state.language)
    if links.view("covered", "", ("1",)):
        frame = frame[frame["articles"] > 0]
    span = _controls(state)
    if frame.empty:
        states.empty(state.filters, state.language, title=text("meetings.empty", state.language),
                     key="meetings")
        return
    shown = window.choose(frame, span, _at(), today, state.filters.since, state.filters.until)
    links.view("at", shown.last.isoformat())  # so that a copied link says it
    kind = links.view("lane", "series", lanes.KINDS)
    keys, order = lanes.gather(
        lanes.lane_keys(frame, kind, _parties(frame) if kind == "pair" else ()),
        {f"series:{one.id}": one.lane for one in registry.series.values()},
    )
    marks, drawn = lanes.lay_out(frame, keys, order, shown.days)
    coverage = _coverage(state.filters, shown)
    fig = timeline.figure(
        marks, drawn, meeting_words.lane_labels(order, registry, state.language), coverage,
        window=shown.days, today=today, language=state.language, dark=dark,
        selected=links.view("meeting", ""), backwards=_backwards(),
    )
    _said(frame, marks, state.language)
    _steps(shown, state.language)
    if marks.empty:
        states.note(text("meetings.empty_window", state.language))
    when = format_interval(shown.first, shown.last, "days", state.language)
    charts.clickable(
        fig, "timeline", on_click=_opened,
        alt=text("meetings.alt", state.language, n=format_number(len(marks), state.language),
                 lanes=format_number(len(drawn), state.language), when=when),
    )
    timeline_legend.show(theme.language_order(coverage["language"].unique()), state.language, dark)
    _coverage_drawer(state)
    listed = meeting_table.listed(frame, marks)
    with st.container(horizontal=True):
        meeting_table.take_away(listed, fig, state.language)
        calendar_file.announced(listed, state.language)
    _tray(frame[frame["first"].isna()], state)
    meeting_table.show(listed, state)


def _described(snapshot: Snapshot, filters: Filters, language: str) -> pd.DataFrame:
    # Writing hundreds of dates in three calendars takes longer than the query does.
    found = meetings.timeline(snapshot, filters)
    heads = meetings_heads.heads(snapshot)
    found = found.assign(level=[heads[one].level for one in found["meeting"]],
                         leader=[heads[one].leader for one in found["meeting"]])
    return meeting_words.describe(found, snapshot.registry, language)


def _controls(state: links.State) -> str:
    """Lane switch, length of time, status, covered only; the length of time chosen."""
    language = state.language
    bounded = bool(state.filters.since or state.filters.until)
    span = links.view("span", "all" if bounded else window.DEFAULT, tuple(window.SPANS))
    with st.container(horizontal=True, vertical_alignment="bottom", key="meetings_controls"):
        _switch("lane", "series", lanes.KINDS, "meetings.lane", language)
        _switch("span", span, tuple(window.SPANS), "meetings.span", language)
        _switch("time", "rtl" if _backwards() else "ltr", _WAYS, "meetings.time", language)
        st.session_state["meetings_status"] = list(state.filters.status)
        st.pills(
            text("meetings.status", language), STATUSES, selection_mode="multi",
            format_func=lambda one: text(f"status.{one}", language), key="meetings_status",
            on_change=_take_status,
        )
        st.session_state["meetings_covered"] = bool(links.view("covered", "", ("1",)))
        st.toggle(text("meetings.covered_only", language), key="meetings_covered",
                  on_change=_take_covered)
    return span


def _switch(
    name: str, default: str, options: tuple[str, ...], label: str, language: str,
) -> None:
    view_switch(name, default, options, label, language, key=f"meetings_{name}",
                on_choice=partial(_take_switch, name, default))


def _take_switch(name: str, before: str, chosen: str) -> None:
    links.set_view(**{name: chosen})
    if name == "span":  # zooming keeps the middle of what was shown
        at = window.moved(_at(), before, chosen)
        links.set_view(at=at.isoformat() if at else None)
    if name == "time":
        st.session_state[_REMEMBERED] = chosen


def _backwards() -> bool:
    """Whether time runs from right to left: as the link says, else as chosen before."""
    return links.view("time", st.session_state.get(_REMEMBERED, _WAYS[0]), _WAYS) == "rtl"


def _take_status() -> None:
    chosen = tuple(st.session_state["meetings_status"])
    links.set_filters(replace(links.current().filters, status=chosen))


def _take_covered() -> None:
    links.set_view(covered="1" if st.session_state["meetings_covered"] else None)


def _at() -> date | None:
    try:
        return date.fromisoformat(links.view("at", ""))
    except ValueError:
        return None


def _parties(frame: pd.DataFrame) -> list[frozenset[str]]:
    registry = data.snapshot().registry
    return [
        parties.of_participants(registry.meetings[one].participants, registry)
        if one in registry.meetings else parties.of_keys(keys, registry)
        for one, keys in zip(frame["meeting"], frame["parties"], strict=True)
    ]


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


def _steps(shown: window.Window, language: str) -> None:
    """Buttons to the earlier and the later, on the side where time goes in the chart."""
    steps = [
        ("earlier", shown.earlier, shown.before, ":material/west:"),
        ("later", shown.later, shown.after, ":material/east:"),
    ]
    if _backwards():
        icons = [one[3] for one in steps]
        steps = [(*one[:3], icon) for one, icon in zip(steps, icons[::-1], strict=True)]
    if mirrored(language) != _backwards():  # the row runs with the page, time with the chart
        steps.reverse()
    with st.container(horizontal=True, horizontal_alignment="distribute", key="meetings_steps"):
        for name, day, count, icon in steps:
            label = text(f"meetings.{name}" if count else f"meetings.no_{name}", language,
                         n=format_number(count, language))
            st.button(
                label, key=f"meetings_{name}", disabled=day is None, icon=icon, type="tertiary",
                on_click=links.set_view, kwargs={"at": day.isoformat() if day else None},
            )


def _opened(carried: str) -> None:
    """A mark opens its meeting, a stack its days, a bar of coverage its articles."""
    mark = {name: values[-1] for name, values in parse_qs(carried).items()}
    if "meetings" in mark:
        links.set_view(meeting=mark["meetings"], open_timeline=None)
    elif "languages" in mark:
        links.set_view(open_timeline=carried)
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


def _tray(undated: pd.DataFrame, state: links.State) -> None:
    if undated.empty:
        return
    language = state.language
    with st.container(border=True, key="meetings_undated"):
        count = plural("meetings.count", language, len(undated))
        st.markdown(f"**{text('meetings.undated', language)}** · {count}")
        states.note(text("meetings.undated_note", language))
        tall = len(undated) > _TRAY_ROWS
        with st.container(height=_TRAY_HEIGHT if tall else "content", border=False):
            tables.short(
                [text(f"meetings.column_{one}", language)
                 for one in ("meeting", "where", "articles")],
                [_undated(row, state) for row in undated.to_dict("records")],
            )


def _undated(row: dict[str, Any], state: links.State) -> list[str | tables.Cell]:
    href = links.url_for("meetings", state.filters, **(state.view | {"meeting": row["meeting"]}))
    return [
        tables.Cell(row["title"], href=href), row["where"],
        tables.Cell(format_number(int(row["articles"]), state.language), number=True),
    ]
