"""The front page's calendar: what was held last and what is announced next."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import streamlit as st

from components import data, links, states, tables
from components.downloads import downloads
from didgah.charts import meeting_words
from didgah.language.calendars import format_date, format_interval_pair
from didgah.language.messages import plural, text
from didgah.queries import meetings

if TYPE_CHECKING:
    import pandas as pd

_SHOWN = 6


def show(state: links.State, today: date) -> None:
    """The next and the latest meetings of the whole corpus, each a link to its record."""
    language = state.language
    ahead, latest = data.ask(meetings.next_and_latest, today, _SHOWN)
    st.subheader(text("overview.next", language))
    if ahead.empty:
        states.note(text("overview.next_none", language))
    else:
        _table(ahead, language)
    st.subheader(text("overview.latest", language))
    _table(latest, language)
    _take_away(ahead, latest, language)
    if not state.filters.is_default:
        states.note(text("overview.meetings_unfiltered", language))


def _table(frame: pd.DataFrame, language: str) -> None:
    tables.short(
        [text(f"overview.column_{name}", language) for name in ("meeting", "when", "articles")],
        [_row(row, language) for row in frame.to_dict("records")],
    )


def _take_away(ahead: pd.DataFrame, latest: pd.DataFrame, language: str) -> None:
    import pandas as pd

    both = pd.concat([ahead, latest], ignore_index=True)
    named = [meeting_words.title(row, language) for row in both.to_dict("records")]
    days = {one: both[one].dt.strftime("%Y-%m-%d") for one in ("first", "last")}
    downloads(
        both.assign(name=named, **days), None, "next-and-latest-meetings",
        text("overview.latest", language),
        columns={"meeting": "id", "name": text("overview.column_meeting", language),
                 "first": text("meetings.column_first", language),
                 "last": text("meetings.column_last", language),
                 "articles": text("overview.column_articles", language)},
    )


def _row(row: dict, language: str) -> list[tables.Cell]:
    first, last = row["first"].date(), row["last"].date()
    count = plural("evidence.articles", language, row["articles"]) if row["articles"] else (
        text("overview.uncovered", language))
    return [
        tables.Cell(meeting_words.title(row, language),
                    href=links.url_for("meetings", meeting=row["meeting"])),
        tables.Cell(format_interval_pair(first, last, row["precision"], language),
                    title=format_date(first, language, "lunar_hijri", row["precision"])),
        tables.Cell(count),
    ]
