"""Joining a report to the known meeting it speaks of, or to none.

A wrong join is worse than none: years must agree, places must not contradict, and when
two known meetings fit equally well neither is taken.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from didgah.annotate.meetings.circumstances import When, Where
from didgah.annotate.sentences.background import Background
from didgah.model import Entity, EntityKind, KnownMeeting, Registry

_TOLERANCE = timedelta(days=3)  # between a reported day and the known interval
_FRESH = timedelta(days=5)  # how long after a meeting an undated report still tells of it
_AHEAD = timedelta(days=45)  # how long before a session an undated report announces it
_OFTEN = 3  # known meetings with people of a body that make a series its own
_LARGE = 6  # participants from which half of them need not be named


@dataclass(frozen=True)
class Chronology:
    """The known meetings, by series and by person; treat as read-only."""

    by_series: dict[str, tuple[KnownMeeting, ...]]
    by_person: dict[str, tuple[KnownMeeting, ...]]
    series_of_country: dict[str, str]  # ISO code of Russia's counterpart → bilateral series
    series_of_person: dict[str, str]  # people whose bilaterals are one series of their own
    series_of_body: dict[str, str]  # organisation → series of the bilaterals with its people
    series_about: dict[str, tuple[str, ...]]  # organisation → series whose meetings are its own
    usual_kind: dict[str, str]  # series → the kind that nearly all of its meetings have
    persons: dict[str, frozenset[str]]  # meeting id → the persons who took part


def chronology_of(registry: Registry) -> Chronology:
    """The known meetings of `registry`, indexed for joining."""
    by_series: dict[str, list[KnownMeeting]] = defaultdict(list)
    by_person: dict[str, list[KnownMeeting]] = defaultdict(list)
    countries: dict[str, Counter[str]] = defaultdict(Counter)
    people: dict[str, Counter[str]] = defaultdict(Counter)
    bodies: dict[str, Counter[str]] = defaultdict(Counter)
    for meeting in registry.meetings.values():
        by_series[meeting.series].append(meeting)
        persons = persons_of(meeting)
        for person in persons:
            by_person[person].append(meeting)
        if meeting.kind != "bilateral":
            continue
        homes = {registry.entities[f"person:{p}"].country for p in persons} - {"", "RU"}
        if not homes:
            homes = {meeting.country} - {"", "RU"}
        if len(homes) == 1:
            countries[homes.pop()][meeting.series] += 1
        for person in persons:
            people[person][meeting.series] += 1
        for body in _bodies_at(meeting, registry):
            bodies[body][meeting.series] += 1
    own = {
        person: series
        for person, counts in people.items()
        for series, n in counts.most_common(1)
        if n >= 5 and n > 0.6 * counts.total()
        and registry.entities[f"person:{person}"].country == "RU"
    }
    return Chronology(
        {s: tuple(m) for s, m in by_series.items()},
        {p: tuple(m) for p, m in by_person.items()},
        _series_of_countries(countries),
        own,
        {body: series for body, counts in bodies.items()
         for series, n in counts.most_common(1) if n >= _OFTEN and n > 0.6 * counts.total()},
        _series_about(registry),
        {series: kind for series, known in by_series.items() if (kind := _usual(known))},
        {meeting.id: frozenset(persons_of(meeting)) for meeting in registry.meetings.values()},
    )


def join_session(
    chronology: Chronology, series: str, when: When, where: Where, published: date | None,
    announced: bool,
) -> KnownMeeting | None:
    """The known meeting of `series` that a report with this date and place speaks of."""
    fitting = [
        m for m in chronology.by_series.get(series, ())
        if m.kind != "bilateral" and _place_fits(m, where)
        and _date_fits(m, when, published, announced)
    ]
    return _only(fitting, when, where)


def join_encounter(
    chronology: Chronology, parties: Iterable[tuple[EntityKind, str]], when: When, where: Where,
    published: date | None, background: Background,
) -> KnownMeeting | None:
    """The known bilateral between `parties` at this date.

    Two persons must be in both, or one person together with the country of another
    participant (or of the place); an undated report must be fresh.
    """
    parties = list(parties)
    persons = {entity for kind, entity in parties if kind == "person"}
    homes = {background.country_of.get(f"place:{entity}", "")
             for kind, entity in parties if kind == "place"} - {""}
    bodies = {entity for kind, entity in parties if kind == "organisation"}
    candidates = {m.id: m for p in sorted(persons) for m in chronology.by_person.get(p, ())}
    fitting = [
        m for m in candidates.values()
        if _place_fits(m, where) and _date_fits(m, when, published, False)
        and _sides_fit(m, persons, homes, bodies, chronology, background)
    ]
    return _only(fitting, when, where)


def _sides_fit(
    meeting: KnownMeeting, persons: set[str], homes: set[str], bodies: set[str],
    chronology: Chronology, background: Background,
) -> bool:
    known = chronology.persons[meeting.id]
    shared = known & persons
    if meeting.kind in ("summit", "forum"):
        return len(shared) >= 3 and shared == persons
    if meeting.kind == "message" or not shared:
        return False
    if len(shared) >= 2:
        # A meeting aside of a large conference is not the conference.
        return meeting.kind == "bilateral" or len(shared) * 2 >= min(len(known), _LARGE)
    if len(persons) > 1:
        return False
    others = {background.country_of.get(f"person:{p}", "") for p in known - shared}
    others |= {meeting.country} - {"RU"}
    others.discard("")
    return bool(homes & others) or any(
        body in {p.entity for p in meeting.participants}
        or meeting.series in chronology.series_about.get(body, ()) for body in bodies
    )


def bilateral_series(
    chronology: Chronology, parties: Iterable[tuple[EntityKind, str]], background: Background
) -> str:
    """The series of a meeting of Russia's people with those of one country, or of one region."""
    parties = list(parties)
    of_bodies = {chronology.series_of_body.get(entity, "") for kind, entity in parties
                 if kind == "organisation"} - {""}
    if len(of_bodies) == 1:
        return of_bodies.pop()
    for kind, entity in parties:
        if kind == "person" and entity in chronology.series_of_person:
            return chronology.series_of_person[entity]
    homes = {background.country_of.get(f"{kind}:{entity}", "")
             for kind, entity in parties if kind != "organisation"} - {""}
    others = {chronology.series_of_country.get(home, "") for home in homes - {"RU"}}
    return others.pop() if "RU" in homes and len(others) == 1 else ""


