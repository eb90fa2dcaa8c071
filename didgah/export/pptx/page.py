"""A slide's frame: headline, reading, the room for its body, and what the numbers rest on."""

from __future__ import annotations

import io
from dataclasses import dataclass

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE
from pptx.presentation import Presentation
from pptx.shapes.base import BaseShape
from pptx.slide import Slide as Paper
from pptx.slide import SlideLayout
from pptx.text.text import TextFrame
from pptx.util import Emu, Inches, Pt

from didgah.addresses import is_web
from didgah.briefing.slides import Deck, Slide
from didgah.export import qr
from didgah.export.pptx import measure
from didgah.export.pptx.template import layout_for
from didgah.export.pptx.words import QUIET, Part, Style, legible, write
from didgah.language.messages import text
from didgah.language.writing import comma, mirrored

_CODE = Inches(0.95)
_GAP = Inches(0.12)
_FOOT = Inches(0.98)
_READING = 16.0  # points
_MOST_ALT = 300  # characters


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a slide, in EMU from its top left corner."""

    left: int
    top: int
    width: int
    height: int

    @property
    def wide(self) -> float:
        """Points across."""
        return self.width / Pt(1)

    @property
    def tall(self) -> float:
        """Points from top to bottom."""
        return self.height / Pt(1)

    def part(self, left: float, top: float, width: float, height: float) -> Box:
        """A box within, in points from this one's corner."""
        return Box(self.left + Pt(left), self.top + Pt(top), Pt(width), Pt(height))


@dataclass(frozen=True, slots=True)
class Page:
    """A slide being made: the room for its body, and the placeholder that it may fill."""

    paper: Paper
    room: Box
    placeholder: BaseShape | None = None


def content(
    book: Presentation, slide: Slide, deck: Deck, wanted: PP_PLACEHOLDER, part: str = "",
    fills: bool = True,
) -> Page:
    """A slide with everything but its body. `part` tells pages of one slide apart ("2/3").

    `fills` False says that the body is made of shapes, which no placeholder takes.
    """
    layout = layout_for(book, wanted)
    paper = book.slides.add_slide(layout)
    body = _body_placeholder(paper, wanted)
    whole = _room(book, layout, body)
    headline = slide.headline + (f" ({part})" if part else "")
    _headline(paper, headline, deck.language, whole)
    tall = _reading_height(slide, whole)
    reading = box(paper, whole.part(0, 0, whole.wide, tall))
    size = measure.fitting(slide.reading, whole.wide, tall, _READING, 11)
    said = measure.clipped(slide.reading, size, whole.wide, tall)
    write(reading, [Part(said, Style(size, QUIET))], deck.language)
    name(paper.shapes[-1], "reading", slide.reading)
    _foot(paper, whole, slide, deck)
    room = _within(slide, whole)
    if body is not None and (not fills or body.placeholder_format.type != wanted):
        body = None  # only its place was wanted
    _drop_empty(paper, body)
    return Page(paper, room, body)


def room_for(book: Presentation, slide: Slide, wanted: PP_PLACEHOLDER) -> Box:
    """The room that `content` will leave for the body."""
    layout = layout_for(book, wanted)
    return _within(slide, _room(book, layout, _body_placeholder(layout, wanted)))


def bare(book: Presentation, wanted: PP_PLACEHOLDER | None, headline: str, deck: Deck) -> Page:
    """A slide with a headline alone; its room reaches to the foot of the page."""
    layout = layout_for(book, wanted)
    paper = book.slides.add_slide(layout)
    whole = _room(book, layout, None)
    _headline(paper, headline, deck.language, whole)
    _drop_empty(paper, None)
    return Page(paper, whole)


def box(paper: Paper, where: Box, anchor: MSO_ANCHOR = MSO_ANCHOR.TOP) -> TextFrame:
    """An empty text box without margins that keeps its size."""
    shape = paper.shapes.add_textbox(where.left, where.top, where.width, where.height)
    return plain(shape.text_frame, anchor)


def plain(frame: TextFrame, anchor: MSO_ANCHOR = MSO_ANCHOR.TOP) -> TextFrame:
    """`frame` without margins, breaking lines, never growing."""
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.vertical_anchor = anchor
    return frame


def name(shape: BaseShape, kind: str, alternative: str) -> None:
    """What the shape is called in the list of a slide's objects, and its alternative text."""
    told = legible(alternative[: 2 * _MOST_ALT])
    shown = told if len(told) <= _MOST_ALT else told[: _MOST_ALT - 1] + "…"
    properties = shape._element.xpath(".//p:cNvPr")[0]
    properties.set("name", f"{kind} {shape.shape_id}")
    properties.set("descr", shown or kind)


