"""Names in Persian text that no registry has: persons, places and organisations.

A conditional random field over words (Lafferty, McCallum and Pereira 2001), trained on labelled
tweets and on templates filled from lists (data/models/README.md). It finds spans and kinds, not
who is meant: what it finds are candidates.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

import numpy as np

from didgah.annotate.sequence_decode import best_labels
from didgah.annotate.sequence_features import LABELS, OUTSIDE, REACH, TOKENS
from didgah.annotate.sequence_model import Model, load_model, score
from didgah.language.fold import fold, key
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
    model = model or load_model()
    found: list[Candidate] = []
    for words, places in _batches(text, sentences):
        inside = np.array([w != OUTSIDE for w in words])
        labels = best_labels(score(model, words), model.transitions, inside).tolist()
        found += _names(text, labels, words, places)
    return tuple(found)


class _Places:
    """Where the words of a batch stand; looked up only for sentences that have a name."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._firsts: list[int] = []  # the number of each sentence's first word
        self._sentences: list[Span] = []
        self._spans: dict[int, list[tuple[int, int]]] = {}

    def add(self, first: int, sentence: Span) -> None:
        """The words from number `first` on are those of `sentence`."""
        self._firsts.append(first)
        self._sentences.append(sentence)

    def of(self, word: int) -> tuple[int, int]:
        """The span of a word by its number."""
        at = bisect_right(self._firsts, word) - 1
        if at not in self._spans:
            sentence = self._sentences[at]
            self._spans[at] = [
                m.span() for m in TOKENS.finditer(self._text, sentence.start, sentence.end)
            ]
        number = word - self._firsts[at]
        return self._spans[at][number - number // (_LONGEST + REACH) * REACH]


def _batches(text: str, sentences: Sequence[Span]) -> Iterator[tuple[list[str], _Places]]:
    """Words and their places, sentences parted by `OUTSIDE`, some thousands at a time."""
    words, places = [*_PAD], _Places(text)
    for sentence in sentences:
        places.add(len(words), sentence)
        found = TOKENS.findall(text, sentence.start, sentence.end)
        words += found[:_LONGEST]
        for cut in range(_LONGEST, len(found), _LONGEST):
            words += _PAD
            words += found[cut:cut + _LONGEST]
        words += _PAD
        if len(words) >= _AT_ONCE:
            yield words, places
            words, places = [*_PAD], _Places(text)
    if len(words) > REACH:
        yield words, places


def _names(
    text: str, labels: Sequence[int], words: Sequence[str], places: _Places
) -> Iterator[Candidate]:
    """The name that begins at each B (or at an I that goes on with nothing)."""
    size = len(labels)
    at = 0
    while at < size:
        label = labels[at]
        if not label:
            at += 1
            continue
        end = at + 1
        while end < size and labels[end] == _GOES_ON[label]:
            end += 1
        yield from _name(text, LABELS[label][2:], at, end - 1, words, places)
        at = end


def _name(
    text: str, label: str, first: int, last: int, words: Sequence[str], places: _Places,
) -> Iterator[Candidate]:
    """The name without signs and titles at its ends; none when nothing else is left."""
    kind = _KINDS[label]
    while first <= last and not words[first][0].isalnum():
        first += 1
    while first < last and key(words[first]) in _LEADS[kind] and key(words[last]) not in _NOT_ALONE:
        first += 1
    while last >= first and not words[last][0].isalnum():
        last -= 1
    if first > last:
        return
    start, end = places.of(first)[0], places.of(last)[1]
    surface = text[start:end]
    name = " ".join(fold(surface).split())
    yield Candidate(name, kind, surface, start, end, "model")
