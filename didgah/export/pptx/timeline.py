"""The timeline as shapes: a lane for each forum, a mark for each meeting.

A mark is as wide as the days it may have fallen on. Its fill tells its state: full when it was
held, an outline before that, dashed when it was put off or called off.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR
from pptx.util import Pt

from didgah.briefing.slides import Mark, Timeline
from didgah.charts import theme
from didgah.charts.axis import calendars, ticks
from didgah.export.figures.time_axis import place
from didgah.export.pptx import measure
from didgah.export.pptx.page import Box, Page, box, name, plain
from didgah.export.pptx.words import QUIET, Part, Style, write
from didgah.language.messages import plural
from didgah.language.numbers import format_number
from didgah.language.writing import mirrored

MOST_LANES = 9  # on one slide
_NAMES = 0.2  # of the width for the names of lanes
_AXIS, _KEY = 34.0, 20.0  # points of the two rows of labels, and of the key beneath
_MARK, _BIN = 11.0, 20.0  # points across a mark, and across a counted stack
_TITLE = 10.0
_MOST_TITLES = 30  # marks of a slide that are few enough to be told by name
_LOOK = theme.colours()


@dataclass(frozen=True, slots=True)
class _Placed:
    marks: tuple[Mark, ...]  # more than one: a counted stack
    left: float
    right: float
    row: int


def pages(timeline: Timeline) -> list[Timeline]:
    """Lanes by the slide; marks without a day have no place on one."""
    dated = [one for one in timeline.marks if one.first]
    lanes = [one for one in timeline.lanes if any(mark.lane == one for mark in dated)]
    first = timeline.since or min((one.first for one in dated), default=None)
    last = timeline.until or max((one.last or one.first for one in dated), default=None)
    slides = max(1, -(-len(lanes) // MOST_LANES))
    step = max(1, -(-len(lanes) // slides))
    return [
        Timeline(tuple(some), tuple(one for one in dated if one.lane in some), first, last)
        for some in (lanes[n : n + step] for n in range(0, len(lanes), step))
    ]


def draw(page: Page, timeline: Timeline, language: str) -> None:
    """Draw one of `pages`."""
    room, right = page.room, mirrored(language)
    first, last = timeline.since, timeline.until
    named = room.wide * _NAMES
    wide = room.wide - named - 8
    start = 0.0 if right else named + 8
    lanes_tall = room.tall - _AXIS - _KEY
    tall = min(lanes_tall / len(timeline.lanes), 90)
    bottom = tall * len(timeline.lanes)
    _axis(page, first, last, room.part(start, 0, wide, bottom + _AXIS), language)
    for n, lane in enumerate(timeline.lanes):
        row = room.part(start, n * tall, wide, tall)
        frame = box(page.paper, room.part(wide + 8 if right else 0, n * tall + 1, named, tall - 2),
                    MSO_ANCHOR.MIDDLE)
        size = measure.fitting(lane, named, tall - 2, 12, 9)
        said = measure.clipped(lane, size, named, tall - 2)
        write(frame, [Part(said, Style(size, bold=True))], language)
        name(page.paper.shapes[-1], "lane", lane)
        _lane(page, [one for one in timeline.marks if one.lane == lane], row, first, last, language,
              len(timeline.marks) <= _MOST_TITLES)
    _key(page, timeline.marks, room.part(0, bottom + _AXIS, room.wide, _KEY), language)


def said(mark: Mark, language: str) -> str:
    """A mark in words."""
    parts = (mark.title, mark.when, mark.where, mark.status_words, mark.level_words,
             plural("briefing.n.articles", language, mark.articles))
    return " · ".join(filter(None, parts))


def _lane(
    page: Page, marks: list[Mark], row: Box, first: date, last: date, language: str, titled: bool
) -> None:
    rows = max(1, int((row.tall - 4) // (_MARK + 3)))
    placed = _placed(marks, row.wide, first, last, rows) or _stacked(marks, row.wide, first, last)
    used = max(one.row for one in placed) + 1
    above = (row.tall - used * (_MARK + 3)) / 2
    for one in placed:
        top = above + one.row * (_MARK + 3)
        where = row.part(one.left, top, one.right - one.left, _MARK)
        if len(one.marks) > 1:
            _stack(page, one.marks, where, language)
            continue
        mark = one.marks[0]
        _shape(page, mark, where, language)
        free = min((other.left for other in placed if other.row == one.row
                    and other.left > one.left), default=row.wide) - one.right - 6
        needed = measure.width(mark.title, _TITLE) * 1.1
        if titled and needed <= free:
            frame = box(page.paper, row.part(one.right + 3, top - 1, needed, _MARK + 2),
                        MSO_ANCHOR.MIDDLE)
            frame.word_wrap = False
            # Beside its mark whatever the language: time runs from the left.
            side = "end" if mirrored(language) else "start"
            write(frame, [Part(mark.title, Style(_TITLE, QUIET))], language, side)
            name(page.paper.shapes[-1], "title", mark.title)


def _spot(mark: Mark, wide: float, first: date, last: date) -> tuple[float, float]:
    """Left and right edge of a mark in points, kept within the lane."""
    begins = place(mark.first, first, last) * wide / 100
    ends = place(mark.last or mark.first, first, last) * wide / 100
    begins = min(max(begins, 0.0), wide - _MARK)
    return begins, min(max(ends, begins + _MARK), wide)


def _placed(
    marks: list[Mark], wide: float, first: date, last: date, rows: int
) -> list[_Placed] | None:
    """Each mark in the first row where it touches no other; None when there are too few rows."""
    free = [-1.0] * rows
    found = []
    for mark in marks:
        left, right = _spot(mark, wide, first, last)
        row = next((n for n, edge in enumerate(free) if left > edge + 1), None)
        if row is None:
            return None
        free[row] = right
        found.append(_Placed((mark,), left, right, row))
    return found


def _stacked(marks: list[Mark], wide: float, first: date, last: date) -> list[_Placed]:
    """What is too dense gathered by the time it begins."""
    bins: dict[int, list[Mark]] = {}
    count = max(1, int(wide // (_BIN + 2)))
    for mark in marks:
        left, _ = _spot(mark, wide, first, last)
        bins.setdefault(min(int(left * count / wide), count - 1), []).append(mark)
    found = []
    for n, some in sorted(bins.items()):
        left = n * wide / count
        found.append(_Placed(tuple(some), left, left + (_MARK if len(some) == 1 else _BIN), 0))
    return found


def _shape(page: Page, mark: Mark, where: Box, language: str) -> None:
    kind = MSO_SHAPE.OVAL if where.width <= where.height * 1.1 else MSO_SHAPE.ROUNDED_RECTANGLE
    shape = page.paper.shapes.add_shape(
        kind, where.left, where.top, where.width, where.height)
    _fill(shape, mark.status, mark.colour)
    name(shape, "meeting", said(mark, language))


def _bare(shape) -> None:
    """Without the theme's style, which brings shadows and heavy lines."""
    for style in shape._element.xpath("./p:style"):
        shape._element.remove(style)


