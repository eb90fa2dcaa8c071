"""Names within sentences: how many sentences hold one, or two together, and which.

The store counts names by article. Which sentence a name stands in is in the annotations,
so these are read for the articles in scope, once per scope, and counted in the database.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import ibis
import ibis.expr.types as ir
import pandas as pd
import pyarrow as pa

from didgah.filters import Filters
from didgah.model import Annotation, Article, Span
from didgah.queries import scope
from didgah.store.article_rows import named, sentence_at
from didgah.store.codec import decode
from didgah.store.reader import Snapshot
from didgah.store.tables import ART, ARTICLES

MOST = 20_000  # articles that are read for one answer; about a third of a millisecond each
_BATCH = 2_000
_COLUMNS = {"a": pa.int64(), "start": pa.int64(), "end": pa.int64(), "entity": pa.string(),
            "n": pa.int64()}


@dataclass(frozen=True, slots=True)
class Named:
    """The sentences of a scope: `rows` one per sentence and entity in it (columns a, start,
    end, entity, n), `total` how many sentences there are, with and without names."""

    rows: pa.Table
    total: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of an article; `marks` are the names asked for, relative to `text`."""

    article: str
    outlet: str
    language: str
    day: object  # datetime.date or None
    start: int
    text: str
    marks: tuple[Span, ...]


def readable(snapshot: Snapshot, filters: Filters) -> bool:
    """True when the scope is small enough for its sentences to be counted."""
    return snapshot.count(scope.articles(snapshot, filters)) <= MOST


def of_scope(snapshot: Snapshot, filters: Filters) -> Named:
    """The names of every sentence of the articles in scope; see `readable`."""

    def work_out() -> Named:
        numbers = snapshot.rows(scope.articles(snapshot, filters).select("a").order_by("a"))
        wanted = [row["a"] for row in numbers]
        rows: list[tuple[int, int, int, str, int]] = []
        total = 0
        for at in range(0, len(wanted), _BATCH):
            part = ARTICLES.filter(ARTICLES.a.isin(wanted[at:at + _BATCH]))
            for row in snapshot.rows(part.select("a", "article", "annotation").order_by("a")):
                annotation = decode(Annotation, row["annotation"])
                text = decode(Article, row["article"]).text
                total += len(annotation.sentences)
                counts = Counter(
                    (sentence_at(text, annotation.sentences, Span(one.start, one.end)),
                     f"{one.kind}:{one.entity}") for one in named(annotation)
                )
                rows += [(row["a"], where.start, where.end, key, n)
                         for (where, key), n in counts.items()]
        columns = zip(*rows, strict=True) if rows else [[] for _ in _COLUMNS]
        return Named(pa.table({
            name: pa.array(list(values), kind)
            for (name, kind), values in zip(_COLUMNS.items(), columns, strict=True)
        }), total)

    return snapshot.remembered(f"sentences:{filters.to_query()}", work_out)


def per_article(snapshot: Snapshot, filters: Filters) -> ir.Table:
    """Columns a, entity, sentences: in how many sentences of an article an entity is named."""
    table = ibis.memtable(of_scope(snapshot, filters).rows)
    return table.group_by("a", "entity").agg(sentences=table.count())


def comention(
    snapshot: Snapshot, filters: Filters, keys: Sequence[str]
) -> pd.DataFrame:
    """Pairs of `keys` named in one sentence, commonest first: columns a, b (a < b), n sentences."""
    table = ibis.memtable(of_scope(snapshot, filters).rows)
    table = table.filter(table.entity.isin(list(keys)))
    one = table.select("a", "start", "entity")
    other = table.select("a", "start", entity_b=table.entity)
    pairs = one.join(other, ["a", "start"]).filter(lambda t: t.entity < t.entity_b)
    counts = pairs.group_by("entity", "entity_b").agg(n=pairs.count())
    rows = snapshot.frame(counts.order_by(ibis.desc("n"), "entity", "entity_b"))
    return rows.set_axis(["a", "b", "n"], axis=1)


def count(snapshot: Snapshot, filters: Filters, keys: Sequence[str]) -> tuple[int, int]:
    """(sentences that name all of `keys`, how often they name them in all)."""
    found = _holding(snapshot, filters, keys)
    row = snapshot.rows(found.agg(n=found.count(), times=found.times.sum().fill_null(0)))[0]
    return int(row["n"]), int(row["times"])


def page(
    snapshot: Snapshot, filters: Filters, keys: Sequence[str], offset: int = 0, limit: int = 10
) -> tuple[Passage, ...]:
    """Sentences that name all of `keys`, of the newest article first, in order of the text."""
    found = _holding(snapshot, filters, keys)
    dated = found.join(ART.select("a", "id", "day", "language", "outlet"), "a")
    part = dated.order_by(ibis.desc("day", nulls_first=False), "id", "start")
    rows = snapshot.rows(part.limit(limit, offset=offset))
    bodies = {row["a"]: row for row in snapshot.rows(
        ARTICLES.filter(ARTICLES.a.isin([row["a"] for row in rows]))
        .select("a", "article", "annotation"))}
    passages = []
    for row in rows:
        text = decode(Article, bodies[row["a"]]["article"]).text
        annotation = decode(Annotation, bodies[row["a"]]["annotation"])
        start, end = row["start"], row["end"]
        marks = tuple(
            Span(one.start - start, min(one.end, end) - start) for one in named(annotation)
            if start <= one.start < end and f"{one.kind}:{one.entity}" in keys
        )
        passages.append(Passage(row["id"], row["outlet"], row["language"], row["day"], start,
                                text[start:end], tuple(sorted(marks, key=lambda m: m.start))))
    return tuple(passages)


def _holding(snapshot: Snapshot, filters: Filters, keys: Sequence[str]) -> ir.Table:
    """Columns a, start, end, times, of the sentences that name every one of `keys`."""
    table = ibis.memtable(of_scope(snapshot, filters).rows)
    table = table.filter(table.entity.isin(list(keys)))
    found = table.group_by("a", "start", "end").agg(
        kinds=table.entity.nunique(), times=table.n.sum().cast("int64"))
    return found.filter(found.kinds == len(set(keys))).drop("kinds")
