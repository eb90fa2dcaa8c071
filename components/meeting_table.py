"""The table twin of the timeline: the same meetings, sortable, and its downloads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from components import links, tables
from didgah.charts.hover import grounds
from didgah.language.calendars import to_solar
from didgah.language.messages import text
from didgah.language.numbers import to_digits

if TYPE_CHECKING:
    import pandas as pd
    import plotly.graph_objects as go

def show(frame: pd.DataFrame, marks: pd.DataFrame, fig: go.Figure, state: links.State) -> None:
    """The meetings of the timeline's window and the undated ones; a row opens its record."""
    language = state.language
    listed = frame[frame["meeting"].isin(marks["meeting"]) | frame["first"].isna()]
    with st.expander(text("meetings.table", language), icon=":material/table_rows:",
                     key="meetings_table", on_change="rerun") as box:
        if not box.open:
            return
        st.caption(text("meetings.table_note", language))
        rows = _rows(listed, language)
        # A new key for every meeting opened: the row stays clickable after its record closes.
        chosen = tables.sortable(
            rows, _columns(language), key=f"meetings_rows_{links.view('meeting', '')}",
            language=language, selectable=True, alt=text("meetings.table", language),
            height=420,
        )
        if chosen is not None:
            links.set_view(meeting=str(listed["meeting"].iloc[chosen]))
            st.rerun()


def _rows(listed: pd.DataFrame, language: str) -> pd.DataFrame:
    return listed.assign(
        name=listed["title"],
        solar=[_numeric(day, language, solar=True) for day in listed["first"]],
        gregorian=[_numeric(day, language, solar=False) for day in listed["first"]],
        series=listed["series_name"],
        status=[text(f"status.{one}", language) for one in listed["status"]],
        grounds=[
            grounds(known, confidence, titles, language) for known, confidence, titles in zip(
                listed["known"], listed["confidence"], listed["titles_only"], strict=True)
        ],
    )


def _numeric(day: pd.Timestamp, language: str, solar: bool) -> str:
    """Year, month and day of equal width, so that the text sorts as the days do."""
    if day != day:
        return ""
    year, month, number = to_solar(day.date()) if solar else (day.year, day.month, day.day)
    return to_digits(f"{year:04}/{month:02}/{number:02}", language)


def _columns(language: str) -> dict[str, object]:
    def title(name: str) -> str:
        return text(f"meetings.column_{name}", language)

    dates = {"solar": title("solar"), "gregorian": title("gregorian")}
    if language != "fa":
        dates = dict(reversed(dates.items()))
    text_column, number = st.column_config.TextColumn, st.column_config.NumberColumn
    return {
        "name": text_column(title("meeting"), width=300),
        **dates,
        "where": text_column(title("where"), width=150),
        "series": text_column(title("series"), width=170),
        "status": text_column(text("meetings.status", language), width=90),
        "articles": number(title("articles"), width=60),
        "n_participants": number(title("participants"), width=90),
        "grounds": text_column(title("grounds"), width=150),
    }
