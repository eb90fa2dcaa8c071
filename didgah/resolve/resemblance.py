"""Whether two fingerprints are of one text.

The measures are Broder's resemblance and containment of word 3-grams (On the resemblance and
containment of documents, 1997), taken without what many articles have in common. Bounds were
chosen on edited copies of half of the sample texts and on pairs read by a person; see
docs/decisions.md, "Reprints".
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from didgah.resolve.shingles import Fingerprint, among

_NEAR_DAYS = 2
_SHORT = 40  # 3-grams: of less, half is a phrase
LEAST = 8  # 3-grams in common that make two texts one
_TITLE = 5  # the same, of a text that stands in the other as a whole
_WEAK = 0.2
_ALL_BUT = 0.9  # Jaccard from which a few other figures do not matter
_PART = 0.2  # of the longer text: less of it must be its beginning
_HEAD = 0.25  # of title and lead
_MOST = 0.8  # of a text shorter than they are


@dataclass(frozen=True, slots=True)
class Shared:
    """What two texts have in common: counts of 3-grams."""

    common: int
    first: int
    second: int

    @property
    def jaccard(self) -> float:
        """Of what either has, the share that both have."""
        either = self.first + self.second - self.common
        return self.common / either if either else 0.0

    @property
    def contained(self) -> float:
        """Of the shorter text, the share that the longer one has."""
        least = min(self.first, self.second)
        return self.common / least if least else 0.0

    @property
    def covering(self) -> float:
        """Of the longer text, the share that the shorter one has."""
        most = max(self.first, self.second)
        return self.common / most if most else 0.0


def shared(one: np.ndarray, other: np.ndarray) -> Shared:
    """Compare two sorted arrays of distinct hashes."""
    less, more = (one, other) if one.size <= other.size else (other, one)
    return Shared(int(among(less, more).sum()), one.size, other.size)


def same_text(one: Fingerprint, other: Fingerprint, found: Shared) -> bool:
    """Whether one is a reprint of the other; `found` compares what is peculiar to them."""
    least = _TITLE if found.contained == 1.0 else LEAST
    return found.common >= least and found.contained >= _bound(one, other, found) and _agree(
        one, other, found)


def related(one: Fingerprint, other: Fingerprint, found: Shared) -> bool:
    """Whether both may belong to one group that others hold together."""
    return found.common >= LEAST and found.contained >= _WEAK and _agree(one, other, found)


def _agree(one: Fingerprint, other: Fingerprint, found: Shared) -> bool:
    alike = found.jaccard >= _ALL_BUT or not _figures_differ(one.figures, other.figures)
    return alike and _beginning_or_much(one, other, found)


def _bound(one: Fingerprint, other: Fingerprint, found: Shared) -> float:
    days = abs((one.day - other.day).days) if one.day and other.day else None
    bound = 0.65 if days is not None and days > _NEAR_DAYS else 0.45
    if one.outlet and one.outlet == other.outlet:
        bound = max(bound, 0.65)  # an outlet repeats its own phrases
    if min(found.first, found.second) < _SHORT:
        bound = max(bound, 0.7)
    return bound


def _figures_differ(one: np.ndarray, other: np.ndarray) -> bool:
    """Whether the same words go with other numbers more often than not: one template, two days."""
    if not one.size or not other.size:
        return False
    company = set(one[:, 0].tolist()) & set(other[:, 0].tolist())
    ours, theirs = (
        {(place, number) for place, number in side.tolist() if place in company}
        for side in (one, other)
    )
    agreeing, asked = len(ours & theirs), min(len(ours), len(theirs))
    return asked - agreeing >= 2 and agreeing < asked - agreeing


def _beginning_or_much(one: Fingerprint, other: Fingerprint, found: Shared) -> bool:
    """A small part of a longer text is a reprint of it only when it is its beginning.

    Otherwise a digest would tie together everything it quotes.
    """
    if found.covering >= _PART:
        return True
    long, short = (one, other) if found.first >= found.second else (other, one)
    least = min(_HEAD * long.head.size, _MOST * short.shingles.size)
    return shared(long.head, short.shingles).common >= least
