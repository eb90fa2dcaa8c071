"""What the events of the log come to: the briefings there are, and each as it once was."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from didgah.briefing.items import Briefing, Item, read_item
from didgah.briefing.log import Event


@dataclass(frozen=True, slots=True)
class State:
    """A briefing after an event."""

    event: Event
    briefing: Briefing
    deleted: bool = False


Saved = dict[str, tuple[State, ...]]
"""Id of a briefing → its states, oldest first."""


def fold(events: Iterable[Event]) -> Saved:
    """Every briefing with all its states.

    An event that does not fit any more (two people took out the same item, somebody wrote to
    a deleted briefing) changes nothing and leaves no state.
    """
    found: dict[str, list[State]] = {}
    for event in events:
        states = found.get(event.briefing, [])
        state = _after(event, states, found)
        if state is not None:
            found.setdefault(event.briefing, []).append(state)
    return {name: tuple(states) for name, states in found.items()}


def current(saved: Saved) -> tuple[Briefing, ...]:
    """The briefings that are not deleted, the one changed last first."""
    return _newest(states[-1].briefing for states in saved.values() if not states[-1].deleted)


def deleted(saved: Saved) -> tuple[Briefing, ...]:
    """The deleted ones, likewise."""
    return _newest(states[-1].briefing for states in saved.values() if states[-1].deleted)


def _newest(briefings: Iterable[Briefing]) -> tuple[Briefing, ...]:
    return tuple(sorted(briefings, key=lambda one: (one.changed, one.id), reverse=True))


def _after(event: Event, states: list[State], found: dict[str, list[State]]) -> State | None:
    value = event.value
    if event.action == "created":
        return None if states else State(event, Briefing(
            event.briefing, value["title"], value["language"], value["version"], (),
            event.at, event.at))
    if event.action == "duplicated":
        copied = found.get(value["of"])
        return None if states or not copied else State(event, replace(
            copied[-1].briefing, id=event.briefing, title=value["title"], made=event.at,
            changed=event.at))
    if not states:
        return None
    last = states[-1]
    if event.action in ("deleted", "restored"):
        gone = event.action == "deleted"
        return None if gone == last.deleted else State(
            event, replace(last.briefing, changed=event.at), gone)
    changed = None if last.deleted else _changed(last.briefing, event, states)
    if changed is None:
        return None
    # An earlier state has times of its own, which are no part of what it says.
    changed = replace(changed, made=last.briefing.made, changed=last.briefing.changed)
    return None if changed == last.briefing else State(event, replace(changed, changed=event.at))


def _changed(briefing: Briefing, event: Event, states: list[State]) -> Briefing | None:
    value, action = event.value, event.action
    if action == "renamed":
        return replace(briefing, title=value["title"])
    if action == "language":
        return replace(briefing, language=value["language"])
    if action == "updated":
        return replace(briefing, version=value["version"])
    if action == "returned":
        return next((one.briefing for one in states if one.event.id == value["to"]), None)
    items = list(briefing.items)
    if action == "added":
        item = read_item(value["item"])
        if _place(items, item.id) is not None:
            return None
        items.insert(value.get("to", len(items)), item)
        return replace(briefing, items=tuple(items))
    at = _place(items, value["item"])
    if at is None:
        return None
    item = items.pop(at)
    if action == "moved":
        items.insert(value["to"], item)
    elif action == "edited":
        items.insert(at, replace(
            item, headline=value.get("headline", item.headline),
            notes=value.get("notes", item.notes)))
    return replace(briefing, items=tuple(items))


def _place(items: list[Item], name: str) -> int | None:
    return next((at for at, one in enumerate(items) if one.id == name), None)
