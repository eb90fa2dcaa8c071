"""Names: which fill the coverage, since when, together with whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

import ibis
import ibis.expr.types as ir
import pandas as pd

from didgah.filters import Filters
from didgah.language.fold import key as fold_key
from didgah.model import ENTITY_KINDS, Entity
from didgah.queries import periods, scope, sentences
from didgah.queries.intervals import wilson
from didgah.queries.marks import openings
from didgah.queries.periods import Grain
from didgah.queries.statements import statements
from didgah.store.reader import Snapshot
from didgah.store.tables import (
    AE,
    AE_E,
    ENT_MONTH,
    ENTITY_FORMS,
    MEETING_PARTIES,
    MEETING_REPORTS,
    MEETINGS,
    REPORT_PEOPLE,
)

Unit = Literal["articles", "sentences", "mentions"]
_PAIRED = 60  # pairs are sought among this many commonest entities


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


def top(
    snapshot: Snapshot,
    filters: Filters,
    kinds: Sequence[str] = ("person",),
    unit: Unit = "articles",
    n: int = 25,
) -> pd.DataFrame:
    """The commonest entities of some kinds.

    Columns: entity (key), kind, n, denominator, share, low, high, open. By articles, `n`
    counts those that name it and `denominator` those in scope, and so by sentences (see
    `sentences.readable`); by mentions, its mentions and those of all entities of these
    kinds. `low` and `high` are the interval of `intervals.wilson`; missing for sentences
    and mentions, because those of one article depend on each other.
    `attrs["total"]` counts the entities there are, `attrs["truncated"]` says whether some
    are left out.
    """
    if unit == "sentences":
        table = _in_sentences(snapshot, filters, AE.filter(AE.kind.isin(kinds)))
        sums = {"sentences": table.n.sum()}
    elif scope.only_own(filters) and not filters.since and not filters.until:
        table = ENT_MONTH.rename(day="month").filter(ENT_MONTH.kind.isin(kinds))
        conditions = scope.own_conditions(table, filters)
        table = table.filter(*conditions) if conditions else table
        sums = {"articles": table.articles.sum(), "mentions": table.n.sum()}
    else:
        table = scope.within(AE.filter(AE.kind.isin(kinds)), snapshot, filters)
        sums = {"articles": table.count(), "mentions": table.n.sum()}
    counts = table.group_by("entity", "kind").agg(n=sums[unit].cast("int64"))
    counts = counts.mutate(
        entities=counts.count().over(), everything=counts.n.sum().over().cast("int64")
    )
    rows = snapshot.frame(counts.order_by(ibis.desc("n"), "entity").limit(n))
    total = int(rows.entities.max()) if len(rows) else 0
    if unit == "articles":
        rows["denominator"] = _count(snapshot, scope.articles(snapshot, filters))
    elif unit == "sentences":
        rows["denominator"] = sentences.of_scope(snapshot, filters).total
    else:
        rows["denominator"] = rows.everything
    _add_shares(rows, unit)
    rows["open"] = openings(rows, (Filters(entities=(key,)) for key in rows.entity))
    rows = rows[["entity", "kind", "n", "denominator", "share", "low", "high", "open"]]
    rows.attrs |= {"total": total, "truncated": total > n}
    return rows


def _add_shares(rows: pd.DataFrame, unit: Unit) -> None:
    rows["share"] = rows.n / rows.denominator
    unsure = (float("nan"), float("nan"))
    spans = [wilson(n, of) if unit == "articles" else unsure
             for n, of in zip(rows.n, rows.denominator, strict=True)]
    rows["low"] = pd.Series([low for low, _ in spans], rows.index, float)
    rows["high"] = pd.Series([high for _, high in spans], rows.index, float)


def _in_sentences(snapshot: Snapshot, filters: Filters, table: ir.Table) -> ir.Table:
    """Rows of `table` (AE or AE_E) in scope, with `n` counting sentences."""
    found = sentences.per_article(snapshot, filters)
    return table.drop("n").join(found, ["a", "entity"]).rename(n="sentences")


def by_language(
    snapshot: Snapshot, filters: Filters, keys: tuple[str, ...]
) -> pd.DataFrame:
    """The articles that name each of `keys`, per language of the articles in scope.

    Columns: entity, language, n, denominator (articles of that language in scope), share,
    low, high (as `top`), open. Every key has a row in every language that occurs.
    """
    found = scope.articles(snapshot, filters)
    totals = snapshot.frame(found.group_by("language").agg(of=found.count()))
    named = scope.within(AE_E.filter(AE_E.entity.isin(keys)), snapshot, filters)
    counts = {(row["entity"], row["language"]): row["n"] for row in snapshot.rows(
        named.group_by("entity", "language").agg(n=named.count()))}
    rows = pd.DataFrame(
        [(key, one, counts.get((key, one), 0), of) for key in keys
         for one, of in zip(totals.language, totals.of, strict=True)],
        columns=["entity", "language", "n", "denominator"],
    )
    _add_shares(rows, "articles")
    rows["open"] = openings(rows, (
        Filters(languages=(one,), entities=(key,))
        for key, one in zip(rows.entity, rows.language, strict=True)
    ))
    return rows


def forms(snapshot: Snapshot, keys: Sequence[str]) -> pd.DataFrame:
    """How each of `keys` is written in the whole corpus, commonest first.

    Columns: entity, surface, n, share (of the entity's mentions).
    """
    table = ENTITY_FORMS.filter(ENTITY_FORMS.entity.isin(list(keys)))
    counts = table.group_by("entity", "surface").agg(n=table.n.sum().cast("int64"))
    counts = counts.mutate(share=counts.n / counts.n.sum().over(group_by="entity"))
    return snapshot.frame(counts.order_by("entity", ibis.desc("n"), "surface"))


def trend(
    snapshot: Snapshot,
    filters: Filters,
    entities: tuple[str, ...],
    grain: Grain = "auto",
    unit: Unit = "articles",
) -> pd.DataFrame:
    """Each entity in each period of the span of the dated articles in scope, zeros included.

    Columns: entity, period, until (first and last day), n, denominator (articles in scope
    of that period), share (n by denominator: below one by articles, per article by
    sentences and mentions; missing where nothing was published), low and high (as `top`),
    open. `attrs["grain"]` is the grain.
    """
    found = scope.articles(snapshot, filters)
    dated = found.filter(found.day.notnull())
    totals = snapshot.frame(dated.group_by("day").agg(n=dated.count()))
    named = AE_E.filter(AE_E.entity.isin(entities) & AE_E.day.notnull())
    named = _in_sentences(snapshot, filters, named) if unit == "sentences" else scope.within(
        named, snapshot, filters)
    amount = named.count() if unit == "articles" else named.n.sum().cast("int64")
    daily = snapshot.frame(named.group_by("entity", "day").agg(n=amount))
    columns = ["entity", "period", "until", "n", "denominator", "open"]
    if totals.empty:
        return pd.DataFrame(columns=[*columns, "share", "low", "high"])
    first, last = totals.day.min().date(), totals.day.max().date()
    grain = periods.chosen(grain, first, last)
    per_period = totals.groupby(periods.starts(totals.day, grain)).n.sum()
    daily["period"] = periods.starts(daily.day, grain)
    counts = daily.groupby(["entity", "period"]).n.sum()
    rows = []
    for key in entities:
        for start in periods.between(first, last, grain):
            end, at = periods.until(start, grain), pd.Timestamp(start)
            n, denominator = int(counts.get((key, at), 0)), int(per_period.get(at, 0))
            opening = Filters(since=start, until=end, entities=(key,)).to_query()
            rows.append((key, at, pd.Timestamp(end), n, denominator, opening))
    frame = pd.DataFrame(rows, columns=columns)
    _add_shares(frame, unit)
    frame.attrs["grain"] = grain
    return frame


def comention(
    snapshot: Snapshot,
    filters: Filters,
    n: int = 20,
    kinds: Sequence[str] = ("person", "organisation"),
) -> pd.DataFrame:
    """Pairs of entities named in one article, commonest first.

    Pairs are sought among the sixty commonest entities of these kinds. Columns: a, b
    (keys, a < b), n (articles), open.
    """
    keys = list(top(snapshot, filters, kinds, n=_PAIRED).entity)
    table = scope.within(AE.filter(AE.entity.isin(keys)), snapshot, filters)
    one, other = table.select("a", "entity"), table.select("a", entity_b=table.entity)
    pairs = one.join(other, "a").filter(lambda t: t.entity < t.entity_b)
    counts = pairs.group_by("entity", "entity_b").agg(n=pairs.count())
    rows = snapshot.frame(counts.order_by(ibis.desc("n"), "entity", "entity_b").limit(n))
    rows = rows.set_axis(["a", "b", "n"], axis=1)
    rows["open"] = openings(
        rows, (Filters(also=(a, b)) for a, b in zip(rows.a, rows.b, strict=True))
    )
    return rows


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


def search(snapshot: Snapshot, text: str, language: str, n: int = 20) -> pd.DataFrame:
    """Entities one of whose names contains `text`, commonest first.

    Columns: entity (key), label in `language`, kind, n (articles of the whole corpus).
    """
    wanted = fold_key(text)
    counts = dict(zip(*_totals(snapshot, ENTITY_KINDS), strict=True))
    found = [
        (one.key, one.names.get(language) or one.names.get("en") or one.id, one.kind,
         counts.get(one.key, 0))
        for one in snapshot.registry.entities.values()
        if wanted and any(wanted in name for name in _names(one))
    ]
    found.sort(key=lambda row: (-row[3], row[0]))
    return pd.DataFrame(found[:n], columns=["entity", "label", "kind", "n"])


def _names(entity: Entity) -> list[str]:
    variants = (one for forms in entity.variants.values() for one in forms)
    return [fold_key(one) for one in (*entity.names.values(), *variants)]


def options(snapshot: Snapshot, kinds: Sequence[str]) -> pd.DataFrame:
    """Entities that occur in the corpus, commonest first: columns key, n (articles)."""
    keys, counts = _totals(snapshot, kinds)
    return pd.DataFrame({"key": keys, "n": counts})


def _totals(snapshot: Snapshot, kinds: Sequence[str]) -> tuple[list[str], list[int]]:
    table = ENT_MONTH.filter(ENT_MONTH.kind.isin(kinds))
    counts = table.group_by("entity").agg(n=table.articles.sum().cast("int64"))
    rows = snapshot.frame(counts.order_by(ibis.desc("n"), "entity"))
    return list(rows.entity), list(rows.n)


def _count(snapshot: Snapshot, table: ir.Table) -> int:
    return int(snapshot.rows(table.agg(n=table.count()))[0]["n"])
