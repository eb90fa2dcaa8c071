"""A deck as a presentation: its first slide, a slide or more for each view, how it was counted."""

from __future__ import annotations

import io
from dataclasses import replace

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.enum.text import MSO_ANCHOR
from pptx.presentation import Presentation
from pptx.util import Pt

from didgah.briefing.slides import Chart, Cloud, Deck, Quotes, Record, Slide, Table, Timeline
from didgah.export.pptx import charts, cloud, measure, page, quotes, table, timeline
from didgah.export.pptx.notes import write_notes
from didgah.export.pptx.page import Page
from didgah.export.pptx.template import opened
from didgah.export.pptx.words import QUIET, Part, Style, legible, write
from didgah.language.calendars import format_pair
from didgah.language.messages import plural, text
from didgah.language.numbers import format_number
from didgah.language.writing import mirrored

_MOST_BARS = 25  # on one slide
_MOST_TABLES = 4  # slides of a timeline's table; the dashboard has the rest
_MOST_SCOPES = 4


def to_pptx(deck: Deck, template: bytes | None = None) -> bytes:
    """`deck` as a .pptx file, on an organisation's `template` (.pptx or .potx) when given.

    Raises `template.TemplateError` for a template that cannot be used.
    """
    book = opened(template)
    properties = book.core_properties
    properties.title, properties.author = legible(deck.title)[:200], "Didgah"
    properties.subject, properties.language = legible(deck.as_of)[:200], deck.language
    properties.created = properties.modified = deck.made.replace(tzinfo=None)
    if mirrored(deck.language):
        book.element.set("rtl", "1")  # slides are shown and read from the right
    _first(book, deck)
    for slide in deck.slides:
        _content(book, slide, deck)
    _methods(book, deck)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _content(book: Presentation, slide: Slide, deck: Deck) -> None:
    language = deck.language
    made: list[Page] = []

    def add(wanted: PP_PLACEHOLDER, n: int = 0, of: int = 1, fills: bool = True) -> Page:
        part = f"{format_number(n + 1, language)}/{format_number(of, language)}" if of > 1 else ""
        made.append(page.content(book, slide, deck, wanted, part, fills))
        return made[-1]

    def tables(grid: table.Grid) -> None:
        room = page.room_for(book, slide, PP_PLACEHOLDER.TABLE)
        shown = table.pages(grid, room.wide, room.tall)
        for n, piece in enumerate(shown):
            table.draw(add(PP_PLACEHOLDER.TABLE, n, len(shown)), piece, language, slide.headline)

    match slide.body:
        case Chart() as chart if chart.categories and chart.series:
            pieces = _cut(chart)
            for n, piece in enumerate(pieces):
                charts.draw(add(PP_PLACEHOLDER.CHART, n, len(pieces)), piece, language,
                            f"{slide.headline}. {slide.reading}", charts.highest(chart))
        case Timeline() as shown if shown.marks:
            pieces = timeline.pages(shown)
            for n, piece in enumerate(pieces):
                timeline.draw(add(PP_PLACEHOLDER.OBJECT, n, len(pieces), False), piece, language)
            tables(_listed(book, slide, shown, language))
        case Cloud() as words if words.words:
            cloud.draw(add(PP_PLACEHOLDER.OBJECT, fills=False), words, language)
        case Quotes(lines, aligned=True) if lines:
            tables(quotes.concordance(lines, language))
        case Quotes(lines) if lines:
            room = page.room_for(book, slide, PP_PLACEHOLDER.OBJECT)
            sets = quotes.pages(lines, room.wide, room.tall)
            for n, one in enumerate(sets):
                quotes.draw(add(PP_PLACEHOLDER.OBJECT, n, len(sets)), one, language)
        case Record() as record if record.facts:
            tables(table.of_record(record))
        case Table() as found if found.rows:
            tables(table.of_table(found))
        case _:
            add(PP_PLACEHOLDER.OBJECT, fills=False)
    write_notes(made[0].paper, slide, deck)


