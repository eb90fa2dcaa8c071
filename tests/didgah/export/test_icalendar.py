"""A calendar file reads back as it was meant, whatever its titles hold."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from didgah.export.icalendar import Event, to_ics
from didgah.highlight import inert

STAMP = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=120)


def parsed(data: bytes) -> list[dict[str, str]]:
    """The events of a calendar, read the plain way: unfold, split, unescape."""
    text = data.decode("utf-8").replace("\r\n ", "")
    events: list[dict[str, str]] = []
    for line in text.split("\r\n"):
        if line == "BEGIN:VEVENT":
            events.append({})
        elif events and ":" in line and line != "END:VEVENT":
            name, _, value = line.partition(":")
            events[-1].setdefault(name, unescaped(value))
    return events


def unescaped(value: str) -> str:
    out, at = "", 0
    while at < len(value):
        if value[at] == "\\":
            at += 1
            out += "\n" if value[at] == "n" else value[at]
        else:
            out += value[at]
        at += 1
    return out


def event(**other: object) -> Event:
    return Event(**{"id": "svg-1", "title": "نشست", "first": date(2026, 5, 1),
                    "last": date(2026, 5, 2), "status": "announced"} | other)


def test_days_are_whole_and_the_end_is_the_day_after():
    (one,) = parsed(to_ics([event()], "دیدارها", STAMP))
    assert one["DTSTART;VALUE=DATE"] == "20260501"
    assert one["DTEND;VALUE=DATE"] == "20260503"
    assert one["DTSTAMP"] == "20260102T030405Z"
    assert one["STATUS"] == "TENTATIVE"
    assert one["UID"] == "svg-1@didgah"


@given(WORDS, WORDS, st.integers(0, 400))
def test_text_comes_back_and_no_line_is_too_long(title, about, days):
    first = date(2026, 5, 1)
    data = to_ics([event(title=title, about=f"{about}\n{title}",
                         last=first + timedelta(days))], title, STAMP)
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    (one,) = parsed(data)
    assert one["SUMMARY"] == inert(title)
    assert one.get("DESCRIPTION") == f"{inert(about)}\n{inert(title)}"
    assert one["DTEND;VALUE=DATE"] == f"{first + timedelta(days + 1):%Y%m%d}"


def test_a_title_cannot_write_lines_of_its_own():
    data = to_ics([event(title="one\r\nEND:VEVENT\r\nBEGIN:VEVENT\x00", url="javascript:\nx")],
                  "n", STAMP)
    (one,) = parsed(data)
    assert one["SUMMARY"] == "one\nEND:VEVENT\nBEGIN:VEVENT\ufffd"
    assert "URL" not in one


def test_an_event_cannot_end_before_it_begins():
    with pytest.raises(ValueError, match="svg-1"):
        to_ics([event(last=date(2026, 4, 1))], "n", STAMP)
