"""Filters as a set of articles.

An article is in scope when it meets every field of the filters:

- dates: its day of publication lies within; undated articles only without dates asked for;
- languages, outlets: its own;
- entities, places: it names one of them (or the office a person held);
- themes, terms, candidates: it contains one of them;
- meetings, series, status: it reports a meeting that is, belongs to or has one of them;
- topics: the screen told it so; cites: it names one of them as its source;
- texts: it prints one of these texts; reprints: nobody printed its text before, or somebody did;
- query: its text answers it;
- also: each value of it, read as above;
- excluded: no value of it, read as above; an undated article is of no year.
"""

from __future__ import annotations

import functools
import operator
from dataclasses import replace

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from didgah.filters import Filters
from didgah.store.reader import Snapshot
from didgah.store.tables import (
    AE_E,
    ART,
    CANDIDATES,
    CITES,
    MEETING_REPORTS,
    MEETINGS,
    REPRINTS,
    TERM_ARTICLES,
    TERMS,
    THEMES,
)

_OWN = {"day", "language", "outlet"}


def articles(snapshot: Snapshot, filters: Filters) -> ir.Table:
    """The rows of `ART` in scope. Raises textquery.QueryError for a query that cannot be read."""
    return within(ART, snapshot, filters)


def within(table: ir.Table, snapshot: Snapshot, filters: Filters) -> ir.Table:
    """The rows of `table` (any with the column `a`) that belong to articles in scope."""
    if set(table.columns) >= _OWN:
        if own := own_conditions(table, filters):
            table = table.filter(*own)
    elif not _own(filters).is_default:
        table = table.semi_join(ART.filter(*own_conditions(ART, filters)), "a")
    if not only_own(filters):
        table = table.semi_join(ibis.memtable(_members(snapshot, filters)), "a")
    return table


def own_conditions(table: ir.Table, filters: Filters) -> list[ir.BooleanValue]:
    """Conditions on what an article has one of, for tables that repeat it."""
    found = []
    if filters.since:
        found.append(table.day >= filters.since)
    if filters.until:
        found.append(table.day <= filters.until)
    if filters.undated:
        found.append(table.day.isnull())
    if filters.languages:
        found.append(table.language.isin(filters.languages))
    if filters.outlets:
        found.append(table.outlet.isin(filters.outlets))
    return found


def only_own(filters: Filters) -> bool:
    """True when the filters ask for nothing but dates, languages and outlets."""
    return _own(filters) == filters


def _own(filters: Filters) -> Filters:
    return Filters(
        since=filters.since, until=filters.until, undated=filters.undated,
        languages=filters.languages, outlets=filters.outlets,
    )


def _members(snapshot: Snapshot, filters: Filters) -> pa.Table:
    """The numbers of the articles that meet everything but `_own`; worked out once.

    A page asks several questions of one scope, and the joins behind it are most of the work.
    """
    asked = replace(
        filters, since=None, until=None, undated=False, languages=(), outlets=()
    )

    def work_out() -> pa.Table:
        table = ART.select("a")
        for members in _memberships(snapshot, asked):
            table = table.semi_join(members, "a")
        for one in asked.excluded:
            table = table.anti_join(_having(one), "a")
        return snapshot.arrow(table)

    return snapshot.remembered(asked.to_query(), work_out)


def _memberships(snapshot: Snapshot, filters: Filters) -> list[ir.Table]:
    """One table of article numbers per condition."""
    asked = [
        (_entities, filters.entities),
        (_entities, tuple(f"place:{one}" for one in filters.places)),
        (_series, filters.series),
        (_themes, filters.themes),
        (_meetings, filters.meetings),
        (_terms, filters.terms),
        (_candidates, filters.candidates),
        (_status, filters.status),
        (_topics, filters.topics),
        (_cites, filters.cites),
        (_texts, filters.texts),
        (_reprints, (filters.reprints,) if filters.reprints else ()),
    ]
    found = [condition(values) for condition, values in asked if values]
    found += [_having(one) for one in filters.also]
    if filters.query:
        numbers = pa.table({"a": pa.array(snapshot.hits(filters.query), pa.int64())})
        found.append(ibis.memtable(numbers))
    return found


def _having(one: str) -> ir.Table:
    """The articles that have one value of `Filters.also` or `Filters.excluded`."""
    field, _, value = one.partition(":")
    own = {"language": ART.language, "publisher": ART.outlet, "topic": ART.topic,
           "year": ART.day.year().cast("string")}
    if field in own:
        return ART.filter(own[field] == value).select("a")
    reading = {"series": _series, "theme": _themes, "meeting": _meetings, "term": _terms,
               "candidate": _candidates, "cites": _cites}
    return reading[field]((value,)) if field in reading else _entities((one,))


def _entities(keys: tuple[str, ...]) -> ir.Table:
    """A series stands in no text by itself: "series:…" asks for reports of its meetings."""
    series = tuple(key.removeprefix("series:") for key in keys if key.startswith("series:"))
    named = tuple(key for key in keys if not key.startswith("series:"))
    parts = [AE_E.filter(AE_E.entity.isin(named)).select("a")] if named else []
    parts += [_series(series)] if series else []
    return functools.reduce(lambda one, other: one.union(other), parts)


def _series(ids: tuple[str, ...]) -> ir.Table:
    return _reporting(MEETINGS.filter(MEETINGS.series.isin(ids)))


def _status(values: tuple[str, ...]) -> ir.Table:
    return _reporting(MEETINGS.filter(MEETINGS.status.isin(values)))


def _reporting(meetings: ir.Table) -> ir.Table:
    return MEETING_REPORTS.filter(MEETING_REPORTS.meeting.isin(meetings.id)).select("a")


def _meetings(ids: tuple[str, ...]) -> ir.Table:
    return MEETING_REPORTS.filter(MEETING_REPORTS.meeting.isin(ids)).select("a")


def _themes(ids: tuple[str, ...]) -> ir.Table:
    return THEMES.filter(THEMES.theme.isin(ids)).select("a")


def _topics(values: tuple[str, ...]) -> ir.Table:
    return ART.filter(ART.topic.isin(values)).select("a")


def _cites(keys: tuple[str, ...]) -> ir.Table:
    return CITES.filter(CITES.cited.isin(keys)).select("a")


def _texts(ids: tuple[str, ...]) -> ir.Table:
    return REPRINTS.filter(REPRINTS.original.isin(ids)).select("a")


def _reprints(values: tuple[str, ...]) -> ir.Table:
    again = REPRINTS.filter(~REPRINTS.first).select("a")
    return again if values == ("again",) else ART.select("a").anti_join(again, "a")


def _candidates(values: tuple[str, ...]) -> ir.Table:
    return CANDIDATES.filter(CANDIDATES.candidate.isin(values)).select("a")


def _terms(values: tuple[str, ...]) -> ir.Table:
    asked = [value.partition(":")[::2] for value in values]
    any_of = functools.reduce(
        operator.or_,
        [(TERMS.language == language) & (TERMS.lemma == lemma) for language, lemma in asked],
    )
    numbers = TERMS.filter(any_of)
    return TERM_ARTICLES.filter(TERM_ARTICLES.term.isin(numbers.term)).select("a")
