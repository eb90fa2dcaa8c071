"""Finding known phrases in a text: a tree of token keys, with inflection and loose spacing.

Matching runs on tokens, so a phrase never starts or ends inside a word; a token is looked
up by its comparison key, so typing habits (ي/ی, half-space, diacritics, case) do not matter.
Names, offices and theme terms are all found this way.
"""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise, product
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from didgah.annotate.matching.inflection import Reading, readings, same_word
from didgah.language.fold import ZWNJ, key
from didgah.language.runs import Classes, classes, classes_in, spans
from didgah.model import Language

LETTERS = r"^\W_\u0640"
MARKS = r"\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670"
TOKEN = re.compile(f"[{LETTERS}]+(?:[{MARKS}]+[{LETTERS}]*)*")
# What may stand between two words of one phrase: spaces, half-spaces, invisible marks,
# hyphens and quotation marks. Never a line break.
_JOINERS = frozenset(
    " \u00a0\u2002\u2003\u2009\u202f\u200b\u200c\u200d\u200e\u200f\u2066\u2067\u2068\u2069\u00ad"
    "-‐‑–—−ـ«»\"“”„'’‘`´ʼ+"
)
_PAUSES = frozenset(",،:")
_LONGEST_GAP = 5
_SPLIT = re.compile(rf"[\s\-–—{ZWNJ}]+")
_MOST_LOOSE = 5  # spacings doubt at most so many gaps: each doubles the spellings
_REMEMBERED = 60_000  # tokens: those of some hundred articles
_LONG = 60  # letters; no phrase has a longer word

# Words that never stick to their neighbours, however short.
_APART = frozenset(("و", "به", "از", "در", "با", "بر", "که", "تا", "را", "فی", "من", "علی", "عن"))


@dataclass(frozen=True, slots=True)
class Phrase[T]:
    """One way of writing something: `what` is handed back when it is found.

    `capital`: the first letter must not be a small one; `acronym`: no letter may.
    `loose`: any space may be missing, as in the names of people.
    """

    what: T
    text: str
    language: Language
    capital: bool = False
    acronym: bool = False
    loose: bool = False


class Match[T](NamedTuple):
    """A phrase at `[start, end)`, from token number `first` to token number `last`."""

    phrase: Phrase[T]
    start: int
    end: int
    first: int
    last: int


