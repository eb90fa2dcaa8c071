"""Where each word stands and how large it is.

The wordcloud package finds the free places (its own tokeniser is never used: it cuts words
at the half-space). Its sizes depend on which words happened to fit; ours are a function of
the value alone, so that a scale can be drawn beside the picture and be true.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Literal

from wordcloud import WordCloud

from didgah.cloud import shaping

_MARGIN = 9  # pixels kept free around each word
_SHRINK = 0.9  # step by which the largest size is lowered until every word fits
_LEGEND_LARGEST = 40  # pixels
_FILL = 0.62  # share of the area that words' boxes can cover and still be placed at random


@dataclass(frozen=True, slots=True)
class Word:
    """What is counted (`term`), how it is written, its value, and what kind it is."""

    term: str
    label: str
    value: float
    kind: Literal["word", "name"] = "word"


@dataclass(frozen=True, slots=True)
class Placed:
    """A word at its place, in pixels from the top left corner.

    `x`, `baseline` is the middle of the word on its base line, the point both an SVG
    `text-anchor="middle"` and Pillow's anchor "ms" take. The box is that of the ink.
    """

    word: Word
    size: int
    x: float
    baseline: float
    left: int
    top: int
    right: int
    bottom: int


@dataclass(frozen=True, slots=True)
class Layout:
    """The picture in numbers. `left_out` are words too small for the room there was."""

    width: int
    height: int
    font: str  # path of the font file it was measured with
    placed: tuple[Placed, ...]
    left_out: tuple[Word, ...]
    scale: tuple[tuple[float, int], ...]  # (value, font size) pairs for the legend, falling


class _Label(str):
    """A label that is equal to nothing else: two terms may be written the same way."""

    __slots__ = ("word",)
    word: Word
    __hash__ = object.__hash__

    def __eq__(self, other: object) -> bool:
        return self is other


class _Places:
    """Picks each word's place by the word itself, so that a change moves no larger word."""

    def __init__(self, labels: Sequence[_Label]) -> None:
        self._waiting = iter(labels)
        self._random = Random(0)

    def random(self) -> float:
        """Called by wordcloud once per word, before it looks for a place."""
        term = next(self._waiting).word.term
        self._random = Random(hashlib.sha256(term.encode()).digest())
        return 0.0

    def randint(self, low: int, high: int) -> int:
        """Called by wordcloud to choose among the free places, which come row by row."""
        return round(self._random.triangular(low, high))  # large words gather half way down


def arrange(
    words: Sequence[Word], width: int = 1000, height: int = 500, smallest: int = 15,
    largest: int = 120,
) -> Layout:
    """Place `words`, all horizontal, largest value first; sizes in pixels.

    The same words in any order give the same layout. When they do not fit, the largest
    size is lowered step by step; when even that does not help, the smallest values are
    left out and named in the result.
    """
    font = str(shaping.font_path(" ".join(w.label for w in words)))
    ranked = sorted((w for w in words if w.value > 0), key=lambda w: (-w.value, w.term))
    if not ranked:
        return Layout(width, height, font, (), tuple(words), ())
    left_out: list[Word] = [w for w in words if w.value <= 0]
    top = _first_guess(ranked, font, width, height, smallest, largest)
    while True:
        sizes = [font_size(w.value, ranked, smallest, top) for w in ranked]
        placed = _place(ranked, sizes, font, width, height)
        if placed is not None:
            break
        if top > 2 * smallest:
            top = int(top * _SHRINK)
        else:
            keep = max(1, int(len(ranked) * _SHRINK))
            if keep == len(ranked):  # one word, wider than the picture at every size
                return Layout(width, height, font, (), tuple(words), ())
            left_out += ranked[keep:]
            ranked = ranked[:keep]
    scale = _scale(ranked, smallest, top)
    return Layout(width, height, font, placed, tuple(left_out), scale)


def in_rows(
    words: Sequence[Word], smallest: int = 14, largest: int = 40
) -> tuple[tuple[tuple[Word, int], ...], tuple[tuple[float, int], ...]]:
    """`words` with their sizes in pixels, largest value first, to be set in lines; the scale."""
    ranked = sorted((w for w in words if w.value > 0), key=lambda w: (-w.value, w.term))
    sized = tuple((w, font_size(w.value, ranked, smallest, largest)) for w in ranked)
    return sized, _scale(ranked, smallest, largest) if ranked else ()


def font_size(value: float, ranked: Sequence[Word], smallest: int, largest: int) -> int:
    """Pixels for `value`: between the two sizes by the square root, as areas are compared."""
    low, high = math.sqrt(ranked[-1].value), math.sqrt(ranked[0].value)
    if high == low:
        return round((smallest + largest) / 2)
    return round(smallest + (largest - smallest) * (math.sqrt(value) - low) / (high - low))


def _scale(ranked: Sequence[Word], smallest: int, largest: int) -> tuple[tuple[float, int], ...]:
    # Values that occur, none drawn larger than a legend can bear.
    sized = {w.value: font_size(w.value, ranked, smallest, largest) for w in ranked}
    bearable = [pair for pair in sized.items() if pair[1] <= _LEGEND_LARGEST]
    rest = bearable or list(sized.items())[-1:]
    return tuple(dict.fromkeys([rest[0], rest[len(rest) // 3], rest[-1]]))


def _first_guess(
    ranked: Sequence[Word], path: str, width: int, height: int, smallest: int, largest: int
) -> int:
    while largest > 2 * smallest:
        area, widest = 0.0, 0.0
        for word in ranked:
            size = font_size(word.value, ranked, smallest, largest)
            left, top, right, bottom = _ink(word.label, path, size)
            widest = max(widest, right - left)
            area += (right - left + _MARGIN) * (bottom - top + _MARGIN)
        if area <= _FILL * width * height and widest + _MARGIN < 0.9 * width:
            break
        largest = int(largest * _SHRINK)
    return largest


def _ink(label: str, path: str, size: int) -> tuple[float, float, float, float]:
    # Measured once at 100 pixels: hinting aside, boxes grow with the size.
    box = shaping.font(path, 100).getbbox(shaping.drawable(label))
    return tuple(edge * size / 100 for edge in box)  # type: ignore[return-value]


def _place(
    ranked: Sequence[Word], sizes: Sequence[int], path: str, width: int, height: int
) -> tuple[Placed, ...] | None:
    labels = []
    for word in ranked:
        label = _Label(shaping.drawable(word.label))
        label.word = word
        labels.append(label)
    # Handed the sizes as frequencies, wordcloud reproduces them exactly as long as every
    # word finds a place at its size, and makes one smaller when it does not.
    cloud = WordCloud(
        font_path=path,
        width=width, height=height, margin=_MARGIN, prefer_horizontal=1, max_words=len(ranked),
        max_font_size=sizes[0], min_font_size=sizes[-1], relative_scaling=1,
        random_state=_Places(labels), color_func=lambda *_, **__: "black",
    ).generate_from_frequencies(dict(zip(labels, sizes, strict=True)))
    if [size for _, size, *_ in cloud.layout_] != list(sizes):
        return None
    return tuple(
        _at(label.word, label, size, int(left), int(top), path)
        for (label, _), size, (top, left), *_ in cloud.layout_
    )


def _at(word: Word, label: str, size: int, left: int, top: int, path: str) -> Placed:
    ink_left, ink_top, ink_right, ink_bottom = shaping.font(path, size).getbbox(
        str(label), anchor="ms"
    )
    return Placed(
        word, size, x=left - ink_left, baseline=top - ink_top, left=left, top=top,
        right=int(left + ink_right - ink_left), bottom=int(top + ink_bottom - ink_top),
    )
