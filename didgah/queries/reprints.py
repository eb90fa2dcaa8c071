"""Who printed whose text, and who names whom as the source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import ibis
import pandas as pd

from didgah.filters import Filters
from didgah.queries import scope
from didgah.queries.marks import openings
from didgah.store.reader import Snapshot
from didgah.store.tables import ART, ARTICLES, CITES, REPRINTS


@dataclass(frozen=True, slots=True)
class Copy:
    """One article of a group that prints one text; shares as in `model.Reprint`.

    `outlet` is as filters say it, `cites` whom of the group's outlets it names as its source.
    """

    article: str
    title: str
    outlet: str
    language: str
    day: date | None
    first: bool
    sure: bool
    jaccard: float
    contained: float
    containing: float
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """What a list says of an article that others print too: `others` are their number.

    `outlet` is that of the first; `original` is the id of the first.
    """

    original: str
    first: bool
    sure: bool
    outlet: str
    others: int


def group_of(snapshot: Snapshot, article: str) -> tuple[Copy, ...]:
    """All who print the text of `article`, the first ahead, then by day; empty without reprint."""
    original = REPRINTS.filter(REPRINTS.article == article).original
    mine = REPRINTS.filter(REPRINTS.original.isin(original))
    joined = mine.join(ART.select("a", "day", "language", "outlet"), "a").join(
        ARTICLES.select("a", "title"), "a")
    rows = snapshot.rows(joined.order_by(
        ibis.desc("first"), ibis.asc("day", nulls_first=False), "article"))
    outlets = {row["outlet"] for row in rows}
    named = CITES.filter(CITES.a.isin([row["a"] for row in rows]) & CITES.cited.isin(
        list(outlets)))
    cited: dict[int, list[str]] = {}
    for row in snapshot.rows(named.select("a", "cited").order_by("a", "cited")) if rows else ():
        cited.setdefault(row["a"], []).append(row["cited"])
    return tuple(
        Copy(row["article"], row["title"], row["outlet"], row["language"], row["day"],
             row["first"], row["sure"], row["jaccard"], row["contained"], row["containing"],
             tuple(one for one in cited.get(row["a"], ()) if one != row["outlet"]))
        for row in rows
    )


def marks(snapshot: Snapshot, articles: Sequence[str]) -> dict[str, Mark]:
    """For those of `articles` whose text others print, what a list says of it."""
    asked = REPRINTS.filter(REPRINTS.article.isin(list(articles)))
    sizes = REPRINTS.group_by("original").agg(n=REPRINTS.count())
    firsts = REPRINTS.filter(REPRINTS.first).join(ART.select("a", "outlet"), "a").select(
        "original", "outlet")
    joined = asked.join(sizes, "original").join(firsts, "original")
    return {
        row["article"]: Mark(row["original"], row["first"], row["sure"], row["outlet"],
                             row["n"] - 1)
        for row in snapshot.rows(joined.select(
            "article", "original", "first", "sure", "outlet", "n"))
    }


def sources(snapshot: Snapshot, filters: Filters, n: int = 200) -> pd.DataFrame:
    """Whom each outlet names as the source: articles per pair, most first.

    Columns: outlet, cited (both as filters say them), articles, open. `attrs["total"]` counts
    the pairs, `attrs["truncated"]` is True when only the first `n` are here.
    """
    found = scope.within(CITES, snapshot, filters)
    pairs = found.group_by("outlet", "cited").agg(articles=found.count())
    pairs = pairs.mutate(total=pairs.count().over())
    rows = snapshot.frame(pairs.order_by(ibis.desc("articles"), "outlet", "cited").limit(n))
    total = int(rows.total.max()) if len(rows) else 0
    rows = rows[["outlet", "cited", "articles"]]
    rows["open"] = openings(rows, (
        Filters(outlets=(row.outlet,), cites=(row.cited,)) for row in rows.itertuples()))
    rows.attrs |= {"total": total, "truncated": total > n}
    return rows
