"""From counts per article to precision, recall, F1 and shares with intervals.

Articles, not names, are the unit that is drawn anew in the bootstrap (Efron 1979): names of
one article are right or wrong together, so counting them as independent draws would make
thirty articles look like a thousand.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from didgah.evaluate.tally import Tally
from didgah.model import Language

DRAWS = 1000
SEED = 1403
_LEVEL = (2.5, 97.5)  # percentiles: a 95 % interval
_LUCK = 0.05  # chance at which as many articles without an error are taken for luck
_BLOCK = 50  # draws worked out at a time, so that 20,000 sentences fit in memory


@dataclass(frozen=True, slots=True)
class Counted:
    """The tallies of one text."""

    article: str
    language: Language
    tallies: tuple[Tally, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """One measure over many texts.

    `language` and `kind` are "" for all together. Of form "prf": micro-averaged precision,
    recall and F1, `macro` is the mean of F1 over the articles in which gold or reading has
    something. Of form "share": `share` of `found`. `low` and `high` bound F1 or the share in
    95 % of bootstrap draws over articles, None with fewer than two that have anything. Where every
    draw is 1 (or 0) because nothing (or all) was wrong, the bound is that of `n` articles
    without an error, 0.05^(1/n) (the rule of three; Hanley and Lippman-Hand 1983). A ratio
    over nothing is None.
    """

    measure: str
    form: str
    language: Language
    kind: str
    articles: int
    right: int
    found: int
    reached: int
    expected: int
    precision: float | None = None
    recall: float | None = None
    f1: float | None = None
    macro: float | None = None
    share: float | None = None
    low: float | None = None
    high: float | None = None

    @property
    def value(self) -> float | None:
        """What the interval is of: F1 or the share."""
        return self.share if self.form == "share" else self.f1


def scores(rows: Sequence[Counted], draws: int = DRAWS) -> tuple[Score, ...]:
    """Scores of all texts and of each language, of all kinds and of each.

    Seeded: the same rows in the same order give the same intervals.
    """
    languages = sorted({row.language for row in rows})
    groups = [(language, [row for row in rows if row.language == language])
              for language in languages]
    if len(languages) > 1:
        groups.insert(0, ("", list(rows)))
    return tuple(score for language, group in groups
                 for score in _group(language, group, draws))


def _group(language: Language, rows: Sequence[Counted], draws: int) -> Iterable[Score]:
    columns = _columns(rows)
    if not columns:
        return
    names = list(columns)
    counts = np.zeros((len(rows), len(names), 4))
    for k, name in enumerate(names):
        for n, cell in columns[name].items():
            counts[n, k] = cell
    shared = np.array([form == "share" for _, form, _ in names])
    low, high = _interval(counts, shared, draws)
    for k, (measure, form, kind) in enumerate(names):
        right, found, reached, expected = (int(total) for total in counts[:, k].sum(axis=0))
        part = {"language": language, "kind": kind, "articles": len(rows), "right": right,
                "found": found, "reached": reached, "expected": expected,
                "low": low[k], "high": high[k]}
        if form == "share":
            yield Score(measure, form, **part, share=_ratio(right, found))
            continue
        each = [f1(*row) for row in counts[:, k]]
        told = [value for value in each if value is not None]
        yield Score(measure, form, **part, precision=_ratio(right, found),
                    recall=_ratio(reached, expected), f1=f1(right, found, reached, expected),
                    macro=sum(told) / len(told) if told else None)


def _columns(
    rows: Sequence[Counted],
) -> dict[tuple[str, str, str], dict[int, tuple[int, int, int, int]]]:
    """(measure, form, kind) → row number → counts; of several kinds also their sum, as ""."""
    columns: dict = defaultdict(dict)
    order: dict[tuple[str, str], set[str]] = defaultdict(set)
    for n, row in enumerate(rows):
        for t in row.tallies:
            order[t.measure, t.form].add(t.kind)
            cell = columns[t.measure, t.form, t.kind]
            before = cell.get(n, (0, 0, 0, 0))
            now = (t.right, t.found, t.reached, t.expected)
            cell[n] = tuple(a + b for a, b in zip(before, now, strict=True))
    result = {}
    for (measure, form), kinds in order.items():
        parts = {kind: columns[measure, form, kind] for kind in sorted(kinds)}
        if "" not in parts:
            result[measure, form, ""] = {
                n: tuple(sum(part[n][c] for part in parts.values() if n in part)
                         for c in range(4))
                for n in {n for part in parts.values() for n in part}
            }
        result |= {(measure, form, kind): part for kind, part in parts.items()}
    return result


def _interval(
    counts: np.ndarray, shared: np.ndarray, draws: int
) -> tuple[list[float | None], list[float | None]]:
    """Percentiles of F1 or share over draws of articles; None where there is no telling."""
    n = len(counts)
    if n < 2 or not draws:
        return [None] * len(shared), [None] * len(shared)
    dice = np.random.default_rng(SEED)
    values = []
    for first in range(0, draws, _BLOCK):
        weights = dice.multinomial(n, np.full(n, 1 / n), size=min(_BLOCK, draws - first))
        totals = np.einsum("dn,nkc->dkc", weights, counts, optimize=True)
        right, found, reached, expected = np.moveaxis(totals, -1, 0)
        with np.errstate(divide="ignore", invalid="ignore"):
            precision, recall = right / found, reached / expected
            both = np.where(precision + recall > 0,
                            2 * precision * recall / (precision + recall), 0.0)
            both = np.where((found == 0) | (expected == 0),
                            np.where(found + expected > 0, 0.0, np.nan), both)
        values.append(np.where(shared, precision, both))
    drawn = np.concatenate(values)
    low, high = [], []
    for column in drawn.T:
        told = column[~np.isnan(column)]
        ends = np.percentile(told, _LEVEL) if len(told) else (None, None)
        low.append(None if ends[0] is None else float(ends[0]))
        high.append(None if ends[1] is None else float(ends[1]))
    for k, (least, most) in enumerate(zip(low, high, strict=True)):
        told = int((counts[:, k].sum(axis=1) > 0).sum())
        if told < 2:
            low[k] = high[k] = None
        elif least == most == 1:
            low[k] = _LUCK ** (1 / told)
        elif least == most == 0:
            high[k] = 1 - _LUCK ** (1 / told)
    return low, high


def f1(right: float, found: float, reached: float, expected: float) -> float | None:
    """Harmonic mean of right/found and reached/expected.

    0 when one side has something and the other nothing, None when neither has.
    """
    if not found and not expected:
        return None
    if not right or not reached:
        return 0.0
    precision, recall = right / found, reached / expected
    return 2 * precision * recall / (precision + recall)


def _ratio(part: int, whole: int) -> float | None:
    return part / whole if whole else None
