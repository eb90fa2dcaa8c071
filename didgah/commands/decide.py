"""`didgah decide`: an analyst's correction of a meeting, written down and applied by builds."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from didgah.model import LANGUAGES, PRECISIONS

if TYPE_CHECKING:
    from didgah.model import Decision

_ACTIONS = {
    "reject": "reject_meeting", "redate": "redate_meeting", "merge": "merge_meetings",
    "rename": "rename_meeting", "undo": "undo",
}
_EPILOG = """\
  didgah decide reject MEETING --reason "two different visits taken for one"
  didgah decide redate MEETING --first 2021-11-24 --last 2021-11-25 --precision days --reason "…"
  didgah decide merge MEETING --into OTHER --reason "…"
  didgah decide rename MEETING --name fa=… --name en=… --reason "…"
  didgah decide undo DECISION --reason "…"

MEETING is an id as in the address of a meeting's record or in `didgah query meetings --json`.
Nothing is overwritten: a decision is undone by a later one. The next build applies them.
"""


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this command to the command line."""
    parser = subparsers.add_parser(
        "decide", help="correct, merge or reject meetings",
        description="Write down a correction of a meeting of your corpus, or list all of them.",
        epilog=_EPILOG, formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("action", choices=("list", *_ACTIONS))
    add("target", nargs="?", default="", metavar="MEETING", help="for undo: a decision")
    add("--reason", default="", help="why; kept with the decision")
    add("--into", default="", metavar="MEETING", help="for merge: the meeting that stays")
    add("--first", default="", metavar="YYYY-MM-DD", help="for redate: the first day")
    add("--last", default="", metavar="YYYY-MM-DD", help="for redate (default: the first)")
    add("--precision", choices=PRECISIONS, default="day", help="for redate (default: day)")
    add("--name", action="append", default=[], metavar="LANGUAGE=NAME", help="for rename")
    add("--home", type=Path, help="folder of the stores (default: DIDGAH_HOME, else data/store)")
    add("--json", action="store_true", help="print decisions as JSON, one a line")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write a decision or list them. 1 for one that makes no sense, with the reason."""
    from didgah.resolve import decisions
    from didgah.store import layout

    folder = layout.corpus(args.home or layout.home())
    path = layout.decisions(folder)
    try:
        made = decisions.load(path)
        if args.action == "list":
            standing = {one.id for one in decisions.in_force(made)}
            for one in made:
                _tell(one, args.json, one.id in standing)
            return 0
        decision = decisions.new_decision(
            _ACTIONS[args.action], args.target, _value(args), args.reason, datetime.now(UTC)
        )
        known = {one.id for one in made} if args.action == "undo" else _meetings(folder)
        for wanted in filter(None, (args.target, args.into)):
            if wanted not in known:
                raise decisions.DecisionError(f"there is no {wanted!r}")
        decisions.append(path, decision)
    except (decisions.DecisionError, layout.StoreError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    _tell(decision, args.json, True)
    print("Run `didgah build` to apply it.", file=sys.stderr)
    return 0


def _value(args: argparse.Namespace) -> dict[str, str]:
    """What the decision sets. Raises ValueError for what is missing or not understood."""
    if args.action == "merge":
        return {"into": args.into}
    if args.action == "redate":
        if not args.first:
            raise ValueError("redate needs --first YYYY-MM-DD")
        return {"first": args.first, "last": args.last or args.first, "precision": args.precision}
    if args.action != "rename":
        return {}
    names = {}
    for pair in args.name:
        language, _, name = pair.partition("=")
        if language not in LANGUAGES or not name.strip():
            raise ValueError(f"--name {pair!r}: write fa=…, ru=…, ar=… or en=…")
        names[language] = name.strip()
    return names


def _meetings(folder: Path) -> set[str]:
    """Ids in the latest snapshot of the store. Raises StoreError when there is none."""
    from didgah.store import reader
    from didgah.store.tables import MEETINGS

    snapshot = reader.open_latest(folder)
    try:
        return {row["id"] for row in snapshot.rows(MEETINGS.select("id"))}
    finally:
        snapshot.close()


def _tell(decision: Decision, as_json: bool, standing: bool) -> None:
    if as_json:
        row = asdict(decision) | {"at": decision.at.isoformat(), "in_force": standing}
        print(json.dumps(row, ensure_ascii=False))
        return
    value = "  ".join(f"{name}={one}" for name, one in decision.value.items())
    parts = (decision.id, f"{decision.at:%Y-%m-%d}", decision.action, decision.target, value,
             decision.reason, "" if standing else "(undone)")
    print("  ".join(filter(None, parts)))
