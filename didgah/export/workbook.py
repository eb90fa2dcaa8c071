"""A deck as a workbook: a sheet for each slide with real numbers and days, evidence, methods."""

from __future__ import annotations

import io
import re
from datetime import date, datetime

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from didgah.addresses import is_web
from didgah.briefing.slides import Cell, Deck, Slide, Table
from didgah.export import slide_tables
from didgah.export.csv_text import neutral
from didgah.highlight import direction, inert
from didgah.language.messages import text
from didgah.language.numbers import format_number
from didgah.language.writing import mirrored

# Limits of Excel (its own "specifications and limits").
_LONGEST = 32_767  # characters of a cell
_LONGEST_LINK = 2_079
_MOST_LINKS = 60_000  # of 65,530 a sheet
_NAME = 31
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")
_WIDEST = 70  # characters of a column
_CUT = "…"


def to_xlsx(deck: Deck) -> bytes:
    """The deck as XLSX: contents, one sheet a slide, evidence, methods.

    Sheets run from right to left for languages that do. Text is written as text and with an
    apostrophe where a spreadsheet would take it for a formula once saved as CSV (`neutral`);
    only addresses of the web become links. What Excel cannot hold is cut and ends in "…".
    """
    out = io.BytesIO()
    book = Workbook(out, {
        "in_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
        "strings_to_numbers": False, "default_date_format": "yyyy-mm-dd",
    })
    made = deck.made.replace(tzinfo=None)
    book.set_properties({"title": _text(deck.title), "created": made,
                         "comments": _text(deck.version)})
    looks = {
        name: book.add_format({"text_wrap": True, "valign": "top", **how})
        for name, how in _LOOKS.items()
    }
    names = _sheet_names(deck)
    contents = _sheet(book, text("briefing.sheet.contents", deck.language), deck)
    for slide, name in zip(deck.slides, names, strict=True):
        _slide(_sheet(book, name, deck), slide, deck, looks)
    behind = _sheet(book, text("briefing.sheet.evidence", deck.language), deck)
    _write(behind, slide_tables.evidence(deck), 0, deck.language, looks)
    _methods(_sheet(book, text("briefing.sheet.methods", deck.language), deck), deck, looks)
    _contents(contents, deck, names, looks)
    book.close()
    return out.getvalue()


_LOOKS: dict[str, dict[str, object]] = {
    "title": {"bold": True, "font_size": 14, "text_wrap": False},
    "head": {"bold": True, "bottom": 1},
    "rtl": {"reading_order": 2}, "ltr": {"reading_order": 1}, "auto": {},
    "whole": {"num_format": "#,##0"}, "broken": {"num_format": "#,##0.00"},
    "percent": {"num_format": "0.0%"}, "day": {"num_format": "yyyy-mm-dd"},
    "link": {"font_color": "#0B5A86", "underline": 1},
}


def _sheet_names(deck: Deck) -> list[str]:
    """Names that Excel takes, each once, whatever their case: number, then the headline."""
    taken = {text(f"briefing.sheet.{one}", deck.language).casefold()
             for one in ("contents", "evidence", "methods")} | {"history"}
    names = []
    for place, slide in enumerate(deck.slides, 1):
        said = _NOT_IN_NAMES.sub(" ", _text(slide.headline)).strip()
        name = _short(f"{format_number(place, deck.language)} {said}")
        while name.casefold() in taken:
            name = _short(f"{place}-{name}")
        taken.add(name.casefold())
        names.append(name)
    return names


def _short(name: str) -> str:
    """The beginning of a name in as many units of UTF-16 as Excel takes."""
    units = name.encode("utf-16-le")[: 2 * _NAME]
    return units.decode("utf-16-le", "ignore").strip()


def _sheet(book: Workbook, name: str, deck: Deck) -> Worksheet:
    sheet = book.add_worksheet(name)
    if mirrored(deck.language):
        sheet.right_to_left()
    return sheet


