"""Meetings: the timeline of known and reported ones, and the record of each."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

import ibis
import ibis.expr.types as ir
import pandas as pd

from didgah.filters import Filters
from didgah.model import (
    KnownMeeting,
    KnownStatement,
    Meeting,
    MeetingReport,
    Published,
    Registry,
)
from didgah.queries import scope
from didgah.queries.accounts import (
    Disagreement,
    Passage,
    ReportView,
    Side,
    StatusTold,
    disagreements,
    sides,
    statuses,
)
from didgah.queries.marks import openings
from didgah.queries.statements import StatementView, of_meeting
from didgah.store.codec import decode
from didgah.store.reader import Snapshot
from didgah.store.tables import (
    ART,
    ARTICLES,
    MEETING_PARTIES,
    MEETING_REPORTS,
    MEETINGS,
    REPORTS,
)

COLUMNS = [
    "meeting", "known", "series", "kind", "status", "first", "last", "precision", "place",
    "country", "confidence", "titles_only", "articles", "languages", "n_participants",
    "name_fa", "name_en", "name_ru", "name_ar", "latitude", "longitude", "parties", "open",
]


@dataclass(frozen=True, slots=True)
class MeetingRecord:
    """Everything about one meeting. `earlier` and `later` are ids in its series, or None.

    `sides` are the highest levels of the countries present, highest first.
    """

    meeting: Meeting
    reports: tuple[ReportView, ...]
    known: KnownMeeting | None
    gists: tuple[KnownStatement, ...]
    statements: tuple[StatementView, ...]
    disagreements: tuple[Disagreement, ...]
    statuses: tuple[StatusTold, ...]
    sides: tuple[Side, ...]
    earlier: str | None
    later: str | None


def timeline(snapshot: Snapshot, filters: Filters) -> pd.DataFrame:
    """Known meetings that fit the filters, covered or not, and reported ones, by first day.

    Dates, series, places, entities, meetings and status choose meetings; languages,
    outlets, query, themes and terms (in `excluded` too) only restrict which articles count as
    reports. An entity fits as participant, a place as the place or its country. Meetings
    without a day come last, with NaT. Columns: `COLUMNS`; `articles` counts articles in scope.
    """
    rows = counted(snapshot, filters)
    rows = rows.rename(columns={"id": "meeting"})
    rows["open"] = openings(rows, (Filters(meetings=(one,)) for one in rows.meeting))
    return rows[COLUMNS]


def counted(snapshot: Snapshot, filters: Filters) -> pd.DataFrame:
    """Rows of the table of meetings that fit, with `articles` and their `languages`."""
    reports = scope.within(MEETING_REPORTS.select("meeting", "a").distinct(), snapshot, filters)
    reports = reports.join(ART.select("a", "language"), "a")
    per_meeting = reports.group_by("meeting").agg(
        articles=reports.count(),
        languages=reports.language.collect(distinct=True),
    )
    fitting = _fitting(snapshot.registry, filters).drop("meeting")
    joined = fitting.left_join(per_meeting, fitting.id == per_meeting.meeting).drop("meeting")
    joined = joined.mutate(articles=joined.articles.fill_null(0))
    shown = joined.articles > 0
    if not filters.undated:
        shown = shown | joined.known
    rows = snapshot.frame(joined.filter(shown).order_by(ibis.asc("first", nulls_first=False), "id"))
    rows["languages"] = [
        [] if found is None else sorted(found) for found in rows.languages
    ]
    rows["parties"] = [list(found) for found in rows.parties]
    return rows


def _fitting(registry: Registry, filters: Filters) -> ir.Table:
    table = MEETINGS
    conditions: list[ir.BooleanValue] = []
    # A meeting without a day may have been on any.
    if filters.since:
        conditions.append((table["last"] >= filters.since) | table["first"].isnull())
    if filters.until:
        conditions.append((table["first"] <= filters.until) | table["first"].isnull())
    if filters.status:
        conditions.append(table.status.isin(filters.status))
    for name, column in (("series", table.series), ("meetings", table.id)):
        if values := getattr(filters, name):
            conditions.append(column.isin(values))
    if filters.places:
        conditions.append(_at(registry, filters.places))
    if keys := [one for one in filters.entities if not one.startswith("outlet:")]:
        conditions.append(_takes_part(registry, keys))
    for one in filters.also:
        field, _, value = one.partition(":")
        if field == "meeting":
            conditions.append(table.id == value)
        elif field not in ("theme", "term", "outlet"):
            conditions.append(_takes_part(registry, [one]))
    for one in filters.excluded:
        field, _, value = one.partition(":")
        if field == "meeting":
            conditions.append(table.id != value)
        elif field in ("person", "organisation", "place", "series"):
            conditions.append(~_takes_part(registry, [one]).fill_null(False))
    return table.filter(*conditions) if conditions else table


def _at(registry: Registry, places: tuple[str, ...]) -> ir.BooleanValue:
    """At one of these places, or in one of them that is a country."""
    found = [registry.entities.get(f"place:{one}") for one in places]
    countries = [one.country for one in found if one and one.type == "country" and one.country]
    return MEETINGS.place.isin(places) | MEETINGS.country.isin(countries)


def _takes_part(registry: Registry, keys: list[str]) -> ir.BooleanValue:
    parties = MEETING_PARTIES.filter(MEETING_PARTIES.entity.isin(keys))
    fits = MEETINGS.id.isin(parties.meeting)
    if places := tuple(key[6:] for key in keys if key.startswith("place:")):
        fits = fits | _at(registry, places)
    if series := [key[7:] for key in keys if key.startswith("series:")]:
        fits = fits | MEETINGS.series.isin(series)
    return fits


def next_and_latest(
    snapshot: Snapshot, today: date, n: int = 5
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The next meetings (not over by `today`), soonest first, and the latest, newest first.

    Cancelled ones and ones without a day are in neither.
    """
    rows = timeline(snapshot, Filters())
    rows = rows[rows["first"].notna() & (rows.status != "cancelled")]
    ahead = rows["last"] >= pd.Timestamp(today)
    latest = rows[~ahead & (rows.status == "held")].sort_values(
        ["last", "meeting"], ascending=[False, True]
    )
    return rows[ahead].head(n).reset_index(drop=True), latest.head(n).reset_index(drop=True)


