"""Analysts' corrections: a file that only grows, applied whenever a corpus is built.

One JSON object a line. Nothing is ever taken out: a decision is undone by a later one.
With the raw archive the file is the truth from which every store can be rebuilt.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace
from datetime import date, datetime
from pathlib import Path
from typing import get_args

from didgah.model import (
    LANGUAGES,
    PRECISIONS,
    CandidateKind,
    Decision,
    Language,
    Meeting,
    Precision,
)

ACTIONS: tuple[str, ...] = (
    "reject_meeting", "redate_meeting", "merge_meetings", "rename_meeting", "accept_name",
    "reject_name", "undo",
)


class DecisionError(ValueError):
    """A decision that cannot be read or makes no sense; the message says where and why."""


def new_decision(
    action: str, target: str, value: Mapping[str, str], reason: str, at: datetime
) -> Decision:
    """A decision with an id derived from what it says and when.

    `value` is {} for reject_meeting, reject_name and undo, {"into": id} for merge_meetings,
    {"first", "last", "precision"} in ISO form for redate_meeting, {language: name} for
    rename_meeting. The target of accept_name and reject_name is a candidate ("person:ivan
    petrov"); accept_name has {"kind", "id", "name_<language>"…} of a new entity or {"same_as":
    registry key}, and with both "forms_<language>": further spellings, parted by ";".
    Raises DecisionError.
    """
    text = json.dumps([action, target, dict(value), at.isoformat()], ensure_ascii=False)
    ident = hashlib.sha256(text.encode()).hexdigest()[:12]
    decision = Decision(ident, at, action, target, dict(value), reason)  # type: ignore[arg-type]
    _check(decision)
    # Only of new ones: a file that has such a decision stays readable, it changes nothing.
    if action == "merge_meetings" and value["into"] == target:
        raise DecisionError(f"{target!r} cannot be merged into itself")
    return decision


def load(path: Path) -> tuple[Decision, ...]:
    """All decisions of a file in order; none when there is no file.

    Raises DecisionError naming file and line.
    """
    if not path.exists():
        return ()
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            decision = Decision(**{**row, "at": datetime.fromisoformat(row["at"])})
            _check(decision)
        except (ValueError, TypeError, KeyError) as error:
            raise DecisionError(f"{path.name}:{number}: {error}") from error
        found.append(decision)
    return tuple(found)


def append(path: Path, decision: Decision) -> None:
    """Write a decision behind the others; it is on disk when this returns. Raises OSError."""
    _check(decision)
    path.parent.mkdir(parents=True, exist_ok=True)
    row = asdict(decision) | {"at": decision.at.isoformat()}
    line = json.dumps(row, ensure_ascii=False) + "\n"
    with path.open("a+b") as file:
        if file.tell() and not _ends_line(file):
            line = "\n" + line  # a writer died in the middle of a line
        file.write(line.encode("utf-8"))
        file.flush()
        os.fsync(file.fileno())


def _ends_line(file) -> bool:
    file.seek(-1, os.SEEK_END)
    last = file.read(1)
    file.seek(0, os.SEEK_END)
    return last == b"\n"


def in_force(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions that no later one has undone; an undo can itself be undone."""
    ordered = list(decisions)
    undone: set[str] = set()
    for decision in reversed(ordered):
        if decision.action == "undo" and decision.id not in undone:
            undone.add(decision.target)
    return tuple(d for d in ordered if d.action != "undo" and d.id not in undone)


def apply(meetings: Iterable[Meeting], decisions: Iterable[Decision]) -> tuple[Meeting, ...]:
    """The meetings as corrected, in the order of their first day.

    A decision about a meeting that is not there (any more) changes nothing; one about a
    meeting merged into another holds for that one.
    """
    found = {m.id: m for m in meetings}
    moved: dict[str, str] = {}
    for decision in in_force(decisions):
        target = _follow(decision.target, moved)
        meeting = found.get(target)
        if meeting is None:
            continue
        if decision.action == "reject_meeting":
            del found[target]
        elif decision.action == "redate_meeting":
            found[target] = _redated(meeting, decision.value)
        elif decision.action == "rename_meeting":
            found[target] = replace(meeting, names=meeting.names | decision.value)
        elif decision.action == "merge_meetings":
            into = _follow(decision.value["into"], moved)
            if into in found and into != target:
                found[into] = _joined(found[into], found.pop(target))
                moved[target] = into
    return tuple(sorted(found.values(), key=lambda m: (m.first or date.max, m.id)))


def _follow(target: str, moved: Mapping[str, str]) -> str:
    while target in moved:
        target = moved[target]
    return target


def _redated(meeting: Meeting, value: Mapping[str, str]) -> Meeting:
    precision: Precision = value.get("precision", "day")  # type: ignore[assignment]
    return replace(
        meeting, first=date.fromisoformat(value["first"]),
        last=date.fromisoformat(value.get("last", value["first"])), precision=precision,
    )


def _joined(into: Meeting, other: Meeting) -> Meeting:
    """`into` with the reports of `other`, and those of its participants it did not have."""
    roles = {(p.kind, p.entity or p.name, p.role) for p in into.participants}
    added = tuple(
        p for p in other.participants if (p.kind, p.entity or p.name, p.role) not in roles
    )
    reports = sorted({*into.reports, *other.reports}, key=lambda r: (r.article, r.index))
    return replace(into, participants=into.participants + added, reports=tuple(reports))


def spellings(value: Mapping[str, str], language: Language) -> tuple[str, ...]:
    """The further spellings in one language that an accept_name gives."""
    parts = (one.strip() for one in re.split("[;؛]", value.get(f"forms_{language}", "")))
    return tuple(dict.fromkeys(one for one in parts if one))


def _check_name(decision: Decision) -> None:
    value = decision.value
    allowed = {"kind", "id", "same_as"} | {
        f"{what}_{language}" for what in ("name", "forms") for language in LANGUAGES
    }
    if unknown := value.keys() - allowed:
        raise DecisionError(f"accept_name does not know value.{sorted(unknown)[0]}")
    named = [one for one in LANGUAGES if value.get(f"name_{one}", "").strip()]
    if value.get("same_as"):
        if value.get("id") or value.get("kind"):
            raise DecisionError("accept_name: either same_as or kind and id")
        if not named and not any(spellings(value, one) for one in LANGUAGES):
            raise DecisionError("accept_name with same_as needs a spelling")
        return
    if value.get("kind") not in get_args(CandidateKind):
        raise DecisionError(f"accept_name: unknown kind {value.get('kind', '')!r}")
    if not value.get("id"):
        raise DecisionError("accept_name needs value.id")
    if not named:
        raise DecisionError("accept_name needs a name in one language at least")


def _check(decision: Decision) -> None:
    value = decision.value
    if decision.action not in ACTIONS:
        raise DecisionError(f"unknown action {decision.action!r}")
    if not decision.target:
        raise DecisionError("a decision needs a target")
    if decision.action == "merge_meetings" and not value.get("into"):
        raise DecisionError("merge_meetings needs value.into")
    if decision.action == "rename_meeting" and not value:
        raise DecisionError("rename_meeting needs names")
    if decision.action == "accept_name":
        _check_name(decision)
    if decision.action == "redate_meeting":
        first = date.fromisoformat(value.get("first", ""))
        last = date.fromisoformat(value.get("last", value["first"]))
        if last < first:
            raise DecisionError(f"the last day {last} is before the first {first}")
        if value.get("precision", "day") not in PRECISIONS:
            raise DecisionError(f"unknown precision {value['precision']!r}")
