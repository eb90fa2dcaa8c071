"""Words: how often, how telling, in which forms, since when."""

from __future__ import annotations

from dataclasses import replace

import ibis
import ibis.expr.types as ir
import numpy as np
import pandas as pd

from didgah.filters import Filters
from didgah.queries import periods, scope
from didgah.queries.concordance import concordance
from didgah.queries.marks import openings, texts
from didgah.queries.periods import Grain
from didgah.store.reader import Snapshot
from didgah.store.tables import (
    DTERMS,
    STOPPED,
    TERM_ARTICLES,
    TERM_FORMS,
    TERM_TOT,
    TERMS,
)

__all__ = ["concordance", "forms", "frequencies", "keyness", "stopped", "trend"]

PRIOR_WORDS = 500  # how many words' worth of belief that a word is used as everywhere
NOTHING_TO_COMPARE = "words.nothing_to_compare"  # a key of the message table
_LEAST = 3  # occurrences below which distinctiveness says nothing


def frequencies(
    snapshot: Snapshot, filters: Filters, language: str, n: int = 120, kind: str | None = None
) -> pd.DataFrame:
    """The commonest terms of a language in the articles in scope.

    Columns: term ("language:lemma"), label (its commonest form), kind ("word" or "name"),
    n (occurrences), articles, open. `attrs`: total (terms there are), truncated, words
    (occurrences of all terms), in_articles (articles of that language in scope).
    """
    own = _of_language(filters, language)
    if own is None:
        return _nothing(["term", "label", "kind", "n", "articles", "open"],
                        {"total": 0, "truncated": False, "words": 0, "in_articles": 0})
    counts = _counts(snapshot, own, language)
    counts = counts.mutate(words=counts.n.sum().over().cast("int64"))
    known = counts.join(_described(language), "number")
    if kind is not None:
        known = known.filter(known.kind == kind)
    known = known.mutate(total=known.count().over())
    rows = snapshot.frame(known.order_by(ibis.desc("n"), "lemma").limit(n))
    total, words = (int(rows.total[0]), int(rows.words[0])) if len(rows) else (0, 0)
    frame = _labelled(snapshot, rows, language)[
        ["term", "label", "kind", "n", "articles", "open"]
    ]
    frame.attrs |= {"total": total, "truncated": total > n, "words": words,
                    "in_articles": _articles(snapshot, own)}
    return frame


def keyness(
    snapshot: Snapshot, filters: Filters, language: str, n: int = 120
) -> pd.DataFrame:
    """Terms that set the articles in scope apart from the rest of that language.

    log_odds and z are the log-odds ratio with an informative Dirichlet prior of Monroe,
    Colaresi and Quinn ("Fightin' Words", Political Analysis 16, 2008, eq. 16-22), the prior
    being the whole language with the weight of `PRIOR_WORDS` words; g2 is the likelihood
    ratio of Dunning ("Accurate methods for the statistics of surprise and coincidence",
    Computational Linguistics 19, 1993). Terms used more than elsewhere, at least three
    times, by falling z. Columns: term, label, kind, n, articles, log_odds, z, g2, open.
    Empty, with `attrs["message"]`, when there is no rest.
    """
    columns = ["term", "label", "kind", "n", "articles", "log_odds", "z", "g2", "open"]
    attrs = {"total": 0, "truncated": False, "words": 0, "rest_words": 0, "in_articles": 0}
    own = _of_language(filters, language)
    if own is None:
        return _nothing(columns, attrs | {"message": NOTHING_TO_COMPARE})
    everything = Filters(languages=(language,))
    mine = snapshot.frame(_counts(snapshot, own, language))
    whole = snapshot.remembered(
        f"terms:{language}", lambda: snapshot.frame(_counts(snapshot, everything, language))
    )
    words, all_words = int(mine.n.sum()), int(whole.n.sum())
    attrs |= {"words": words, "rest_words": all_words - words,
              "in_articles": _articles(snapshot, own)}
    if not words or words == all_words:
        return _nothing(columns, attrs | {"message": NOTHING_TO_COMPARE})
    both = mine.merge(whole, on="number", suffixes=("", "_all"))
    here, there = both.n.to_numpy(float), (both.n_all - both.n).to_numpy(float)
    prior = PRIOR_WORDS * both.n_all.to_numpy(float) / all_words
    both["log_odds"], both["z"] = log_odds(here, there, words, all_words - words, prior)
    both["g2"] = likelihood_ratio(here, there, words, all_words - words)
    telling = both[(both.z > 0) & (both.n >= _LEAST)]
    # All that tie with the last one shown are looked up, so that the order is by lemma.
    best = telling[telling.z >= telling.z.nlargest(n).min()] if len(telling) else telling
    named = _described(language)
    details = snapshot.frame(named.filter(named.number.isin([int(one) for one in best.number]))
                             if len(best) else named.limit(0))
    shown = best.merge(details, on="number").sort_values(["z", "lemma"], ascending=[False, True])
    frame = _labelled(snapshot, shown.head(n), language)[columns]
    frame.attrs |= attrs | {"total": len(telling), "truncated": len(telling) > n}
    return frame


