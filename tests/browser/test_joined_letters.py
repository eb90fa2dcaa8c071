"""Two hundred Persian words drawn by the browser and by the PNG path are the same pictures."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from didgah.cloud import shaping
from didgah.cloud.layout import Layout, Placed, Word
from didgah.cloud.picture import Caption, png, svg

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

STEMS = (
    "کتاب", "نشست", "همکاری", "گفت‌وگو", "پیشنهاد", "سرمایه‌گذاری", "دانشگاه", "مسئله", "برنامه",
    "نماینده", "رئیس‌جمهور", "وزیر", "شهر", "کشور", "جهان", "اندیشه", "پیام", "بانک", "گروه", "عضو",
)  # fmt: skip
ENDINGS = ("", "‌ها", "‌های", "‌هایی", "‌ام", "‌اش", "‌مان", "‌تان", "‌شان", "‌ای")
WORDS = tuple(stem + ending for stem in STEMS for ending in ENDINGS)
WIDE, HIGH, COLUMNS, SIZE = 240, 64, 5, 28
EDGE = 28
COLOURS = {"word": "#000000", "name": "#000000"}


def _layout(words) -> Layout:
    placed = tuple(
        Placed(Word(f"fa:{n}", word, 1.0), SIZE, (n % COLUMNS + 0.5) * WIDE,
               (n // COLUMNS + 0.6) * HIGH, 0, 0, 0, 0)
        for n, word in enumerate(words)
    )
    rows = -(-len(words) // COLUMNS)
    return Layout(WIDE * COLUMNS, HIGH * rows, shaping.font_path(words[0]), placed, (), ())


def _cells(picture: bytes, count: int) -> list[np.ndarray]:
    """The ink of each word, in the shape of its cell, cut to where there is any."""
    ink = np.asarray(Image.open(io.BytesIO(picture)).convert("L")) < 128
    found = []
    for n in range(count):
        # The sheet's own edge and title stand before the words.
        x = 2 * (EDGE + n % COLUMNS * WIDE)
        y = 2 * (TOP + n // COLUMNS * HIGH)
        cell = ink[y : y + 2 * HIGH, x : x + 2 * WIDE]
        rows, columns = np.flatnonzero(cell.any(1)), np.flatnonzero(cell.any(0))
        assert rows.size, WORDS[n]
        found.append(cell[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1])
    return found


TOP = EDGE + 26 + 34 - 8  # as the sheet lays out a title of one line


def _alike(one: np.ndarray, other: np.ndarray) -> float:
    """Share of ink that both have, the two laid on each other at their right upper corners."""
    shape = np.maximum(one.shape, other.shape)
    laid = [
        np.pad(part, ((0, shape[0] - part.shape[0]), (shape[1] - part.shape[1], 0)))
        for part in (one, other)
    ]
    return float((laid[0] & laid[1]).sum() / (laid[0] | laid[1]).sum())


def test_browser_and_png_draw_the_same_joined_words(visit):
    layout = _layout(WORDS)
    caption = Caption("ا", (), "", (), (), "rtl")
    page = visit(width=1300).page
    page.set_content(f"<body style='margin:0'>{svg(layout, caption, COLOURS)}</body>")
    page.evaluate("document.fonts.ready")
    page.wait_for_timeout(300)
    shot = Image.open(io.BytesIO(page.locator("svg").screenshot()))
    kept = io.BytesIO()
    shot.resize((2 * shot.width, 2 * shot.height), Image.Resampling.LANCZOS).save(kept, "PNG")
    drawn = _cells(png(layout, caption, COLOURS), len(WORDS))
    seen = _cells(kept.getvalue(), len(WORDS))
    alike = {word: _alike(*pair) for word, *pair in zip(WORDS, drawn, seen, strict=True)}
    assert min(alike.values()) > 0.6, sorted(alike.items(), key=lambda one: one[1])[:5]
    parted = _cells(png(_layout([" ".join(word) for word in WORDS]), caption, COLOURS), len(WORDS))
    apart = [_alike(*pair) for pair in zip(parted, seen, strict=True)]
    assert max(apart) < min(alike.values())
