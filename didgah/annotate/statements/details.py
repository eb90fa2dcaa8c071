"""What a statement gains from the rest of the article: its meeting, its place, the office held."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from didgah.model import Entity, MeetingReport, Registry, Span, Statement


def with_details(
    statements: Sequence[Statement], meetings: Sequence[MeetingReport], spans: Sequence[Span],
    published: date | None, registry: Registry,
) -> tuple[Statement, ...]:
    """Each statement with the meeting it was made at, where, and in which office.

    The meeting is the last one told of before or in the statement's sentence in which the
    speaker has a part; for a headline or lead, which come before the telling, the first
    meeting that the article is about. Where the sentence names no place, the meeting's is
    taken. `spans` are the sentences.
    """
    starts = [s.start for s in spans]
    found = []
    for statement in statements:
        if not statement.speaker:
            found.append(statement)
            continue
        at = bisect_right(starts, statement.start) - 1
        meeting = _meeting(statement, meetings, spans[at].end if at >= 0 else statement.end)
        place = statement.place or ("" if meeting is None else meetings[meeting].place)
        entity = registry.entities.get(f"{statement.kind}:{statement.speaker}")
        office = office_on(entity, published) if entity else ""
        found.append(replace(statement, meeting=meeting, place=place, office=office))
    return tuple(found)


def _meeting(
    statement: Statement, meetings: Sequence[MeetingReport], reach: int
) -> int | None:
    theirs = [
        (index, meeting) for index, meeting in enumerate(meetings)
        if any(p.entity == statement.speaker and p.kind == statement.kind
               for p in meeting.participants)
    ]
    told = [
        (max(e.start for e in meeting.evidence if e.start < reach), index)
        for index, meeting in theirs if meeting.evidence[0].start < reach
    ]
    ahead = [index for index, meeting in theirs if meeting.focus]
    return max(told)[1] if told else ahead[0] if ahead else None


def office_on(person: Entity, day: date | None) -> str:
    """The registry key of the office held on `day`, "" when none is known.

    Of two held at once the older one. Without a day only an office that the person has held
    all along and holds still is certain.
    """
    posts = [one for one in person.offices if one.office]
    if day is None:
        only = len(posts) == 1 and posts[0].until is None
        return f"{posts[0].office}@{posts[0].of}" if only else ""
    held = [
        one for one in posts
        if (one.since or date.min) <= day <= (one.until or date.max)
    ]
    if not held:
        return ""
    first = min(held, key=lambda one: one.since or date.min)
    return f"{first.office}@{first.of}"
