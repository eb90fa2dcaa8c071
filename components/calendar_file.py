"""Calendar files of meetings: of the announced ones that are listed, or of one."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import streamlit as st

from components import data
from didgah.export.icalendar import Event, to_ics
from didgah.language.messages import plural, text
from didgah.model import Status

if TYPE_CHECKING:
    import pandas as pd

_CALENDAR = "text/calendar"


def announced(listed: pd.DataFrame, language: str) -> None:
    """A button with the announced meetings of the described timeline; none without any."""
    rows = listed[(listed["status"] == "announced") & listed["first"].notna()]
    if rows.empty:
        return
    events = [
        Event(row["meeting"], row["title"], row["first"].date(), row["last"].date(),
              row["status"], row["where"], row["series_name"])
        for row in rows.to_dict("records")
    ]
    st.download_button(
        plural("meetings.ics_announced", language, len(events)),
        lambda: _file(events, language), "didgah-meetings.ics", _CALENDAR,
        key="ics_announced", icon=":material/event:", type="tertiary", on_click="ignore",
    )


def one(
    meeting: str, title: str, first: date, last: date, status: Status, place: str,
    language: str, key: str,
) -> None:
    """A button with one meeting."""
    event = Event(meeting, title, first, last, status, place)
    st.download_button(
        text("meetings.ics_one", language), lambda: _file([event], language),
        f"didgah-{meeting}.ics", _CALENDAR, key=f"ics_{key}", icon=":material/event:",
        type="tertiary", on_click="ignore",
    )


def _file(events: list[Event], language: str) -> bytes:
    made = datetime.fromisoformat(data.snapshot().manifest.built)
    return to_ics(events, text("meetings.title", language), made)
