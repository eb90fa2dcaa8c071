"""Names that the registry does not have: which, how often, and the sentences they stand in."""

from __future__ import annotations

from collections.abc import Sequence

import ibis
import ibis.expr.types as ir
import pandas as pd

from didgah.annotate.published import publication_of
from didgah.filters import Filters
from didgah.model import Annotation, Article, Candidate, Span
from didgah.queries import scope
from didgah.queries.marks import openings, texts
from didgah.store.article_rows import candidate_key, sentence_at
from didgah.store.codec import decode
from didgah.store.reader import Snapshot
from didgah.store.tables import ARTICLES, CANDIDATES, NAME_DECISIONS

_SHOWN = 4  # spellings in a row of the list
_AROUND = 260  # characters of a sentence shown


def listing(
    snapshot: Snapshot,
    filters: Filters,
    kinds: Sequence[str] = ("person", "organisation", "place"),
    languages: Sequence[str] = (),
    n: int = 50,
    offset: int = 0,
) -> pd.DataFrame:
    """The commonest names outside the registry, those rejected or already accepted left out.

    Columns: candidate (key), name, kind, language, articles, mentions, spellings (commonest
    first, parted by " · "), open. `languages` are of the articles; none are all.
    `attrs["total"]` counts the names there are, `attrs["truncated"]` says whether some are
    left out.
    """
    table = _standing(CANDIDATES.filter(CANDIDATES.kind.isin(kinds)))
    if languages:
        table = table.filter(table.language.isin(languages))
    table = scope.within(table, snapshot, filters)
    counts = table.group_by("candidate", "kind").agg(
        articles=table.a.nunique(), mentions=table.n.sum().cast("int64"),
        name=table.name.min(), language=table.language.min(),
    )
    counts = counts.mutate(total=counts.count().over())
    page = counts.order_by(
        ibis.desc("articles"), ibis.desc("mentions"), "candidate"
    ).limit(n, offset=offset)
    rows = snapshot.frame(page)
    total = int(rows.total.max()) if len(rows) else 0
    spelled = _spellings(snapshot, table, list(rows.candidate))
    rows["spellings"] = texts(rows, (" · ".join(spelled.get(one, ())) for one in rows.candidate))
    rows["open"] = openings(rows, (Filters(candidates=(one,)) for one in rows.candidate))
    rows = rows[["candidate", "name", "kind", "language", "articles", "mentions", "spellings",
                 "open"]]
    rows.attrs |= {"total": total, "truncated": total > offset + len(rows)}
    return rows


def evidence(
    snapshot: Snapshot, filters: Filters, candidate: str, n: int = 12
) -> pd.DataFrame:
    """A sentence of each article in scope that has the name, the latest first.

    Columns: article (id), title, outlet, day, language, before, surface, after, found_by.
    """
    table = scope.within(CANDIDATES.filter(CANDIDATES.candidate == candidate), snapshot, filters)
    found = table.select("a", "day", "language", "outlet").distinct()
    found = found.order_by(ibis.desc("day", nulls_first=False), "a").limit(n)
    listed = snapshot.rows(found)
    numbers = [row["a"] for row in listed]
    stored = {row["a"]: row for row in snapshot.rows(ARTICLES.filter(ARTICLES.a.isin(numbers)))}
    rows = []
    for row in listed:
        one = stored[row["a"]]
        article = decode(Article, one["article"])
        annotation = decode(Annotation, one["annotation"])
        names = [c for c in annotation.candidates if candidate_key(c) == candidate]
        # A headline is shown anyway; the body tells more.
        name = next((c for c in names if c.start > len(article.title)), names[0])
        before, surface, after = _in_sentence(article.text, annotation.sentences, name)
        rows.append((one["id"], one["title"], row["outlet"], publication_of(article).value,
                     row["language"], before, surface, after, name.found_by))
    columns = ["article", "title", "outlet", "day", "language", "before", "surface", "after",
               "found_by"]
    return pd.DataFrame(rows, columns=columns)


def decided(snapshot: Snapshot) -> pd.DataFrame:
    """The decisions about names in force: columns candidate, action, decision."""
    return snapshot.frame(NAME_DECISIONS.order_by("candidate", "action", "decision"))


def _standing(table: ir.Table) -> ir.Table:
    return table.anti_join(NAME_DECISIONS, "candidate")


def _spellings(
    snapshot: Snapshot, table: ir.Table, candidates: Sequence[str]
) -> dict[str, list[str]]:
    forms = table.filter(table.candidate.isin(candidates)).group_by("candidate", "surface")
    rows = snapshot.rows(
        forms.agg(n=table.n.sum()).order_by("candidate", ibis.desc("n"), "surface")
    )
    found: dict[str, list[str]] = {}
    for row in rows:
        known = found.setdefault(row["candidate"], [])
        if len(known) < _SHOWN:
            known.append(row["surface"])
    return found


def _in_sentence(
    text: str, sentences: Sequence[Span], name: Candidate
) -> tuple[str, str, str]:
    """The sentence around a name in three pieces, each on one line, cut when very long."""
    sentence = sentence_at(text, sentences, Span(name.start, name.end))
    first = max(sentence.start, name.start - _AROUND)
    last = min(max(sentence.end, name.end), name.end + _AROUND)
    before, after = text[first : name.start], text[name.end : last]
    if first > sentence.start:
        before = "…" + before.partition(" ")[2]
    if last < sentence.end:
        after = after.rpartition(" ")[0] + "…"
    return _one_line(before), " ".join(name.surface.split()), _one_line(after)


def _one_line(piece: str) -> str:
    """White space as single spaces, also at the edges, where it parts the words."""
    inner = " ".join(piece.split())
    return (" " if piece[:1].isspace() else "") + inner + (
        " " if inner and piece[-1:].isspace() else "")
