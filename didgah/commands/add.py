"""`didgah add`: articles from files into the corpus, and the dashboard brought up to date."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # imported where they are used, so that `didgah --help` is quick
    from didgah.model import Article, Rejected
    from didgah.readers import ReadOptions
    from didgah.store.archive import AddReport

_EPILOG = """\
Columns are recognised by their usual names in Persian, Arabic, Russian and English.
Where they are not: --map body=Matn --map date="Tarikh-e nashr"; --map date= switches one off.

exit status: 0 articles went in or were there already, 1 nothing went in, 2 wrong usage,
130 cancelled (nothing is stored then)
"""
_LISTED = 10  # refused rows shown one by one
_NOT_SHOWN = "The articles are stored, but the dashboard does not show them yet:"


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this command to the command line."""
    parser = subparsers.add_parser(
        "add", help="add articles from files and folders",
        description="Add articles from files, folders, .zip and .gz. The same article is stored "
        "once, a changed one as a new version; what is refused is listed with its reason.",
        epilog=_EPILOG, formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("paths", nargs="+", type=Path, metavar="PATH")
    add("--map", action="append", default=[], metavar="FIELD=COLUMN", type=_pair,
        help="which column holds what; may be repeated")
    add("--outlet", default="", help="outlet of articles that state none")
    add("--language", metavar="CODE", type=_language,
        help="language of articles that state none: fa, ru, ar, en")
    add("--day-first", action=argparse.BooleanOptionalAction,
        help="how to read 03/04/2021 (default: told from the other dates)")
    add("--preview", "--dry-run", action="store_true", dest="preview",
        help="show what would be read, store nothing")
    add("--rejected", type=Path, metavar="FILE.csv",
        help="write what was refused, and why, to this file")
    add("--no-build", action="store_true", help="do not bring the dashboard up to date")
    add("--jobs", type=int, default=1, metavar="N",
        help="processes that read the articles out (default 1)")
    add("--home", type=Path, help="folder of the stores (default: DIDGAH_HOME, else data/store)")
    add("--yes", action="store_true", help="do not ask")
    add("--json", action="store_true", help="print the report as JSON")
    parser.set_defaults(run=run)


def _pair(text: str) -> tuple[str, str]:
    from didgah.readers import FIELDS

    field, equals, column = text.partition("=")
    if not equals or field.strip() not in FIELDS:
        raise argparse.ArgumentTypeError(
            f"{text!r}: write FIELD=COLUMN, FIELD being one of {', '.join(FIELDS)}"
        )
    return field.strip(), column.strip()


def _language(text: str) -> str:
    from didgah.readers.row import language_code

    code = language_code(text)
    if not code:
        raise argparse.ArgumentTypeError(f"{text!r} is no language code such as fa")
    return code


def run(args: argparse.Namespace) -> int:
    """Import, report, build."""
    from didgah.readers import ReadOptions
    from didgah.registry import RegistryError
    from didgah.store import layout
    from didgah.store.layout import StoreError

    missing = [str(path) for path in args.paths if not path.exists()]
    if missing:
        print(f"There is no such file or folder: {', '.join(missing)}", file=sys.stderr)
        return 2
    options = ReadOptions(dict(args.map), args.language or "", args.outlet, args.day_first)
    if args.preview:
        return _dry_run(args, options)
    if not args.json:
        _show_columns(args.paths, options)
    if not args.yes and sys.stdin.isatty() and sys.stderr.isatty() and not _agreed():
        print("Nothing was stored.", file=sys.stderr)
        return 1
    folder = layout.corpus(args.home or layout.home())
    try:
        report, refusals = _import(args, options, folder)
    except KeyboardInterrupt:
        print("\nCancelled. Nothing was stored.", file=sys.stderr)
        return 130
    except (StoreError, OSError) as error:
        print(f"Nothing was stored. {error}", file=sys.stderr)
        return 1
    if not args.json:
        print(f"{report.new:,} new, {report.changed:,} changed, "
              f"{report.unchanged:,} there already, {report.rejected:,} refused.")
        _print_refusals(report.reasons, refusals, bool(args.rejected))
    stored = report.new + report.changed + report.unchanged
    status, version = 0 if stored else 1, None
    if stored and not args.no_build:
        try:
            version = _build(folder, args.jobs, shown=not args.json)
        except KeyboardInterrupt:
            print(f"\n{_NOT_SHOWN} didgah build", file=sys.stderr)
            status = 130
        except (StoreError, RegistryError) as error:
            print(f"{_NOT_SHOWN} {error}", file=sys.stderr)
            status = 1
    if args.json:
        print(json.dumps(_as_json(report) | {"data_version": version}, ensure_ascii=False))
    elif version:
        print(f"The dashboard shows them now (data version {version}).")
    return status


def _import(
    args: argparse.Namespace, options: ReadOptions, folder: Path
) -> tuple[AddReport, list[Rejected]]:
    """Store the articles; the report, and the refusals (all of them only if they are asked for)."""
    from didgah.readers import read_paths
    from didgah.store.archive import Archive
    from didgah.terminal import reading_bar

    reading = read_paths(args.paths, options)
    refusals: list[Rejected] = []
    source = ", ".join(path.name or str(path) for path in args.paths)
    with reading_bar(reading, shown=not args.json) as moved:
        items = _remembering(reading, refusals, sys.maxsize if args.rejected else _LISTED)
        report = Archive(folder).add(items, source, lambda so_far: moved(so_far.seen))
    if args.rejected:
        _write_refusals(args.rejected, refusals)
    return report, refusals


def _remembering(
    items: Iterable[Article | Rejected], refusals: list[Rejected], most: int
) -> Iterator[Article | Rejected]:
    from didgah.model import Rejected

    for item in items:
        if isinstance(item, Rejected) and len(refusals) < most:
            refusals.append(item)
        yield item


def _show_columns(paths: list[Path], options: ReadOptions) -> None:
    """What the columns of the first files were taken for, on standard error."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    from didgah.readers import FIELDS, preview_paths
    from didgah.terminal import console

    screen = console()
    shown: set[tuple[str, ...]] = set()
    for table in preview_paths(paths, options, n=1).tables:
        if table.columns in shown:
            continue
        shown.add(table.columns)
        grid = Table(title=Text(table.file, "bold"), title_justify="left", box=box.SIMPLE_HEAD)
        grid.add_column("field")
        grid.add_column("column")
        for field in FIELDS:
            if field in table.mapping:
                grid.add_row(field, Text(table.mapping[field]))
        unused = [one for one in table.columns if one not in table.mapping.values()]
        if unused:
            grid.add_row(Text("not used", "dim"), Text(", ".join(unused), "dim"))
        screen.print(grid)


def _agreed() -> bool:
    print("Add these articles? [Y/n] ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().casefold() in ("", "y", "yes", "بله", "да", "نعم")


def _build(folder: Path, jobs: int, shown: bool) -> str:
    """Publish the corpus; the data version."""
    from didgah import registry
    from didgah.store.build import build
    from didgah.terminal import stage_bar

    with stage_bar(shown) as tell:
        return build(folder, registry.load(), tell, jobs=jobs).version


def _dry_run(args: argparse.Namespace, options: ReadOptions) -> int:
    from didgah.model import Article
    from didgah.readers import read_paths
    from didgah.terminal import reading_bar

    if not args.json:
        _show_columns(args.paths, options)
    reading = read_paths(args.paths, options)
    first: list[Article] = []
    refusals: list[Rejected] = []
    articles = dated = 0
    with reading_bar(reading, shown=not args.json) as moved:
        for n, item in enumerate(reading):
            if n % 100 == 0:
                moved(n)
            if isinstance(item, Article):
                articles += 1
                dated += item.published.value is not None
                first += [item] if len(first) < 3 else []
            else:
                refusals.append(item)
    if args.rejected:
        _write_refusals(args.rejected, refusals)
    reasons = Counter(item.reason for item in refusals)
    if args.json:
        print(json.dumps({"articles": articles, "dated": dated, "reasons": dict(reasons)}))
        return 0 if articles else 1
    for article in first:
        print(f"{article.origin}  {article.published.value or 'no date'}  {article.title[:100]}")
    print(f"{articles:,} articles can be read, {dated:,} of them with a date.")
    _print_refusals(reasons.most_common(), refusals, bool(args.rejected))
    print("Nothing was stored.")
    return 0 if articles else 1


def _print_refusals(
    reasons: Iterable[tuple[str, int]], refusals: list[Rejected], listed: bool
) -> None:
    """How many for which reason, then the first of them by file and line."""
    from didgah.language.messages import text

    total = 0
    for reason, n in reasons:
        print(f"  {n:,} × {text(reason, 'en')}")
        total += n
    for item in refusals[:_LISTED]:
        place = f"{item.file}:{item.line}" if item.line else item.file
        print(f"    {place}  {text(item.reason, 'en')} {item.detail}".rstrip())
    if any(item.reason == "rejected.columns" for item in refusals):
        print("    Say which columns to take: --map title=COLUMN --map body=COLUMN")
    if total > _LISTED and not listed:
        print(f"    … and {total - _LISTED:,} more; all of them are on the Corpus page, "
              "and in the file that --rejected FILE.csv writes.")


def _as_json(report: AddReport) -> dict[str, object]:
    return {
        "new": report.new, "changed": report.changed, "unchanged": report.unchanged,
        "rejected": report.rejected, "notes": report.notes, "reasons": dict(report.reasons),
        "batch": report.batch_id or None,
    }


def _write_refusals(path: Path, refusals: list[Rejected]) -> None:
    from didgah.export.refusals import refusals_csv

    try:
        path.write_bytes(refusals_csv(refusals, "en"))
    except OSError as error:
        print(f"{path}: {error.strerror}", file=sys.stderr)