@dataclass(slots=True)
class _Node[T]:
    next: dict[str, _Node[T]] = field(default_factory=dict)
    phrases: list[Phrase[T]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text cut at everything but letters, digits and their marks; half-spaces part tokens.

    Cut once for all that look for phrases in it: `words[i]` is the text at
    `[starts[i], ends[i])`.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    words: list[str]


def tokens_of(text: str) -> Tokens:
    """The tokens of `text`, in order: what `TOKEN` finds."""
    starts, ends = spans(classes_in(text, _classes()))
    words = [text[start:end] for start, end in zip(starts.tolist(), ends.tolist(), strict=True)]
    return Tokens(text, _numbers(starts), _numbers(ends), words)


def _numbers(places: NDArray[np.intp]) -> array[int]:
    return array("I", places.astype(np.uintc).tobytes())


@cache
def _classes() -> Classes:
    return classes(LETTERS, MARKS)


def token_spans(text: str) -> list[tuple[int, int]]:
    """Start and end of each token of `text`."""
    return [match.span() for match in TOKEN.finditer(text)]


class PhraseTree[T]:
    """Phrases of the texts of one language, compiled for looking up."""

    def __init__(
        self, language: Language, phrases: Iterable[Phrase[T]],
        inflect: Callable[[str], Iterable[str]] | None = None,
    ) -> None:
        """`inflect` gives the keys of a word's other forms from its key."""
        self.language = language
        self._root: _Node[T] = _Node()
        self._cache: dict[str, tuple[Reading, ...]] = {}  # what a word may be in a phrase
        self._starts: dict[str, tuple[Reading, ...]] = {}  # … and at its beginning
        bare: set[str] = set()
        for phrase in phrases:
            for words in _spellings(phrase):
                node = self._root
                for word in words:
                    node = node.next.setdefault(word, _Node())
                node.phrases.append(phrase)
                bare.update(words)
        forms: dict[str, set[str]] = defaultdict(set)
        for word in bare:
            for form in (word, *(inflect(word) if inflect else ())):
                forms[form].add(word)
        self._words = {form: tuple(sorted(words)) for form, words in forms.items()}

    def matches(self, tokens: Tokens) -> list[list[Match[T]]]:
        """For each token that starts a phrase: all phrases that start there, longest first."""
        found = []
        starts = self._starts
        # Most words start nothing: a table tells, and nothing else is done about them.
        words, first = tokens.words, self._root.next
        for i, known in enumerate(map(starts.get, words)):
            if known is None:
                known = self._begins(words[i])
            if not known:
                continue
            ahead = self._known(words[i + 1]) if i + 1 < len(words) else ()
            here = []
            for reading in known:
                node = first[reading.word]
                if node.phrases or (ahead and _goes_on(node, ahead)):
                    here += self._walk(tokens, i, reading)
            if here:
                if len(here) > 1:
                    here.sort(key=lambda m: (-m.last, m.start))
                found.append(here)
        return found

    def _known(self, surface: str) -> tuple[Reading, ...]:
        known = self._cache.get(surface)
        return self._read(surface) if known is None else known

    def _begins(self, surface: str) -> tuple[Reading, ...]:
        self._read(surface)
        return self._starts.get(surface, ())

    def _read(self, surface: str) -> tuple[Reading, ...]:
        if len(surface) > _LONG:
            return ()
        known: tuple[Reading, ...] = ()
        for form, front, back in readings(surface, self.language):
            for word in self._words.get(form, ()):
                known += (Reading(word, front, back),)
        if len(self._cache) >= _REMEMBERED:
            self._cache.clear()
            self._starts.clear()
        self._cache[surface] = known
        self._starts[surface] = (
            tuple([r for r in known if r.word in self._root.next]) if known else ()
        )
        return known

    def _walk(self, tokens: Tokens, i: int, reading: Reading) -> list[Match[T]]:
        text, ends, words = tokens.text, tokens.ends, tokens.words
        start = tokens.starts[i] + reading.front
        found: list[Match[T]] = []
        stack = [(self._root.next[reading.word], i, reading.back, False)]
        while stack:
            node, at, back, pause = stack.pop()
            if node.phrases:
                end = ends[at] - back
                surface = text[start:end]
                found += [
                    Match(phrase, start, end, i, at)
                    for phrase in node.phrases if _fits(phrase, surface, pause)
                ]
            if at + 1 == len(words) or not node.next or back > 1:
                continue
            ahead = [
                (node.next[after.word], at + 1, after.back) for after in self._known(words[at + 1])
                if not after.front and after.word in node.next
            ]
            between = text[ends[at]:tokens.starts[at + 1]] if ahead else ""
            if ahead and (gap := _gap(words[at], between)) is not None:
                stack += [(*step, pause or gap) for step in ahead]
        return found


def leftmost_longest[T](found: list[list[Match[T]]]) -> Iterator[list[Match[T]]]:
    """The longest matches of each place that no earlier one reaches into."""
    free = 0
    for matches in found:
        if matches[0].first >= free:
            last = matches[0].last
            yield [m for m in matches if m.last == last]
            free = last + 1


def _goes_on(node: _Node[object], ahead: Sequence[Reading]) -> bool:
    """Whether the next word may be one of a phrase begun."""
    return any([after.word in node.next for after in ahead])


def _gap(word: str, between: str) -> bool | None:
    """None when `between` parts the phrase that `word` is of; else whether a pause stands there.

    `between` stands between `word` and the next one.
    """
    if between == " ":  # nearly always
        return False
    if len(between) > _LONGEST_GAP:
        return None
    if all(c in _JOINERS for c in between):
        return False
    if len(word) <= 2 and between in (".", ". ", ".\u00a0", " . "):  # «В. Путин», «سي . ان . ان»
        return False
    return True if all(c in _JOINERS or c in _PAUSES for c in between) else None


def _fits(phrase: Phrase[object], surface: str, pause: bool) -> bool:
    if pause and _PAUSES.isdisjoint(phrase.text):
        return False
    if phrase.acronym:
        return surface.upper() == surface
    if phrase.capital and surface[0].islower():
        return False
    return same_word(phrase.text, surface, phrase.language)


def _spellings(phrase: Phrase[object]) -> list[tuple[str, ...]]:
    """The token sequences a phrase may be typed as: «مینی خانف», «مینی‌خانف», «مینیخانف».

    In the Arabic script a half-space may be left out, and so may the space next to a short
    word, or any space of a `loose` phrase; a text's own half-space always parts tokens.
    """
    words = [key(w) for w in TOKEN.findall(phrase.text)]
    if phrase.language not in ("fa", "ar"):
        return [tuple(words)]
    gaps = _SPLIT.findall(phrase.text.strip("«»\"“” "))
    half = [at < len(gaps) and ZWNJ in gaps[at] for at in range(len(words) - 1)]
    free = [
        half[at] or phrase.loose or (min(len(one), len(other)) <= 3 and not {one, other} & _APART)
        for at, (one, other) in enumerate(pairwise(words))
    ]
    if sum(free) > _MOST_LOOSE:
        free = half
    if sum(free) > _MOST_LOOSE:
        free = [False] * len(free)
    found = []
    for glued in product(*[(False, True) if f else (False,) for f in free]):
        out = [words[0]]
        for word, glue in zip(words[1:], glued, strict=True):
            if glue:
                out[-1] += word
            else:
                out.append(word)
        found.append(tuple(out))
    return found
