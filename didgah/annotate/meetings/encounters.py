"""Who met whom: meetings, calls, visits and messages between parties named in one sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from didgah.annotate.meetings.encounter_rules import BEFORE, EncounterRules
from didgah.annotate.sentences.background import Background
from didgah.annotate.sentences.skeleton import (
    ACTOR,
    PLACE,
    UNIT,
    Actor,
    Skeleton,
    plain,
    with_actor,
)
from didgah.model import EntityKind, Mention, Role

_UNIT = re.compile(UNIT)
_ACTOR = re.compile(ACTOR)
_MARK = re.compile(r"[.;:,،؛!?؟/]|(?<!\w)(?:که|что|that|ان)(?!\w)")
_SAYS = re.compile(rf"(?<!\w)(?:که|что|that|ان) [^.;:؛]*{ACTOR}")
# "Peskov said that A will talk to B": he who says so is no side.
_TOLD = re.compile(
    r"(?<!\w)(?:گفت|گفته(?: است| بود)?|افزود|گفتند|خبر داد|"
    r"(?:اعلام|تاکید|تصریح|اظهار|بیان|خاطر ?نشان) (?:کرد|داشت)|"
    r"сообщил\w*|заявил\w*|said|says|announced|confirmed)[,،]? (?:که|что|that) [^.;:؛]*" + ACTOR)
_DELEGATION = re.compile(r"(?<!\w)(?:هیات|هییت|وفد|делегаци|delegation)")
_NEAR = re.compile(rf"[^.;:,،؛!?؟/{ACTOR[1:-1]}]{{0,40}}")
_LISTED = re.compile(rf"({ACTOR})((?:(?: ?[،,] ?| و ?| and | и )(?:the )?{PLACE})+)")
_OPENING = 40  # characters before «در دیدار با» that may hold an adverb, no subject
_MOST = 32  # actors; a longer list is no sentence that tells of a meeting
_KINDS = {"host": "bilateral", "guest": "bilateral", "press": "meeting"}


@dataclass(frozen=True, slots=True)
class Party:
    """A side of an encounter; `of` is the place or body of the office, where the words tell."""

    kind: EntityKind
    entity: str
    role: Role
    office: str
    of: str

    @property
    def key(self) -> tuple[EntityKind, str]:
        """What tells it from the other parties."""
        return self.kind, self.entity


@dataclass(frozen=True, slots=True)
class Encounter:
    """One meeting that a sentence reports: kind, parties with roles, position in the skeleton."""

    kind: str
    parties: tuple[Party, ...]
    at: int
    told: tuple[int, int]  # where in the skeleton the words that report it stand
    visited: str = ""  # the place id of a visit
    wish: bool = False  # good wishes, in no words of a message


def find_encounters(
    skeleton: Skeleton, subject: Actor | None, rules: EncounterRules, background: Background
) -> list[Encounter]:
    """The encounters of a sentence; each set of parties once, calls before meetings.

    `subject` is the person the sentence goes on about, for «در دیدار با X» without a subject.
    """
    found: list[Encounter] = []
    whole: list[Encounter] = []  # before those met severally are told apart
    actors = sum(isinstance(u, Actor) for u in skeleton.units.values())
    if not 0 < actors <= _MOST:
        return found
    named = len(_ACTOR.findall(skeleton.text))
    for kind, pattern in rules.encounters.possible(skeleton.text, named):
        at = 0
        while match := pattern.search(skeleton.text, at):
            encounter = _encounter(skeleton, kind, match, subject, rules, background)
            if encounter and not any(
                _same(encounter, other) for other in whole if encounter.wish or not other.wish
            ):
                whole.append(encounter)
                found += _severally(encounter, skeleton, match, rules)
            # A match that tells nothing may hide one that begins inside it.
            at = match.end() if encounter else match.start() + 1
    return found


def holders_of(
    skeleton: Skeleton, rules: EncounterRules, background: Background, day: date | None
) -> Skeleton:
    """The skeleton with "the foreign ministers of Russia and Iran" as two who hold the office.

    The first is an actor already; the countries behind it become actors, too. Whoever is known
    to have held the office on `day` stands for it.
    """
    for match in list(_LISTED.finditer(skeleton.text))[::-1]:
        first = skeleton.units[match[1]]
        assert isinstance(first, Actor)
        if first.kind == "person" or not rules.plural_office.match(plain(first.office)):
            continue
        if deputies := rules.deputies.search(skeleton.text, 0, match.start()):
            first = replace(first, office=f"{deputies.group().strip()} {first.office}")
        for sign in _UNIT.findall(match[2]):
            place = skeleton.units[sign]
            assert isinstance(place, Mention)
            actor = Actor(place.entity, "place", place.surface, place.start, place.end,
                          first.office, place.entity)
            skeleton = with_actor(
                skeleton, _holder(actor, rules, background, day), place.start, place.end)
        skeleton = with_actor(
            skeleton, _holder(first, rules, background, day), first.start, first.end)
    return skeleton


def _holder(
    actor: Actor, rules: EncounterRules, background: Background, day: date | None
) -> Actor:
    """Who held the office of a country on a day, when the registry knows exactly one."""
    office = plain(actor.office)
    codes = next((codes for codes, pattern in rules.office_codes
                  if pattern.search(office) and not rules.deputy.search(office)), ())
    people = {
        person for code in codes
        for person in background.holders(code, f"place:{actor.of or actor.entity}", day)
    }
    if len(people) != 1:
        return actor
    return replace(actor, entity=people.pop(), kind="person", of="")


def _encounter(
    skeleton: Skeleton, kind: str, match: re.Match[str], subject: Actor | None,
    rules: EncounterRules, background: Background,
) -> Encounter | None:
    groups = match.groupdict()
    noun = rules.meeting.search(skeleton.text, match.start(), match.end())
    told_at = noun.start() if noun else match.start()
    if rules.unreal.search(skeleton.text, max(0, told_at - BEFORE), told_at):
        return None
    if rules.idle.search(_clause(skeleton.text, match)):
        return None
    if kind in ("bilateral", "press") and rules.phone.search(
        skeleton.text[match.start():match.end() + len(_untold(skeleton.text, match.end()))]
    ):
        kind = "call"
    if noun and rules.definite.search(skeleton.text, max(0, told_at - BEFORE), told_at):
        return None
    if groups.get("a") and groups.get("b") and rules.relative.search(
        skeleton.text, match.end("a"), match.start("b")
    ):
        return None  # "A received B, who met C"
    if kind != "visit" and groups.get("a") and groups.get("b") and _TOLD.search(
        skeleton.text, match.end("a"), match.end("b")
    ):
        return None
    ours = actors_behind(skeleton, groups.get("a"), rules)
    if "a" not in groups and subject is not None:
        before = skeleton.text[:match.start()]
        if _ACTOR.search(before) or len(before) > _OPENING:
            return None  # somebody else is the subject here
        ours = [subject]
    theirs = actors_behind(skeleton, groups.get("b"), rules)
    ours, theirs = ([one for one in side if not _vague(one, background)]
                    for side in (ours, theirs))
    roles: tuple[Role, Role] = ("participant", "participant")
    if kind == "host":
        roles = ("host", "participant")
    elif kind == "guest":
        roles = ("participant", "host")
    elif kind == "message":
        roles = ("message_sender", "participant")
    parties: dict[tuple[EntityKind, str], Party] = {}
    for actors, role in ((ours, roles[0]), (theirs, roles[1])):
        for actor in actors:
            kind_of: EntityKind = actor.kind  # type: ignore[assignment]
            party = Party(kind_of, actor.entity, role, actor.office, actor.of)
            parties.setdefault(party.key, party)
    visited = ""
    if kind == "visit":
        place = skeleton.units[groups["p"]]
        assert isinstance(place, Mention)
        visited = place.entity
        if _SAYS.search(skeleton.text, match.end("a"), match.start("p")):
            return None  # "A said that B will go there"
        if not _abroad(ours, visited, background):
            return None
    elif not ours or not (theirs or "b" not in groups) or len(parties) < 2 or _one_side(
        parties, background
    ):
        return None
    delegation = kind == "visit" and all(
        _DELEGATION.search(plain(party.office)) for party in parties.values())
    if not delegation and not any(k == "person" for k, _ in parties) and not all(
        party.kind == "place" and party.office for party in parties.values()
    ):
        return None
    wish = kind == "message" and not rules.letter.search(_clause(skeleton.text, match))
    return Encounter(
        _KINDS.get(kind, kind), tuple(parties.values()), told_at, match.span(), visited, wish
    )


def _severally(
    encounter: Encounter, skeleton: Skeleton, match: re.Match[str], rules: EncounterRules
) -> list[Encounter]:
    """"He also met B and C": two meetings, with each on his own."""
    host, *guests = encounter.parties
    if encounter.kind != "bilateral" or len(guests) < 2 or any(
        party.kind != "person" for party in encounter.parties
    ) or len(_ACTOR.findall(match.groupdict().get("b") or "")) != len(guests) or (
        not rules.severally.search(_clause(skeleton.text, match))
    ):
        return [encounter]
    return [replace(encounter, parties=(host, guest)) for guest in guests]


def _clause(text: str, match: re.Match[str]) -> str:
    """What stands between the marks around a match."""
    before = max((m.end() for m in _MARK.finditer(text, 0, match.start())), default=0)
    after = _MARK.search(text, match.end())
    return text[before:after.start() if after else len(text)]


def _untold(text: str, at: int) -> str:
    """The next words up to a mark or another actor."""
    return _NEAR.match(text, at)[0]  # type: ignore[index]


def actors_behind(skeleton: Skeleton, signs: str | None, rules: EncounterRules) -> list[Actor]:
    """The actors behind `signs`, without "the former king of Spain": nobody knows who he is."""
    former = "".join(m.group() for m in rules.former.finditer(skeleton.text))
    found = ((m.group(), skeleton.units[m.group()]) for m in _UNIT.finditer(signs or ""))
    return [
        unit for mark, unit in found
        if isinstance(unit, Actor) and (unit.kind == "person" or not (
            mark in former or rules.former.search(plain(unit.office))
        ))
    ]


def _vague(actor: Actor, background: Background) -> bool:
    """Whether it is a part of the world, which meets nobody: "a leader of the Muslim world"."""
    return actor.kind == "place" and f"place:{actor.entity}" not in background.country_of


def _abroad(actors: list[Actor], place: str, background: Background) -> bool:
    """Whether a person goes to a country that is not their own."""
    country = background.country_of.get(f"place:{place}", "")
    homes = {home_of(a.kind, a.entity, a.of, background) for a in actors
             if a.kind == "person" or a.office}
    return bool(country and homes and homes != {country} and "" not in homes)


def home_of(kind: str, entity: str, of: str, background: Background) -> str:
    """The ISO code of a party's country, of a stranger's office where that tells it, or ""."""
    own = background.country_of.get(f"{kind}:{entity}", "")
    return own or background.country_of.get(f"place:{of}", "") or (
        background.country_of.get(f"organisation:{of}", ""))


def _one_side(
    parties: dict[tuple[EntityKind, str], Party], background: Background
) -> bool:
    """One person and an office or body of their own country, or a body nobody speaks for here.

    Neither is a meeting of two parties.
    """
    persons = [entity for kind, entity in parties if kind == "person"]
    if len(persons) != 1:
        return False
    if all(p.kind == "organisation" and not p.office
           for p in parties.values() if p.kind != "person"):
        return True
    home = background.country_of.get(f"person:{persons[0]}", "")
    others = {background.country_of.get(f"{kind}:{entity}", "?") for kind, entity in parties
              if kind != "person"}
    return bool(home) and others == {home}


def _same(one: Encounter, other: Encounter) -> bool:
    """Whether two matches speak of one encounter: as many of the same parties as either has."""
    if (one.kind == "visit") != (other.kind == "visit"):
        return False
    mine = {p.key for p in one.parties}
    theirs = {p.key for p in other.parties}
    return mine <= theirs or theirs <= mine or len(mine & theirs) >= 2
