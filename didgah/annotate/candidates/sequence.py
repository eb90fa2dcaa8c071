"""Names in Persian text that no registry has: persons, places and organisations.

A conditional random field over words (Lafferty, McCallum and Pereira 2001), trained on labelled
tweets and on templates filled from lists (data/models/README.md). It finds spans and kinds, not
who is meant: what it finds are candidates.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

import numpy as np
from numpy.typing import NDArray

from didgah.annotate.candidates.name_spans import NameSpan
from didgah.annotate.candidates.sequence_decode import best_labels
from didgah.annotate.candidates.sequence_features import LABELS, OUTSIDE, REACH, SIGNS
from didgah.annotate.candidates.sequence_model import Model, load_model, score
from didgah.annotate.matching.phrases import LETTERS, MARKS
from didgah.language.fold import fold, key
from didgah.language.runs import Classes, classes, classes_in, spans
from didgah.model import Candidate, CandidateKind, Span

_KINDS: dict[str, CandidateKind] = {"PER": "person", "LOC": "place", "ORG": "organisation"}
# label number → the number of the label that goes on with it
_GOES_ON = tuple(LABELS.index(f"I-{x[2:]}") if x != "O" else -1 for x in LABELS)
# What the model at times leaves on a name that is no part of it, by kind.
_LEADS: dict[CandidateKind, frozenset[str]] = {
    "person": frozenset(key(w) for w in (
        "حضرت آیت الله العظمی حجت الاسلام والمسلمین المسلمین دکتر مهندس آقای خانم جناب سرکار سردار "
        "سرهنگ سرتیپ سرلشکر سرگرد سروان ژنرال پروفسور استاد شهید مرحوم امام وزیر رئیس نماینده"
    ).split()),
    "place": frozenset(key(w) for w in "استان شهر شهرستان روستای کشور".split()),
    "organisation": frozenset(),
}
_NOT_ALONE = frozenset((key("مرکزی"),))  # «استان مرکزی» is a name, «مرکزی» is none
_LONGEST = 300  # words; what runs on longer without a full stop is cut there
_AT_ONCE = 4096  # words scored together
_PAD = [OUTSIDE] * REACH


def find_names(
    text: str, sentences: Sequence[Span], model: Model | None = None
) -> tuple[Candidate, ...]:
    """The names in some sentences of a Persian text, in order, none overlapping.

    `sentences` are spans of `text` (`didgah.language.sentences`), `model` defaults to the
    shipped one. Titles are left outside; a country or town inside an organisation's name
    is part of it.
    """
    return tuple(
        Candidate(
            " ".join(fold(text[one.start:one.end]).split()), one.kind, text[one.start:one.end],
            one.start, one.end, "model",
        )
        for one in name_spans(text, sentences, model)
    )


def name_spans(
    text: str, sentences: Sequence[Span], model: Model | None = None
) -> list[NameSpan]:
    """Where `find_names` finds names."""
    model = model or load_model()
    found: list[NameSpan] = []
    for batch in _batches(text, sentences):
        inside = np.ones(len(batch.words), np.bool_)
        inside[np.add.outer(batch.gaps, range(REACH))] = False
        labels = best_labels(score(model, batch.words), model.transitions, inside)
        found += _names(labels, batch)
    return found


@dataclass(frozen=True, slots=True)
class _Batch:
    """The words of some sentences, each sentence between `REACH` times `OUTSIDE`.

    `gaps` are the numbers of the first of each `OUTSIDE`; `starts` and `ends` the places in the
    text of the words without those.
    """

    words: list[str] = field(default_factory=lambda: [*_PAD])
    gaps: list[int] = field(default_factory=lambda: [0])
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)

    def add(self, words: list[str]) -> None:
        """One more sentence, or a part of one."""
        self.words.extend(words)
        self.gaps.append(len(self.words))
        self.words.extend(_PAD)

    def place(self, word: int) -> tuple[int, int]:
        """Where the word of a number stands."""
        at = word - REACH * bisect_right(self.gaps, word)
        return self.starts[at], self.ends[at]


def _batches(text: str, sentences: Sequence[Span]) -> Iterator[_Batch]:
    """The words that `TOKENS` finds in each sentence, some thousands at a time."""
    firsts, ends = [s.start for s in sentences], [s.end for s in sentences]
    if not sentences:
        return
    found = spans(classes_in(text[: ends[-1]], _classes()), np.array(firsts + ends, np.intp))
    starts, stops = (places.tolist() for places in found)
    bounds = zip(
        np.searchsorted(found[0], firsts).tolist(), np.searchsorted(found[0], ends).tolist(),
        strict=True,
    )
    batch = _Batch()
    for first, end in bounds:
        batch.starts.extend(starts[first:end])
        batch.ends.extend(stops[first:end])
        for part in range(first, end, _LONGEST):
            last = min(part + _LONGEST, end)
            batch.add([
                text[a:b] for a, b in zip(starts[part:last], stops[part:last], strict=True)
            ])
        if len(batch.words) >= _AT_ONCE:
            yield batch
            batch = _Batch()
    yield batch


@cache
def _classes() -> Classes:
    return classes(LETTERS, MARKS, signs=SIGNS)


def _names(labels: NDArray[np.int64], batch: _Batch) -> Iterator[NameSpan]:
    """The name that begins at each B (or at an I that goes on with nothing)."""
    named = np.flatnonzero(labels)
    first = last = label = -1
    for at, here in zip(named.tolist(), labels[named].tolist(), strict=True):
        if at == last + 1 and here == _GOES_ON[label]:
            last = at
            continue
        if first >= 0:
            yield from _name(LABELS[label][2:], first, last, batch)
        first, last, label = at, at, here
    if first >= 0:
        yield from _name(LABELS[label][2:], first, last, batch)


def _name(label: str, first: int, last: int, batch: _Batch) -> Iterator[NameSpan]:
    """The name without signs and titles at its ends; none when nothing else is left."""
    kind, words = _KINDS[label], batch.words
    while first <= last and not words[first][0].isalnum():
        first += 1
    while first < last and key(words[first]) in _LEADS[kind] and key(words[last]) not in _NOT_ALONE:
        first += 1
    while last >= first and not words[last][0].isalnum():
        last -= 1
    if first > last:
        return
    yield NameSpan(batch.place(first)[0], batch.place(last)[1], kind)
