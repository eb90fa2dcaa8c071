"""A word in its lines: every occurrence with what stands before and after it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

import ibis
import pandas as pd

from didgah.annotate.published import publication_of
from didgah.annotate.topics.terms import find_terms
from didgah.filters import Filters
from didgah.language.fold import key
from didgah.model import Annotation, Article, Registry, Span
from didgah.queries import scope
from didgah.store.codec import decode
from didgah.store.reader import Snapshot
from didgah.store.tables import ART, ARTICLES, TERM_ARTICLES, TERMS

Order = Literal["date", "next", "previous"]
ORDERS: tuple[Order, ...] = ("date", "next", "previous")

_WORDS = re.compile(r"\w+")
_CONTEXT = 90  # characters on either side
_COLUMNS = ["article", "title", "outlet_name", "day", "left", "keyword", "right", "start", "end"]


def concordance(
    snapshot: Snapshot, filters: Filters, language: str, lemma: str, n: int = 200
) -> pd.DataFrame:
    """Occurrences of a term in the articles of its language in scope, newest article first.

    Columns: article, title, outlet_name, day, left, keyword, right, start, end (offsets
    into the text). `attrs`: total (all occurrences), articles (that have it), truncated.
    """
    attrs = {"total": 0, "articles": 0, "truncated": False}
    if filters.languages and language not in filters.languages:
        return _frame([], attrs)
    term = TERMS.filter((TERMS.language == language) & (TERMS.lemma == lemma))
    uses = TERM_ARTICLES.filter(TERM_ARTICLES.term.isin(term.term)).select("a", "n")
    uses = scope.within(uses, snapshot, replace(filters, languages=(language,)))
    figures = snapshot.rows(
        uses.agg(total=uses.n.sum().fill_null(0).cast("int64"), articles=uses.count())
    )[0]
    newest = uses.join(ART.select("a", "day", "id"), "a").order_by(
        ibis.desc("day", nulls_first=False), "id"
    )
    rows: list[tuple] = []
    for article, annotation in _read(snapshot, newest, n):
        rows += [
            (article.id, article.title, annotation.outlet_name, publication_of(article).value,
             *_line(article.text, span), span.start, span.end)
            for span in occurrences(article, annotation, snapshot.registry, lemma)
        ]
    attrs |= figures | {"truncated": figures["total"] > n}
    return _frame(rows[:n], attrs)


def occurrences(
    article: Article, annotation: Annotation, registry: Registry, lemma: str
) -> list[Span]:
    """Where a counted term stands in an article, in order."""
    language = annotation.language
    forms = {
        _solid(form) for term in annotation.terms if term.lemma == lemma for form, _ in term.forms
    }
    names = {
        (one.kind, one.entity): entity.names.get(language, entity.id)
        for one in annotation.mentions
        if (entity := registry.entities.get(f"{one.kind}:{one.entity}"))
    }
    found = []
    for at, line in _lines(article.text):
        solid = _solid(line)
        if not any(form in solid for form in forms):
            continue  # cutting a text into words is the slow part
        here = [
            replace(one, start=one.start - at, end=one.end - at)
            for one in annotation.mentions
            if at <= one.start < at + len(line)
        ]
        found += [
            Span(one.start + at, one.end + at)
            for one in find_terms(line, language, here, names)
            if one.lemma == lemma
        ]
    return sorted(found, key=lambda span: span.start)


def _read(
    snapshot: Snapshot, newest: ibis.Table, n: int
) -> Iterator[tuple[Article, Annotation]]:
    """The first articles that together have `n` occurrences."""
    numbers, wanted = [], n
    for row in snapshot.rows(newest.limit(n)):
        if wanted <= 0:
            break
        numbers.append(row["a"])
        wanted -= row["n"]
    if not numbers:
        return
    found = snapshot.rows(
        ARTICLES.filter(ARTICLES.a.isin(numbers)).select("a", "article", "annotation")
    )
    by_number = {row["a"]: row for row in found}
    for number in numbers:
        row = by_number[number]
        yield decode(Article, row["article"]), decode(Annotation, row["annotation"])


def _solid(text: str) -> str:
    return key(text).replace(" ", "")


def _lines(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    for line in text.split("\n"):
        yield at, line
        at += len(line) + 1


def _line(text: str, span: Span) -> tuple[str, str, str]:
    """What stands before, at and after the span, in its line, cut at words."""
    first = text.rfind("\n", 0, span.start) + 1
    last = text.find("\n", span.end)
    last = len(text) if last < 0 else last
    left, right = text[first : span.start], text[span.end : last]
    if len(left) > _CONTEXT:
        left = "…" + left[-_CONTEXT:].partition(" ")[2]
    if len(right) > _CONTEXT:
        right = right[:_CONTEXT].rpartition(" ")[0] + "…"
    return left, text[span.start : span.end], right


def _frame(rows: list[tuple], attrs: dict[str, object]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=_COLUMNS)
    frame["day"] = pd.to_datetime(frame.day)
    frame.attrs |= attrs
    return frame


def ordered(frame: pd.DataFrame, order: Order) -> pd.DataFrame:
    """The lines of `concordance` by date, or by the words that follow, or that precede.

    Words are compared by their keys, the nearest to the keyword first; both are in the order
    of the text, whichever way it is written.
    """
    if order == "date":
        return frame
    column, step = ("right", 1) if order == "next" else ("left", -1)
    keys = [" ".join(_WORDS.findall(key(piece))[::step]) for piece in frame[column]]
    places = sorted(range(len(frame)), key=lambda at: keys[at])
    found = frame.iloc[places].reset_index(drop=True)
    found.attrs = dict(frame.attrs)
    return found
