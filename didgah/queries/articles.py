"""The articles themselves: counted, listed, faceted, opened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

import ibis
import ibis.expr.types as ir
import pandas as pd
import pyarrow as pa

from didgah import textquery
from didgah.annotate.published import publication_of
from didgah.filters import Filters
from didgah.model import Annotation, Article, Published, Span
from didgah.queries import scope
from didgah.store import layout
from didgah.store.archive import Archive
from didgah.store.article_rows import named, sentence_at
from didgah.store.codec import decode
from didgah.store.reader import Snapshot
from didgah.store.tables import AE, ART, ARTICLES, CITES, MEETING_REPORTS, MEETINGS, THEMES

Order = Literal["newest", "oldest", "relevance"]
FACETS = ("language", "outlet", "entity", "place", "series", "theme", "meeting", "year",
          "topic", "cites")
_LIFTED = {"language": "languages", "outlet": "outlets", "entity": "entities",
           "place": "places", "series": "series", "theme": "themes", "meeting": "meetings",
           "topic": "topics", "cites": "cites"}
_SNIPPET = 400  # characters of a sentence shown in a list


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


def snippets(
    snapshot: Snapshot, ids: Sequence[str], filters: Filters
) -> dict[str, tuple[str, tuple[Span, ...]]]:
    """For each article the sentence that answers the filters best, and where in it.

    A sentence counts one for every kind of match (query, entities, places, themes, meeting
    evidence) it has; the first best one is given. Without any, the first sentence of the
    body. Long sentences are cut around the first match.
    """
    rows = snapshot.rows(
        ARTICLES.filter(ARTICLES.id.isin(list(ids))).select("a", "id", "article", "annotation")
    )
    node = textquery.parse(filters.query) if filters.query else None
    asked_meetings = set(filters.meetings) | {
        one.removeprefix("meeting:") for one in filters.also if one.startswith("meeting:")
    }
    wanted = _reports_of(snapshot, [row["a"] for row in rows], asked_meetings, filters.series)
    found = {}
    for row in rows:
        article, annotation = decode(Article, row["article"]), decode(Annotation, row["annotation"])
        matches = _matches(article, annotation, filters, node, wanted.get(row["a"], ()))
        found[row["id"]] = _best_sentence(article, annotation, matches)
    return found


def _reports_of(
    snapshot: Snapshot, numbers: list[int], meetings: set[str], series: tuple[str, ...]
) -> dict[int, list[int]]:
    """Article number → indexes of its reports of these meetings or series."""
    if not meetings and not series:
        return {}
    told = MEETING_REPORTS.filter(MEETING_REPORTS.a.isin(numbers))
    events = MEETINGS.select("id", "series")
    joined = told.join(events, told.meeting == events.id)
    joined = joined.filter(joined.meeting.isin(list(meetings)) | joined.series.isin(list(series)))
    found: dict[int, list[int]] = {}
    for row in snapshot.rows(joined.select("a", "idx")):
        found.setdefault(row["a"], []).append(row["idx"])
    return found


def _matches(
    article: Article,
    annotation: Annotation,
    filters: Filters,
    node: textquery.Node | None,
    reports: Sequence[int],
) -> list[tuple[str, Span]]:
    """(kind of match, span) of everything the filters asked for."""
    keys = set(filters.entities) | {f"place:{one}" for one in filters.places} | set(filters.also)
    themes = set(filters.themes) | {
        one.removeprefix("theme:") for one in filters.also if one.startswith("theme:")
    }
    found = [("query", span) for span in textquery.spans(node, article.text)] if node else []
    found += [
        (f"{one.kind}:{one.entity}", Span(one.start, one.end))
        for one in named(annotation)
        if f"{one.kind}:{one.entity}" in keys
    ]
    found += [
        (f"theme:{hit.theme}", Span(hit.start, hit.end))
        for hit in annotation.themes
        if hit.theme in themes
    ]
    for at in reports:
        found += [("meeting", span) for span in annotation.meetings[at].evidence]
    return found


def _best_sentence(
    article: Article, annotation: Annotation, matches: list[tuple[str, Span]]
) -> tuple[str, tuple[Span, ...]]:
    text, body = article.text, len(article.title) + 1
    kinds: dict[Span, set[str]] = {}
    inside: dict[Span, set[Span]] = {}
    for kind, span in matches:
        sentence = sentence_at(text, annotation.sentences, span)
        kinds.setdefault(sentence, set()).add(kind)
        # A whole evidence sentence is not marked in itself; what stands in it is.
        if kind != "meeting":
            inside.setdefault(sentence, set()).add(span)
    if not kinds:
        first = next((one for one in annotation.sentences if one.start >= body), None)
        sentence = first or sentence_at(text, (), Span(body, body))
    else:
        # The list shows the title already, so a sentence of the body goes first.
        sentence = min(kinds, key=lambda one: (-len(kinds[one]), one.start < body, one.start))
    marks = sorted(inside.get(sentence, ()), key=lambda one: one.start)
    start, end = _cut(text, sentence, marks)
    return text[start:end], tuple(
        Span(one.start - start, min(one.end, end) - start) for one in marks
        if start <= one.start < end
    )


def _cut(text: str, sentence: Span, marks: Sequence[Span]) -> tuple[int, int]:
    """The part of a long sentence that shows its first match."""
    if sentence.end - sentence.start <= _SNIPPET:
        return sentence.start, sentence.end
    start = sentence.start
    if marks and marks[0].end > start + _SNIPPET:
        start = text.find(" ", marks[0].start - _SNIPPET // 2, marks[0].start) + 1
        start = start or marks[0].start
    cut = text.rfind(" ", start, min(start + _SNIPPET, sentence.end))
    return start, cut if cut > start else min(start + _SNIPPET, sentence.end)


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
