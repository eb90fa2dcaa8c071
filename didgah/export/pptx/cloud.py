"""The word cloud as text: a box for each word, where `didgah.cloud.layout` puts it."""

from __future__ import annotations

from pptx.enum.text import MSO_ANCHOR

from didgah.briefing.slides import Cloud
from didgah.cloud import layout
from didgah.export.pptx.page import Page, box, name
from didgah.export.pptx.words import QUIET, Part, Style, write

_SCALE = 0.82  # places are sought with the project's own narrower face
_CAPTION = 20.0
_SMALLEST, _LARGEST = 14, 76  # pixels of the layout


def draw(page: Page, cloud: Cloud, language: str) -> None:
    """Words sized by value; what the sizes mean stands above them."""
    room = page.room
    frame = box(page.paper, room.part(0, 0, room.wide, _CAPTION))
    write(frame, [Part(cloud.unit, Style(11, QUIET))], language)
    name(page.paper.shapes[-1], "caption", cloud.unit)
    # Terms must differ for the layout: the place in the order makes equal words two.
    known = {f"{one.text}\0{n}": one for n, one in enumerate(cloud.words)}
    placed = layout.arrange(
        [layout.Word(term, one.text, one.value) for term, one in known.items()],
        round(room.wide), round(room.tall - _CAPTION), _SMALLEST, _LARGEST).placed
    for one in placed:
        word = known[one.word.term]
        where = room.part(one.left, _CAPTION + one.top, max(one.right - one.left, 1),
                          max(one.bottom - one.top, 1))
        frame = box(page.paper, where, MSO_ANCHOR.MIDDLE)
        frame.word_wrap = False
        write(frame, [Part(word.text, Style(round(one.size * _SCALE, 1), word.colour),
                           cloud.language)], language, "centre")
        gloss = f" ({word.gloss})" if word.gloss and word.gloss != word.text else ""
        name(page.paper.shapes[-1], "word", f"{word.text}{gloss}: {word.value_words} {cloud.unit}")
