"""`didgah sample`: the store of the bundled sample corpus, built when missing or stale."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this command to the command line."""
    parser = subparsers.add_parser(
        "sample", help="prepare the bundled sample corpus",
        description="Build the store of the bundled sample briefs when it is missing or stale, "
        "so that the first visitor does not wait for it. Your own corpus is not touched.",
    )
    parser.add_argument(
        "--home", type=Path, help="folder of the stores (default: DIDGAH_HOME, else data/store)"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Build with a progress bar in the terminal."""
    from didgah.store import build, layout
    from didgah.store.layout import StoreError
    from didgah.terminal import stage_bar

    try:
        with stage_bar(shown=True) as tell:
            build.ensure_sample(args.home or layout.home(), tell)
    except StoreError as error:
        print(error, file=sys.stderr)
        return 1
    return 0
