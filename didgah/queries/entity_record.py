"""One name of the registry in the articles in scope: its figures, forms, parts and company."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import ibis
import ibis.expr.types as ir
import pandas as pd

from didgah.filters import Filters
from didgah.model import Entity
from didgah.queries import scope
from didgah.queries.marks import openings
from didgah.queries.statements import statements
from didgah.store.reader import Snapshot
from didgah.store.tables import (
    AE,
    AE_E,
    ENTITY_FORMS,
    MEETING_PARTIES,
    MEETING_REPORTS,
    MEETINGS,
    REPORT_PEOPLE,
)


@dataclass(frozen=True, slots=True, eq=False)
class EntityRecord:
    """One entity in the articles in scope.

    Frames: `forms` surface, language, n; `roles` role, n (reports of meetings); `meetings`
    meeting, role, status, first, last, precision, place, series, name_<language>, articles,
    open; `statements` as `statements.statements`; `with_whom` entity, kind, n, open;
    `languages` language, articles, n, open. Dates are days of publication.
    """

    entity: Entity
    articles: int
    mentions: int
    first: date | None
    last: date | None
    forms: pd.DataFrame
    roles: pd.DataFrame
    meetings: pd.DataFrame
    statements: pd.DataFrame
    with_whom: pd.DataFrame
    languages: pd.DataFrame


def record(snapshot: Snapshot, filters: Filters, key: str) -> EntityRecord | None:
    """The record of one entity; None when the registry has no such key."""
    entity = snapshot.registry.entities.get(key)
    if entity is None:
        return None
    mine = scope.within(AE_E.filter(AE_E.entity == key), snapshot, filters)
    figures = snapshot.rows(mine.agg(
        articles=mine.count(), mentions=mine.n.sum().fill_null(0).cast("int64"),
        first=mine.day.min(), last=mine.day.max(),
    ))[0]
    forms = ENTITY_FORMS.filter(ENTITY_FORMS.entity == key)
    forms = forms.group_by("surface", "language").agg(n=forms.n.sum().cast("int64"))
    roles = scope.within(REPORT_PEOPLE.filter(REPORT_PEOPLE.entity == key), snapshot, filters)
    roles = roles.group_by("role").agg(n=roles.count())
    languages = mine.group_by("language").agg(articles=mine.count(), n=mine.n.sum().cast("int64"))
    per_language = snapshot.frame(languages.order_by(ibis.desc("articles"), "language"))
    per_language["open"] = openings(per_language, (
        Filters(languages=(one,), entities=(key,)) for one in per_language.language
    ))
    return EntityRecord(
        entity=entity, **figures,
        forms=snapshot.frame(forms.order_by(ibis.desc("n"), "language", "surface")),
        roles=snapshot.frame(roles.order_by(ibis.desc("n"), "role")),
        meetings=_meetings(snapshot, filters, key),
        statements=statements(snapshot, filters, speaker=key),
        with_whom=_with_whom(snapshot, mine, key),
        languages=per_language,
    )


def _meetings(snapshot: Snapshot, filters: Filters, key: str) -> pd.DataFrame:
    """Meetings it takes part in, and how many articles in scope report each."""
    reports = scope.within(MEETING_REPORTS.select("meeting", "a").distinct(), snapshot, filters)
    counts = reports.group_by("meeting").agg(articles=reports.count())
    parts = MEETING_PARTIES.filter(MEETING_PARTIES.entity == key).distinct(
        on=["meeting"], keep="first"
    )
    names = ["name_fa", "name_en", "name_ru", "name_ar"]
    meetings = MEETINGS.drop("meeting").rename(meeting="id")
    joined = meetings.join(parts.select("meeting", "role"), "meeting").left_join(counts, "meeting")
    joined = joined.select(
        "meeting", "role", "status", "first", "last", "precision", "place", "series", *names,
        articles=joined.articles.fill_null(0),
    )
    rows = snapshot.frame(joined.order_by(ibis.desc("first", nulls_first=False), "meeting"))
    rows["open"] = openings(rows, (Filters(meetings=(one,)) for one in rows.meeting))
    return rows


def _with_whom(snapshot: Snapshot, mine: ir.Table, key: str, n: int = 15) -> pd.DataFrame:
    others = AE.filter((AE.entity != key) & (AE.kind != "outlet")).semi_join(mine, "a")
    counts = others.group_by("entity", "kind").agg(n=others.count())
    rows = snapshot.frame(counts.order_by(ibis.desc("n"), "entity").limit(n))
    rows["open"] = openings(rows, (Filters(also=(key, one)) for one in rows.entity))
    return rows
