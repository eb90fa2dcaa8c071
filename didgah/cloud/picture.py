"""A layout as a picture that can stand alone: title, filters, scale, key, source on it.

PNG and SVG are drawn from one list of lines and words, so that they say the same. The SVG
keeps real text and carries the letters of the font that it uses.
"""

from __future__ import annotations

import base64
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal
from xml.sax.saxutils import escape, quoteattr

from PIL import Image, ImageDraw

from didgah.cloud import letters, shaping
from didgah.cloud.layout import Layout
from didgah.highlight import inert

_EDGE = 28  # pixels of white around everything
_INK, _QUIET, _PAPER = "#1f2430", "#565d6b", "#ffffff"


@dataclass(frozen=True, slots=True)
class Caption:
    """What is written around the cloud, in the reader's language and digits.

    `lines` (filters in words, n, source, data version) stand under the picture; `scale`
    words the values of `Layout.scale`, in that order; `key` names the kinds shown.
    """

    title: str
    lines: tuple[str, ...]
    scale_title: str
    scale: tuple[str, ...]
    key: tuple[tuple[Literal["word", "name"], str], ...]
    direction: Literal["rtl", "ltr"]


@dataclass(frozen=True, slots=True)
class _Text:
    text: str
    x: float
    baseline: float
    size: int
    font: str
    colour: str = _INK
    anchor: Literal["start", "middle"] = "start"
    direction: Literal["rtl", "ltr"] | None = None


@dataclass(frozen=True, slots=True)
class _Sheet:
    width: int
    height: int
    words: tuple[_Text, ...]  # of the cloud, which stands at `cloud_top`
    texts: tuple[_Text, ...]  # around it
    cloud_top: int
    dots: tuple[tuple[float, float, str], ...]  # x, y, colour of the key


def png(layout: Layout, caption: Caption, colours: dict[str, str], zoom: int = 2) -> bytes:
    """The picture as PNG bytes, `zoom` times the layout's pixels. `colours` by word kind."""
    sheet = _sheet(layout, caption, colours)
    image = Image.new("RGB", (sheet.width * zoom, sheet.height * zoom), _PAPER)
    image.paste(_cloud(layout, colours, zoom), (_EDGE * zoom, sheet.cloud_top * zoom))
    draw = ImageDraw.Draw(image)
    for x, y, colour in sheet.dots:
        draw.ellipse([(x - 6) * zoom, (y - 6) * zoom, (x + 6) * zoom, (y + 6) * zoom], fill=colour)
    for item in sheet.texts:
        draw.text(
            (item.x * zoom, item.baseline * zoom),
            shaping.drawable(item.text, item.direction),
            font=shaping.font(item.font, item.size * zoom),
            anchor="rs" if item.direction == "rtl" else "ls", fill=item.colour,
            **(shaping.line(item.direction) if item.direction else {}),
        )
    kept = io.BytesIO()
    image.save(kept, "PNG", optimize=True)
    return kept.getvalue()


def _cloud(layout: Layout, colours: dict[str, str], zoom: int) -> Image.Image:
    """The words alone, drawn by the wordcloud package at the places of `layout`."""
    from wordcloud import WordCloud  # it loads matplotlib: half a second nobody else should wait

    drawn = WordCloud(
        font_path=layout.font, width=layout.width, height=layout.height, scale=zoom,
        background_color=_PAPER,
    )
    drawn.layout_ = []
    for placed in layout.placed:
        label = shaping.drawable(inert(placed.word.label))
        font = shaping.font(layout.font, placed.size * zoom)
        # It takes the corner where the line begins and the ascender ends.
        left = placed.x * zoom - font.getlength(label) / 2
        top = placed.baseline * zoom - font.getmetrics()[0]
        drawn.layout_.append((
            (label, placed.word.value), placed.size, (top / zoom, left / zoom), None,
            colours[placed.word.kind],
        ))
    return drawn.to_image()


