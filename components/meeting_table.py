"""The table twin of the timeline: the same meetings, sortable, and its downloads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from components import links, statement_list, tables
from components.downloads import downloads
from didgah.charts import timeline
from didgah.charts.hover import grounds
from didgah.language.calendars import home_calendar, second_calendar, to_calendar
from didgah.language.messages import text
from didgah.language.numbers import to_digits
from didgah.model import Calendar

if TYPE_CHECKING:
    import pandas as pd
    import plotly.graph_objects as go


def listed(frame: pd.DataFrame, marks: pd.DataFrame) -> pd.DataFrame:
    """The rows of `frame` that the timeline's window shows, and those without a date."""
    return frame[frame["meeting"].isin(marks["meeting"]) | frame["first"].isna()]


def take_away(shown: pd.DataFrame, fig: go.Figure, language: str) -> None:
    """CSV of the meetings listed, and the timeline as a picture with its legend in words."""
    columns = {"meeting": "id"} | {
        name: text(f"meetings.column_{title}", language) for name, title in (
            ("name", "meeting"), ("first", "first"), ("last", "last"),
            ("home", home_calendar(language)), ("second", second_calendar(language)),
            ("where", "where"), ("series", "series"), ("articles", "articles"),
            ("n_participants", "participants"), ("grounds", "grounds"),
        )
    }
    columns |= {"status": text("meetings.status", language),
                "precision": text("meetings.column_precision", language)}
    rows = _rows(shown, language)
    days = {name: rows[name].dt.strftime("%Y-%m-%d").fillna("") for name in ("first", "last")}
    said = [text(f"precision.{one}", language) for one in rows["precision"]]
    downloads(
        rows.assign(**days, precision=said), lambda: timeline.with_legend(fig), "meetings",
        text("meetings.title", language),
        columns=columns, note=text("meetings.legend_words", language),
    )


def show(shown: pd.DataFrame, state: links.State) -> None:
    """The meetings `listed`, to sort and search; a row opens its record."""
    language = state.language
    with st.expander(text("meetings.table", language), icon=":material/table_rows:",
                     key="meetings_table", on_change="rerun") as box:
        if not box.open:
            return
        st.caption(text("meetings.table_note", language))
        rows = _rows(shown, language)
        dates = {
            name: [statement_list.isolated(one, language) for one in rows[name]]
            for name in ("home", "second")
        }
        # A new key for every meeting opened: the row stays clickable after its record closes.
        chosen = tables.sortable(
            rows.assign(**dates), _columns(language),
            key=f"meetings_rows_{links.view('meeting', '')}", language=language,
            selectable=True, alt=text("meetings.table", language), height=420,
        )
        if chosen is not None:
            links.set_view(meeting=str(shown["meeting"].iloc[chosen]))
            st.rerun()


def _rows(shown: pd.DataFrame, language: str) -> pd.DataFrame:
    days = list(zip(shown["first"], shown["last"], shown["precision"], strict=True))
    return shown.assign(
        name=shown["title"],
        home=[_numeric(row, language, home_calendar(language)) for row in days],
        second=[_numeric(row, language, second_calendar(language)) for row in days],
        series=shown["series_name"],
        status=[text(f"status.{one}", language) for one in shown["status"]],
        grounds=[
            grounds(known, confidence, titles, language) for known, confidence, titles in zip(
                shown["known"], shown["confidence"], shown["titles_only"], strict=True)
        ],
    )


def _numeric(
    dated: tuple[pd.Timestamp, pd.Timestamp, str], language: str, calendar: Calendar
) -> str:
    """The first day in digits of equal width, so that the text sorts as the days do.

    What is known to the month or the year only is written to the month or the year, as the
    span it is in the other calendar.
    """
    first, last, precision = dated
    if first != first:
        return ""
    parts = {"day": 3, "days": 3, "week": 3, "month": 2, "season": 2}.get(precision, 1)
    begins, ends = (
        "/".join(f"{one:0{4 if n == 0 else 2}}" for n, one in enumerate(
            to_calendar(day.date(), calendar)[:parts]))
        for day in (first, last)
    )
    words = begins if parts == 3 or begins == ends else f"{begins}–{ends}"
    return to_digits(words, language)


def _columns(language: str) -> dict[str, object]:
    def title(name: str) -> str:
        return text(f"meetings.column_{name}", language)

    text_column = st.column_config.TextColumn
    return {
        "name": text_column(title("meeting"), width=300),
        "home": title(home_calendar(language)),
        "second": title(second_calendar(language)),
        "where": text_column(title("where"), width=150),
        "series": text_column(title("series"), width=170),
        "status": text_column(text("meetings.status", language), width=90),
        "articles": tables.number(title("articles"), language, width=60),
        "n_participants": tables.number(title("participants"), language, width=90),
        "grounds": text_column(title("grounds"), width=150),
    }
