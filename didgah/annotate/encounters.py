"""Who met whom: meetings, calls, visits and messages between parties named in one sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass

from didgah.annotate.background import Background
from didgah.annotate.encounter_rules import EncounterRules
from didgah.annotate.skeleton import ACTOR, UNIT, Actor, Skeleton, plain
from didgah.model import EntityKind, Mention, Role

_UNIT = re.compile(UNIT)
_ACTOR = re.compile(ACTOR)
_OPENING = 40  # characters before «در دیدار با» that may hold an adverb, no subject
_KINDS = {"host": "bilateral", "guest": "bilateral"}


@dataclass(frozen=True, slots=True)
class Encounter:
    """One meeting that a sentence reports: kind, parties with roles, position in the skeleton."""

    kind: str
    parties: tuple[tuple[EntityKind, str, Role, str], ...]  # kind, entity, role, office
    at: int
    visited: str = ""  # the place id of a visit


def find_encounters(
    skeleton: Skeleton, subject: Actor | None, rules: EncounterRules, background: Background
) -> list[Encounter]:
    """The encounters of a sentence; each set of parties once, calls before meetings.

    `subject` is the person the sentence goes on about, for «در دیدار با X» without a subject.
    """
    found: list[Encounter] = []
    if not any(isinstance(u, Actor) for u in skeleton.units.values()):
        return found
    for kind, pattern in rules.encounters:
        for match in pattern.finditer(skeleton.text):
            encounter = _encounter(skeleton, kind, match, subject, rules, background)
            if encounter and not any(_same(encounter, other) for other in found):
                found.append(encounter)
    return found


def _encounter(
    skeleton: Skeleton, kind: str, match: re.Match[str], subject: Actor | None,
    rules: EncounterRules, background: Background,
) -> Encounter | None:
    groups = match.groupdict()
    noun = rules.meeting.search(skeleton.text, match.start(), match.end())
    told_at = noun.start() if noun else match.start()
    if rules.unreal.search(skeleton.text, 0, told_at):
        return None
    if noun and rules.definite.search(skeleton.text, 0, told_at):
        return None
    ours = _actors(skeleton, groups.get("a"), rules)
    if "a" not in groups and subject is not None:
        before = skeleton.text[:match.start()]
        if _ACTOR.search(before) or len(before) > _OPENING:
            return None  # somebody else is the subject here
        ours = [subject]
    theirs = _actors(skeleton, groups.get("b"), rules)
    roles: tuple[Role, Role] = ("participant", "participant")
    if kind == "host":
        roles = ("host", "participant")
    elif kind == "guest":
        roles = ("participant", "host")
    elif kind == "message":
        roles = ("message_sender", "participant")
    parties: dict[tuple[EntityKind, str], tuple[Role, str]] = {}
    for actors, role in ((ours, roles[0]), (theirs, roles[1])):
        for actor in actors:
            parties.setdefault((actor.kind, actor.entity), (role, actor.office))
    visited = ""
    if kind == "visit":
        place = skeleton.units[groups["p"]]
        assert isinstance(place, Mention)
        visited = place.entity
        if not _abroad(ours, visited, background):
            return None
    elif not ours or not (theirs or "b" not in groups) or len(parties) < 2 or _one_side(
        parties, background
    ):
        return None
    if not any(k == "person" for k, _ in parties):
        return None
    return Encounter(
        _KINDS.get(kind, kind),
        tuple((k, e, role, office) for (k, e), (role, office) in parties.items()), told_at, visited,
    )


def _actors(skeleton: Skeleton, signs: str | None, rules: EncounterRules) -> list[Actor]:
    """The actors behind `signs`, without "the former king of Spain": nobody knows who he is."""
    former = "".join(m.group() for m in rules.former.finditer(skeleton.text))
    found = ((m.group(), skeleton.units[m.group()]) for m in _UNIT.finditer(signs or ""))
    return [
        unit for mark, unit in found
        if isinstance(unit, Actor) and (unit.kind == "person" or not (
            mark in former or rules.former.search(plain(unit.office))
        ))
    ]


def _abroad(actors: list[Actor], place: str, background: Background) -> bool:
    """Whether a person goes to a country that is not their own."""
    country = background.country_of.get(f"place:{place}", "")
    homes = {background.country_of.get(f"{a.kind}:{a.entity}", "") for a in actors
             if a.kind == "person"}
    return bool(country and homes and homes != {country} and "" not in homes)


def _one_side(
    parties: dict[tuple[EntityKind, str], tuple[Role, str]], background: Background
) -> bool:
    """One person and an office or body of their own country, or a body nobody speaks for here.

    Neither is a meeting of two parties.
    """
    persons = [entity for kind, entity in parties if kind == "person"]
    if len(persons) != 1:
        return False
    if all(kind == "organisation" and not office
           for (kind, _), (_, office) in parties.items() if kind != "person"):
        return True
    home = background.country_of.get(f"person:{persons[0]}", "")
    others = {background.country_of.get(f"{kind}:{entity}", "?") for kind, entity in parties
              if kind != "person"}
    return bool(home) and others == {home}


def _same(one: Encounter, other: Encounter) -> bool:
    """Whether two matches speak of one encounter: as many of the same parties as either has."""
    if (one.kind == "visit") != (other.kind == "visit"):
        return False
    mine = {p[:2] for p in one.parties}
    theirs = {p[:2] for p in other.parties}
    return mine <= theirs or theirs <= mine or len(mine & theirs) >= 2
