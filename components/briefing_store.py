"""The briefings of the store that is looked at: read, written, and which one is in hand."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import streamlit as st

from components import access, data, links
from didgah.briefing import log, saved
from didgah.briefing.items import Briefing
from didgah.store import layout, publish

_IN_HAND = "briefing_in_hand"


def folder() -> Path:
    """The store whose snapshot is shown; the sample keeps briefings of its own."""
    return data.snapshot().folder


def load() -> saved.Saved:
    """All briefings of the store that is looked at; raises what `read` does."""
    return read(folder())


def read(store: Path) -> saved.Saved:
    """All briefings of a store. Raises items.BriefingError for a damaged file, OSError."""
    path = layout.briefings(store)
    try:
        found = path.stat()
    except FileNotFoundError:
        return {}
    return _load(str(path), found.st_mtime_ns, found.st_size)


@st.cache_resource(max_entries=4, show_spinner=False)
def _load(path: str, changed: int, size: int) -> saved.Saved:
    # The file only grows, so its size and time say whether it is the one read before.
    return saved.fold(log.load(Path(path)))


def write(action: str, briefing: str, **value: object) -> str:
    """Save what somebody who may edit has done; the id of the event.

    Raises PermissionError for others, items.BriefingError for what makes no sense, and what
    `log.append` does.
    """
    if not access.may_edit():
        raise PermissionError("read only")
    event = log.new_event(action, briefing, datetime.now(UTC), **value)
    log.append(layout.briefings(folder()), event)
    return event.id


def keep(version: str) -> None:
    """Have the snapshots of a version kept as long as a briefing shows them. Raises StoreError."""
    publish.pin(folder(), version)


def in_hand() -> Briefing | None:
    """The briefing that things are put into: the address's, the one opened last, the newest."""
    found = {one.id: one for one in saved.current(load())}
    for name in (links.current().view.get("briefing", ""), st.session_state.get(_IN_HAND, "")):
        if name in found:
            return found[name]
    return next(iter(found.values()), None)


def take(name: str) -> None:
    """Have this briefing in hand from now on, in this visit."""
    st.session_state[_IN_HAND] = name
