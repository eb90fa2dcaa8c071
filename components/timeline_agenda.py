"""The timeline on a phone: its meetings as a list by month or week, newest first."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from html import escape
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import streamlit as st

from components import data, links, meeting_style
from components.day_picker import FIRST_WEEKDAY
from components.timeline_legend import form_drawn
from didgah.charts import mark_forms, meeting_words, theme
from didgah.highlight import inert
from didgah.language.calendars import (
    format_interval,
    format_interval_pair,
    from_calendar,
    home_calendar,
    month_end,
    to_calendar,
)
from didgah.language.messages import plural, text

if TYPE_CHECKING:
    import pandas as pd

PAGE = 12  # meetings at a time
_WEEKS = 100  # windows of fewer days are told week by week
_COARSE = ("season", "year", "decade")


@cache
def _style() -> str:
    return Path(__file__).with_suffix(".css").read_text(encoding="utf-8")


def show(rows: pd.DataFrame, window: tuple[date, date], dark: bool) -> None:
    """Draw `rows` (described and dated) of the days of `window`. Each opens its record.

    The list is on every page and the chart too: the style sheet shows the one that fits.
    """
    meeting_style.apply()
    st.html(f"<style>{_style()}</style>")
    with st.container(key="timeline_agenda"):
        _pages(rows.sort_values(["first", "last", "meeting"], ascending=False), window, dark)


@st.fragment
def _pages(rows: pd.DataFrame, window: tuple[date, date], dark: bool) -> None:
    state = links.current()
    pages = -(-len(rows) // PAGE)
    number = 1
    if pages > 1:
        # Other meetings begin on their first page.
        number = st.pagination(pages, key=f"agenda_{window[0]}_{window[1]}_{len(rows)}")
    weekly = (window[1] - window[0]).days < _WEEKS
    some = rows.iloc[(number - 1) * PAGE:number * PAGE].to_dict("records")
    parts = []
    for when, those in groupby(some, key=lambda row: _heading(row, weekly, state.language)):
        items = "".join(_item(row, state, dark) for row in those)
        parts.append(f"<h3>{escape(when)}</h3><ul>{items}</ul>")
    st.html(f"<div class='agenda'>{''.join(parts)}</div>")


def _heading(row: dict[str, Any], weekly: bool, language: str) -> str:
    """The week or the month that a meeting begins in; its year when no more is known."""
    first, precision = row["first"].date(), row["precision"]
    if precision in _COARSE:
        return format_interval(first, row["last"].date(), precision, language)
    if weekly and precision != "month":
        begins = first - timedelta((first.isoweekday() - FIRST_WEEKDAY[language]) % 7)
        return format_interval(begins, begins + timedelta(6), "week", language)
    calendar = home_calendar(language)
    year, month, _ = to_calendar(first, calendar)
    return format_interval(
        from_calendar(calendar, year, month, 1), month_end(calendar, year, month), "month",
        language)


def _item(row: dict[str, Any], state: links.State, dark: bool) -> str:
    language, meeting = state.language, row["meeting"]
    href = links.url_for("meetings", state.filters, **(state.view | {"meeting": meeting}))
    when = format_interval_pair(
        row["first"].date(), row["last"].date(), row["precision"], language)
    badges = [(f"status-{row['status']}", text(f"status.{row['status']}", language))]
    if row["level"]:
        badges.append(("level", text(f"level.{row['level']}", language)))
    badges.append(("kind", text(f"meeting_kind.{row['kind']}", language)))
    shown = "".join(
        f"<span class='badge badge-{name}'>{escape(words)}</span>" for name, words in badges)
    named = meeting_words.parties_named(row["sides"], data.snapshot().registry, language)
    told = [inert(one) for one in (named, row["where"]) if one]
    if row["before"]:
        told.append(plural("meetings.gap_after", language, int(row["gap"])))
    told.append(plural("meetings.articles", language, int(row["articles"])))
    colour = (theme.series_colour(row["series"], dark) if row["articles"]
              else theme.colours(dark)["uncovered"])
    return (
        f"<li style='--covered:{colour}'>{_mark(row)}<div>"
        f"<a href='{escape(href)}' target='_self'><bdi>{escape(inert(row['title']))}</bdi></a>"
        f"<p>{escape(when)}</p><p class='badges'>{shown}</p>"
        f"<small>{' · '.join(f'<bdi>{escape(one)}</bdi>' for one in told)}</small></div></li>"
    )


def _mark(row: dict[str, Any]) -> str:
    symbol = mark_forms.symbol(row["kind"], "held", known=True)
    return form_drawn(symbol, mark_forms.size(row["level"], row["kind"]))
