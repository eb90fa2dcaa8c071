"""Where each word stands and how large it is.

Every word has a point of its own, given by its letters, and stands as near to it as larger
words leave it: a change of the filter moves few words, and those little. Sizes are a function
of the value alone, so that a scale can be drawn beside the picture and be true.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from didgah.cloud import shaping

_MARGIN = 6  # pixels kept free around each word
_CELL = 4  # pixels of the grid that places are sought on
_SHRINK = 0.9  # step by which the largest size is lowered until every word fits
_LEGEND_LARGEST = 40  # pixels
_FILL = 0.62  # share of the area that words' boxes can cover and still find places


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
    """Each word, largest first, at the free place nearest to the point that is its own."""
    taken = np.zeros((height // _CELL, width // _CELL), dtype=np.int32)
    rows, columns = np.indices(taken.shape)
    placed = []
    for word, size in zip(ranked, sizes, strict=True):
        ink = shaping.font(path, size).getbbox(shaping.drawable(word.label), anchor="ms")
        wide = -(-int(ink[2] - ink[0] + _MARGIN) // _CELL)
        high = -(-int(ink[3] - ink[1] + _MARGIN) // _CELL)
        free = _free(taken, wide, high)
        if not free.any():
            return None
        x, y = _own_point(word.term)
        # The word's middle: so a word that grows a little stays where it is.
        away = np.hypot(
            columns[: free.shape[0], : free.shape[1]] + wide / 2 - x * taken.shape[1],
            rows[: free.shape[0], : free.shape[1]] + high / 2 - y * taken.shape[0],
        )
        away[~free] = np.inf
        top, left = np.unravel_index(int(away.argmin()), away.shape)
        taken[top : top + high, left : left + wide] = 1
        placed.append(_at(word, size, int(left), int(top), ink))
    return tuple(placed)


def _free(taken: np.ndarray, wide: int, high: int) -> np.ndarray:
    """Where the top left corner of a box of so many cells can stand."""
    if high > taken.shape[0] or wide > taken.shape[1]:
        return np.zeros((0, 0), dtype=bool)
    sums = np.pad(taken.cumsum(0).cumsum(1), ((1, 0), (1, 0)))
    inside = sums[high:, wide:] - sums[:-high, wide:] - sums[high:, :-wide] + sums[:-high, :-wide]
    return inside == 0


def _own_point(term: str) -> tuple[float, float]:
    """Where a word would stand if it were alone, as shares of width and height, by its letters."""
    digest = hashlib.sha256(term.encode()).digest()
    x, y = (int.from_bytes(digest[at : at + 4]) / 2**32 for at in (0, 4))
    return x, y


def _at(word: Word, size: int, left: int, top: int, ink: tuple[float, ...]) -> Placed:
    x, y = left * _CELL + _MARGIN // 2, top * _CELL + _MARGIN // 2
    return Placed(
        word, size, x=x - ink[0], baseline=y - ink[1], left=x, top=y,
        right=int(x + ink[2] - ink[0]), bottom=int(y + ink[3] - ink[1]),
    )
