"""`didgah decide`: an analyst's decision on a meeting or a name, applied by builds."""

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
    "rename": "rename_meeting", "accept-name": "accept_name", "reject-name": "reject_name",
    "undo": "undo",
}
_EPILOG = """\
  didgah decide reject MEETING --reason "two different visits taken for one"
  didgah decide redate MEETING --first 2021-11-24 --last 2021-11-25 --precision days --reason "…"
  didgah decide merge MEETING --into OTHER --reason "…"
  didgah decide rename MEETING --name fa=… --name en=… --reason "…"
  didgah decide accept-name "person:ivan petrov" --id ivan-petrov --name en=… --name fa=…
  didgah decide accept-name "person:i. petrov" --same-as person:ivan-petrov --spelling en=…
  didgah decide reject-name "organisation:the committee" --reason "a common noun"
  didgah decide undo DECISION --reason "…"

MEETING is an id as in the address of a meeting's record or in `didgah query meetings --json`.
A name is the first column of `didgah candidates`.
Nothing is overwritten: a decision is undone by a later one. The next build applies them.
"""


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this command to the command line."""
    parser = subparsers.add_parser(
        "decide", help="correct, merge or reject meetings, accept or reject names",
        description="Write down a decision on a meeting or a name of your corpus, or list all.",
        epilog=_EPILOG, formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("action", choices=("list", *_ACTIONS))
    add("target", nargs="?", default="", metavar="MEETING",
        help="for accept-name and reject-name: a name; for undo: a decision")
    add("--reason", default="", help="why; kept with the decision")
    add("--into", default="", metavar="MEETING", help="for merge: the meeting that stays")
    add("--first", default="", metavar="YYYY-MM-DD", help="for redate: the first day")
    add("--last", default="", metavar="YYYY-MM-DD", help="for redate (default: the first)")
    add("--precision", choices=PRECISIONS, default="day", help="for redate (default: day)")
    add("--name", action="append", default=[], metavar="LANGUAGE=NAME",
        help="for rename and accept-name")
    add("--id", default="", help="for accept-name: the id of the new entity")
    add("--kind", default="", choices=("person", "organisation", "place"),
        help="for accept-name (default: that of the name)")
    add("--same-as", default="", metavar="KIND:ID",
        help="for accept-name: the entity that it is another spelling of")
    add("--spelling", action="append", default=[], metavar="LANGUAGE=SPELLING",
        help="for accept-name: another spelling; may be repeated")
    add("--home", type=Path, help="folder of the stores (default: DIDGAH_HOME, else data/store)")
    add("--json", action="store_true", help="print decisions as JSON, one a line")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write a decision or list them. 1 for one that makes no sense, with the reason."""
    from didgah import registry
    from didgah.resolve import decisions
    from didgah.resolve.accepted import check_name, with_names
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
        if args.action == "undo":
            known = {one.id for one in made}
        elif args.action in ("accept-name", "reject-name"):
            known = _candidates(folder)
            check_name(decision, with_names(registry.load(), made))
        else:
            known = _meetings(folder)
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
    if args.action == "rename":
        return {language: forms[-1] for language, forms in _by_language("name", args.name).items()}
    if args.action != "accept-name":
        return {}
    value = {"same_as": args.same_as} if args.same_as else {
        "kind": args.kind or args.target.partition(":")[0], "id": args.id,
    }
    value |= {f"name_{language}": forms[-1]
              for language, forms in _by_language("name", args.name).items()}
    return value | {f"forms_{language}": "; ".join(forms)
                    for language, forms in _by_language("spelling", args.spelling).items()}


def _by_language(option: str, pairs: list[str]) -> dict[str, list[str]]:
    """Language → what was given for it. Raises ValueError."""
    found: dict[str, list[str]] = {}
    for pair in pairs:
        language, _, name = pair.partition("=")
        if language not in LANGUAGES or not name.strip():
            raise ValueError(f"--{option} {pair!r}: write fa=…, ru=…, ar=… or en=…")
        found.setdefault(language, []).append(name.strip())
    return found


def _candidates(folder: Path) -> set[str]:
    """Names outside the registry in the latest snapshot. Raises StoreError when there is none."""
    from didgah.store import reader
    from didgah.store.tables import CANDIDATES

    snapshot = reader.open_latest(folder)
    try:
        rows = snapshot.rows(CANDIDATES.select("candidate").distinct())
        return {row["candidate"] for row in rows}
    finally:
        snapshot.close()


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
