"""Excel workbooks (.xlsx): every sheet whose header names a text column."""

from __future__ import annotations

import struct
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing
from itertools import chain

import openpyxl
from defusedxml import DefusedXmlException

from didgah.readers.columns import recognise
from didgah.readers.reading import Item, Reading, Source, refused
from didgah.readers.table import Row, table_articles
from didgah.readers.unreadable import Unreadable
from didgah.readers.zip_bounds import check_directory

# It warns of styles and validation rules that it leaves out; they hold no articles.
warnings.filterwarnings("ignore", category=UserWarning, module="openpyxl")

_HEADER_WITHIN = 10  # rows; reports often have a caption above the header
# What a damaged or hostile workbook makes openpyxl raise; it does not wrap them.
_BROKEN = (
    zipfile.BadZipFile, KeyError, ValueError, TypeError, IndexError, AttributeError, EOFError,
    SyntaxError, DefusedXmlException, OSError, RuntimeError, ArithmeticError, struct.error,
    zlib.error,
)


def read_workbook(source: Source, reading: Reading) -> Iterator[Item]:
    """Articles of all sheets; formulas are never evaluated, a stored result is text."""
    limits = reading.options.limits
    check_directory(source, limits, limits.file_bytes)  # openpyxl holds all texts in memory
    try:
        book = openpyxl.load_workbook(
            source.stream, read_only=True, data_only=True, keep_links=False
        )
    except _BROKEN as error:
        raise Unreadable("rejected.broken_workbook", str(error)) from error
    with closing(book):
        if not book.worksheets:
            raise Unreadable("rejected.empty_file")
        for sheet in book.worksheets:
            name = f"{source.name}/{sheet.title}" if len(book.worksheets) > 1 else source.name
            try:
                yield from _sheet(sheet, name, reading)
            except Unreadable as problem:
                if problem.reason != "rejected.empty_file" or len(book.worksheets) == 1:
                    yield refused(name, problem.line, problem.reason, problem.detail)


def _sheet(sheet: object, name: str, reading: Reading) -> Iterator[Item]:
    rows = _rows(sheet)
    skipped: list[Row] = []
    for row in rows:
        skipped.append(row)
        names = [str(cell).strip() if cell is not None else "" for cell in row[1]]
        try:
            recognise(names, reading.options.mapping)
        except Unreadable:
            if len(skipped) >= _HEADER_WITHIN:
                break
            continue
        yield from table_articles(_padded(chain([row], rows)), name, reading)
        return
    yield from table_articles(iter(skipped), name, reading)  # says what it does not understand


def _padded(rows: Iterator[Row]) -> Iterator[Row]:
    """Rows as wide as the first at least: Excel leaves out empty cells at the end."""
    width = 0
    for number, cells in rows:
        width = width or len(cells)
        yield number, (*cells, *[None] * (width - len(cells)))


def _rows(sheet: object) -> Iterator[Row]:
    """Rows that hold something, with their number; raises Unreadable when the sheet is broken."""
    sheet.reset_dimensions()  # type: ignore[attr-defined]  # the stated size may be a lie
    try:
        for number, cells in enumerate(sheet.iter_rows(values_only=True), start=1):  # type: ignore[attr-defined]
            if any(cell is not None and cell != "" for cell in cells):
                yield number, cells
    except _BROKEN as error:
        raise Unreadable("rejected.broken_workbook", str(error)) from error
