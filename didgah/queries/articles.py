"""The articles themselves: counted, listed, faceted, opened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

import ibis
import ibis.expr.types as ir
import pandas as pd
import pyarrow as pa

from didgah.annotate.published import publication_of
from didgah.filters import Filters
from didgah.model import Annotation, Article, Published
from didgah.queries import scope
from didgah.store import layout
from didgah.store.archive import Archive
from didgah.store.codec import decode
from didgah.store.reader import Snapshot
from didgah.store.tables import AE, ART, ARTICLES, CITES, MEETING_REPORTS, MEETINGS, THEMES

Order = Literal["newest", "oldest", "relevance"]
FACETS = ("language", "outlet", "entity", "place", "series", "theme", "meeting", "year",
          "topic", "cites")
_LIFTED = {"language": "languages", "outlet": "outlets", "entity": "entities",
           "place": "places", "series": "series", "theme": "themes", "meeting": "meetings",
           "topic": "topics", "cites": "cites"}


@dataclass(frozen=True, slots=True)
class ArticleView:
    """One article with everything read out of it.

    `published` is what the article states, else what its address or text says for certain.
    `versions` are the ids of the article as it was stored over time, oldest first, itself
    among them; `meetings` gives the meeting id each report of the annotation was joined
    into, "" for a rejected one.
    """

    article: Article
    annotation: Annotation
    published: Published
    versions: tuple[str, ...]
    meetings: tuple[str, ...]


def count(snapshot: Snapshot, filters: Filters) -> int:
    """How many articles are in scope."""
    return snapshot.count(scope.articles(snapshot, filters))


def first_day(snapshot: Snapshot) -> date | None:
    """The day the oldest dated article of the corpus was published, or None."""
    return snapshot.rows(ART.agg(first=ART.day.min()))[0]["first"]


def span(snapshot: Snapshot, filters: Filters) -> tuple[date | None, date | None]:
    """The first and the last day on which articles in scope were published."""
    found = scope.articles(snapshot, filters)
    row = snapshot.rows(found.agg(first=found.day.min(), last=found.day.max()))[0]
    return row["first"], row["last"]


def page(
    snapshot: Snapshot,
    filters: Filters,
    offset: int = 0,
    limit: int = 20,
    order: Order = "newest",
) -> pd.DataFrame:
    """Some articles in scope.

    Undated ones come last; equal ones by id. "relevance" is BM25 and falls back to
    "newest" without a query. Columns: id, title, outlet, outlet_name, language, day,
    precision, url, lead, meetings (list of ids), n_mentions.
    """
    found, keys = _ordered(snapshot, filters, order)
    chosen = found.order_by(*keys).limit(limit, offset=offset)
    rows = snapshot.frame(chosen)
    numbers = [int(one) for one in rows.a]
    if not numbers:
        return pd.DataFrame(columns=_PAGE)
    details = ARTICLES.filter(ARTICLES.a.isin(numbers)).select(
        "a", "title", "outlet_name", "url", "lead"
    )
    told = MEETING_REPORTS.filter(MEETING_REPORTS.a.isin(numbers)).order_by("a", "idx")
    meetings: dict[int, dict[str, None]] = {}
    for row in snapshot.rows(told):
        meetings.setdefault(row["a"], {})[row["meeting"]] = None
    rows = rows.merge(snapshot.frame(details), on="a", how="left")
    rows["meetings"] = [list(meetings.get(number, ())) for number in rows.a]
    return rows[_PAGE]


_PAGE = ["id", "title", "outlet", "outlet_name", "language", "day", "precision", "url", "lead",
         "meetings", "n_mentions"]


def _ordered(
    snapshot: Snapshot, filters: Filters, order: Order
) -> tuple[ir.Table, list[ir.Value]]:
    found = scope.articles(snapshot, filters)
    if order == "relevance" and filters.query:
        hits = snapshot.hits(filters.query)
        scores = ibis.memtable(pa.table({
            "a": pa.array(hits.keys(), pa.int64()), "score": pa.array(hits.values(), pa.float64()),
        }))
        found = found.join(scores, "a")
        return found, [ibis.desc("score"), ibis.desc("day", nulls_first=False), ibis.asc("id")]
    if order == "oldest":
        return found, [ibis.asc("day", nulls_first=False), ibis.asc("id")]
    return found, [ibis.desc("day", nulls_first=False), ibis.asc("id")]


def facets(snapshot: Snapshot, filters: Filters, field: str, n: int = 30) -> pd.DataFrame:
    """How many articles each value of a field would leave, commonest first.

    The field's own filter is lifted, all others hold. `field` is one of `FACETS`; entities
    are registry keys, years Gregorian. Columns: value, articles. `attrs`: total (values
    there are), truncated. Raises ValueError for another field.
    """
    if field not in FACETS:
        raise ValueError(f"no facet {field!r}")
    lifted = filters.without(_LIFTED[field]) if field in _LIFTED else filters
    found = scope.within(_values(field), snapshot, lifted)
    found = found.filter(found.value.notnull())
    counts = found.group_by("value").agg(articles=found.count())
    counts = counts.mutate(total=counts.count().over())
    rows = snapshot.frame(counts.order_by(ibis.desc("articles"), "value").limit(n))
    total = int(rows.total.max()) if len(rows) else 0
    rows = rows[["value", "articles"]]
    rows.attrs |= {"total": total, "truncated": total > n}
    return rows


def _values(field: str) -> ir.Table:
    """Distinct (a, value) rows of a facet, with an article's own columns where at hand."""
    own = ["a", "day", "language", "outlet"]
    if field == "cites":
        return CITES.select(*own, value=CITES.cited)
    if field in ("language", "outlet", "topic"):
        return ART.select(*own, value=ART[field])
    if field == "year":
        return ART.select(*own, value=ART.day.year().cast("string"))
    if field == "entity":
        return AE.select(*own, value=AE.entity)
    if field == "place":
        places = AE.filter(AE.kind == "place")
        return places.select(*own, value=places.entity.substr(len("place:")))
    if field == "theme":
        return THEMES.select(*own, value=THEMES.theme)
    reports = MEETING_REPORTS.select("a", value=MEETING_REPORTS.meeting)
    if field == "series":
        series = MEETINGS.filter(MEETINGS.series != "").select("id", "series")
        reports = reports.join(series, reports.value == series.id).select("a", value="series")
    return reports.distinct()


