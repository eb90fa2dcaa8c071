"""Which terms set some articles apart from others."""

from __future__ import annotations

import numpy as np
import pandas as pd

from didgah.filters import Filters
from didgah.queries import articles
from didgah.queries.term_counts import (
    counts_in,
    described,
    labelled,
    nothing,
    of_language,
)
from didgah.store.reader import Snapshot

PRIOR_WORDS = 500  # how many words' worth of belief that a word is used as everywhere
NOTHING_TO_COMPARE = "words.nothing_to_compare"  # a key of the message table
_LEAST = 3  # occurrences below which distinctiveness says nothing
_COLUMNS = ["term", "label", "kind", "n", "n_there", "articles", "log_odds", "z", "g2", "open"]


def keyness(
    snapshot: Snapshot, filters: Filters, language: str, n: int = 120
) -> pd.DataFrame:
    """Terms that set the articles in scope apart from the rest of that language.

    log_odds and z are the log-odds ratio with an informative Dirichlet prior of Monroe,
    Colaresi and Quinn ("Fightin' Words", Political Analysis 16, 2008, eq. 16-22), the prior
    being the whole language with the weight of `PRIOR_WORDS` words; g2 is the likelihood
    ratio of Dunning ("Accurate methods for the statistics of surprise and coincidence",
    Computational Linguistics 19, 1993). Terms used more than elsewhere, at least three
    times, by falling z. Columns: term, label, kind, n, n_there (uses in the rest), articles,
    log_odds, z, g2, open. Empty, with `attrs["message"]`, when there is no rest.
    """
    own = of_language(filters, language)
    if own is None:
        return _nothing()
    mine = snapshot.frame(counts_in(snapshot, own, language))
    whole = _whole(snapshot, language)
    rest = whole.merge(mine, on="number", how="left", suffixes=("", "_mine"))
    rest["n"] = rest.n - rest.n_mine.fillna(0).astype("int64")
    frame = _telling(snapshot, mine, rest, language, n)
    frame.attrs["in_articles"] = articles.count(snapshot, own)
    return frame


def contrast(
    snapshot: Snapshot, filters: Filters, other: Filters, language: str, n: int = 120
) -> pd.DataFrame:
    """Terms that set the articles of `filters` apart from those of `other`, in one language.

    As `keyness`, with `other` in the place of the rest; articles in both count on both sides.
    """
    own, theirs = of_language(filters, language), of_language(other, language)
    if own is None or theirs is None:
        return _nothing()
    mine = snapshot.frame(counts_in(snapshot, own, language))
    there = snapshot.frame(counts_in(snapshot, theirs, language))
    frame = _telling(snapshot, mine, there, language, n)
    frame.attrs["in_articles"] = articles.count(snapshot, own)
    return frame


def _nothing() -> pd.DataFrame:
    return nothing(_COLUMNS, {
        "total": 0, "truncated": False, "words": 0, "rest_words": 0, "in_articles": 0,
        "message": NOTHING_TO_COMPARE,
    })


def _whole(snapshot: Snapshot, language: str) -> pd.DataFrame:
    everything = Filters(languages=(language,))
    return snapshot.remembered(
        f"terms:{language}", lambda: snapshot.frame(counts_in(snapshot, everything, language))
    )


def _telling(
    snapshot: Snapshot, mine: pd.DataFrame, theirs: pd.DataFrame, language: str, n: int
) -> pd.DataFrame:
    """The first `n` terms of `mine` by z against `theirs` (both: number, n, articles)."""
    whole = _whole(snapshot, language)
    words, words_there = int(mine.n.sum()), int(theirs.n.sum())
    attrs = {"total": 0, "truncated": False, "words": words, "rest_words": words_there}
    if not words or not words_there:
        return nothing(_COLUMNS, attrs | {"message": NOTHING_TO_COMPARE})
    both = mine.merge(theirs[["number", "n"]], on="number", how="left", suffixes=("", "_there"))
    both["n_there"] = both.n_there.fillna(0).astype("int64")
    both = both.merge(whole[["number", "n"]], on="number", suffixes=("", "_all"))
    here, there = both.n.to_numpy(float), both.n_there.to_numpy(float)
    prior = PRIOR_WORDS * both.n_all.to_numpy(float) / int(whole.n.sum())
    both["log_odds"], both["z"] = log_odds(here, there, words, words_there, prior)
    both["g2"] = likelihood_ratio(here, there, words, words_there)
    telling = both[(both.z > 0) & (both.n >= _LEAST)]
    # All that tie with the last one shown are looked up, so that the order is by lemma.
    best = telling[telling.z >= telling.z.nlargest(n).min()] if len(telling) else telling
    named = described(language)
    details = snapshot.frame(named.filter(named.number.isin([int(one) for one in best.number]))
                             if len(best) else named.limit(0))
    shown = best.merge(details, on="number").sort_values(["z", "lemma"], ascending=[False, True])
    frame = labelled(snapshot, shown.head(n), language)[_COLUMNS]
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
