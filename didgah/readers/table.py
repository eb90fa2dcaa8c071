"""Delimited text: .csv and .tsv, and rows of cells from any table to articles."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from didgah.language.calendars import day_first_of
from didgah.readers.columns import FIELDS, field_of
from didgah.readers.encoding import text_stream
from didgah.readers.lines import bounded_lines
from didgah.readers.reading import Item, Reading, Source, refused
from didgah.readers.row import article_of
from didgah.readers.unreadable import Unreadable

_DELIMITERS = ",;\t|"
_AHEAD = 200  # rows looked at to tell 03/04/2021 apart
_AHEAD_CHARACTERS = 4_000_000

type Row = tuple[int, Sequence[object]]  # line number from 1, cells


def read_delimited(source: Source, reading: Reading) -> Iterator[Item]:
    """Articles of a .csv or .tsv file with a header line; the delimiter is told from that.

    A row that does not fit the header, and one whose quotes do not close, is refused by
    itself; the rest goes through.
    """
    most = reading.options.limits.record
    with text_stream(source.stream) as text:
        lines = bounded_lines(text, most)
        first = next((entry for entry in lines if entry[1].strip("\ufeff \t,;|")), None)
        if first is None:
            raise Unreadable("rejected.empty_file")
        problems: list[Item] = []
        delimiter = _delimiter(first[1])
        rows = _records(chain((first,), lines), delimiter, most, source.name, problems)
        yield from table_articles(rows, source.name, reading, problems)


def table_articles(
    rows: Iterator[Row], name: str, reading: Reading, problems: list[Item] | None = None,
    mapping: Mapping[str, str] | None = None,
) -> Iterator[Item]:
    """Articles of a table whose first row is its header.

    `problems` is filled by `rows` with rows it had to refuse; they are yielded in place.
    `mapping` (field → column) is given when the columns were recognised already.
    Raises Unreadable when the header cannot be understood.
    """
    problems = problems if problems is not None else []
    options = reading.options
    header = next(rows, None)
    if header is None:
        if problems:
            raise Unreadable(problems[0].reason, line=problems[0].line)  # type: ignore[union-attr]
        raise Unreadable("rejected.empty_file")
    columns = [str(cell).strip(" \ufeff\n\t") if cell is not None else "" for cell in header[1]]
    if len(columns) > options.limits.columns:
        raise Unreadable("rejected.columns", f"{len(columns)} > {options.limits.columns}")
    while columns and not columns[-1]:
        columns.pop()
    if mapping is None:
        mapping = reading.recognise(name, columns)
    place = {field: columns.index(column) for field, column in mapping.items()}
    ahead, day_first = _look_ahead(rows, place.get("date"), options.day_first)
    for line, cells in chain(ahead, rows):
        yield from _drain(problems)
        if all(cell is None or str(cell).strip() == "" for cell in cells):
            continue
        if len(cells) < len(columns) or any(
            cell is not None and str(cell).strip() for cell in cells[len(columns):]
        ):
            excerpt = " | ".join(str(cell)[:80] for cell in cells[:10] if cell is not None)
            yield refused(name, line, "rejected.ragged_row",
                          f"{len(cells)} ≠ {len(columns)}", excerpt)
            continue
        values = {field: cells[n] for field, n in place.items()}
        yield from article_of(values, name, line, options, day_first=day_first)
    yield from _drain(problems)


def _drain(problems: list[Item]) -> Iterator[Item]:
    yield from problems
    problems.clear()


def _look_ahead(
    rows: Iterator[Row], column: int | None, stated: bool | None
) -> tuple[list[Row], bool | None]:
    """The next rows, and whether their dates are day first (None: they do not tell)."""
    if column is None or stated is not None:
        return [], stated
    ahead: list[Row] = []
    size = 0
    for row in rows:
        ahead.append(row)
        size += sum(len(cell) for cell in row[1] if isinstance(cell, str))
        if len(ahead) >= _AHEAD or size > _AHEAD_CHARACTERS:
            break
    dates = (cells[column] for _, cells in ahead if column < len(cells))
    return ahead, day_first_of(d for d in dates if isinstance(d, str))


def _delimiter(header: str) -> str:
    """The delimiter under which most column names of the header are known ones."""
    def worth(delimiter: str) -> tuple[int, int]:
        cells = next(csv.reader([header], delimiter=delimiter), [])
        return len({field_of(cell) for cell in cells} & set(FIELDS)), len(cells)

    return max(_DELIMITERS, key=worth)


def _records(
    lines: Iterable[tuple[int, str, bool]], delimiter: str, most: int, name: str,
    problems: list[Item],
) -> Iterator[Row]:
    """Rows of delimited text (RFC 4180) with the number of the line each begins on.

    A record whose quotes are wrong is refused as its first line alone, and reading takes
    up again at the line after it, so that one stray quotation mark costs one row.
    """
    if csv.field_size_limit() <= most:
        csv.field_size_limit(most + 1)
    waiting: deque[tuple[int, str, bool]] = deque()
    source = iter(lines)
    while True:
        taken: list[tuple[int, str, bool]] = []
        feed = _feed(waiting, source, taken, most)
        try:
            cells = next(csv.reader(feed, delimiter=delimiter, strict=True), None)
        except csv.Error as error:
            number, text, _ = taken[0]
            problems.append(refused(name, number, "rejected.broken_quotes", error, text))
            waiting.extendleft(reversed(taken[1:]))
            continue
        if not taken:
            return
        number, text, _ = taken[0]
        if not all(one[2] for one in taken):
            problems.append(refused(name, number, "rejected.record_too_long", f"> {most}", text))
        elif cells:
            yield number, cells


def _feed(
    waiting: deque[tuple[int, str, bool]], source: Iterator[tuple[int, str, bool]],
    taken: list[tuple[int, str, bool]], most: int,
) -> Iterator[str]:
    """Lines for one record, each noted in `taken`; ends when they grow past `most`."""
    size = 0
    while size <= most:
        entry = waiting.popleft() if waiting else next(source, None)
        if entry is None:
            return
        taken.append(entry)
        size += len(entry[1])
        yield entry[1] + "\n"
