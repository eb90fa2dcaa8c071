"""What articles say of one meeting, laid side by side: statuses in turn, and contradictions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from didgah.annotate.sentences.ranks import highest
from didgah.model import (
    LEVELS,
    Level,
    Meeting,
    MeetingReport,
    Participant,
    Published,
    Registry,
    Role,
    Status,
)

# Roles that one person has at a meeting, so that two names for one contradict each other.
_SINGLE: tuple[Role, ...] = ("message_sender", "message_reader")


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of an article: its text and its place in `Article.text`."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ReportView:
    """What one article says of the meeting, and the sentences it says it in."""

    article: str
    index: int  # into Annotation.meetings
    title: str
    outlet: str
    outlet_name: str
    language: str
    published: Published
    url: str
    report: MeetingReport
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Reports that contradict what is held of the meeting, and the articles they are in.

    `field` says what the two values are: "place" (ids), "interval" (first and last day),
    "status", "role" or "absent" (a role, and the participants who had it; for "absent" who
    is said to have stayed away although others saw them there).
    """

    field: str
    held: object
    reported: object
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StatusTold:
    """The status an article tells, with the sentence that tells it."""

    status: Status
    view: ReportView
    passage: Passage | None


@dataclass(frozen=True, slots=True)
class Side:
    """The highest level at which a country, or a body of none (""), took part."""

    country: str
    level: Level


def statuses(reports: Sequence[ReportView]) -> tuple[StatusTold, ...]:
    """How the status changed from report to report, by publication; the first of each turn."""
    found: list[StatusTold] = []
    for view in sorted(reports, key=lambda v: v.published.value or date.max):
        if not found or found[-1].status != view.report.status:
            found.append(StatusTold(view.report.status, view, _telling(view)))
    return tuple(found)


def _telling(view: ReportView) -> Passage | None:
    words = view.report.status_evidence
    return next(
        (p for p in view.passages if words is None or p.start <= words.start < p.end), None
    )


def sides(registry: Registry, meeting: Meeting) -> tuple[Side, ...]:
    """The sides whose level is known, highest first."""
    groups: dict[str, list[Participant]] = {}
    for one in meeting.participants:
        entity = registry.entities.get(f"{one.kind}:{one.entity}")
        groups.setdefault(entity.country if entity else "", []).append(one)
    found = [Side(country, highest(group)) for country, group in groups.items()]
    return tuple(sorted(
        (side for side in found if side.level),
        key=lambda side: (LEVELS.index(side.level), side.country),
    ))


def disagreements(
    registry: Registry, meeting: Meeting, reports: Sequence[ReportView]
) -> tuple[Disagreement, ...]:
    """Place, days, status and parts in it that reports give otherwise than is held.

    A reported day inside the held interval, or a report that names no place, agrees; so
    does an announcement of what was held later.
    """
    found: dict[tuple[str, object, object], list[str]] = {}

    def note(field: str, held: object, reported: object, view: ReportView) -> None:
        found.setdefault((field, held, reported), []).append(view.article)

    interval = (meeting.first, meeting.last)
    for view in reports:
        said = view.report
        if _elsewhere(registry, meeting.place, said.place):
            note("place", meeting.place, said.place, view)
        if said.first and said.last and meeting.first and meeting.last and (
            said.last < meeting.first or said.first > meeting.last
        ):
            note("interval", interval, (said.first, said.last), view)
        if "announced" not in (said.status, meeting.status) and said.status != meeting.status:
            note("status", meeting.status, said.status, view)
        for role in _SINGLE:
            held = _who(meeting.participants, role)
            told = _who(said.participants, role)
            if told and not set(told) <= set(held[:1] or told):
                note("role", (role, held[:1]), (role, told), view)
        there = {_key(p) for p in meeting.participants if p.role != "absent"}
        away = tuple(k for k in _who(said.participants, "absent") if k in there)
        if away:
            note("absent", ("participant", away), ("absent", away), view)
    order = {"place": 0, "interval": 1, "status": 2, "role": 3, "absent": 4}
    return tuple(
        Disagreement(field, held, reported, tuple(dict.fromkeys(articles)))
        for (field, held, reported), articles in sorted(
            found.items(), key=lambda item: (order[item[0][0]], str(item[0][2])))
    )


def _who(participants: Sequence[Participant], role: Role) -> tuple[tuple[str, str], ...]:
    """(registry key or "", name) of those with a role; the chronology's stand first."""
    return tuple(dict.fromkeys(_key(one) for one in participants if one.role == role))


def _key(one: Participant) -> tuple[str, str]:
    return (f"{one.kind}:{one.entity}", "") if one.entity else ("", one.name)


def _elsewhere(registry: Registry, one: str, other: str) -> bool:
    """Whether two places exclude each other: two cities, or places in two countries.

    What else one place may lie in (a country, a region, a sea) is no contradiction.
    """
    found = [registry.entities.get(f"place:{place}") for place in (one, other)]
    if one == other or not all(found):
        return False
    countries = {place.country for place in found if place and place.country}
    return len(countries) > 1 or all(place and place.type == "city" for place in found)
