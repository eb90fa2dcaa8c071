"""Who else was there: lists such as "attended by …", «حضر اللقاء …», «… участие приняли …».

Such a list names people with their offices, most of them known to no registry. In it a name is
told by where it stands: beside an office, behind a word of respect, between two commas.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from didgah.annotate.meetings.encounter_rules import EncounterRules
from didgah.annotate.meetings.strangers import MARK
from didgah.annotate.sentences.skeleton import ACTOR, UNIT, Actor, Skeleton

_LONGEST = 800  # characters of a list
_ITEM = re.compile(r"[،,;؛]")
_CLAUSE = re.compile(r"[.:;؛]")
_UNIT = re.compile(UNIT)
_ACTOR = re.compile(ACTOR)
_OFFICE = re.compile(rf"[\"]?{ACTOR}")
_HEAD = 30  # characters that the first words of an office take
_NAME = 4  # words
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_ARTICLES = ("ال", "وال", "لل", "بال")
_JOINS = ("و", "نیز", "هیات", "هییت", "همراه", "دیگر", "برخی")


@dataclass(frozen=True, slots=True)
class Present:
    """The people of a list, and whether its words point back at a meeting told of before."""

    people: tuple[Actor, ...]
    points_back: bool


def present_in(skeleton: Skeleton, rules: EncounterRules, text: str) -> Present | None:
    """Everybody whom the lists of a sentence name; None when it holds no list.

    `text` is the article's.
    """
    people: list[Actor] = []
    for start, end in _lists(skeleton.text, rules):
        for one in _people(skeleton, start, end, rules, text):
            if all(one.entity != two.entity for two in people):
                people.append(one)
    if not people:
        return None
    return Present(tuple(people), rules.there.search(skeleton.text) is not None)


def _lists(text: str, rules: EncounterRules) -> Iterator[tuple[int, int]]:
    """Where the lists of a sentence stand."""
    for pattern in rules.present:
        if match := pattern.search(text):
            yield match.end(), _list_end(text, match.end(), rules)
    for pattern in rules.present_before:
        if match := pattern.search(text):
            floor = max(0, match.start() - _LONGEST)
            marks = [m.end() for m in _CLAUSE.finditer(text, floor, match.start())]
            yield marks[-1] if marks else floor, match.start()


def _list_end(text: str, start: int, rules: EncounterRules) -> int:
    limit = min(len(text), start + _LONGEST)
    stop = rules.list_end.search(text, start, limit)
    return stop.start() if stop else limit


def _people(
    skeleton: Skeleton, start: int, end: int, rules: EncounterRules, text: str
) -> Iterator[Actor]:
    items = list(_items(skeleton.text, start, end, rules))
    for n, (at, until) in enumerate(items):
        named = False
        for mark in _ACTOR.finditer(skeleton.text, at, until):
            unit = skeleton.units[mark.group()]
            assert isinstance(unit, Actor)
            # «معاون X» is not X, but «نایب» goes with the office that is told beside a name.
            theirs = rules.syntax.possessed.search(skeleton.text[at:mark.start()])
            if unit.kind == "person" and (unit.office or not theirs):
                named = True
                yield replace(unit, office=_office(skeleton, at, unit, rules, text))
        if named:
            continue
        following = items[n + 1][0] if n + 1 < len(items) else None
        found = _STRANGER.get(rules.syntax.language, _nobody)(
            skeleton, at, until, following, rules)
        if found is None:
            continue
        first, last = found
        name = " ".join(text[skeleton.starts[first]:skeleton.ends[last - 1]].split())
        office = text[skeleton.starts[at]:skeleton.ends[first - 1]] if first > at else ""
        yield Actor(MARK + name, "person", name, skeleton.starts[first],
                    skeleton.ends[last - 1], " ".join(office.split()).strip(' «"'))


def _office(
    skeleton: Skeleton, at: int, unit: Actor, rules: EncounterRules, text: str
) -> str:
    """The whole office before a name, as a member of the list that begins at `at` words it."""
    begin = skeleton.starts[at]
    name = text.find(unit.surface, begin, unit.end)
    if name <= begin or not _begins_office(skeleton.text, at, rules):
        return unit.office
    return " ".join(text[begin:name].split()).strip(' «"') or unit.office


def _begins_office(text: str, at: int, rules: EncounterRules) -> bool:
    """Whether an office stands at `at`, perhaps written together with the «و» before it."""
    head = text[at:at + _HEAD]
    return bool(rules.syntax.calling.match(head) or _OFFICE.match(head))


def _items(
    text: str, start: int, end: int, rules: EncounterRules
) -> Iterator[tuple[int, int]]:
    """The members of a list, cut at commas and where «و» begins the next office."""
    cuts = [m.start() for m in _ITEM.finditer(text, start, end)]
    cuts += [m.start() for m in rules.next_member.finditer(text, start, end)]
    at = start
    for cut in [*sorted(set(cuts)), end]:
        head = rules.member_head.match(text, at, cut)
        first = head.end() if head else at
        last = cut
        while last > first and text[last - 1] in ' ".':
            last -= 1
        if last > first:
            yield first, last
        at = cut


_Where = tuple[int, int] | None


def _nobody(
    skeleton: Skeleton, start: int, end: int, following: int | None, rules: EncounterRules
) -> _Where:
    """Where names have capitals, they have been found before."""
    return None


def _persian(
    skeleton: Skeleton, start: int, end: int, following: int | None, rules: EncounterRules
) -> _Where:
    """«نام و نام خانوادگی، وزیر …», «وزیر … روسیه نام نام»: beside an office."""
    text = skeleton.text
    words = [m.span() for m in _WORD.finditer(text, start, end)]
    units = [m.end() for m in _UNIT.finditer(text, start, end)]
    if units:
        words = [w for w in words if w[0] >= units[-1]]
        office = _begins_office(text, start, rules)
    else:
        office = following is not None and _begins_office(text, following, rules)
    if not office or not 2 <= len(words) <= _NAME or not _is_name(text, words, rules):
        return None
    return words[0][0], words[-1][1]


def _arabic(
    skeleton: Skeleton, start: int, end: int, following: int | None, rules: EncounterRules
) -> _Where:
    """The last words of «وزير الداخلية فلان الفلاني»: the first one without an article."""
    text, syntax = skeleton.text, rules.syntax
    words = [m.span() for m in _WORD.finditer(text, start, end)]
    for n, (at, _) in enumerate(words):
        if n and rules.behind_name.match(text, at) and syntax.office_head.match(text, at):
            words = words[:n]  # «… الوزير المرافق»
            break
    if not _begins_office(text, start, rules):
        return None
    for n in range(len(words) - 1, -1, -1):
        before = text[slice(*words[n - 1])] if n else ""
        gap = text[words[n - 1][1] if n else start:words[n][0]]
        beside = _UNIT.search(gap) or syntax.title.match(f"{before} ")
        if not beside and text.startswith(_ARTICLES, words[n][0]):
            continue
        follows = beside or (before.startswith(_ARTICLES[:3]) and gap == " ")
        if follows and 2 <= len(words) - n <= _NAME and _is_name(text, words[n:], rules):
            return words[n][0], words[-1][1]
    return None


def _is_name(text: str, words: list[tuple[int, int]], rules: EncounterRules) -> bool:
    """Whether words can be a full name: one after the other, and none of an office or a clause."""
    if any(text[a[1]:b[0]] != " " for a, b in pairwise(words)):
        return False
    return not any(
        text[start:end] in _JOINS or text[start:end] in rules.names.stops
        or rules.syntax.calling.match(text, start) or rules.syntax.body.match(text, start)
        or rules.syntax.preposition.match(text, start)
        or rules.syntax.title.match(f"{text[start:end]} ")
        for start, end in words
    )


_STRANGER = {"fa": _persian, "ar": _arabic}
