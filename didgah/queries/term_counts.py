"""Terms counted: what the questions about words share."""

from __future__ import annotations

from dataclasses import replace

import ibis
import ibis.expr.types as ir
import pandas as pd

from didgah.filters import Filters
from didgah.queries import scope
from didgah.queries.marks import openings, texts
from didgah.store.reader import Snapshot
from didgah.store.tables import DTERMS, TERM_FORMS, TERM_TOT, TERMS


def of_language(filters: Filters, language: str) -> Filters | None:
    """The filters within one language; None when they ask for others."""
    if filters.languages and language not in filters.languages:
        return None
    return replace(filters, languages=(language,))


def nothing(columns: list[str], attrs: dict[str, object]) -> pd.DataFrame:
    frame = pd.DataFrame(columns=columns)
    frame.attrs |= attrs
    return frame


def counts_in(snapshot: Snapshot, filters: Filters, language: str) -> ir.Table:
    """number (of the term), n, articles, in scope of filters that ask for one language."""
    if filters == Filters(languages=(language,)):
        totals = TERM_TOT.semi_join(TERMS.filter(TERMS.language == language), "term")
        return totals.group_by(number=totals.term).agg(
            n=totals.n.sum().cast("int64"), articles=totals.articles.sum().cast("int64")
        )
    docs = scope.within(DTERMS, snapshot, filters)
    each = docs.select(number=docs.terms.unnest(), n=docs.counts.unnest())
    return each.group_by("number").agg(n=each.n.sum().cast("int64"), articles=each.count())


def described(language: str) -> ir.Table:
    """number, lemma and kind of every term of a language."""
    names = TERM_TOT.group_by("term").agg(names=TERM_TOT.names.sum())
    own = TERMS.filter(TERMS.language == language).join(names, "term")
    return own.select(
        number=own.term, lemma=own.lemma, kind=(own.names > 0).ifelse("name", "word")
    )


def labelled(snapshot: Snapshot, rows: pd.DataFrame, language: str) -> pd.DataFrame:
    """`rows` with term, open and label; few rows, as they are shown."""
    numbers = [int(one) for one in rows.number]
    found = TERM_FORMS.filter(TERM_FORMS.term.isin(numbers)) if numbers else TERM_FORMS.limit(0)
    found = found.group_by("term", "surface").agg(n=found.n.sum())
    best = snapshot.frame(_first_per_term(found))
    labels = dict(zip(best.term, best.surface, strict=True))
    rows = rows.reset_index(drop=True)
    rows["term"] = texts(rows, (f"{language}:{lemma}" for lemma in rows.lemma))
    rows["label"] = texts(rows, (
        labels.get(number, lemma) for number, lemma in zip(rows.number, rows.lemma, strict=True)
    ))
    rows["open"] = openings(rows, (Filters(terms=(one,)) for one in rows.term))
    return rows


def _first_per_term(found: ir.Table) -> ir.Table:
    place = ibis.row_number().over(
        group_by=found.term, order_by=[ibis.desc(found.n), found.surface]
    )
    return found.mutate(place=place).filter(lambda t: t.place == 0).select("term", "surface")
