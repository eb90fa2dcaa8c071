"""Those who are named by somebody else: «با همتای ایرانی خود», "Putin's aide".

"Lavrov met his Iranian counterpart" tells an office and a country: whoever held that office there
on the day. An aide, an envoy or a wife is not the one whose they are.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from datetime import date

from didgah.annotate.meetings.encounter_rules import OFFICE_CODES, EncounterRules
from didgah.annotate.sentences.background import Background
from didgah.annotate.sentences.skeleton import ACTOR, Actor, Skeleton, plain, with_actor

_ACTOR = re.compile(ACTOR)


def with_counterparts(
    skeleton: Skeleton, subject: Actor | None, rules: EncounterRules, background: Background,
    day: date | None,
) -> Skeleton:
    """The skeleton with every unnamed counterpart as an actor.

    It is the holder of the same office of the country told, where the registry knows exactly
    one, else the country. The office is that of the person last named, or of `subject`.
    """
    for unit in list(skeleton.units.values()):
        # «همتای ترکیه‌ای خود»: an office of the country that the adjective is made of.
        if isinstance(unit, Actor) and unit.kind == "place" and rules.syntax.counterpart.match(
            plain(unit.office)
        ):
            skeleton = _resolved(skeleton, unit, subject, background, day)
    for match in list(rules.counterpart.finditer(skeleton.text))[::-1]:
        place = background.adjective_of.get((rules.syntax.language, match["nation"]))
        if place is None:
            continue
        start, end = skeleton.span(*match.span())
        wording = match.group()
        actor = Actor(place, "place", wording, start, end, wording, place)
        skeleton = _resolved(skeleton, actor, subject, background, day)
    return skeleton


def _resolved(
    skeleton: Skeleton, actor: Actor, subject: Actor | None, background: Background,
    day: date | None,
) -> Skeleton:
    """The skeleton with `actor`, a counterpart of a country, as its holder if one is known."""
    at = bisect_left(skeleton.starts, actor.start)
    owner = _before(skeleton, at) or subject
    people = _holders(owner, actor.entity, background, day) if owner is not None else set()
    if len(people) == 1:
        actor = replace(actor, entity=people.pop(), kind="person", of="")
    return with_actor(skeleton, actor, actor.start, actor.end)


def _before(skeleton: Skeleton, at: int) -> Actor | None:
    """The person named last before a position of the skeleton."""
    for mark in reversed(_ACTOR.findall(skeleton.text, 0, at)):
        unit = skeleton.units[mark]
        if isinstance(unit, Actor) and unit.kind == "person":
            return unit
    return None


def _holders(owner: Actor, place: str, background: Background, day: date | None) -> set[str]:
    """Who held in `place` an office that `owner` holds on that day elsewhere."""
    person = background.people.get(owner.entity)
    codes = {
        code
        for one in (person.offices if person and day else ())
        if one.office and (one.since is None or one.since <= day)
        and (one.until is None or day <= one.until)
        for code in next((alike for alike in OFFICE_CODES.values() if one.office in alike),
                         (one.office,))
    }
    return {holder for code in codes
            for holder in background.holders(code, f"place:{place}", day)} - {owner.entity}


def without_owners(
    skeleton: Skeleton, rules: EncounterRules, background: Background
) -> Skeleton:
    """The skeleton with "Putin's aide" as an office of Russia, or of the aide named behind."""
    for match in list(rules.attached.finditer(skeleton.text))[::-1]:
        owner, named = skeleton.units[match[1]], skeleton.units.get(match[2] or "")
        assert isinstance(owner, Actor)
        land = _land(owner, background)
        if owner.kind != "person" or not land:
            continue
        start, last = skeleton.span(match.start(), match.end(1))
        wording = match.group().replace(match[1], owner.surface).strip(f' "{match[2] or ""}')
        actor = Actor(land, "place", wording, start, last, wording, land)
        if isinstance(named, Actor) and named.kind == "person":
            start, last = skeleton.span(*match.span())
            actor = replace(named, start=start, end=last, office=wording, of=land)
        skeleton = with_actor(skeleton, actor, start, last)
    return skeleton


def _land(owner: Actor, background: Background) -> str:
    """The place id of somebody's country, "" when it is not known."""
    code = background.country_of.get(f"person:{owner.entity}")
    return next((one for one in sorted(background.countries)
                 if code and background.country_of.get(f"place:{one}") == code), "")
