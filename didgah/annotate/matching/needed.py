"""What a text must hold for a pattern to match in it, so that most patterns need not be tried.

"<actor> … met with <actor>" matches only where "met" stands and two actors do. Asking for such
letters takes a hundredth of the time of running the pattern. They are read off the pattern
itself, so that no list of trigger words has to be kept beside the rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser as sre_parser  # type: ignore[attr-defined]
from typing import Any

_SHORTEST = 2  # letters; a single one stands in nearly every sentence
_MOST = 40  # strings of which one must be there; asking for more costs what it saves
_REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT)

type Needs = list[frozenset[str]]


def needs(pattern: re.Pattern[str]) -> Needs:
    """Sets of strings; of each set at least one is in every text that `pattern` matches.

    Empty where nothing can be told, as of a pattern that ignores case.
    """
    if pattern.flags & re.IGNORECASE:
        return []
    found = dict.fromkeys(map(_least, _needs(sre_parser.parse(pattern.pattern, pattern.flags))))
    return [one for one in found if len(one) <= _MOST and min(map(len, one)) >= _SHORTEST]


def fewest(pattern: re.Pattern[str], first: str, last: str) -> int:
    """How many characters from `first` to `last` every match of `pattern` has at least.

    Only sets of characters are counted that hold no others.
    """
    return _fewest(sre_parser.parse(pattern.pattern, pattern.flags), ord(first), ord(last))


class Sieve[T]:
    """Patterns, each with something it stands for, of which a text lets few through."""

    def __init__(
        self, patterns: Iterable[tuple[T, re.Pattern[str]]], signs: tuple[str, str] | None = None
    ) -> None:
        """`signs` are the first and the last of the characters that `possible` is told of."""
        self._patterns = tuple(patterns)
        self._signs = signs
        # Worked out at the first question: who reads Persian need not wait for Russian.
        self._strings: tuple[tuple[str, int], ...] = ()  # and the bits of the needs each meets
        self._rows: list[tuple[int, int, tuple[T, re.Pattern[str]]]] = []  # bits, signs needed

    def possible(self, text: str, signs: int = 0) -> list[tuple[T, re.Pattern[str]]]:
        """The patterns that may match in `text`, which has so many signs, in their order."""
        if not self._rows:
            self._prepare()
        held = 0
        for string, bits in self._strings:
            if string in text:
                held |= bits
        return [row for bits, few, row in self._rows if bits & held == bits and few <= signs]

    def _prepare(self) -> None:
        strings: dict[str, int] = {}
        numbers: dict[frozenset[str], int] = {}
        for row in self._patterns:
            bits = 0
            for one in needs(row[1]):
                bit = 1 << numbers.setdefault(one, len(numbers))
                bits |= bit
                for string in one:
                    strings[string] = strings.get(string, 0) | bit
            few = fewest(row[1], *self._signs) if self._signs else 0
            self._rows.append((bits, few, row))
        self._strings = tuple(strings.items())


def _needs(parts: Sequence[tuple[Any, Any]]) -> Needs:
    """The needs of a parsed pattern, of which all parts must match one after the other."""
    found: Needs = []
    run = ""
    for kind, value in (*parts, (None, None)):
        if kind is sre.LITERAL:
            run += chr(value)
            continue
        if run:
            found.append(frozenset((run,)))
            run = ""
        if kind is sre.BRANCH:
            found += _either([_needs(branch) for branch in value[1]])
        elif kind is sre.SUBPATTERN:
            _, flags, _, inside = value
            found += [] if flags & re.IGNORECASE else _needs(inside)
        elif kind is sre.ATOMIC_GROUP:
            found += _needs(value)
        elif kind in _REPEATS and value[0] > 0:
            found += _needs(value[2])
    return found


def _least(strings: frozenset[str]) -> frozenset[str]:
    """Without those that hold another one."""
    return frozenset(one for one in strings if not any(
        other in one and other != one for other in strings))


def _either(branches: list[Needs]) -> Needs:
    """What several branches need together: the most telling need of each, if all have one."""
    if not all(branches):
        return []
    telling = (max(needed, key=lambda one: (min(map(len, one)), -len(one)))
               for needed in branches)
    return [frozenset().union(*telling)]


def _fewest(parts: Sequence[tuple[Any, Any]], first: int, last: int) -> int:
    count = 0
    for kind, value in parts:
        if kind is sre.IN:
            count += all(
                inside is sre.RANGE and first <= span[0] and span[1] <= last
                for inside, span in value
            )
        elif kind is sre.BRANCH:
            count += min(_fewest(branch, first, last) for branch in value[1])
        elif kind is sre.SUBPATTERN:
            count += _fewest(value[3], first, last)
        elif kind is sre.ATOMIC_GROUP:
            count += _fewest(value, first, last)
        elif kind in _REPEATS:
            count += value[0] * _fewest(value[2], first, last)
    return count
