"""`didgah build`: bring the dashboard up to date with the archive, registry and decisions."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this command to the command line."""
    parser = subparsers.add_parser(
        "build", help="publish the present state of the corpus",
        description="Annotate what is new, join reports into meetings and publish a snapshot. "
        "Nothing is done twice: a build that was interrupted goes on where it stopped.",
    )
    add = parser.add_argument
    add("--home", type=Path, help="folder of the stores (default: DIDGAH_HOME, else data/store)")
    add("--jobs", type=int, default=1, metavar="N",
        help="processes that read the articles out (default 1; -1 for all cores)")
    add("--full", action="store_true", help="lay out all tables anew")
    add("--sample", action="store_true", help="build the bundled sample corpus instead")
    add("--json", action="store_true", help="print what was published as JSON")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Build and say what was published."""
    from didgah import registry
    from didgah.registry import RegistryError
    from didgah.store import build, layout, publish
    from didgah.store.layout import StoreError
    from didgah.terminal import stage_bar

    home = args.home or layout.home()
    try:
        with stage_bar(not args.json) as tell:
            if args.sample:
                folder = build.ensure_sample(home, tell, args.jobs, args.full)
                manifest = next(publish.manifests(folder))
            else:
                manifest = build.build(
                    layout.corpus(home), registry.load(), tell, jobs=args.jobs, full=args.full
                )
    except (StoreError, RegistryError) as error:
        print(error, file=sys.stderr)
        return 1
    if args.json:
        print(json.dumps(asdict(manifest), ensure_ascii=False))
    else:
        print(f"{manifest.articles:,} articles, {manifest.meetings_reported:,} reported meetings, "
              f"{manifest.meetings_known:,} known ones; data version {manifest.version}.")
    return 0