def log_odds(
    here: np.ndarray, there: np.ndarray, words_here: int, words_there: int, prior: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Log-odds ratio and its z-score per term, from counts here and there and the prior's."""
    weight = PRIOR_WORDS
    delta = np.log((here + prior) / (words_here + weight - here - prior)) - np.log(
        (there + prior) / (words_there + weight - there - prior)
    )
    return delta, delta / np.sqrt(1 / (here + prior) + 1 / (there + prior))


def likelihood_ratio(
    here: np.ndarray, there: np.ndarray, words_here: int, words_there: int
) -> np.ndarray:
    """Dunning's -2 log λ of the two-by-two table of a term and all others, here and there."""
    observed = np.stack([here, there, words_here - here, words_there - there])
    total, of_term = words_here + words_there, here + there
    expected = np.stack([
        of_term * words_here / total, of_term * words_there / total,
        (total - of_term) * words_here / total, (total - of_term) * words_there / total,
    ])
    with np.errstate(divide="ignore", invalid="ignore"):
        parts = np.where(observed > 0, observed * np.log(observed / expected), 0.0)
    return 2 * parts.sum(axis=0)


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
    own = _of_language(filters, language)
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


def stopped(snapshot: Snapshot, filters: Filters, language: str) -> pd.DataFrame:
    """The stop words left out of all counts, in scope: columns lemma, n, commonest first."""
    own = _of_language(filters, language)
    if own is None:
        return pd.DataFrame(columns=["lemma", "n"])
    found = scope.within(STOPPED, snapshot, own)
    counts = found.group_by("lemma").agg(n=found.n.sum().cast("int64"))
    return snapshot.frame(counts.order_by(ibis.desc("n"), "lemma"))


def _of_language(filters: Filters, language: str) -> Filters | None:
    """The filters within one language; None when they ask for others."""
    if filters.languages and language not in filters.languages:
        return None
    return replace(filters, languages=(language,))


def _nothing(columns: list[str], attrs: dict[str, object]) -> pd.DataFrame:
    frame = pd.DataFrame(columns=columns)
    frame.attrs |= attrs
    return frame


def _articles(snapshot: Snapshot, filters: Filters) -> int:
    found = scope.articles(snapshot, filters)
    return int(snapshot.rows(found.agg(n=found.count()))[0]["n"])


def _counts(snapshot: Snapshot, filters: Filters, language: str) -> ir.Table:
    """number (of the term), n, articles, in scope of filters that ask for one language."""
    if filters == Filters(languages=(language,)):
        totals = TERM_TOT.semi_join(TERMS.filter(TERMS.language == language), "term")
        return totals.group_by(number=totals.term).agg(
            n=totals.n.sum().cast("int64"), articles=totals.articles.sum().cast("int64")
        )
    docs = scope.within(DTERMS, snapshot, filters)
    each = docs.select(number=docs.terms.unnest(), n=docs.counts.unnest())
    return each.group_by("number").agg(n=each.n.sum().cast("int64"), articles=each.count())


def _described(language: str) -> ir.Table:
    """number, lemma and kind of every term of a language."""
    names = TERM_TOT.group_by("term").agg(names=TERM_TOT.names.sum())
    own = TERMS.filter(TERMS.language == language).join(names, "term")
    return own.select(
        number=own.term, lemma=own.lemma, kind=(own.names > 0).ifelse("name", "word")
    )


def _labelled(snapshot: Snapshot, rows: pd.DataFrame, language: str) -> pd.DataFrame:
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


def _number(language: str, lemmas: tuple[str, ...]) -> ir.Table:
    asked = (TERMS.language == language) & TERMS.lemma.isin(lemmas)
    return TERMS.filter(asked).select("term", "lemma")
