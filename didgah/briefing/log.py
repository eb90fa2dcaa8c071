"""Briefings as they are saved: a file of events that only grows.

One JSON object a line; nothing that was confirmed is ever taken out. What the events come to
is `didgah.briefing.saved`. A line that a writer died in was never confirmed: readers pass over
it and the next writer cuts it off. Any other damage is an error that names file and line.
"""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, get_args

from didgah.briefing.items import MAX_WORDS, BriefingError, read_item
from didgah.language.messages import INTERFACE_LANGUAGES
from didgah.store.locks import alone

Action = Literal[
    "created",  # title, language, version
    "duplicated",  # of: the briefing that is copied as it is; title
    "renamed",  # title
    "language",  # language
    "updated",  # version: brought up to date
    "added",  # item: a row of `items.item_row`; to: its place, at the end without one
    "removed",  # item: its id
    "moved",  # item, to
    "edited",  # item, and headline or notes or both
    "deleted",
    "restored",
    "returned",  # to: id of the event after which it was as it is to be again
]
ACTIONS: tuple[str, ...] = get_args(Action)
MAX_TITLE = 200  # characters
_PATIENCE = 10.0  # seconds; the file is held for the time of writing one line
_FIELDS: dict[str, tuple[str, ...]] = {
    "created": ("title", "language", "version"), "duplicated": ("of", "title"),
    "renamed": ("title",), "language": ("language",), "updated": ("version",),
    "added": ("item",), "removed": ("item",), "moved": ("item", "to"), "edited": ("item",),
    "deleted": (), "restored": (), "returned": ("to",),
}
_ALSO: dict[str, tuple[str, ...]] = {"added": ("to",), "edited": ("headline", "notes")}


@dataclass(frozen=True, slots=True)
class Event:
    """What was done to the briefing with this id, and when (UTC)."""

    id: str
    at: datetime
    briefing: str
    action: Action
    value: Mapping[str, object] = field(default_factory=dict)


def new_id() -> str:
    """A name that no other briefing, item or event has."""
    return secrets.token_hex(6)


def new_event(action: str, briefing: str, at: datetime, **value: object) -> Event:
    """An event that makes sense by itself. Raises BriefingError for another."""
    event = Event(new_id(), at, briefing, action, value)  # type: ignore[arg-type]
    _check(event)
    return event


def load(path: Path) -> tuple[Event, ...]:
    """All events of a file in order; none when there is no file.

    Raises BriefingError naming file and line, OSError when the file cannot be read.
    """
    try:
        lines = path.read_bytes().split(b"\n")
    except FileNotFoundError:
        return ()
    lines.pop()  # "" behind the last line, or what a writer died in
    found = []
    for number, line in enumerate(lines, 1):
        try:
            found.append(_read(line))
        except (ValueError, TypeError, KeyError, RecursionError) as error:
            raise BriefingError(f"{path.name}:{number}: {error}") from error
    return tuple(found)


def append(path: Path, event: Event) -> None:
    """Write an event behind the others; it is on disk when this returns.

    Raises OSError, and locks.Held when others write for longer than one can wait.
    """
    row = {"id": event.id, "at": event.at.isoformat(), "briefing": event.briefing,
           "action": event.action, "value": dict(event.value)}
    line = json.dumps(row, ensure_ascii=False).encode("utf-8") + b"\n"
    path.parent.mkdir(parents=True, exist_ok=True)
    with alone(path.with_suffix(".lock"), _PATIENCE), path.open("a+b") as file:
        file.truncate(_confirmed(file))
        file.write(line)
        file.flush()
        os.fsync(file.fileno())


def _confirmed(file) -> int:
    """The bytes up to the end of the last whole line."""
    size = file.seek(0, os.SEEK_END)
    file.seek(0)
    return size if not size else file.read().rfind(b"\n") + 1


def _read(line: bytes) -> Event:
    row = json.loads(line)
    if not isinstance(row, dict) or not isinstance(row.get("value"), dict):
        raise ValueError("no event of a briefing")
    at = datetime.fromisoformat(row["at"])
    if at.tzinfo is None:
        raise ValueError(f"a time without its zone: {row['at']}")
    event = Event(row["id"], at.astimezone(UTC), row["briefing"], row["action"], row["value"])
    _check(event)
    return event


def _check(event: Event) -> None:
    if event.action not in ACTIONS:
        raise BriefingError(f"unknown action {event.action!r}")
    for name in (event.id, event.briefing):
        _check_name(name)
    value, needed = event.value, _FIELDS[event.action]
    allowed = needed + _ALSO.get(event.action, ())
    for name in needed:
        if name not in value:
            raise BriefingError(f"{event.action} needs value.{name}")
    if unknown := sorted(value.keys() - set(allowed)):
        raise BriefingError(f"{event.action} does not know value.{unknown[0][:40]}")
    for name, one in value.items():
        _check_value(event.action, name, one)


def _check_value(action: str, name: str, value: object) -> None:
    if action == "added" and name == "item":
        if not isinstance(value, Mapping):
            raise BriefingError("an item is a table")
        read_item(value)
    elif name in ("item", "of") or action == "returned":
        _check_name(value)
    elif name == "to":
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            raise BriefingError(f"no place of an item: {value!r}")
    elif not isinstance(value, str):
        raise BriefingError(f"value.{name} is no text")
    elif name == "language" and value not in INTERFACE_LANGUAGES:
        raise BriefingError(f"no language of a briefing: {value[:40]!r}")
    elif name == "version" and value and not (value.isascii() and value.isalnum()):
        raise BriefingError(f"no data version: {value[:40]!r}")
    elif len(value) > (MAX_TITLE if name == "title" else MAX_WORDS):
        raise BriefingError(f"value.{name} is too long")
    elif any("\ud800" <= one <= "\udfff" for one in value):
        raise BriefingError(f"value.{name} has half of a character pair")


def _check_name(name: object) -> None:
    if not isinstance(name, str) or not (name.isascii() and name.isalnum()):
        raise BriefingError(f"no name: {str(name)[:40]!r}")
