"""Other reports of the meetings that an article reports."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import ibis

from didgah.store.reader import Snapshot
from didgah.store.tables import ART, ARTICLES, MEETING_REPORTS

MOST = 300  # reports to choose from


@dataclass(frozen=True, slots=True)
class Companion:
    """An article that reports one of the same meetings; `outlet` is as filters say it."""

    article: str
    title: str
    outlet: str
    language: str
    day: date | None


def of(snapshot: Snapshot, article: str) -> tuple[Companion, ...]:
    """The other reports of the meetings of `article`, by day, the first `MOST` of them."""
    numbers = ART.filter(ART.id == article).a
    meetings = MEETING_REPORTS.filter(MEETING_REPORTS.a.isin(numbers)).meeting
    told = MEETING_REPORTS.filter(MEETING_REPORTS.meeting.isin(meetings)).select("a").distinct()
    rows = told.join(ART.select("a", "id", "day", "language", "outlet"), "a").join(
        ARTICLES.select("a", "title"), "a")
    rows = rows.filter(rows.id != article).order_by(
        ibis.asc("day", nulls_first=False), "id").limit(MOST)
    return tuple(
        Companion(row["id"], row["title"], row["outlet"], row["language"], row["day"])
        for row in snapshot.rows(rows)
    )


def across(companions: tuple[Companion, ...], language: str) -> Companion | None:
    """The one to lay beside an article in `language` first: of another language, if any is."""
    others = [one for one in companions if one.language != language]
    return next(iter(others or companions), None)
