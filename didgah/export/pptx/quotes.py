"""Words of articles: as quotations, or as lines of a concordance."""

from __future__ import annotations

from dataclasses import dataclass

from didgah.addresses import is_web
from didgah.briefing.slides import Evidence, Quote
from didgah.charts import theme
from didgah.export.pptx import measure
from didgah.export.pptx.page import Page, box, name, plain
from didgah.export.pptx.table import Entry, Grid
from didgah.export.pptx.words import INK, QUIET, Part, Style, way_of, write
from didgah.highlight import whole_words
from didgah.language.writing import comma

_LARGEST, _SMALLEST, _CITED = 24.0, 12.0, 11.0
_SPACE = 16.0  # points below a quotation
_CONTEXT = 62  # letters on either side of a concordance's word
_ACCENT = theme.colours()["accent"]


@dataclass(frozen=True, slots=True)
class Set:
    """Quotations that share a page, and the size that they are set in."""

    quotes: tuple[Quote, ...]
    size: float


def pages(quotes: tuple[Quote, ...], wide: float, tall: float) -> list[Set]:
    """As many on a page as stand there in letters of 16 points, a long one alone and smaller."""
    groups: list[list[Quote]] = []
    for one in quotes:
        if groups and _tall([*groups[-1], one], 16, wide) <= tall:
            groups[-1].append(one)
        else:
            groups.append([one])
    found = []
    for group in groups:
        size = _LARGEST
        while size > _SMALLEST and _tall(group, size, wide) > tall:
            size -= 1
        found.append(Set(tuple(group), size))
    return found


def draw(page: Page, shown: Set, language: str) -> None:
    """Speaker, words, citation for each; one too long for a slide is cut at the end of a word."""
    room = page.room
    if page.placeholder is not None:
        shape = page.placeholder
        shape.left, shape.top, shape.width, shape.height = (
            room.left, room.top, room.width, room.height)
        frame = plain(shape.text_frame)
    else:
        frame = box(page.paper, room)
        shape = page.paper.shapes[-1]
    said = Style(shown.size)
    left = room.tall / len(shown.quotes) if len(shown.quotes) == 1 else room.tall
    for one in shown.quotes:
        who = comma(language).join(filter(None, (one.who, one.office)))
        if who or one.how:
            parts = [Part(who, Style(shown.size * 0.8, _ACCENT, bold=True))] if who else []
            parts += [Part(f"  {one.how}" if who else one.how, Style(shown.size * 0.7, QUIET))]
            write(frame, parts, language, after=3)
        cited = measure.height(one.evidence.cited, _CITED, room.wide) + _SPACE
        words = measure.clipped(one.text, shown.size, room.wide,
                                max(left - cited - 1.5 * shown.size, shown.size))
        write(frame, _marked(words, one, said), language, "own", after=3)
        link = link_of(one.evidence)
        write(frame, [Part(one.evidence.cited, Style(_CITED, QUIET), link=link)], language,
              after=_SPACE)
    name(shape, "quotes", "\n".join(one.text for one in shown.quotes))


def concordance(quotes: tuple[Quote, ...], language: str) -> Grid:
    """Each line in three cells, read in the order of its own language; the word in the middle."""
    rows = []
    for one in quotes:
        start, end = one.hit
        before, hit, after = one.text[:start], one.text[start:end], one.text[end:].lstrip()
        before = before.lstrip()
        if len(before) > _CONTEXT:
            cut = whole_words(before, len(before) - _CONTEXT, len(before))[0]
            before = "…" + before[cut:].lstrip()
        if len(after) > _CONTEXT:
            after = after[:whole_words(after, 0, _CONTEXT)[1]].rstrip() + "…"
        same = way_of(one.text, language) == way_of("", language)
        cells = [
            Entry(before, one.language, side="end" if same else "start"),
            Entry(hit, one.language, link_of(one.evidence), bold=True, side="centre",
                  colour=_ACCENT),
            Entry(after, one.language, side="start" if same else "end"),
        ]
        rows.append(tuple(cells if same else reversed(cells)))
    return Grid((), tuple(rows), (0.42, 0.16, 0.42))


def link_of(evidence: Evidence) -> str:
    """Where a citation leads: to the article itself, else to its place in the dashboard."""
    return next(filter(is_web, (evidence.url, evidence.where)), "")


def _marked(words: str, one: Quote, style: Style) -> list[Part]:
    start, end = one.hit
    if not start < end <= len(words):
        return [Part(words, style, one.language)]
    strong = Style(style.size, INK, bold=True)
    return [Part(piece, look, one.language) for piece, look in (
        (words[:start], style), (words[start:end], strong), (words[end:], style)) if piece]


def _tall(quotes: list[Quote], size: float, wide: float) -> float:
    return sum(
        measure.height(one.text, size, wide) + measure.height(one.evidence.cited, _CITED, wide)
        + (1.4 * size if one.who or one.office or one.how else 0) + _SPACE + 6
        for one in quotes
    )
