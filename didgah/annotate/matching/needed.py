"""Patterns that are only tried on texts that hold what they need.

Most sentences hold no word of most rules. Which strings the rules need (`matching.literals`)
is looked up once for each word as written; a text's words together tell what the text holds,
and asking that takes a tenth of the time of running a pattern.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator

from didgah.annotate.matching.literals import fewest, needs

_REMEMBERED = 60_000  # words: those of some hundred articles
_LONG = 60  # letters; what is longer is no word and is not remembered
_TEXTS = 64  # sentences; each is asked for many patterns in turn
_SHORTEST = 2  # letters; a single one stands in nearly every sentence


class Needed:
    """The strings that some patterns need, and which of them a text holds.

    Each need of a pattern is a bit; a text meets it when a word of it holds the longest word, or
    part of a word, of one of its strings.
    """

    def __init__(self) -> None:
        self._bits: dict[frozenset[str], int] = {}
        self._parts: dict[str, int] = {}  # → the needs met by it
        self._lengths: tuple[int, ...] = ()
        self._words: dict[str, int] = {}
        self._texts: dict[str, int] = {}

    def bits_of(self, pattern: re.Pattern[str]) -> int:
        """The bits that `held` has for every text in which `pattern` matches."""
        bits = 0
        for need in needs(pattern):
            parts = frozenset(max(one.split(), key=len, default="") for one in need)
            if min(map(len, parts)) >= _SHORTEST:
                bits |= self._bits.get(parts) or self._add(parts)
        return bits

    def held(self, text: str) -> int:
        """The bits of the needs that `text` meets."""
        held = self._texts.get(text)
        if held is None:
            held, words = 0, self._words
            for word in text.split():
                bits = words.get(word)
                if bits is None:
                    bits = self._read(word)
                if bits:
                    held |= bits
            if len(self._texts) >= _TEXTS:
                self._texts.clear()
            self._texts[text] = held
        return held

    def _add(self, parts: frozenset[str]) -> int:
        bit = self._bits[parts] = 1 << len(self._bits)
        for part in parts:
            self._parts[part] = self._parts.get(part, 0) | bit
        self._lengths = tuple(sorted(set(map(len, self._parts))))
        self._words.clear()
        self._texts.clear()
        return bit

    def _read(self, word: str) -> int:
        """The needs that a word meets, remembered for the next time it stands somewhere."""
        bits, size, parts = 0, len(word), self._parts
        for length in self._lengths:
            for at in range(size - length + 1):
                part = word[at:at + length]
                if part in parts:
                    bits |= parts[part]
        if size <= _LONG:
            if len(self._words) >= _REMEMBERED:
                self._words.clear()
            self._words[word] = bits
        return bits


class Sought:
    """A pattern that is run only on texts that hold what it needs."""

    __slots__ = ("_bits", "_needed", "pattern")

    def __init__(self, pattern: re.Pattern[str], needed: Needed) -> None:
        self.pattern = pattern
        self._needed = needed
        self._bits = -1  # worked out at the first question: who reads Persian needs no Russian

    def search(
        self, text: str, start: int = 0, end: int = sys.maxsize
    ) -> re.Match[str] | None:
        """What the pattern's `search` gives."""
        return self.pattern.search(text, start, end) if self._may_match(text) else None

    def finditer(
        self, text: str, start: int = 0, end: int = sys.maxsize
    ) -> Iterator[re.Match[str]]:
        """What the pattern's `finditer` gives."""
        return self.pattern.finditer(text, start, end) if self._may_match(text) else iter(())

    def _may_match(self, text: str) -> bool:
        bits = self._bits
        if bits < 0:
            bits = self._bits = self._needed.bits_of(self.pattern)
        return not bits & ~self._needed.held(text)


class Sieve[T]:
    """Patterns, each with something it stands for, of which a text lets few through."""

    def __init__(
        self, patterns: Iterable[tuple[T, re.Pattern[str]]], signs: tuple[str, str] | None = None,
        needed: Needed | None = None,
    ) -> None:
        """`signs` are the first and the last of the characters that `possible` is told of."""
        self._patterns = tuple(patterns)
        self._signs = signs
        self._needed = needed or Needed()
        # Worked out at the first question.
        self._rows: list[tuple[int, int, tuple[T, re.Pattern[str]]]] = []  # bits, signs needed

    def possible(self, text: str, signs: int = 0) -> list[tuple[T, re.Pattern[str]]]:
        """The patterns that may match in `text`, which has so many signs, in their order."""
        if not self._rows:
            self._rows = [
                (self._needed.bits_of(row[1]),
                 fewest(row[1], *self._signs) if self._signs else 0, row)
                for row in self._patterns
            ]
        missing = ~self._needed.held(text)
        return [row for bits, few, row in self._rows if not bits & missing and few <= signs]
