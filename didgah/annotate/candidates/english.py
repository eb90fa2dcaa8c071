"""Names in an English text by rule: runs of capitalised words and what tells their kind.

A run is taken only where something says what it is: a title, a first name or a verb of speech
(a person), the head of an organisation, a noun for a kind of place. A run that nothing
explains is left alone: half of those are headlines, products and days.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from didgah.annotate.candidates.name_spans import NameSpan, disjoint
from didgah.annotate.candidates.name_words import name_words
from didgah.model import CandidateKind

_CAPITAL = r"[A-ZÀ-ÖØ-Þ](?:[\w’'\-]*[\w])?"
_INITIAL = r"[A-Z]\."
_PARTICLE = r"(?:bin|ibn|bint|al|el|ul|ud|de|da|di|del|der|den|van|von|la|le|oglu|ogly)"
_RUN = re.compile(
    rf"(?<![\w.@/-])(?:{_INITIAL}|{_CAPITAL})"
    rf"(?:[ \u00a0](?:{_PARTICLE}[ -])*(?:{_INITIAL}(?= [A-Z])|{_CAPITAL})|-(?=[A-Z]){_CAPITAL})*"
)
_TAIL = re.compile(
    rf" (?:of|for|on) (?:the )?{_CAPITAL}(?: {_CAPITAL})*"
    rf"(?:(?:, {_CAPITAL}(?: {_CAPITAL})*)* and {_CAPITAL}(?: {_CAPITAL})*)?"
)
_WORD = re.compile(rf"{_INITIAL}|[\w’'\-]+")
_TITLED = re.compile(r"(?:^|[\s(])(?:Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Col|Lt|Adm|Amb|H\.E|Rev|Capt)\. ?$")
_POSSESSIVE = re.compile(r"['’]s?$")
_SHORT = re.compile(r"\s?\(([A-Z]{2,8})\)")


class _Rules(NamedTuple):
    first: frozenset[str]
    titles: frozenset[str]
    never: frozenset[str]
    organisations: frozenset[str]
    places: frozenset[str]
    days: frozenset[str]
    common: frozenset[str]  # two words that name nothing though one is a head
    cue: re.Pattern[str]
    said: re.Pattern[str]


@cache
def _rules() -> _Rules:
    words = name_words("en")
    return _Rules(
        words.words("first"), words.words("titles"), words.words("never"),
        words.words("organisations"), words.words("places"),
        words.words("days"), frozenset(words.lists["common"]),
        re.compile(rf"\b(?:{words.alternatives('cues')}) of $"),
        re.compile(rf",? (?:{words.alternatives('said')})\b"),
    )


def find(text: str) -> list[NameSpan]:
    """The names of `text` in order, disjoint; offsets into `text`."""
    found: list[NameSpan] = []
    people: set[str] = set()
    for match in _RUN.finditer(text):
        for start, end, kind in _read(text, match.start(), match.end()):
            found.append(NameSpan(start, end, kind, "rule"))
            if kind == "person":
                people.add(text[start:end].rpartition(" ")[2])
            elif kind == "organisation" and (short := _SHORT.match(text, end)):
                found.append(NameSpan(short.start(1), short.end(1), "organisation", "rule"))
    taken = disjoint(found)
    return disjoint([*taken, *_again(text, people)])


def _again(text: str, people: set[str]) -> Iterator[NameSpan]:
    """Later mentions of people by their surnames alone."""
    rules = _rules()
    surnames = {name for name in people if len(name) > 3 and name not in rules.never}
    if not surnames:
        return
    for match in re.finditer(rf"(?<!\w){_CAPITAL}(?!\w)", text):
        word = _POSSESSIVE.sub("", match[0])
        if word in surnames:
            yield NameSpan(match.start(), match.start() + len(word), "person", "rule")


def _read(text: str, start: int, end: int) -> Iterator[tuple[int, int, CandidateKind]]:
    """What a run of capitalised words names; nothing when nothing tells."""
    rules = _rules()
    words = [(m.start(), m.end(), m[0]) for m in _WORD.finditer(text, start, end)]
    if len(words) > 12:  # a headline in capitals
        return
    words = [(a, a + len(w), w) for a, _, word in words if (w := _POSSESSIVE.sub("", word))]
    cut = next(  # a possessive ends a name: «Iran's Ministry»
        (i for i, (a, b, _) in enumerate(words[:-1]) if text[b : b + 1] in ("'", "’")), None
    )
    parts = [words] if cut is None else [words[: cut + 1], words[cut + 1 :]]
    for part in parts:
        yield from _part(text, part, rules)


def _part(
    text: str, words: list[tuple[int, int, str]], rules: _Rules
) -> Iterator[tuple[int, int, CandidateKind]]:
    heads = _heads(words, rules)
    if heads:
        yield from _organisation(text, words, heads, rules)
        return
    if len(words) > 1 and words[-1][2] in rules.places:
        first = next((i for i, w in enumerate(words) if w[2] not in _OPENERS), len(words))
        if first < len(words) - 1:
            yield words[first][0], words[-1][1], "place"
        return
    if len(words) > 1 and words[0][2] in ("Mount", "Lake", "Cape", "Port", "Fort"):
        yield words[0][0], words[-1][1], "place"
        return
    if rules.cue.search(text[max(0, words[0][0] - 24) : words[0][0]]):
        if words[0][2] not in rules.never:
            yield words[0][0], words[-1][1], "place"
        return
    yield from _person(text, words, rules)


def _heads(words: list[tuple[int, int, str]], rules: _Rules) -> list[int]:
    """Where in a run the heads of organisations stand; none in a headline or a country."""
    said = [word[2] for word in words]
    if all(word.isupper() and len(word) > 4 for word in said):
        return []
    return [
        i for i, word in enumerate(said)
        if word in rules.organisations and " ".join(said[max(0, i - 1) : i + 1]) not in rules.common
        and " ".join(said[i : i + 2]) not in rules.common
    ]


def _organisation(
    text: str, words: list[tuple[int, int, str]], heads: list[int], rules: _Rules
) -> Iterator[tuple[int, int, CandidateKind]]:
    first, last = 0, heads[-1]
    while first < heads[0] and words[first][2] in _OPENERS:
        first += 1
    while last + 1 < len(words) and (
        words[last + 1][2].isupper() or words[last + 1][2] == "General"
    ):
        last += 1  # «News Agency SPA», «Consulate General»
    yield from _person(text, words[last + 1 :], rules)
    end = words[last][1]
    tail = None
    if last == len(words) - 1:
        while more := _TAIL.match(text, end):
            tail, end = more, _before_person(text, end, more.end(), rules)
            if end < more.end():
                break
    if first < last or (tail and not _opens(text, words[first][0])):
        yield words[first][0], end, "organisation"


def _before_person(text: str, start: int, end: int, rules: _Rules) -> int:
    """Where a name of a body ends when a day or a person's name follows."""
    words = list(_WORD.finditer(text, start, end))
    if words[1][0] in rules.days:
        return start
    for i, word in enumerate(words[2:-1], 2):
        if word[0] in rules.first and words[i - 1][0][0].isupper():
            return words[i - 1].end()
    return end


