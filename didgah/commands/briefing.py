"""`didgah briefing`: the saved briefings, and a briefing as a file without a browser."""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from didgah.briefing.items import Briefing
    from didgah.briefing.slides import Deck

_FORMS = ("pptx", "html", "xlsx", "json")


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this command to the command line."""
    parser = subparsers.add_parser(
        "briefing", help="list briefings, or write one as a file",
        description="List the saved briefings, newest first, or write one as a file. Its numbers "
        "are counted on the data version that it is pinned to.",
    )
    parser.add_argument("--home", type=Path,
                        help="folder of the stores (default: DIDGAH_HOME, else data/store)")
    actions = parser.add_subparsers(dest="action", required=True)
    actions.add_parser("list", help="id, language, items and title of each")
    export = actions.add_parser("export", help="write one as a file")
    export.add_argument("id", help="of the briefing, as `list` tells it")
    export.add_argument("--form", choices=_FORMS, default="pptx")
    export.add_argument("--out", type=Path, required=True, help="the file to write")
    export.add_argument("--template", type=Path,
                        help="an organisation's .potx or .pptx, for --form pptx")
    export.add_argument("--address", default="",
                        help="of the dashboard, for links and QR codes: https://example.org/")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """List or write. 1 with a line on standard error when something is not there."""
    from didgah.briefing import log, saved
    from didgah.briefing.items import BriefingError
    from didgah.store import layout
    from didgah.store.layout import StoreError

    folder = layout.active(args.home or layout.home())
    try:
        found = saved.current(saved.fold(log.load(layout.briefings(folder))))
        if args.action == "list":
            for one in found:
                print(f"{one.id}  {one.language}  {len(one.items):>3}  {one.title}")
            return 0
        wanted = next((one for one in found if one.id == args.id), None)
        if wanted is None:
            return _refused(f"no briefing {args.id!r}; `didgah briefing list` tells them")
        return _export(wanted, folder, args)
    except (StoreError, BriefingError, OSError) as error:
        return _refused(str(error))


def _export(briefing: Briefing, folder: Path, args: argparse.Namespace) -> int:
    from didgah.addresses import is_web
    from didgah.briefing import compose
    from didgah.briefing.context import Context
    from didgah.export.pptx.template import TemplateError
    from didgah.language.messages import text
    from didgah.store import reader

    if args.address and not is_web(args.address):
        return _refused("--address must begin with http:// or https://")
    if args.template and args.form != "pptx":
        return _refused("--template goes with --form pptx")
    base = f"{args.address.rstrip('/')}/" if args.address else ""
    snapshot = (reader.open_version(folder, briefing.version) if briefing.version
                else reader.open_latest(folder))
    try:
        deck = compose.deck(
            briefing, Context(snapshot, briefing.language, base, date.today()), datetime.now(UTC))
        args.out.write_bytes(_written(deck, args.form, args.template))
    except TemplateError as error:
        return _refused(text(error.key, "en", file=args.template.name))
    finally:
        snapshot.close()
    return 0


def _written(deck: Deck, form: str, template: Path | None) -> bytes:
    from didgah.export.deck_json import to_json
    from didgah.export.deck_page import to_html
    from didgah.export.pptx.deck import to_pptx
    from didgah.export.workbook import to_xlsx

    if form == "pptx":
        return to_pptx(deck, template.read_bytes() if template else None)
    if form == "html":
        return to_html(deck, room=False).encode()
    return to_xlsx(deck) if form == "xlsx" else to_json(deck)


def _refused(why: str) -> int:
    print(why, file=sys.stderr)
    return 1