def _listed(
    book: Presentation, slide: Slide, shown: Timeline, language: str
) -> table.Grid:
    """The table of a timeline. Of more meetings than a few slides hold, those that articles
    report come first, and how many are left is said in the last row."""
    room = page.room_for(book, slide, PP_PLACEHOLDER.TABLE)
    whole = table.of_marks(shown.marks, language)
    if len(table.pages(whole, room.wide, room.tall)) <= _MOST_TABLES:
        return whole
    ranked = sorted(shown.marks, key=lambda one: one.articles == 0)
    grid = table.of_marks(ranked, language)
    kept = sum(len(one.rows) for one in table.pages(grid, room.wide, room.tall)[:_MOST_TABLES]) - 1
    more = plural("pptx.more_meetings", language, len(ranked) - kept)
    last = (table.Entry(""), table.Entry(more, link=slide.link), *(table.Entry("") for _ in "123"))
    return replace(grid, rows=(*grid.rows[:kept], last))


def _cut(chart: Chart) -> list[Chart]:
    """Bars by the slide; charts over time stay whole."""
    count = len(chart.categories)
    if chart.form != "bars" or count <= _MOST_BARS:
        return [chart]
    slides = -(-count // _MOST_BARS)
    step = -(-count // slides)
    return [
        replace(chart, categories=chart.categories[n : n + step], series=tuple(
            replace(one, values=one.values[n : n + step], low=one.low[n : n + step],
                    high=one.high[n : n + step], n=one.n[n : n + step])
            for one in chart.series))
        for n in range(0, count, step)
    ]


def _first(book: Presentation, deck: Deck) -> None:
    """Title, scope, and the day of the data in three calendars."""
    language = deck.language
    made = page.bare(book, None, deck.title, deck)
    room = made.room
    scopes = list(dict.fromkeys(one.scope for one in deck.slides if one.scope))
    title = made.paper.shapes.title
    if title is not None and room.top < title.top + title.height <= room.top + room.height:
        below = (title.top + title.height - room.top) / Pt(1) + 14
        room = room.part(0, below, room.wide, max(room.tall - below, 120))
    side = min(110.0, room.tall)
    right = mirrored(language)
    coded = page.code(made.paper, deck.link, room.part(
        0 if right else room.wide - side, room.tall - side, side, side), language)
    taken = side + 12 if coded else 0
    where = room.part(taken if right else 0, 0, room.wide - taken, room.tall)
    lines = [Part(one, Style(18)) for one in scopes[:_MOST_SCOPES]]
    lines.append(Part(text("deck.as_of", language, day=deck.as_of), Style(18, bold=True)))
    made_on = format_pair(deck.made.date(), language)
    lines += [Part(one, Style(13, QUIET)) for one in (
        text("deck.made", language, day=made_on),
        text("downloads.version", language, version=deck.version),
        *([text("downloads.source_sample", language)] if deck.sample else []))]
    lines.append(Part(text("deck.open", language), Style(13, QUIET), link=deck.link))
    frame = page.box(made.paper, where)
    if not coded:
        lines.pop()
    # Smaller letters rather than fewer words: the day of the data must be whole.
    by = 1.0
    while by > 0.5 and sum(
        measure.height(one.text, by * one.style.size, where.wide) + 4 for one in lines
    ) > where.tall:
        by -= 0.05
    for one in lines:
        size = round(by * one.style.size, 1)
        write(frame, [replace(one, text=measure.clipped(one.text, size, where.wide, 5 * size),
                              style=replace(one.style, size=size))], language, after=4)
    page.name(made.paper.shapes[-1], "scope", " · ".join(one.text for one in lines))


def _methods(book: Presentation, deck: Deck) -> None:
    """How the numbers came about."""
    made = page.bare(book, PP_PLACEHOLDER.OBJECT, text("deck.methods", deck.language), deck)
    room = made.room
    frame = page.box(made.paper, room, MSO_ANCHOR.TOP)
    said = [*deck.methods, text("deck.as_of", deck.language, day=deck.as_of),
            text("downloads.version", deck.language, version=deck.version)]
    size = 18.0
    while size > 11 and sum(
        measure.height(one, size, room.wide) + 8 for one in said
    ) > room.tall:
        size -= 1
    for one in said:
        write(frame, [Part(one, Style(size))], deck.language, after=8)
    page.name(made.paper.shapes[-1], "methods", "\n".join(said))
