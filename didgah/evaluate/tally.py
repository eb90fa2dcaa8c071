"""Counts of right and wrong, and the errors behind them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from didgah.evaluate.matching import Pairs, Spanned

_AROUND = 45  # characters of context either side of an error


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of one measure on one text.

    Form "prf": `right` of `found` are right (precision), `reached` of `expected` are found
    (recall). Form "share": `right` of `found` are right; `reached` and `expected` stay 0.
    """

    measure: str
    kind: str
    right: int
    found: int
    reached: int = 0
    expected: int = 0
    form: Literal["prf", "share"] = "prf"


@dataclass(frozen=True, slots=True)
class Miss:
    """One error for reading: what gold says, what was read, and the words around it."""

    problem: str  # "missed", "spurious", "wrong kind", …
    expected: str
    found: str
    context: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """What came out of comparing two readings of one text."""

    tallies: tuple[Tally, ...]
    misses: tuple[Miss, ...]


def share(measure: str, kind: str, right: int, of: int) -> Tally:
    """`right` of `of`, as a tally of form "share"."""
    return Tally(measure, kind, right, of, form="share")


def one_to_one(measure: str, kind: str, hits: int, found: int, expected: int) -> Tally:
    """`hits` pairs between `found` readings and `expected` labels."""
    return Tally(measure, kind, hits, found, hits, expected)


def unpaired[Label: Spanned](
    gold: Sequence[Label], read: Sequence[Label], pairs: Pairs, text: str,
    words: Callable[[Label, str], str],
) -> Iterator[tuple[int, Miss]]:
    """(start, "missed" or "spurious") of every label in none of the `pairs` (gold, read).

    `words` tells a label of the text for reading.
    """
    paired, taken = {i for i, _ in pairs}, {j for _, j in pairs}
    for i, one in enumerate(gold):
        if i not in paired:
            yield one.start, Miss("missed", words(one, text), "",
                                  around(text, one.start, one.end))
    for j, one in enumerate(read):
        if j not in taken:
            yield one.start, Miss("spurious", "", words(one, text),
                                  around(text, one.start, one.end))


def around(text: str, start: int, end: int) -> str:
    """The words around `[start, end)` on one line, the span between ⟦ and ⟧."""
    before = text[max(0, start - _AROUND) : start]
    after = text[end : end + _AROUND]
    inside = text[start:end]
    if len(inside) > 4 * _AROUND:
        inside = f"{inside[: 2 * _AROUND]} … {inside[-_AROUND:]}"
    return " ".join(f"{before}⟦{inside}⟧{after}".split())
