"""`didgah snapshots`: the published states, and which of them are kept."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from didgah.store.publish import Manifest


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this command to the command line."""
    parser = subparsers.add_parser(
        "snapshots", help="list, keep or check published states",
        description="List the published states, newest first. The last three are kept, and "
        "those that are pinned, so that links to them go on showing the same numbers.",
    )
    add = parser.add_argument
    add("--home", type=Path, help="folder of the stores (default: DIDGAH_HOME, else data/store)")
    add("--sample", action="store_true", help="those of the bundled sample corpus")
    add("--json", action="store_true", help="one JSON object a line")
    one = parser.add_mutually_exclusive_group()
    one.add_argument("--pin", metavar="VERSION", help="keep this state for good")
    one.add_argument("--unpin", metavar="VERSION", help="let go of it again")
    one.add_argument("--check", action="store_true", help="open each and say which are damaged")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Pin when asked to, then list."""
    from didgah.store import layout, publish
    from didgah.store.layout import StoreError

    home = args.home or layout.home()
    folder = layout.sample(home) if args.sample else layout.corpus(home)
    try:
        if args.pin or args.unpin:
            publish.pin(folder, args.pin or args.unpin, pinned=bool(args.pin))
        pinned = publish.read_published(folder).pinned
    except StoreError as error:
        print(error, file=sys.stderr)
        return 1
    found = list(publish.manifests(folder))
    if not found:
        print(f"{folder}: nothing has been published here yet", file=sys.stderr)
        return 1
    damage = {one.folder: _damage(folder, one) for one in found} if args.check else {}
    for one in found:
        if args.json:
            row = asdict(one) | {"pinned": one.version in pinned}
            print(json.dumps(row | ({"damage": damage[one.folder]} if args.check else {})))
            continue
        notes = ["pinned"] * (one.version in pinned) + [damage.get(one.folder) or ""]
        print(f"{one.version}  {one.built[:16].replace('T', ' ')} UTC  {one.articles:>9,} articles"
              f"  {len(one.segments):>2} segments  {' '.join(notes)}".rstrip())
    return 1 if any(damage.values()) else 0


def _damage(folder: Path, manifest: Manifest) -> str:
    from didgah.store.layout import StoreError
    from didgah.store.reader import Snapshot

    try:
        Snapshot(folder, manifest).close()
    except StoreError as error:
        return str(error)
    return ""
