"""Who took part in a meeting, and in which office, in words."""

from __future__ import annotations

from didgah.charts import meeting_words
from didgah.language.messages import text
from didgah.model import Entity, Participant
from didgah.queries.meetings import MeetingRecord


def merged(
    participants: tuple[Participant, ...]
) -> dict[tuple[str, str, str], list[Participant]]:
    """One entry a participant, however many roles they had."""
    people: dict[tuple[str, str, str], list[Participant]] = {}
    for one in participants:
        name = "" if one.entity else one.name
        people.setdefault((one.kind, one.entity, name), []).append(one)
    return people


def office(
    entity: Entity | None, those: list[Participant], found: MeetingRecord, language: str
) -> str:
    """The office held on the day, from the registry; else as the chronology words it.

    Else in the words of an article, but only of one in the language of the page.
    """
    day = found.meeting.first
    if entity is not None and day is not None:
        held = [
            one.title.get(language) or one.title.get("en", "") for one in entity.offices
            if (one.since is None or one.since <= day) and (one.until is None or day <= one.until)
        ]
        if held:
            return text("meetings.list_comma", language).join(dict.fromkeys(held))
    offices = (meeting_words.in_words(one.offices, language) for one in those)
    known = next(filter(None, offices), "")
    return known or next((
        one.office for view in found.reports if view.language == language
        for one in view.report.participants
        if one.office and (one.kind, one.entity) == (those[0].kind, those[0].entity)
    ), "")
