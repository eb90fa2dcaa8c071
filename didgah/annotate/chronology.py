"""Joining a report to the known meeting it speaks of, or to none.

A wrong join is worse than none: years must agree, places must not contradict, and when
two known meetings fit equally well neither is taken.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from didgah.annotate.background import Background
from didgah.annotate.circumstances import When, Where
from didgah.model import EntityKind, KnownMeeting, Registry

_TOLERANCE = timedelta(days=3)  # between a reported day and the known interval
_FRESH = timedelta(days=5)  # how long after a meeting an undated report still tells of it
_AHEAD = timedelta(days=45)  # how long before a session an undated report announces it
_SMALL = 4  # a known meeting of more participants is no bilateral


@dataclass(frozen=True)
class Chronology:
    """The known meetings, by series and by person; treat as read-only."""

    by_series: dict[str, tuple[KnownMeeting, ...]]
    by_person: dict[str, tuple[KnownMeeting, ...]]
    series_of_country: dict[str, str]  # ISO code of Russia's counterpart → bilateral series
    series_of_person: dict[str, str]  # people whose bilaterals are one series of their own
    usual_kind: dict[str, str]  # series → the kind that nearly all of its meetings have


def chronology_of(registry: Registry) -> Chronology:
    """The known meetings of `registry`, indexed for joining."""
    by_series: dict[str, list[KnownMeeting]] = defaultdict(list)
    by_person: dict[str, list[KnownMeeting]] = defaultdict(list)
    countries: dict[str, Counter[str]] = defaultdict(Counter)
    people: dict[str, Counter[str]] = defaultdict(Counter)
    for meeting in registry.meetings.values():
        by_series[meeting.series].append(meeting)
        persons = _persons(meeting)
        for person in persons:
            by_person[person].append(meeting)
        if meeting.kind != "bilateral":
            continue
        homes = {registry.entities[f"person:{p}"].country for p in persons} - {"", "RU"}
        homes |= {meeting.country} - {"", "RU"} if not homes else set()
        if len(homes) == 1:
            countries[homes.pop()][meeting.series] += 1
        for person in persons:
            people[person][meeting.series] += 1
    own = {
        person: series
        for person, counts in people.items()
        for series, n in counts.most_common(1)
        if n >= 5 and n > 0.6 * counts.total() and registry.entities[f"person:{person}"].country == "RU"
    }
    return Chronology(
        {s: tuple(m) for s, m in by_series.items()},
        {p: tuple(m) for p, m in by_person.items()},
        {c: counts.most_common(1)[0][0] for c, counts in countries.items()},
        own,
        {series: kind for series, known in by_series.items() if (kind := _usual(known))},
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
    homes = {
        background.country_of.get(f"{kind}:{entity}", "")
        for kind, entity in parties if kind != "person"
    } - {""}
    bodies = {entity for kind, entity in parties if kind == "organisation"}
    fitting: list[KnownMeeting] = []
    for meeting in dict.fromkeys(m for p in persons for m in chronology.by_person.get(p, ())):
        if len(meeting.participants) > _SMALL or meeting.kind in ("forum", "summit", "message"):
            continue
        known = _persons(meeting)
        shared = known & persons
        others = {
            background.country_of.get(f"person:{p}", "") for p in known - shared
        } | ({meeting.country} - {"RU"}) | {
            "" if p.entity else meeting.country for p in meeting.participants
        }
        sides = len(shared) >= 2 or (len(shared) == 1 and len(persons) == 1 and (
            bool(homes & others)
            or bool(bodies & {p.entity for p in meeting.participants})
        ))
        if sides and _place_fits(meeting, where) and _date_fits(meeting, when, published, False):
            fitting.append(meeting)
    return _only(fitting, when, where)


def bilateral_series(
    chronology: Chronology, parties: Iterable[tuple[EntityKind, str]], background: Background
) -> str:
    """The series that a meeting of Russia's people with those of one other country belongs to."""
    parties = list(parties)
    for kind, entity in parties:
        if kind == "person" and entity in chronology.series_of_person:
            return chronology.series_of_person[entity]
    homes = {background.country_of.get(f"{kind}:{entity}", "") for kind, entity in parties} - {""}
    if "RU" not in homes or len(homes) != 2:
        return ""
    return chronology.series_of_country.get((homes - {"RU"}).pop(), "")


def _persons(meeting: KnownMeeting) -> set[str]:
    return {p.entity for p in meeting.participants if p.kind == "person" and p.entity}


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