def code(paper: Paper, link: str, where: Box, language: str) -> bool:
    """The QR code of `link` in `where`; False when the link has none."""
    picture = qr.png(link) if is_web(link) else None
    if picture is None:
        return False
    shape = paper.shapes.add_picture(
        io.BytesIO(picture), where.left, where.top, where.width, where.height)
    shape.click_action.hyperlink.address = link
    name(shape, "QR", text("pptx.code", language))
    return True


def _foot(paper: Paper, whole: Box, slide: Slide, deck: Deck) -> None:
    """What the slide rests on; the frozen link at its end."""
    language, tall = deck.language, _FOOT / Pt(1)
    wide, side = whole.wide, _CODE / Pt(1)
    top = whole.tall - tall
    right = mirrored(language)
    coded = code(paper, slide.link, whole.part(
        0 if right else wide - side, top + (tall - side) / 2, side, side), language)
    taken = side + 10 if coded else 0
    frame = box(paper, whole.part(taken if right else 0, top, wide - taken, tall),
                MSO_ANCHOR.BOTTOM)
    style, room = Style(10.5, QUIET), wide - taken
    rests = comma(language).join(filter(None, (slide.n_words, slide.scope)))
    source = " · ".join(filter(None, (slide.source, text(
        "deck.as_of", language, day=deck.as_of), text(
        "downloads.version", language, version=deck.version))))
    # Never more than the foot holds: two lines each, and the link.
    lines = [measure.clipped(rests, 12, room, 31), measure.clipped(source, 10.5, room, 27)]
    write(frame, [Part(lines[0], Style(12, QUIET, bold=True))], language)
    write(frame, [Part(lines[1], style)], language)
    if is_web(slide.link):
        write(frame, [Part(text("deck.open", language), style, link=slide.link)], language)
    name(paper.shapes[-1], "source", " · ".join((rests, source)))


def _headline(paper: Paper, headline: str, language: str, whole: Box) -> None:
    title = paper.shapes.title
    if title is None:
        top = min(whole.top, Inches(1.25)) - _GAP
        title = paper.shapes.add_textbox(whole.left, Inches(0.25), whole.width,
                                         max(top - Inches(0.25), Inches(0.6)))
    frame = plain(title.text_frame, MSO_ANCHOR.MIDDLE)
    wide, tall = title.width / Pt(1), title.height / Pt(1)
    size = measure.fitting(headline, wide, tall, 30, 16)
    said = measure.clipped(headline, size, wide, tall)
    write(frame, [Part(said, Style(size, bold=True))], language)
    name(title, "headline", headline)


def _within(slide: Slide, whole: Box) -> Box:
    tall = _reading_height(slide, whole)
    return whole.part(0, tall + 4, whole.wide, whole.tall - tall - _FOOT / Pt(1) - 10)


def _reading_height(slide: Slide, whole: Box) -> float:
    return min(measure.height(slide.reading, _READING, whole.wide) + 4, whole.tall / 4)


def _room(book: Presentation, layout: SlideLayout, body: BaseShape | None) -> Box:
    """Where the slide's own things go: the body placeholder's place, or what is below the title."""
    if body is not None:
        return Box(body.left, body.top, body.width, body.height)
    titles = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
    title = next((one for one in layout.placeholders if one.placeholder_format.type in titles),
                 None)
    edge = Inches(0.5)
    top = Inches(1.35) if title is None else title.top + title.height + _GAP
    if top > book.slide_height / 2:  # a title that stands low, as on title slides
        top = Inches(1.35)
    bottom = book.slide_height - Inches(0.3)
    return Box(edge, Emu(top), book.slide_width - 2 * edge, bottom - top)


def _body_placeholder(paper: Paper | SlideLayout, wanted: PP_PLACEHOLDER) -> BaseShape | None:
    """The largest placeholder for a body; None when none is large enough to hold one."""
    kinds = (wanted, PP_PLACEHOLDER.OBJECT, PP_PLACEHOLDER.BODY)
    found = [one for one in paper.placeholders if one.placeholder_format.type in kinds]
    best = max(found, key=lambda one: one.width * one.height, default=None)
    least = Inches(3)
    return best if best is not None and min(best.width, best.height) >= least else None


def _drop_empty(paper: Paper, kept: BaseShape | None) -> None:
    """No "click to add text" stays; `kept` is yet to be filled."""
    title = paper.shapes.title
    for one in list(paper.placeholders):
        if one not in (kept, title):
            one._element.getparent().remove(one._element)
