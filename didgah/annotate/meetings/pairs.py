"""Talks told of in an order of words that no pattern has: two sides near a word of meeting.

Asked for only when title and lead tell of nothing else, so that what an article is about is
not lost to its syntax.
"""

from __future__ import annotations

import re

from didgah.annotate.meetings.circumstances import (
    is_focus,
    status_in,
    still_to_come,
    when_in,
    where_in,
)
from didgah.annotate.meetings.drafts import Draft
from didgah.annotate.meetings.encounter_rules import BEFORE, EncounterRules
from didgah.annotate.meetings.encounters import actors_behind, home_of
from didgah.annotate.meetings.strangers import is_stranger
from didgah.annotate.sentences.background import Background
from didgah.annotate.sentences.reading import Reading
from didgah.annotate.sentences.skeleton import ACTOR, PLACE, UNIT, Actor, Skeleton
from didgah.model import Mention, Span

_ACTOR = re.compile(ACTOR)
_CLAUSE = re.compile(r"[.;:؛!؟?\"]")
# "Russia, US open talks", «консультации между Россией и Ираном»: countries, as sides themselves.
_COUNTRIES = rf"{PLACE}(?:(?:, | and |, and | и ){PLACE})+"
_FIRST = re.compile(rf"[\s\"]*({_COUNTRIES})(?!\w)")
_BEHIND = re.compile(rf" (?:(?:between|of|между) )?({_COUNTRIES})(?!\w)")
_UNIT = re.compile(UNIT)
_REACH = 110  # characters between a word of meeting and a side


def find_pair(reading: Reading, rules: EncounterRules, background: Background) -> Draft | None:
    """The first talks of two sides that title or lead tell of in words of any order."""
    for index, skeleton in enumerate(reading.skeletons):
        if not is_focus(reading, index):
            if not reading.is_title(index):
                return None
            continue
        for word in rules.met.finditer(skeleton.text):
            sides = _sides(skeleton, word, rules, background)
            countries = [] if sides else _countries(skeleton, word, rules, background)
            if not (sides or countries):
                continue
            remote = rules.phone.search(
                skeleton.text, max(0, word.start() - BEFORE), word.end() + BEFORE)
            talks = "meeting" if len(countries) > 2 else "bilateral"
            draft = Draft("call" if remote else talks, focus=True)
            for country in countries:
                draft.add("place", country, "participant")
            for one in sides:
                draft.add(one.kind, one.entity, "participant", one.office, one.of)  # type: ignore[arg-type]
            draft.tell(index)
            when = when_in(skeleton, word.start(), rules)
            draft.date(still_to_come(when, skeleton, reading.published, rules))
            if not remote:
                draft.place(where_in(skeleton, word.start(), rules, background))
            if countries and draft.when.first is None and not draft.where.place:
                continue  # "Russia and Iran hold talks" as such
            draft.status, words = status_in(skeleton, draft.when, reading.published, rules)
            draft.status_told = words or Span(*skeleton.span(*word.span()))
            return draft
    return None


def _countries(
    skeleton: Skeleton, word: re.Match[str], rules: EncounterRules, background: Background
) -> list[str]:
    """The countries that are the sides of the talks `word` names: before them, or just behind."""
    text, at = skeleton.text, word.start()
    if not rules.meeting.match(text, at) or rules.unreal.search(text, max(0, at - BEFORE), at):
        return []
    start = max((m.end() for m in _CLAUSE.finditer(text, 0, at)), default=0)
    stop = _CLAUSE.search(text, word.end())
    end = stop.start() if stop else len(text)
    if rules.idle.search(text, start, end) or rules.recalled.search(text, start, end):
        return []
    named = _FIRST.match(text, start, at)
    if named is None or _ACTOR.search(text, named.end(), at) or at - named.end() > _REACH:
        named = _BEHIND.match(text, word.end())
    if named is None:
        return []
    found = dict.fromkeys(
        one.entity for one in map(skeleton.units.get, _UNIT.findall(named[1]))
        if isinstance(one, Mention) and one.entity in background.countries)
    return list(found) if len(found) > 1 else []


def _sides(
    skeleton: Skeleton, word: re.Match[str], rules: EncounterRules, background: Background
) -> list[Actor]:
    """The two nearest actors of the clause, when they can be the sides of talks; else none."""
    text, at = skeleton.text, word.start()
    if rules.unreal.search(text, max(0, at - BEFORE), at) or rules.earlier.search(
        text, max(0, at - BEFORE), at
    ) or rules.definite.search(text, max(0, at - BEFORE), at):
        return []
    start = max((m.end() for m in _CLAUSE.finditer(text, 0, at)), default=0)
    stop = _CLAUSE.search(text, word.end())
    end = stop.start() if stop else len(text)
    if rules.idle.search(text, start, end) or rules.recalled.search(text, start, end):
        return []
    near = sorted(
        _ACTOR.finditer(text, max(start, at - _REACH), min(end, word.end() + _REACH)),
        key=lambda m: at - m.end() if m.end() <= at else m.start() - word.end(),
    )[:2]
    if len(near) < 2:
        return []
    first, second = sorted(near, key=lambda m: m.start())
    between = text[first.end():second.start()]
    if rules.relative.search(text, first.start(), second.end()) or rules.told_on.search(between):
        return []
    sides = [one for one in actors_behind(skeleton, first.group() + second.group(), rules)
             if _speaks(one, background)]
    homes = [home_of(one.kind, one.entity, one.of, background) for one in sides]
    known = any(one.kind == "person" and not is_stranger(one.entity) for one in sides)
    return sides if len(sides) == 2 and known and homes[0] != homes[1] else []


def _speaks(one: Actor, background: Background) -> bool:
    """Whether it is somebody who can sit at a table: a person, or an office of a country."""
    if one.kind == "person":
        return bool(one.office) or not is_stranger(one.entity)
    return one.kind == "place" and bool(one.office) and (
        f"place:{one.entity}" in background.country_of)
