"""Meetings as an iCalendar file (RFC 5545) of all-day events, for any calendar program."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from didgah.highlight import inert
from didgah.model import Status

_LINE = 75  # octets of a line without its break (RFC 5545, 3.1)
_STATUS: dict[Status, str] = {
    "held": "CONFIRMED", "announced": "TENTATIVE", "postponed": "TENTATIVE",
    "cancelled": "CANCELLED",
}


@dataclass(frozen=True, slots=True)
class Event:
    """A meeting from its first to its last day; `url` is "" when it has no page."""

    id: str
    title: str
    first: date
    last: date
    status: Status
    place: str = ""
    about: str = ""
    url: str = ""


def to_ics(events: Iterable[Event], name: str, stamp: datetime) -> bytes:
    """The calendar `name` as UTF-8; `stamp` (with a time zone) is when it was made.

    A day ends where the next begins, so the end of an all-day event is the day after its
    last (RFC 5545, 3.6.1). Raises ValueError for an event that ends before it begins.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Didgah//Meetings//FA",
             "CALSCALE:GREGORIAN", "METHOD:PUBLISH", f"X-WR-CALNAME:{escaped(name)}"]
    made = f"{stamp.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    for one in events:
        if one.last < one.first:
            raise ValueError(f"{one.id} ends before it begins")
        lines += [
            "BEGIN:VEVENT", f"UID:{escaped(one.id)}@didgah", f"DTSTAMP:{made}",
            f"DTSTART;VALUE=DATE:{one.first:%Y%m%d}",
            f"DTEND;VALUE=DATE:{one.last + timedelta(1):%Y%m%d}",
            f"SUMMARY:{escaped(one.title)}", f"STATUS:{_STATUS[one.status]}",
            "TRANSP:TRANSPARENT",
        ]
        lines += [f"{field}:{escaped(value)}" for field, value in (
            ("LOCATION", one.place), ("DESCRIPTION", one.about)) if value]
        if one.url and one.url.isascii() and one.url.isprintable():
            lines += [f"URL:{one.url}"]
        lines += ["END:VEVENT"]
    lines += ["END:VCALENDAR"]
    return b"".join(folded(line) for line in lines)


def escaped(value: str) -> str:
    """`value` as a TEXT (RFC 5545, 3.3.11), with what it may not hold made visible."""
    value = value.replace("\r\n", "\n").replace("\r", "\n")
    clean = (inert(part) for part in value.split("\n"))
    return "\\n".join(
        part.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,") for part in clean
    )


def folded(line: str) -> bytes:
    """One content line with its break, folded between characters (RFC 5545, 3.1)."""
    out, room = bytearray(), _LINE
    for character in line:
        octets = character.encode("utf-8")
        if len(octets) > room:
            out += b"\r\n "
            room = _LINE - 1
        out += octets
        room -= len(octets)
    return bytes(out + b"\r\n")
