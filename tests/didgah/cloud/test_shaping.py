"""Letters joined on pixels, with raqm and without it."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont, features

from didgah.cloud import shaping

WORDS = (
    "می‌شود", "همکاری‌های", "لاوروف", "گفت‌وگو", "کمیسیون مشترک", "محمد بن سلمان",
    "سازمان همکاری اسلامی", "ایران‌ها", "الإسلامي", "السعودية", "کازان ۲۰۲۳", "۱۴۰۰ سال",
    "پیشنهاد", "ژاپن", "چچن", "مسئلهٔ",
)  # fmt: skip

needs_raqm = pytest.mark.skipif(
    not features.check("raqm"), reason="libfribidi0 is not installed on this machine"
)


def _without_fribidi(monkeypatch):
    # What Pillow itself finds on a host without libfribidi, so that it takes its own fallback too.
    monkeypatch.setattr(ImageFont.core, "HAVE_RAQM", False)
    shaping.font.cache_clear()


@pytest.fixture(autouse=True)
def _fonts_of_this_machine():
    shaping.font.cache_clear()
    yield
    shaping.font.cache_clear()


def _shapes(text: str, size: int = 64) -> list[tuple[int, int, int]]:
    """Width, height and ink of each connected piece of the drawn text, left to right."""
    font = shaping.font(shaping.font_path(text), size)
    image = Image.new("L", (1100, 190))
    ImageDraw.Draw(image).text((30, 120), text, font=font, fill=255, anchor="ls")
    image = image.point(lambda level: 255 if level > 127 else 0)
    found = []
    for x in range(image.width):
        for y in np.flatnonzero(np.asarray(image)[:, x] == 255):
            if image.getpixel((x, int(y))) == 255:
                ImageDraw.floodfill(image, (x, int(y)), 100)
                rows, columns = np.nonzero(np.asarray(image) == 100)
                found.append((int(np.ptp(columns)), int(np.ptp(rows)), len(rows)))
                image = image.point(lambda level: 0 if level == 100 else level)
    return [shape for shape in found if shape[2] > 3]


@needs_raqm
@pytest.mark.parametrize("word", [w for w in WORDS if "ٔ" not in w])
def test_both_ways_of_shaping_draw_the_same_pieces(word, monkeypatch):
    by_raqm = _shapes(shaping.drawable(word))
    _without_fribidi(monkeypatch)
    by_ourselves = _shapes(shaping.drawable(word))
    assert len(by_raqm) == len(by_ourselves)
    for one, other in zip(by_raqm, by_ourselves, strict=True):
        assert one == pytest.approx(other, rel=0.1, abs=3)


@pytest.mark.parametrize("fribidi", [pytest.param(True, marks=needs_raqm), False])
@pytest.mark.parametrize("word", WORDS)
def test_no_word_is_drawn_in_its_isolated_letters(word, fribidi, monkeypatch):
    if not fribidi:
        _without_fribidi(monkeypatch)
    joined = _shapes(shaping.drawable(word))
    _without_fribidi(monkeypatch)
    separate = _shapes(word.replace("\u200c", ""))  # what Pillow makes of raw text then
    assert len(joined) < len(separate)


@pytest.mark.parametrize("fribidi", [pytest.param(True, marks=needs_raqm), False])
def test_half_space_parts_letters_without_a_gap_of_its_own(fribidi, monkeypatch):
    if not fribidi:
        _without_fribidi(monkeypatch)
    parted, glued, spaced = (_width(word) for word in ("می‌شود", "میشود", "می شود"))
    assert glued < parted < spaced
    bodies = [
        sum(ink > 300 for *_, ink in _shapes(shaping.drawable(word))) for word in ("می‌شود", "میشود")
    ]
    assert bodies == [3, 2]  # می شو د, میشو د


def _width(word: str) -> float:
    return shaping.font(shaping.font_path(word), 64).getlength(shaping.drawable(word))


def test_shaping_is_never_done_twice(monkeypatch):
    if features.check("raqm"):
        assert shaping.drawable("سلام") == "سلام"
    _without_fribidi(monkeypatch)
    assert shaping.drawable("سلام") != "سلام"
    assert "\u200c" not in shaping.drawable("می‌شود")


def test_every_letter_of_the_four_languages_has_a_glyph():
    from fontTools.ttLib import TTFont

    letters = {
        "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیءأؤئة۰۱۲۳۴۵۶۷۸۹٠١٢٤٥٦يكىإ‌",
        "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя№«»—0123456789",
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'’-",
    }
    for alphabet in letters:
        for bold in (True, False):
            known = TTFont(shaping.font_path(alphabet, bold)).getBestCmap()
            assert [char for char in alphabet if ord(char) not in known] == []
