"""A known gathering that an article tells of without naming its series.

"The presidents of Russia, Iran and Turkey met in Sochi on 22 November": the day, the city
and the people are enough to know which summit it was, if the chronology has one there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from didgah.annotate.meetings.chronology import Chronology, persons_of
from didgah.annotate.meetings.circumstances import When, place_of, places_in, when_in
from didgah.annotate.meetings.drafts import Draft
from didgah.annotate.meetings.encounter_rules import EncounterRules
from didgah.annotate.meetings.gatherings import roles_in
from didgah.annotate.sentences.background import Background
from didgah.annotate.sentences.reading import Reading
from didgah.annotate.sentences.skeleton import Actor
from didgah.model import KnownMeeting, Mention

_LEAD = 3  # sentences of the body that tell what an article is about
_MANY = 3  # shared participants that make any mention of the city enough
_NEAR = 8  # sentences within which «این نشست» still means that


@dataclass(frozen=True, slots=True)
class _Told:
    """What the sentences about the occasion say."""

    whens: tuple[tuple[int, When], ...]  # (sentence, interval)
    places: dict[str, int]  # place id → sentence in which something happens there
    named: dict[str, int]  # place id → sentence that names it at all
    people: dict[str, int]
    bodies: dict[str, int]
    cue: bool


def find_occasion(
    reading: Reading, rules: EncounterRules, chronology: Chronology, background: Background,
    joined: Sequence[KnownMeeting],
) -> tuple[Draft, KnownMeeting] | None:
    """The known gathering on whose day and at whose place this happened.

    Asked for are two of its participants, or a body it is a meeting of together with a
    word of gathering, or one participant who is abroad. Two that fit alike give none.
    When the article is already `joined` to meetings only a summit with somebody who took
    part in none of them is a further one.
    """
    seen = {person for meeting in joined for person in persons_of(meeting)}
    indexes = _sentences(reading, rules)
    told = _told(reading, indexes, rules)
    scored: list[tuple[int, KnownMeeting, tuple[int, When]]] = []
    for meeting in _candidates(told, chronology):
        if meeting.kind in ("bilateral", "message") or meeting in joined:
            continue
        day = next((w for w in told.whens if _on(meeting, w[1])), None)
        if day is None:
            continue
        shared = persons_of(meeting) & told.people.keys()
        if not _there(meeting, told.named if len(shared) >= _MANY else told.places, background):
            continue
        if joined and (meeting.kind != "summit" or shared <= seen):
            continue
        abroad = {p for p in shared
                  if background.country_of.get(f"person:{p}", "") not in ("", meeting.country)}
        about = told.cue and any(
            meeting.series in chronology.series_about.get(b, ()) for b in told.bodies
        )
        if len(shared) >= 2 or about or (abroad and told.cue):
            scored.append((len(shared) * 2 + about, meeting, day))
    scored.sort(key=lambda s: (-s[0], s[1].id))
    if not scored or (len(scored) > 1 and scored[0][0] == scored[1][0]):
        return None
    _, meeting, day = scored[0]
    return _draft(reading, indexes, meeting, day, told, rules, background), meeting


def _sentences(reading: Reading, rules: EncounterRules) -> list[int]:
    body = next(
        (i for i, s in enumerate(reading.sentences) if s.start >= reading.title_end),
        len(reading.sentences),
    )
    return [
        i for i, skeleton in enumerate(reading.skeletons)
        if i < body + _LEAD or (i < body + _NEAR and (
            rules.anaphor_gathering.search(skeleton.text)
            or rules.anaphor_encounter.search(skeleton.text)
        ))
    ]


def _told(reading: Reading, indexes: Sequence[int], rules: EncounterRules) -> _Told:
    whens: list[tuple[int, When]] = []
    places: dict[str, int] = {}
    named: dict[str, int] = {}
    people: dict[str, int] = {}
    bodies: dict[str, int] = {}
    cue = False
    for index in indexes:
        skeleton = reading.skeletons[index]
        when = when_in(skeleton, 0, rules)
        if when.first is not None and when.precision in ("day", "days"):
            whens.append((index, when))
        for _, place in places_in(skeleton, rules):
            places.setdefault(place.entity, index)
        for unit in skeleton.units.values():
            if isinstance(unit, Actor) and unit.kind == "person":
                people.setdefault(unit.entity, index)
            elif isinstance(unit, Actor | Mention) and unit.kind == "organisation":
                bodies.setdefault(unit.entity, index)
            elif isinstance(unit, Mention) and unit.kind == "place":
                named.setdefault(unit.entity, index)
        cue = cue or bool(rules.gathering.search(skeleton.text))
    if not whens and reading.published is not None:
        # News without a day is of the day it came out or the one before.
        whens.append((indexes[0], When(reading.published - timedelta(1), reading.published)))
    return _Told(tuple(whens), places, named, people, bodies, cue)


def _candidates(told: _Told, chronology: Chronology) -> list[KnownMeeting]:
    found: dict[str, KnownMeeting] = {}
    for person in sorted(told.people):
        found |= {m.id: m for m in chronology.by_person.get(person, ())}
    for body in sorted(told.bodies):
        for series in chronology.series_about.get(body, ()):
            found |= {m.id: m for m in chronology.by_series.get(series, ())}
    return list(found.values())


def _on(meeting: KnownMeeting, when: When) -> bool:
    if meeting.precision not in ("day", "days") or when.first is None or when.last is None:
        return False
    return when.first <= meeting.last and meeting.first <= when.last


def _there(meeting: KnownMeeting, places: dict[str, int], background: Background) -> bool:
    if meeting.place:
        return meeting.place in places
    return meeting.country in {background.country_of.get(f"place:{p}", "") for p in places}


def _draft(
    reading: Reading, indexes: Sequence[int], meeting: KnownMeeting, day: tuple[int, When],
    told: _Told, rules: EncounterRules, background: Background,
) -> Draft:
    draft = Draft(meeting.kind, series=meeting.series, focus=True)
    if day[1].precision != "unknown":
        draft.when = day[1]
    places = told.named | told.places
    place = meeting.place or next(
        p for p in places if background.country_of.get(f"place:{p}", "") == meeting.country
    )
    draft.where = place_of(place, background)
    shared = persons_of(meeting) & told.people.keys()
    for index in sorted({day[0], places[place], *(told.people[p] for p in shared)}):
        draft.tell(index)
    for index in indexes:
        skeleton = reading.skeletons[index]
        for kind, entity, role, office in roles_in(skeleton, rules, background):
            if kind == "person" and entity in shared:
                draft.add(kind, entity, role, office)
    for person in sorted(shared):
        draft.add("person", person, "participant")
    return draft
