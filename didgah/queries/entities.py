"""Names: which fill the coverage, since when, together with whom."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import ibis
import ibis.expr.types as ir
import pandas as pd

from didgah.filters import Filters
from didgah.queries import periods, scope, sentences
from didgah.queries.intervals import wilson
from didgah.queries.marks import openings
from didgah.queries.periods import Grain
from didgah.store.reader import Snapshot
from didgah.store.tables import (
    AE,
    AE_E,
    ENT_MONTH,
    ENTITY_FORMS,
)

Unit = Literal["articles", "sentences", "mentions"]
_PAIRED = 60  # pairs are sought among this many commonest entities


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
        rows["denominator"] = snapshot.count(scope.articles(snapshot, filters))
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