def record(
    snapshot: Snapshot, meeting_id: str, filters: Filters | None = None
) -> MeetingRecord | None:
    """The record of one meeting, with the reports in scope; None when there is no such."""
    found = snapshot.rows(MEETINGS.filter(MEETINGS.id == meeting_id).select("meeting"))
    if not found:
        return None
    meeting = decode(Meeting, found[0]["meeting"])
    registry = snapshot.registry
    reports = _reports(snapshot, meeting_id, filters or Filters())
    earlier, later = _beside(snapshot, meeting)
    return MeetingRecord(
        meeting=meeting,
        reports=reports,
        known=registry.meetings.get(meeting_id),
        gists=tuple(one for one in registry.statements.values() if one.meeting == meeting_id),
        statements=of_meeting(snapshot, meeting_id, filters or Filters()),
        disagreements=disagreements(registry, meeting, reports),
        statuses=statuses(reports),
        sides=sides(registry, meeting),
        earlier=earlier,
        later=later,
    )


def _reports(snapshot: Snapshot, meeting_id: str, filters: Filters) -> tuple[ReportView, ...]:
    mine = MEETING_REPORTS.filter(MEETING_REPORTS.meeting == meeting_id).select("a", "idx")
    mine = scope.within(mine, snapshot, filters)
    joined = (
        REPORTS.join(mine, ["a", "idx"])
        .join(ART.select("a", "day", "language", "outlet"), "a")
        .join(ARTICLES.select("a", "title", "outlet_name", "url"), "a")
        .order_by(ibis.asc("day", nulls_first=False), "article", "idx")
    )
    return tuple(
        ReportView(
            row["article"], row["idx"], row["title"], row["outlet"], row["outlet_name"],
            row["language"], decode(Published, row["published"]), row["url"],
            decode(MeetingReport, row["report"]),
            tuple(Passage(text, start, end) for start, end, text in json.loads(row["passages"])),
        )
        for row in snapshot.rows(joined)
    )


def _beside(snapshot: Snapshot, meeting: Meeting) -> tuple[str | None, str | None]:
    if not meeting.series:
        return None, None
    same = timeline(snapshot, Filters(series=(meeting.series,)))
    ids = list(same.meeting[same["first"].notna()])
    if meeting.id not in ids:
        return None, None
    at = ids.index(meeting.id)
    return (ids[at - 1] if at else None), (ids[at + 1] if at + 1 < len(ids) else None)