def _fill(shape, status: str, hex_colour: str) -> None:
    colour = RGBColor.from_string(hex_colour[1:])
    _bare(shape)
    shape.fill.solid()
    shape.fill.fore_color.rgb = (
        colour if status == "held" else RGBColor.from_string(_LOOK["background"][1:]))
    shape.line.color.rgb, shape.line.width = colour, Pt(1.5)
    if status in ("postponed", "cancelled"):
        shape.line.dash_style = MSO_LINE.ROUND_DOT


def _stack(page: Page, marks: tuple[Mark, ...], where: Box, language: str) -> None:
    shape = page.paper.shapes.add_shape(
        MSO_SHAPE.ROUNDED_RECTANGLE, where.left, where.top - Pt(1.5), where.width,
        where.height + Pt(3))
    _bare(shape)
    shape.fill.solid()
    shape.fill.fore_color.rgb = RGBColor.from_string(_LOOK["stack"][1:])
    shape.line.color.rgb, shape.line.width = RGBColor.from_string(_LOOK["line"][1:]), Pt(0.75)
    write(plain(shape.text_frame, MSO_ANCHOR.MIDDLE),
          [Part(format_number(len(marks), language), Style(9, bold=True))], language, "centre")
    count = plural("meetings.count", language, len(marks))
    name(shape, "meetings", f"{count}: " + " · ".join(one.title for one in marks))


def _axis(page: Page, first: date, last: date, where: Box, language: str) -> None:
    """Lines at the ticks of the first calendar; below, the labels of both."""
    bottom = where.tall - _AXIS
    for row, calendar in enumerate(calendars(language)):
        found = ticks(first, last, calendar, language)
        free = -1.0
        for day, words in zip(found.days, found.labels, strict=True):
            x = place(day, first, last) * where.wide / 100
            if row == 0:
                at = where.left + Pt(x)
                line = page.paper.shapes.add_connector(
                    MSO_CONNECTOR.STRAIGHT, at, where.top, at, where.top + Pt(bottom))
                _bare(line)
                line.line.color.rgb = RGBColor.from_string(_LOOK["grid"][1:])
                line.line.width = Pt(0.75)
                name(line, "grid", words)
            size = 11 if row == 0 else 9
            needed = measure.width(words, size) * 1.2 + 4
            left = min(max(x - needed / 2, 0.0), where.wide - needed)
            if left < free or needed > where.wide:
                continue
            free = left + needed + 4
            frame = box(page.paper, where.part(left, bottom + 2 + row * 17, needed, 15))
            frame.word_wrap = False
            write(frame, [Part(words, Style(size, QUIET))], language, "centre")
            name(page.paper.shapes[-1], "tick", words)


def _key(page: Page, marks: tuple[Mark, ...], where: Box, language: str) -> None:
    """What the fills mean, for the states that occur."""
    at = 0.0
    for status, words in dict.fromkeys((one.status, one.status_words) for one in marks):
        needed = _MARK + 6 + measure.width(words, 10) * 1.2
        if at + needed > where.wide:
            return
        left = where.wide - at - _MARK if mirrored(language) else at
        spot = where.part(left, 5, _MARK, _MARK)
        shape = page.paper.shapes.add_shape(
            MSO_SHAPE.OVAL, spot.left, spot.top, spot.width, spot.height)
        _fill(shape, status, _LOOK["neutral"])
        name(shape, "key", words)
        beside = left - 4 - (needed - _MARK - 6) if mirrored(language) else left + _MARK + 4
        frame = box(page.paper, where.part(beside, 3, needed - _MARK - 6, 15), MSO_ANCHOR.MIDDLE)
        frame.word_wrap = False
        write(frame, [Part(words, Style(10, QUIET))], language)
        name(page.paper.shapes[-1], "key", words)
        at += needed + 16
