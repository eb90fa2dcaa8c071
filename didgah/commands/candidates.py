"""`didgah candidates`: names in the corpus that the registry does not have."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from didgah.model import LANGUAGES

_KINDS = ("person", "organisation", "place")
_EPILOG = """\
  didgah candidates --kind person --language ru
  didgah candidates --json > names.jsonl

Accept or reject one with `didgah decide accept-name` or `didgah decide reject-name`.
"""


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this command to the command line."""
    parser = subparsers.add_parser(
        "candidates", help="list names that the registry does not have",
        description="List the names that were found in your corpus and are not in the registry, "
                    "commonest first.",
        epilog=_EPILOG, formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("--kind", action="append", choices=_KINDS, help="may be repeated (default: all)")
    add("--language", action="append", choices=LANGUAGES, help="of the articles; may be repeated")
    add("--filters", default="", metavar="QUERY STRING", help="which articles, as `didgah query`")
    add("--limit", type=int, default=50, metavar="N", help="rows at most (default 50)")
    add("--home", type=Path, help="folder of the stores (default: DIDGAH_HOME, else data/store)")
    add("--json", action="store_true", help="one JSON object a line")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the names. 1 when there is no corpus or the filters cannot be read."""
    from didgah import textquery
    from didgah.filters import Filters
    from didgah.queries import candidates
    from didgah.store import layout, reader

    try:
        snapshot = reader.open_latest(layout.corpus(args.home or layout.home()))
    except layout.StoreError as error:
        print(error, file=sys.stderr)
        return 1
    try:
        rows = candidates.listing(
            snapshot, Filters.from_query(args.filters), args.kind or _KINDS,
            args.language or (), args.limit,
        )
    except textquery.QueryError as error:
        print(error, file=sys.stderr)
        return 1
    finally:
        snapshot.close()
    for row in rows.drop(columns="open").to_dict("records"):
        if args.json:
            print(json.dumps(row, ensure_ascii=False))
        else:
            print(f"{row['articles']:>6} {row['mentions']:>6}  {row['candidate']}  "
                  f"{row['name']}  [{row['spellings']}]")
    if rows.attrs["truncated"] and not args.json:
        print(f"{len(rows)} of {rows.attrs['total']} names", file=sys.stderr)
    return 0