def get(snapshot: Snapshot, article_id: str) -> ArticleView | None:
    """One article of the snapshot; None when it has none with this id."""
    found = snapshot.rows(
        ARTICLES.filter(ARTICLES.id == article_id).select("a", "url", "article", "annotation")
    )
    if not found:
        return None
    row = found[0]
    told = MEETING_REPORTS.filter(MEETING_REPORTS.a == row["a"])
    joined = {one["idx"]: one["meeting"] for one in snapshot.rows(told)}
    annotation = decode(Annotation, row["annotation"])
    article = decode(Article, row["article"])
    return ArticleView(
        article=article,
        annotation=annotation,
        published=publication_of(article),
        versions=_versions(snapshot, article_id),
        meetings=tuple(joined.get(at, "") for at in range(len(annotation.meetings))),
    )


def _versions(snapshot: Snapshot, article_id: str) -> tuple[str, ...]:
    """The archive tells; a snapshot served without one knows of one version."""
    if not layout.archive(snapshot.folder).is_dir():
        return (article_id,)
    return tuple(one.id for one in Archive(snapshot.folder).versions(article_id)) or (article_id,)


def neighbours(
    snapshot: Snapshot, filters: Filters, article_id: str, order: Order = "newest"
) -> tuple[str | None, str | None, int, int]:
    """(previous id, next id, position from 1, total) in the list; position 0 when not in it."""
    found, keys = _ordered(snapshot, filters, order)
    window = ibis.window(order_by=keys)
    plain = found.select(*found.columns)  # a window cannot stand in the select of a join itself
    placed = plain.select(
        "id", place=ibis.row_number().over(window) + 1, before=ibis._.id.lag().over(window),
        after=ibis._.id.lead().over(window), total=ibis._.count().over(),
    )
    rows = snapshot.rows(placed.filter(placed.id == article_id))
    if not rows:
        return None, None, 0, count(snapshot, filters)
    row = rows[0]
    return row["before"], row["after"], row["place"], row["total"]