def svg(layout: Layout, caption: Caption, colours: dict[str, str]) -> str:
    """The picture as an SVG document with real text and its fonts inside."""
    sheet = _sheet(layout, caption, colours)
    written = (*sheet.texts, *sheet.words)
    fonts = {path: f"cloud{i}" for i, path in enumerate(sorted({t.font for t in written}))}
    faces = "".join(
        f"@font-face{{font-family:{family};src:url(data:font/woff;base64,"
        f"{_letters(path, written)})}}"
        for path, family in fonts.items()
    )
    drawn = [
        _svg_head(sheet, caption.title),
        f"<style>{faces}</style>",
        f'<rect width="{sheet.width}" height="{sheet.height}" fill="{_PAPER}"/>',
        *(
            f'<circle cx="{x:g}" cy="{y:g}" r="6" fill="{colour}"/>'
            for x, y, colour in sheet.dots
        ),
        *(_svg_text(item, fonts[item.font]) for item in written),
        "</svg>",
    ]
    return "\n".join(drawn)


def _svg_head(sheet: _Sheet, title: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {sheet.width} {sheet.height}" '
        f'width="{sheet.width}" height="{sheet.height}" role="img" '
        f"aria-label={quoteattr(inert(title))}>"
    )


def _svg_text(item: _Text, family: str) -> str:
    direction = f' direction="{item.direction}"' if item.direction else ""
    return (
        f'<text x="{item.x:g}" y="{item.baseline:g}" font-family="{family}" '
        f'font-size="{item.size}" text-anchor="{item.anchor}"{direction} '
        f'fill="{item.colour}">{escape(item.text)}</text>'
    )


def _sheet(layout: Layout, caption: Caption, colours: dict[str, str]) -> _Sheet:
    right = caption.direction == "rtl"
    width = layout.width + 2 * _EDGE
    start = width - _EDGE if right else _EDGE
    step = -1 if right else 1
    texts: list[_Text] = []
    dots = []

    def write(text: str, x: float, y: float, size: int, bold: bool, colour: str) -> float:
        shown = inert(text)
        font = shaping.font_path(shown, bold)
        texts.append(_Text(shown, x, y, size, font, colour, direction=caption.direction))
        return shaping.font(font, size).getlength(
            shaping.drawable(shown, caption.direction), **shaping.line(caption.direction)
        )

    y = _EDGE + 26
    for part in _wrapped(caption.title, 24, layout.width, bold=True):
        write(part, start, y, 24, True, _INK)
        y += 34
    top = y - 8
    words = tuple(
        _Text(
            inert(placed.word.label), _EDGE + placed.x, top + placed.baseline, placed.size,
            layout.font, colours[placed.word.kind], "middle", shaping.base(placed.word.label),
        )
        for placed in layout.placed
    )
    tallest = max((size for _, size in layout.scale), default=0)
    y = top + layout.height + 24 + int(0.75 * tallest)
    x = start
    x += step * (write(caption.scale_title, x, y, 15, False, _QUIET) + 18)
    for (_, size), label in zip(layout.scale, caption.scale, strict=True):
        x += step * (write(label, x, y, size, True, _INK) + 22)
    y += 34
    x = start
    for kind, label in caption.key:
        dots.append((x + step * 6, y - 5, colours[kind]))
        x += step * (write(label, x + step * 20, y, 15, False, _INK) + 44)
    for line in caption.lines:
        for part in _wrapped(line, 14, layout.width, bold=False):
            y += 24
            write(part, start, y, 14, False, _QUIET)
    return _Sheet(width, int(y + _EDGE), words, tuple(texts), top, tuple(dots))


def _wrapped(text: str, size: int, width: int, bold: bool) -> Sequence[str]:
    font = shaping.font(shaping.font_path(text, bold), size)
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and font.getlength(shaping.drawable(longer)) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _letters(path: str, written: Iterable[_Text]) -> str:
    """The glyphs of the texts in the font at `path` as base64 WOFF."""
    text = "".join(one.text for one in written if one.font == path)
    return base64.b64encode(letters.woff(path, text)).decode()