def _contents(
    sheet: Worksheet, deck: Deck, names: list[str], looks: dict[str, Format]
) -> None:
    language = deck.language
    _put(sheet, 0, 0, Cell(deck.title), looks, "title")
    for row, line in enumerate(_data(deck), 1):
        _put(sheet, row, 0, Cell(line), looks)
    heads = [text("briefing.sheet.sheet", language), text("briefing.sheet.reading", language),
             text("briefing.sheet.rests", language)]
    for column, head in enumerate(heads):
        sheet.write_string(4, column, head, looks["head"])
    for row, (slide, name) in enumerate(zip(deck.slides, names, strict=True), 5):
        sheet.write_url(row, 0, f"internal:'{name}'!A1", looks["link"], name)
        _put(sheet, row, 1, Cell(slide.reading), looks)
        _put(sheet, row, 2, Cell(slide.n_words, slide.n), looks)
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 1, _WIDEST)
    sheet.set_column(2, 2, 16)


def _data(deck: Deck) -> tuple[str, str]:
    return (text("deck.as_of", deck.language, day=deck.as_of),
            text("downloads.version", deck.language, version=deck.version))


def _slide(sheet: Worksheet, slide: Slide, deck: Deck, looks: dict[str, Format]) -> None:
    language = deck.language
    _put(sheet, 0, 0, Cell(slide.headline), looks, "title")
    said = (
        ("reading", Cell(slide.reading)), ("rests", Cell(slide.n_words, slide.n)),
        ("scope", Cell(slide.scope)), ("source", Cell(slide.source)),
        ("link", Cell(slide.link, link=slide.link)), ("notes", Cell(slide.notes)),
    )
    row = 1
    for name, cell in said:
        if cell.words:
            sheet.write_string(row, 0, text(f"briefing.sheet.{name}", language), looks["head"])
            _put(sheet, row, 1, cell, looks)
            row += 1
    _write(sheet, slide_tables.table(slide, language), row + 1, language, looks)


def _methods(sheet: Worksheet, deck: Deck, looks: dict[str, Format]) -> None:
    lines = (deck.title, *_data(deck), deck.link, *deck.methods)
    for row, line in enumerate(lines):
        _put(sheet, row, 0, Cell(line, link=line if line == deck.link else ""), looks,
             "title" if row == 0 else "")
    sheet.set_column(0, 0, 110)


def _write(
    sheet: Worksheet, table: Table, top: int, language: str, looks: dict[str, Format]
) -> None:
    widths = [len(name) for name in table.columns]
    for column, name in enumerate(table.columns):
        sheet.write_string(top, column, _text(name), looks["head"])
    links = 0
    for row, cells in enumerate(table.rows, top + 1):
        for column, cell in enumerate(cells):
            links += bool(cell.link)
            kept = cell if links <= _MOST_LINKS else Cell(cell.words, cell.value, cell.language)
            _put(sheet, row, column, kept, looks)
            widths[column] = max(widths[column], len(cell.words))
    for column, width in enumerate(widths):
        sheet.set_column(column, column, min(max(width + 2, 12), _WIDEST))
    if table.rows:
        sheet.autofilter(top, 0, top + len(table.rows), len(table.columns) - 1)


def _put(
    sheet: Worksheet, row: int, column: int, cell: Cell, looks: dict[str, Format], look: str = ""
) -> None:
    value = cell.value
    if isinstance(value, date):
        day = datetime(value.year, value.month, value.day)
        if value.year >= 1900:  # Excel's calendar begins there
            sheet.write_datetime(row, column, day, looks["day"])
            return
    elif value is not None:
        kind = "percent" if cell.percent else "whole" if value == int(value) else "broken"
        sheet.write_number(row, column, value, looks[kind])
        return
    words = _text(cell.words)
    if is_web(cell.link) and len(cell.link) <= _LONGEST_LINK:
        sheet.write_url(row, column, cell.link, looks["link"], words)
        return
    sheet.write_string(row, column, words, looks[look or direction(words)])


def _text(words: str) -> str:
    """Words as a cell can hold them: inert, no formula, not too long."""
    said = str(neutral(inert(words)))
    return said if len(said) <= _LONGEST else said[: _LONGEST - 1] + _CUT
