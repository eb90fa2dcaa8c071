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
    one.add_argument("--export", metavar="VERSION", help="write this state into the file --out")
    one.add_argument("--take", metavar="FILE", type=Path, help="open a state exported elsewhere")
    add("--out", type=Path, help="the file to write (default: didgah-VERSION.zip)")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Pin, export or take in when asked to, then list."""
    from didgah.store import frozen, layout, publish
    from didgah.store.layout import StoreError

    home = args.home or layout.home()
    folder = layout.sample(home) if args.sample else layout.corpus(home)
    try:
        if args.pin or args.unpin:
            publish.pin(folder, args.pin or args.unpin, pinned=bool(args.pin))
        if args.export:
            _export(folder, args.export, args.out or Path(f"didgah-{args.export}.zip"))
        if args.take:
            with args.take.open("rb") as file:
                taken = frozen.take(home, file)
            print(f"{args.take}: the state {taken.version} opens with version={taken.version}")
            return 0
        pinned = publish.read_published(folder).pinned
    except (StoreError, OSError) as error:
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


def _export(folder: Path, version: str, out: Path) -> None:
    """Write the file beside its place and put it there whole."""
    from didgah.store import frozen

    part = out.with_name(out.name + ".part")
    try:
        with part.open("wb") as file:
            frozen.export(folder, version, file)
        part.replace(out)
    finally:
        part.unlink(missing_ok=True)


def _damage(folder: Path, manifest: Manifest) -> str:
    from didgah.store.layout import StoreError
    from didgah.store.reader import Snapshot

    try:
        Snapshot(folder, manifest).close()
    except StoreError as error:
        return str(error)
    return ""
