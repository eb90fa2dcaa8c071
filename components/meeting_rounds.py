"""The rounds of a series: what came before and after a meeting, with the gaps in days."""

from __future__ import annotations

from html import escape

import streamlit as st

from components import data, links, meeting_style, statement_list, tables
from didgah.charts import meeting_words
from didgah.charts.rounds import Round, around, rounds
from didgah.filters import Filters
from didgah.language.calendars import format_interval_pair
from didgah.language.messages import plural, text
from didgah.language.numbers import format_number
from didgah.model import Meeting
from didgah.queries import meetings

# What is laid beside each other when nobody chose: the session this project began with, and
# the forum of the same year.
OFFER = ("svg-2021-jeddah", "kaz-2021")


def partner(meeting: Meeting) -> str:
    """What to compare a meeting with until the reader chooses something else."""
    return OFFER[1] if meeting.id == OFFER[0] else OFFER[0]


def beside(meeting: Meeting, state: links.State) -> None:
    """The neighbours of a meeting in its series; nothing for one without series or day."""
    if not meeting.series or meeting.first is None:
        return
    shown = around(_series(meeting.series, state.language), meeting.id)
    if len(shown) < 2:
        return
    language = state.language
    meeting_style.heading(text("meetings.rounds", language))
    _ladder(shown, state, current=meeting.id)


def show(series: str, state: links.State, key: str) -> None:
    """All rounds of a series as a ladder."""
    registry = data.snapshot().registry
    language = state.language
    found = _series(series, language)
    meeting_style.apply()
    name = meeting_words.series_name(series, registry, language)
    with st.container(border=True, key=f"{key}_box"):
        count = plural("meetings.count", language, len(found))
        st.html(f"<div class='record-head'><h3><bdi>{escape(name)}</bdi></h3>"
                f"<p class='badges'><span class='badge'>{escape(count)}</span></p></div>")
        _ladder(found, state)


def _series(series: str, language: str) -> tuple[Round, ...]:
    return rounds(data.ask(meetings.timeline, Filters(series=(series,))), language)


def _ladder(shown: tuple[Round, ...], state: links.State, current: str = "") -> None:
    language = state.language
    rows: list[list[str | tables.Cell]] = []
    for one in shown:
        gap = "" if one.gap is None else plural("meetings.gap", language, one.gap)
        here = one.meeting == current
        rows.append([
            tables.Cell(one.title, href="" if here else links.url_for(
                "meetings", state.filters, **(state.view | {"meeting": one.meeting,
                                                            "compare": None}))),
            statement_list.isolated(
                format_interval_pair(one.first, one.last, one.precision, language), language),
            gap,
            tables.Cell(format_number(one.articles, language), number=True),
        ])
    tables.short(
        [text("meetings.column_meeting", language), text("meetings.date", language),
         text("meetings.gap_title", language), text("meetings.column_articles", language)], rows,
    )
