"""Words: how often, in which forms, since when."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir
import pandas as pd

from didgah.filters import Filters
from didgah.queries import articles, periods, scope
from didgah.queries.periods import Grain
from didgah.queries.term_counts import (
    counts_in,
    described,
    labelled,
    nothing,
    of_language,
)
from didgah.store.reader import Snapshot
from didgah.store.tables import STOPPED, TERM_ARTICLES, TERM_FORMS, TERMS

_MANY = 400  # articles from which periods shorter than a year hold enough


def frequencies(
    snapshot: Snapshot, filters: Filters, language: str, n: int = 120, kind: str | None = None
) -> pd.DataFrame:
    """The commonest terms of a language in the articles in scope.

    Columns: term ("language:lemma"), label (its commonest form), kind ("word" or "name"),
    n (occurrences), articles, open. `attrs`: total (terms there are), truncated, words
    (occurrences of all terms), in_articles (articles of that language in scope).
    """
    own = of_language(filters, language)
    if own is None:
        return nothing(["term", "label", "kind", "n", "articles", "open"],
                        {"total": 0, "truncated": False, "words": 0, "in_articles": 0})
    counts = counts_in(snapshot, own, language)
    counts = counts.mutate(words=counts.n.sum().over().cast("int64"))
    known = counts.join(described(language), "number")
    if kind is not None:
        known = known.filter(known.kind == kind)
    known = known.mutate(total=known.count().over())
    rows = snapshot.frame(known.order_by(ibis.desc("n"), "lemma").limit(n))
    total, words = (int(rows.total[0]), int(rows.words[0])) if len(rows) else (0, 0)
    frame = labelled(snapshot, rows, language)[
        ["term", "label", "kind", "n", "articles", "open"]
    ]
    frame.attrs |= {"total": total, "truncated": total > n, "words": words,
                    "in_articles": articles.count(snapshot, own)}
    return frame


def forms(snapshot: Snapshot, language: str, lemma: str) -> pd.DataFrame:
    """The forms a lemma was met in, in the whole corpus: columns surface, n."""
    numbers = _number(language, (lemma,))
    found = TERM_FORMS.filter(TERM_FORMS.term.isin(numbers.term))
    found = found.group_by("surface").agg(n=found.n.sum().cast("int64"))
    return snapshot.frame(found.order_by(ibis.desc("n"), "surface"))


def trend(
    snapshot: Snapshot,
    filters: Filters,
    language: str,
    lemmas: tuple[str, ...],
    grain: Grain = "auto",
) -> pd.DataFrame:
    """Terms over the periods of the dated articles of a language in scope, zeros included.

    Columns: term ("language:lemma"), period, until, n (occurrences), articles (with it),
    denominator (articles), share (articles by denominator), open. `attrs["grain"]`.
    """
    columns = ["term", "period", "until", "n", "articles", "denominator", "share", "open"]
    own = of_language(filters, language)
    if own is None:
        return pd.DataFrame(columns=columns)
    found = scope.articles(snapshot, own)
    found = found.filter(found.day.notnull())
    totals = snapshot.frame(found.group_by("day").agg(n=found.count()))
    if totals.empty:
        return pd.DataFrame(columns=columns)
    uses = TERM_ARTICLES.join(_number(language, lemmas), "term").join(
        found.select("a", "day"), "a"
    )
    daily = snapshot.frame(
        uses.group_by("lemma", "day").agg(n=uses.n.sum().cast("int64"), articles=uses.count())
    )
    first, last = totals.day.min().date(), totals.day.max().date()
    grain = periods.chosen(grain, first, last)
    per_period = totals.groupby(periods.starts(totals.day, grain)).n.sum()
    daily["period"] = periods.starts(daily.day, grain)
    counts = daily.groupby(["lemma", "period"])[["n", "articles"]].sum()
    found_at = {at: (int(row.n), int(row.articles)) for at, row in counts.iterrows()}
    rows = []
    for lemma in lemmas:
        term = f"{language}:{lemma}"
        for start in periods.between(first, last, grain):
            end, at = periods.until(start, grain), pd.Timestamp(start)
            n, articles = found_at.get((lemma, at), (0, 0))
            denominator = int(per_period.get(at, 0))
            share = articles / denominator if denominator else float("nan")
            opening = Filters(since=start, until=end, terms=(term,)).to_query()
            rows.append((term, at, pd.Timestamp(end), n, articles, denominator, share, opening))
    frame = pd.DataFrame(rows, columns=columns)
    frame.attrs["grain"] = grain
    return frame


def trend_grain(articles: int, solar: bool) -> Grain:
    """The periods of a trend: whole years while there are few articles, for shares of two or
    three say nothing. `solar` counts years by the Solar Hijri calendar."""
    if articles >= _MANY:
        return "auto"
    return "solar_year" if solar else "year"


def stopped(snapshot: Snapshot, filters: Filters, language: str) -> pd.DataFrame:
    """The stop words left out of all counts, in scope: columns lemma, n, commonest first."""
    own = of_language(filters, language)
    if own is None:
        return pd.DataFrame(columns=["lemma", "n"])
    found = scope.within(STOPPED, snapshot, own)
    counts = found.group_by("lemma").agg(n=found.n.sum().cast("int64"))
    return snapshot.frame(counts.order_by(ibis.desc("n"), "lemma"))


def _number(language: str, lemmas: tuple[str, ...]) -> ir.Table:
    asked = (TERMS.language == language) & TERMS.lemma.isin(lemmas)
    return TERMS.filter(asked).select("term", "lemma")