def bodies_of(person: Entity | None, day: date | None) -> set[str]:
    """The organisations that somebody held an office of on a day."""
    return {
        one.of.removeprefix("organisation:") for one in (person.offices if person else ())
        if one.of.startswith("organisation:") and day is not None
        and (one.since is None or one.since <= day) and (one.until is None or day <= one.until)
    }


def _bodies_at(meeting: KnownMeeting, registry: Registry) -> set[str]:
    """The international organisations whose people, or which themselves, were at a meeting."""
    found = {p.entity for p in meeting.participants if p.kind == "organisation" and p.entity}
    for person in persons_of(meeting):
        found |= bodies_of(registry.entities.get(f"person:{person}"), meeting.first)
    return {one for one in found if not registry.entities[f"organisation:{one}"].country}


def _series_of_countries(countries: dict[str, Counter[str]]) -> dict[str, str]:
    """ISO code → its bilateral series; not one that is another country's, but for one meeting."""
    theirs: dict[str, int] = Counter()
    for counts in countries.values():
        for series, n in counts.items():
            theirs[series] = max(theirs[series], n)
    found = {}
    for code, counts in countries.items():
        series, n = counts.most_common(1)[0]
        if n > 1 or theirs[series] < _OFTEN:
            found[code] = series
    return found


def persons_of(meeting: KnownMeeting) -> set[str]:
    """The registry ids of the persons who took part."""
    return {p.entity for p in meeting.participants if p.kind == "person" and p.entity}


def _series_about(registry: Registry) -> dict[str, tuple[str, ...]]:
    """Organisations named in the names of gatherings, or taking part: "16th BRICS summit"."""
    found: dict[str, set[str]] = defaultdict(set)
    forms = [
        (entity.id, form.casefold())
        for entity in registry.entities.values() if entity.kind == "organisation"
        for form in (entity.names.get("en", ""), *entity.variants.get("en", ()))
        if len(form) > 2
    ]
    for meeting in registry.meetings.values():
        if meeting.kind == "bilateral":
            continue
        name = f" {meeting.names.get('en', '').casefold()} ".replace(",", " ").replace(":", " ")
        for ident, form in forms:
            if f" {form} " in name:
                found[ident].add(meeting.series)
        for one in meeting.participants:
            if one.kind == "organisation" and one.entity:
                found[one.entity].add(meeting.series)
    return {ident: tuple(sorted(series)) for ident, series in found.items()}


def _usual(meetings: list[KnownMeeting]) -> str:
    counts = Counter(m.kind for m in meetings if m.kind != "bilateral")
    if not counts:
        return ""
    kind, n = counts.most_common(1)[0]
    return kind if n >= 0.7 * counts.total() else ""


def _place_fits(meeting: KnownMeeting, where: Where) -> bool:
    if not where.place:
        return True
    if meeting.place == where.place:
        return True
    if meeting.country and where.country and meeting.country != where.country:
        return False
    return not (where.narrow and meeting.place and meeting.place != where.place)


def _date_fits(
    meeting: KnownMeeting, when: When, published: date | None, announced: bool
) -> bool:
    if when.first is not None and when.last is not None:
        exact = when.precision in ("day", "days", "week")
        years = {when.first.year, when.last.year} & {meeting.first.year, meeting.last.year}
        slack = _TOLERANCE if exact and meeting.precision in ("day", "days") else timedelta(0)
        return bool(years) and (
            when.first - slack <= meeting.last and meeting.first - slack <= when.last
        )
    if published is None or meeting.precision not in ("day", "days"):
        return False
    if announced:
        return published <= meeting.last and meeting.first <= published + _AHEAD
    return meeting.first <= published <= meeting.last + _FRESH


def _only(fitting: list[KnownMeeting], when: When, where: Where) -> KnownMeeting | None:
    """The one that fits, or fits strictly best: same place first, then the nearer day."""
    if not fitting:
        return None

    def rank(meeting: KnownMeeting) -> tuple[int, int]:
        place = 0 if where.place and meeting.place == where.place else 1
        if when.first is None or when.last is None:
            return place, 0
        apart = max((meeting.first - when.last).days, (when.first - meeting.last).days, 0)
        return place, apart

    ranked = sorted(fitting, key=rank)
    if len(ranked) > 1 and rank(ranked[0]) == rank(ranked[1]):
        return None
    return ranked[0]
