"""When a name was in the news most, and what happened then."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import ibis
import pandas as pd

from didgah.filters import Filters
from didgah.queries import entities, scope
from didgah.queries.marks import openings
from didgah.store.reader import Snapshot
from didgah.store.tables import AE_E, ARTICLES, MEETING_REPORTS, MEETINGS, REPRINTS

LEAST = 3  # articles without which a period is no peak
THIN = 10  # articles of a period below which its share is no peak
_NAMES = ["name_fa", "name_en", "name_ru", "name_ar"]


def peaks(
    snapshot: Snapshot, filters: Filters, keys: tuple[str, ...], measure: str = "share"
) -> pd.DataFrame:
    """The highest period of each of `keys` and the meeting that most of its articles report.

    `measure` is "n" (articles) or "share" (of the articles of the period; periods of fewer
    than ten are passed over). Without a meeting that two articles report, the text printed
    most often is told. A row each, of the keys that have a peak: entity, period, until, n
    (articles of the peak that name it), meeting (id or ""), name_<language>, title (of the
    text, or ""), reports (of the n, those on the meeting), open (all n of them).
    """
    rows = entities.trend(snapshot, filters, keys)
    rows = rows[rows.n >= LEAST]
    if measure == "share":
        rows = rows[rows.denominator >= THIN]
    rows = rows.sort_values([measure, "period"], ascending=[False, True])
    rows = rows.drop_duplicates("entity").set_index("entity", drop=False)
    found = [_told(snapshot, filters, rows.loc[key]) for key in keys if key in rows.index]
    columns = ["entity", "period", "until", "n", "meeting", *_NAMES, "title", "reports"]
    frame = pd.DataFrame(found, columns=columns)
    frame["open"] = openings(frame, (
        Filters(since=one.period.date(), until=one.until.date(), entities=(one.entity,))
        for one in frame.itertuples()
    ))
    return frame


def _told(snapshot: Snapshot, filters: Filters, row: pd.Series) -> tuple:
    since, until = row.period.date(), row.until.date()
    head = (row.entity, row.period, row.until, int(row.n))
    met = _meeting(snapshot, filters, row.entity, since, until)
    if met:
        return (*head, met["id"], *(met[one] for one in _NAMES), "", int(met["n"]))
    return (*head, "", "", "", "", "", _story(snapshot, filters, row.entity, since, until), 0)


def _named(snapshot: Snapshot, filters: Filters, key: str, since: date, until: date):
    mine = AE_E.filter((AE_E.entity == key) & (AE_E.day >= since) & (AE_E.day <= until))
    return scope.within(mine, snapshot, filters).select("a")


def _meeting(
    snapshot: Snapshot, filters: Filters, key: str, since: date, until: date
) -> dict[str, object] | None:
    reports = MEETING_REPORTS.select("meeting", "a").distinct()
    reports = reports.semi_join(_named(snapshot, filters, key, since, until), "a")
    counts = reports.group_by("meeting").agg(n=reports.count())
    named = MEETINGS.select("id", "known", *_NAMES).join(counts, [("id", "meeting")])
    best = named.filter(named.n > 1, named.known).order_by(ibis.desc("n"), "id").limit(1)
    return next(iter(snapshot.rows(best)), None)


def _story(snapshot: Snapshot, filters: Filters, key: str, since: date, until: date) -> str:
    every = replace(filters, reprints="")
    prints = REPRINTS.semi_join(_named(snapshot, every, key, since, until), "a")
    counts = prints.group_by("original").agg(n=prints.count())
    best = counts.filter(counts.n > 1).order_by(ibis.desc("n"), "original").limit(1)
    heads = ARTICLES.select("id", "title").join(best, [("id", "original")])
    return next((str(row["title"]) for row in snapshot.rows(heads)), "")
