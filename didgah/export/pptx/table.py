"""Native tables, which begin on the right in a language that does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR
from pptx.util import Pt

from didgah.briefing.slides import Mark, Record, Table
from didgah.charts import theme
from didgah.export.pptx import measure
from didgah.export.pptx.page import Page, name
from didgah.export.pptx.words import Part, Side, Style, write
from didgah.language.messages import text
from didgah.language.numbers import format_number
from didgah.language.writing import mirrored

_SIZE = 12.0
_SMALL = 10.0
_PAD = 5.0  # points between a cell's edge and its words
_MOST_TALL = 150.0  # points of a row; what is longer is cut
_LOOK = theme.colours()


@dataclass(frozen=True, slots=True)
class Entry:
    """A cell as it is written."""

    text: str
    language: str = ""
    link: str = ""
    bold: bool = False
    side: Side = "start"
    colour: str = _LOOK["text"]


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of entries; `shares` are the widths of columns as shares of the whole; `heads` may
    be empty."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Entry, ...], ...]
    shares: tuple[float, ...]


def of_record(record: Record) -> Grid:
    """Facts: what each is called, and what it says."""
    return Grid((), tuple(
        (Entry(one.label, bold=True), Entry(one.value, link=one.link)) for one in record.facts
    ), (0.24, 0.76))


def of_table(table: Table) -> Grid:
    """A table's columns by the length of what is in them."""
    weights = []
    for n, head in enumerate(table.columns):
        longest = max((len(row[n].words) for row in table.rows), default=0)
        weights.append(max(len(head), min(longest, 60), 6))
    return Grid(table.columns, tuple(
        tuple(Entry(one.words, one.language, one.link) for one in row) for row in table.rows
    ), tuple(one / sum(weights) for one in weights))


def of_marks(marks: Sequence[Mark], language: str) -> Grid:
    """Meetings with their days, places and states."""
    keys = ("date", "column_meeting", "column_where", "status", "column_articles")
    return Grid(tuple(text(f"meetings.{key}", language) for key in keys), tuple(
        (Entry(one.when), Entry(one.title), Entry(one.where), Entry(one.status_words),
         Entry(format_number(one.articles, language), side="centre"))
        for one in marks
    ), (0.26, 0.35, 0.16, 0.12, 0.11))


def pages(grid: Grid, wide: float, tall: float) -> list[Grid]:
    """The grid cut into pieces that each fit into `wide` by `tall` points."""
    head = _row_height([Entry(one) for one in grid.heads], grid.shares, wide) if grid.heads else 0
    found: list[Grid] = []
    rows: list[tuple[Entry, ...]] = []
    used = head
    for row in grid.rows:
        needed = _row_height(row, grid.shares, wide)
        if rows and used + needed > tall:
            found.append(Grid(grid.heads, tuple(rows), grid.shares))
            rows, used = [], head
        rows.append(row)
        used += needed
    return [*found, Grid(grid.heads, tuple(rows), grid.shares)] if rows else found


def draw(page: Page, grid: Grid, language: str, alternative: str) -> None:
    """Draw `grid` into the room of `page`; it must fit (`pages`)."""
    room, lines = page.room, len(grid.rows) + bool(grid.heads)
    rows = ([tuple(Entry(one, bold=True, colour="#FFFFFF") for one in grid.heads)]
            if grid.heads else []) + list(grid.rows)
    heights = [_row_height(row, grid.shares, room.wide) for row in rows]
    tall = min(round(sum(heights)), room.tall)
    if page.placeholder is not None:
        shape = page.placeholder.insert_table(lines, len(grid.shares))
        shape.left, shape.top, shape.width = room.left, room.top, room.width
        shape.height = Pt(tall)
    else:
        shape = page.paper.shapes.add_table(
            lines, len(grid.shares), room.left, room.top, room.width, Pt(tall))
    name(shape, "table", alternative)
    table = shape.table
    table.first_row, table.horz_banding = bool(grid.heads), False
    table._tbl.tblPr.set("rtl", "1" if mirrored(language) else "0")
    for column, share in zip(table.columns, grid.shares, strict=True):
        column.width = int(room.width * share)
    for line, (row, needed) in enumerate(zip(rows, heights, strict=True)):
        table.rows[line].height = Pt(needed)
        for place, entry in enumerate(row):
            head = bool(grid.heads) and line == 0
            _fill(table.cell(line, place), entry, language, grid.shares[place] * room.wide, head)


def _fill(cell, entry: Entry, language: str, wide: float, head: bool) -> None:
    cell.margin_left = cell.margin_right = Pt(_PAD)
    cell.margin_top = cell.margin_bottom = Pt(_PAD / 2)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    cell.fill.solid()
    cell.fill.fore_color.rgb = RGBColor.from_string(
        (_LOOK["accent"] if head else _LOOK["band"])[1:])
    size = _size(entry, wide)
    said = measure.clipped(entry.text, size, wide - 2 * _PAD, _MOST_TALL - _PAD)
    style = Style(size, entry.colour, entry.bold)
    write(cell.text_frame, [Part(said, style, entry.language, entry.link)], language, entry.side)


def _size(entry: Entry, wide: float) -> float:
    long = measure.height(entry.text, _SIZE, wide - 2 * _PAD) > 4 * _SIZE
    return _SMALL if long else _SIZE


def _row_height(row: Sequence[Entry], shares: Sequence[float], wide: float) -> float:
    return _PAD + max(
        min(measure.height(one.text, _size(one, share * wide), share * wide - 2 * _PAD),
            _MOST_TALL - _PAD)
        for one, share in zip(row, shares, strict=True)
    )