def _person(
    text: str, words: list[tuple[int, int, str]], rules: _Rules
) -> Iterator[tuple[int, int, CandidateKind]]:
    if not words:
        return
    title = max((i for i, word in enumerate(words[:-1]) if word[2] in rules.titles), default=-1)
    first = title + 1
    while first < len(words) and words[first][2] in rules.never | rules.titles:
        first += 1
    name = words[first:]
    if title < 0:  # «Africa Mikhail …»: another name ran into it
        given = next((i for i, word in enumerate(name) if word[2] in rules.first), 0)
        name = name[given:]
    last = next(
        (i for i, w in enumerate(name) if w[2] in rules.never or w[2] in rules.titles), len(name)
    )
    name = name[:last]
    if not name or any(len(w[2]) > 4 and w[2].isupper() for w in name):
        return
    lone = name[0][2]
    if len(name) == 1:
        if title >= 0 and len(lone) > 2 and not lone.isupper() and (
            text[name[0][1] : name[0][1] + 1] != "-" and not _opens(text, words[0][0])
        ):
            yield name[0][0], name[0][1], "person"
        return
    title = max(title, 0 if _TITLED.search(text[max(0, name[0][0] - 8) : name[0][0]]) else -1)
    known = lone in rules.first or (len(lone) == 2 and lone.endswith("."))
    bound = re.search(r" (?:bin|ibn|bint|al-?|el-?) ?", text[name[0][0] : name[-1][1]])
    spoken = rules.said.match(text, name[-1][1])
    if len(name) < 7 and (known or title >= 0 or bound or spoken):
        yield name[0][0], name[-1][1], "person"


_OPENERS = frozenset(
    "The A An In On At By For From To Of And But Or As After Before Since During Its Their His Her"
    " Our This That These Those While When With".split()
)


def _opens(text: str, at: int) -> bool:
    """Whether a sentence or line begins at `at`."""
    before = text[max(0, at - 3) : at].rstrip(" “\"«‘'(")
    return not before or before[-1] in ".!?\n:•—"
