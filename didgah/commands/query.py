"""`didgah query`: the numbers the pages show, from the command line."""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections.abc import Callable
from dataclasses import asdict, is_dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from didgah.model import ENTITY_KINDS, LANGUAGES

if TYPE_CHECKING:
    import pandas as pd

    from didgah.filters import Filters
    from didgah.store.reader import Snapshot

_ALL = 1_000_000_000
_FOR_MACHINES = ("open", "latitude", "longitude")  # left out of tables

_EPILOG = """\
The filters are what stands behind "?" in the address of a page, for example
  didgah query entities --filters "since=2021-01-01&languages=fa&places=kazan" --kind person
"""


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this command to the command line."""
    parser = subparsers.add_parser(
        "query", help="ask the published corpus",
        description="Answer a question as the pages do, as a table or as JSON.",
        epilog=_EPILOG, formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("question", choices=sorted(_QUESTIONS))
    add("--filters", default="", metavar="QUERY STRING", help="which articles and meetings")
    add("--home", type=Path, help="folder of the stores (default: DIDGAH_HOME, else data/store)")
    add("--version", dest="data_version", metavar="VERSION", default="",
        help="an earlier data version that is still kept")
    add("--language", choices=(*LANGUAGES, "und"), default="fa",
        help="of terms and names (default fa)")
    add("--kind", action="append", choices=[k for k in ENTITY_KINDS if k != "series"],
        help="of entities (default person); may be repeated")
    add("--unit", choices=("articles", "mentions"), default="articles", help="what entities count")
    add("--distinctive", action="store_true",
        help="terms that set these articles apart from the rest")
    add("--limit", type=int, metavar="N", help="rows at most (default: 25, with --json all)")
    add("--json", action="store_true",
        help="one JSON object: question, filters, data_version, sample, total, rows")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Ask and print. 1 when the store or the query cannot be read."""
    from didgah.filters import Filters
    from didgah.language.messages import text
    from didgah.store import layout, reader
    from didgah.store.layout import StoreError
    from didgah.textquery import QueryError

    if args.limit is not None and args.limit < 1:
        raise SystemExit("--limit must be 1 or more")
    args.limit = args.limit or (_ALL if args.json else 25)
    filters, ignored = Filters.read(parse_qsl(args.filters.lstrip("?"), max_num_fields=1000))
    for one in ignored:
        print(f"Not understood and left out: {one}", file=sys.stderr)
    folder = layout.active(args.home or layout.home())
    try:
        if args.data_version:
            snapshot = reader.open_version(folder, args.data_version)
        else:
            snapshot = reader.open_latest(folder)
    except StoreError as error:
        print(error, file=sys.stderr)
        return 1
    try:
        rows, total = _QUESTIONS[args.question](snapshot, filters, args)
    except QueryError as error:
        hint = f" Did you mean: {error.hint}" if error.hint else ""
        print(f"{text(error.message_key, 'en')} (character {error.position + 1}){hint}",
              file=sys.stderr)
        return 1
    finally:
        snapshot.close()
    if args.json:
        answer = {"question": args.question, "filters": filters.to_query(),
                  "data_version": snapshot.version, "sample": snapshot.is_sample,
                  "total": total, "rows": rows}
        print(json.dumps(_plain(answer), ensure_ascii=False))
        return 0
    _print_table(rows)
    if total > len(rows):
        print(f"{len(rows):,} of {total:,}; --limit shows more.", file=sys.stderr)
    return 0


type _Answer = tuple[list[dict[str, Any]], int]  # rows, and how many there are


def _overview(snapshot: Snapshot, filters: Filters, args: argparse.Namespace) -> _Answer:
    from didgah.queries import overview

    return [asdict(overview.summary(snapshot, filters))], 1


def _meetings(snapshot: Snapshot, filters: Filters, args: argparse.Namespace) -> _Answer:
    from didgah.queries import meetings

    found = meetings.timeline(snapshot, filters)
    return _rows(found.head(args.limit)), len(found)


def _entities(snapshot: Snapshot, filters: Filters, args: argparse.Namespace) -> _Answer:
    from didgah import registry
    from didgah.queries import entities

    kinds = tuple(args.kind or ("person",))
    found = entities.top(snapshot, filters, kinds, args.unit, args.limit)
    known = snapshot.registry.entities
    found.insert(1, "label", [
        registry.label(known[key], args.language) if key in known else key
        for key in found.entity
    ])
    return _rows(found), found.attrs["total"]


def _terms(snapshot: Snapshot, filters: Filters, args: argparse.Namespace) -> _Answer:
    from didgah.queries import keyness, terms

    ask = keyness.keyness if args.distinctive else terms.frequencies
    found = ask(snapshot, filters, args.language, n=args.limit)
    return _rows(found), found.attrs["total"]


def _articles(snapshot: Snapshot, filters: Filters, args: argparse.Namespace) -> _Answer:
    from didgah.queries import articles

    order = "relevance" if filters.query else "newest"
    found = articles.page(snapshot, filters, limit=args.limit, order=order)
    return _rows(found), articles.count(snapshot, filters)


def _statements(snapshot: Snapshot, filters: Filters, args: argparse.Namespace) -> _Answer:
    from didgah.queries import statements

    found = statements.statements(snapshot, filters, n=args.limit)
    return _rows(found), found.attrs["total"]


_QUESTIONS: dict[str, Callable[[Snapshot, Filters, argparse.Namespace], _Answer]] = {
    "overview": _overview, "meetings": _meetings, "entities": _entities, "terms": _terms,
    "articles": _articles, "statements": _statements,
}


def _rows(frame: pd.DataFrame) -> list[dict[str, Any]]:
    return frame.to_dict("records")


def _plain(value: Any) -> Any:
    """A cell as JSON: days in ISO form, what is missing as null."""
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if is_dataclass(value) and not isinstance(value, type):
        return _plain(asdict(value))
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, date):  # pandas timestamps are; NaT is, too
        return value.isoformat()[:10] if value == value else None
    if isinstance(value, float):
        return None if math.isnan(value) else value
    return value.item() if hasattr(value, "item") else value


def _print_table(rows: list[dict[str, Any]]) -> None:
    if not rows:
        print("Nothing.")
        return
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    if len(rows) == 1:
        rows = [{"": name, " ": value} for name, value in rows[0].items()]
    table = Table(box=box.SIMPLE_HEAD)
    names = [name for name in rows[0] if name not in _FOR_MACHINES]
    for name in names:
        table.add_column(name, overflow="fold")
    for row in rows:
        table.add_row(*[Text(_cell(row[name])) for name in names])
    Console(highlight=False).print(table)


def _cell(value: Any) -> str:
    plain = _plain(value)
    if isinstance(plain, float):
        return f"{plain:.4g}"
    if isinstance(plain, list):
        return ", ".join(map(str, plain))
    return "" if plain is None else str(plain)
