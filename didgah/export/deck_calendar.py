"""The meetings of a deck that are still to come, as a calendar file."""

from __future__ import annotations

from didgah.briefing.slides import Deck, Mark, Timeline
from didgah.export.icalendar import Event, to_ics


def to_calendar(deck: Deck) -> bytes:
    """Every announced or postponed meeting of its timelines with a known day, each once."""
    found: dict[str, Mark] = {}
    for slide in deck.slides:
        if isinstance(slide.body, Timeline):
            for mark in slide.body.marks:
                if mark.first and mark.status in ("announced", "postponed"):
                    found.setdefault(mark.meeting, mark)
    events = (
        Event(one.meeting, one.title, one.first, one.last or one.first,
              one.status, one.where, one.status_words)  # type: ignore[arg-type]
        for one in found.values()
    )
    return to_ics(events, deck.title, deck.made)
