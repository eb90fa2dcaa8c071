"""The sentence of an article that answers the filters best."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from didgah import textquery
from didgah.filters import Filters
from didgah.model import Annotation, Article, Span
from didgah.queries import articles
from didgah.store.article_rows import named, sentence_at
from didgah.store.codec import decode
from didgah.store.reader import Snapshot
from didgah.store.tables import ARTICLES, MEETING_REPORTS, MEETINGS

_SNIPPET = 400  # characters of a sentence shown in a list


@dataclass(frozen=True, slots=True)
class Answer:
    """`article.text[start:end]`, a sentence or part of a long one; `marks` relative to it."""

    article: Article
    annotation: Annotation
    start: int
    end: int
    marks: tuple[Span, ...]

    @property
    def text(self) -> str:
        """The words themselves."""
        return self.article.text[self.start:self.end]


@dataclass(frozen=True, slots=True)
class Snippet:
    """The words of an `Answer` without their article: `text` stands at `start` in it."""

    text: str
    start: int
    marks: tuple[Span, ...]


def newest(snapshot: Snapshot, filters: Filters, most: int) -> tuple[Answer, ...]:
    """The sentences of the newest `most` articles in scope, newest first."""
    ids = tuple(articles.page(snapshot, filters, limit=most)["id"])
    found = answers(snapshot, ids, filters)
    return tuple(found[one] for one in ids)


def snippets(snapshot: Snapshot, ids: Sequence[str], filters: Filters) -> dict[str, Snippet]:
    """For each article, by id, the words of its `answers`."""
    found = answers(snapshot, ids, filters)
    return {one: Snippet(it.text, it.start, it.marks) for one, it in found.items()}


def answers(
    snapshot: Snapshot, ids: Sequence[str], filters: Filters
) -> dict[str, Answer]:
    """For each article, by id, the sentence that answers the filters best.

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
) -> Answer:
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
    return Answer(article, annotation, start, end, tuple(
        Span(one.start - start, min(one.end, end) - start) for one in marks
        if start <= one.start < end
    ))


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
