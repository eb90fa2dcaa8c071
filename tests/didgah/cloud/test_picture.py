"""The downloaded picture says what it is of, and runs nothing."""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET

import numpy as np
from PIL import Image

from didgah.cloud.layout import Word, arrange
from didgah.cloud.picture import Caption, png, svg

COLOURS = {"word": "#17212b", "name": "#0b5a86"}
LAYOUT = arrange([Word("fa:r", "روسیه", 9, "name"), Word("fa:h", "همکاری‌ها", 4)], 400, 200)


def _caption(**changes):
    told = {
        "title": "واژه‌های پربسامد", "lines": ("همهٔ خبرها", "نسخهٔ دادهٔ ab12"),
        "scale_title": "شمار", "scale": tuple(str(int(v)) for v, _ in LAYOUT.scale),
        "key": (("name", "نام‌ها"), ("word", "واژه‌ها")), "direction": "rtl",
    } | changes  # fmt: skip
    return Caption(**told)


def _texts(document: str) -> list[str]:
    root = ET.fromstring(document)
    return [element.text for element in root.iter("{http://www.w3.org/2000/svg}text")]


def test_svg_keeps_the_words_as_text_with_caption_and_fonts():
    document = svg(LAYOUT, _caption(), COLOURS)
    assert {"روسیه", "همکاری‌ها", "واژه‌های پربسامد", "نام‌ها", "همهٔ خبرها"} <= set(_texts(document))
    assert "src:url(data:font/woff;base64," in document
    assert "http://" not in document.replace("http://www.w3.org/2000/svg", "")


def test_each_word_of_the_svg_is_told_its_direction():
    words = [Word("fa:g", "گروه «روسیه – جهان اسلام»", 3), Word("fa:o", "OPEC", 2)]
    document = svg(arrange(words, 700, 200), _caption(scale=("2",)), COLOURS)
    told = {
        element.text: element.get("direction")
        for element in ET.fromstring(document).iter("{http://www.w3.org/2000/svg}text")
    }
    assert (told["گروه «روسیه – جهان اسلام»"], told["OPEC"]) == ("rtl", "ltr")


def test_png_is_drawn_in_the_colours_of_the_kinds():
    image = Image.open(io.BytesIO(png(LAYOUT, _caption(), COLOURS)))
    pixels = np.asarray(image).reshape(-1, 3)
    for colour in COLOURS.values():
        wanted = [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
        assert (pixels == wanted).all(1).sum() > 500
    assert image.width == 2 * (400 + 56)


def test_long_filters_are_wrapped_not_cut():
    words = " ".join(f"پالایه‌شمارهٔ{i}" for i in range(40))
    document = svg(LAYOUT, _caption(lines=(words,)), COLOURS)
    lines = [t for t in _texts(document) if "پالایه" in t]
    assert len(lines) > 3
    assert " ".join(lines) == words


def test_markup_in_a_caption_or_a_word_stays_text():
    hostile = '</text><script>alert(1)</script>&\u202e"'
    layout = arrange([Word("en:x", hostile, 2)], 800, 200)
    document = svg(layout, _caption(title=hostile, scale=("2",)), COLOURS)
    shown = '</text><script>alert(1)</script>&[RLO]"'
    assert _texts(document).count(shown) == 2
    assert "<script" not in document
    assert png(layout, _caption(title=hostile, scale=("2",)), COLOURS).startswith(b"\x89PNG")
