"""Strings that a regular expression cannot match without, read off the expression itself.

"<actor> … met with <actor>" matches only where "met" stands. The strings are put together from
exact sets as in RE2's FilteredRE2 (Cox, "Regular expression matching with a trigram index",
2012): a sequence joins those of its parts, a choice takes those of each branch.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import product
from typing import Any

try:  # Python's own parser has no public name; without it nothing is told of any pattern.
    from re import _constants as sre  # type: ignore[attr-defined]
    from re import _parser as sre_parser  # type: ignore[attr-defined]
except ImportError:  # pragma: no cover - a Python to come
    sre = sre_parser = None

# What comes of a parser or of parts of a pattern that this was not made for.
_UNLIKE = (AttributeError, TypeError, ValueError)
_SHORTEST = 2  # letters; a single one stands in nearly every sentence
_MOST = 400  # strings of one set; more tell little of a text

type Needs = list[frozenset[str]]
_Parts = Sequence[tuple[Any, Any]]


def needs(pattern: re.Pattern[str]) -> Needs:
    """Sets of strings; of each set at least one is in every text that `pattern` matches.

    Empty where nothing can be told, as of a pattern that ignores case.
    """
    if pattern.flags & re.IGNORECASE:
        return []
    try:
        found = dict.fromkeys(map(_least, _needs(_parsed(pattern))))
    except _UNLIKE:
        return []
    return [one for one in found if min(map(len, one)) >= _SHORTEST]


def fewest(pattern: re.Pattern[str], first: str, last: str) -> int:
    """How many characters from `first` to `last` every match of `pattern` has at least.

    Only sets of characters are counted that hold no others. 0 where nothing can be told.
    """
    try:
        return _fewest(_parsed(pattern), ord(first), ord(last))
    except _UNLIKE:
        return 0


def _parsed(pattern: re.Pattern[str]) -> _Parts:
    return sre_parser.parse(pattern.pattern, pattern.flags)


def _needs(parts: _Parts) -> Needs:
    """The needs of a parsed pattern, of which all parts must match one after the other."""
    found: Needs = []
    run = frozenset(("",))  # what the parts just read can be together
    for part in parts:
        exact = _exact(part)
        if exact is None:
            found += [run, *_inside(part)]
            run = frozenset(("",))
        elif len(run) * len(exact) <= _MOST:
            run = frozenset(map("".join, product(run, exact)))
        else:
            found.append(run)
            run = exact
    return [one for one in (*found, run) if "" not in one]


def _exact(part: tuple[Any, Any]) -> frozenset[str] | None:
    """All strings that a part can be, None when they are many or cannot be told.

    What takes no room, such as an assertion, is the empty string.
    """
    kind, value = part
    if kind is sre.LITERAL:
        return frozenset((chr(value),))
    if kind in (sre.AT, sre.ASSERT, sre.ASSERT_NOT):
        return frozenset(("",))
    if kind is sre.BRANCH:
        strings: set[str] = set()
        for branch in value[1]:
            told = _exact_sequence(branch)
            if told is None:
                return None
            strings |= told
        return frozenset(strings) if len(strings) <= _MOST else None
    if kind is sre.SUBPATTERN and not value[1] & re.IGNORECASE:
        return _exact_sequence(value[3])
    if kind is sre.ATOMIC_GROUP:
        return _exact_sequence(value)
    if kind in _repeats() and value[1] == 1:
        told = _exact_sequence(value[2])
        return told if told is None or value[0] else told | {""}
    return None


def _exact_sequence(parts: _Parts) -> frozenset[str] | None:
    run = frozenset(("",))
    for part in parts:
        exact = _exact(part)
        if exact is None or len(run) * len(exact) > _MOST:
            return None
        run = frozenset(map("".join, product(run, exact)))
    return run


def _inside(part: tuple[Any, Any]) -> Needs:
    """The needs of what a part holds, where that must match."""
    kind, value = part
    if kind is sre.BRANCH:
        return _either([_needs(branch) for branch in value[1]])
    if kind is sre.SUBPATTERN:
        return [] if value[1] & re.IGNORECASE else _needs(value[3])
    if kind is sre.ATOMIC_GROUP:
        return _needs(value)
    return _needs(value[2]) if kind in _repeats() and value[0] > 0 else []


def _repeats() -> tuple[Any, ...]:
    return sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT


def _least(strings: frozenset[str]) -> frozenset[str]:
    """Without those that hold another one."""
    kept: list[str] = []
    for one in sorted(strings, key=len):
        if not any(other in one for other in kept):
            kept.append(one)
    return frozenset(kept)


def _either(branches: list[Needs]) -> Needs:
    """What several branches need together: the most telling need of each, if all have one."""
    if not all(branches):
        return []
    telling = (max(needed, key=lambda one: (min(map(len, one)), -len(one)))
               for needed in branches)
    return [frozenset().union(*telling)]


def _fewest(parts: _Parts, first: int, last: int) -> int:
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
        elif kind in _repeats():
            count += value[0] * _fewest(value[2], first, last)
    return count
