"""`didgah annotate`: what is read out of articles, one JSON object a line, nothing stored."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import batched
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # imported where they are used, so that `didgah --help` is quick
    from didgah.model import Annotation, Article, Published, Registry, Rejected

_BATCH = 16  # articles sent to a process at a time
_EPILOG = """\
The dates of a text are told from the day it came out; where the input does not say it,
give --published. Refused rows are reported on standard error; the rest goes through.

exit status: 0 something was read, 1 nothing was, 2 wrong usage, 130 cancelled
"""


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this command to the command line."""
    parser = subparsers.add_parser(
        "annotate", help="print what is read out of articles",
        description="Read articles and print names, dates, meetings, statements and words "
        "found in them, in the order of the input. Nothing is stored.",
        epilog=_EPILOG, formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    parser.add_argument("--published", type=_published, metavar="DATE",
                        help="day that articles came out which state none (2021-11-25, ۴ آذر ۱۴۰۰)")
    parser.add_argument("--json", action="store_true",
                        help="one JSON object a line (default: a summary to read)")
    parser.add_argument("--jobs", type=int, default=1, metavar="N",
                        help="processes that read the articles (default 1)")
    parser.set_defaults(run=run)


def _published(text: str) -> Published:
    from didgah.language.column_dates import parse_date
    from didgah.model import Published

    found = parse_date(text)
    if found is None or found.value is None:
        raise argparse.ArgumentTypeError(f"{text!r} is no date such as 2021-11-25")
    return Published(found.value, found.precision, "stated")


def run(args: argparse.Namespace) -> int:
    """Read, annotate, print."""
    missing = [path for path in args.paths if not path.exists()]
    if missing:
        raise SystemExit(f"{missing[0]}: there is no such file or folder")
    printed = 0
    for article, annotation in _annotated(_articles(args.paths, args.published), args.jobs):
        print(_line(article, annotation) if args.json else _summary(article, annotation))
        printed += 1
    return 0 if printed else 1


def _articles(paths: list[Path], published: Published | None) -> Iterator[Article]:
    from didgah.annotate.published import publication_of
    from didgah.model import Rejected
    from didgah.readers import is_note, read_paths

    for item in read_paths(paths):
        if isinstance(item, Rejected):
            if not is_note(item):
                _report(item)
        elif published is not None and publication_of(item).value is None:
            yield replace(item, published=published)
        else:
            yield item


def _report(refused: Rejected) -> None:
    from didgah.language.messages import text

    where = refused.file if refused.line is None else f"{refused.file}:{refused.line}"
    detail = f" ({refused.detail})" if refused.detail else ""
    print(f"{where}: {text(refused.reason, 'en')}{detail}", file=sys.stderr)


def _annotated(
    articles: Iterable[Article], jobs: int
) -> Iterator[tuple[Article, Annotation]]:
    if jobs == 1:
        for article in articles:
            yield article, _annotate((article,))[0]
        return
    from joblib import Parallel, delayed

    # The batches are needed again beside their results, which come back in order.
    sent: list[tuple[Article, ...]] = []

    def batches() -> Iterator[object]:
        for batch in batched(articles, _BATCH):
            sent.append(batch)
            yield delayed(_annotate)(batch)

    for found in Parallel(n_jobs=jobs, return_as="generator")(batches()):
        yield from zip(sent.pop(0), found, strict=True)


def _annotate(batch: tuple[Article, ...]) -> list[Annotation]:
    from didgah.annotate.pipeline import annotate

    registry, lexicons = _tools()
    return [annotate(article, registry, lexicons) for article in batch]


@lru_cache(maxsize=1)
def _tools() -> tuple[Registry, object]:
    from didgah import registry
    from didgah.annotate.pipeline import load_lexicons

    return registry.load(), load_lexicons()


def _line(article: Article, annotation: Annotation) -> str:
    from didgah.annotate.to_json import annotation_to_json

    value = annotation_to_json(article, annotation, _tools()[0])
    return json.dumps(value, ensure_ascii=False)


def _summary(article: Article, annotation: Annotation) -> str:
    """A few lines a person can read."""
    registry = _tools()[0]

    def name(kind: str, entity: str) -> str:
        found = registry.entities.get(f"{kind}:{entity}")
        return found.names["en"] if found else entity

    title = " ".join(article.title.split())
    lines = [f"{article.origin}  {title}"]
    lines.append(
        f"  {annotation.language}, {annotation.outlet_name or 'outlet unknown'}; "
        f"{len(annotation.mentions)} names, "
        f"{sum(d.type == 'date' for d in annotation.dates)} dates, "
        f"{len(annotation.statements)} statements"
    )
    for meeting in annotation.meetings:
        people = ", ".join(
            f"{name(p.kind, p.entity)} ({p.role.replace('_', ' ')})"
            for p in meeting.participants
        )
        when = meeting.first.isoformat() if meeting.first else "undated"
        place = name("place", meeting.place) if meeting.place else "place not stated"
        lines.append(f"  {meeting.kind}, {when}, {place}, {meeting.status}"
                     f"{' = ' + meeting.known if meeting.known else ''}: {people}")
    for statement in annotation.statements:
        words = " ".join(article.text[statement.start:statement.end].split())
        who = name(statement.kind, statement.speaker) if statement.speaker else statement.surface
        lines.append(f"  {who}: {words[:120]}")
    return "\n".join(lines)
