"""How much room words need, by the widths that letters have on the average.

PowerPoint and LibreOffice set text with whatever face the machine has, so more exact figures
would be no truer; these are on the safe side for Tahoma and DejaVu Sans.
"""

from __future__ import annotations

import math

LONGEST = 10_000  # characters that are measured: more fit on no slide at any size
_LEADING = 1.25  # heights of a line in sizes of its letters
_EM = {"wide": 0.6, "narrow": 0.54, "joined": 0.55}


def width(text: str, size: float) -> float:
    """Points that `text` on one line takes at `size` points."""
    return size * sum(_em(char) for char in text)


def height(text: str, size: float, room: float) -> float:
    """Points from top to bottom of `text` broken into lines of `room` points."""
    return _LEADING * size * max(1, math.ceil(1.08 * width(text[:LONGEST], size) / max(room, size)))


def fitting(text: str, room: float, tall: float, largest: float, smallest: float) -> float:
    """The largest size, in points, at which `text` fits into `room` by `tall`; at least
    `smallest`."""
    size = largest
    while size > smallest and height(text, size, room) > tall:
        size -= 1
    return size


def clipped(text: str, size: float, room: float, tall: float) -> str:
    """`text`, or its beginning up to a word's end and «…» where it does not fit."""
    if height(text, size, room) <= tall:
        return text
    text = text[:LONGEST]
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if height(text[:middle] + "…", size, room) <= tall:
            low = middle
        else:
            high = middle - 1
    cut = text[:low].rsplit(None, 1)
    return (cut[0] if len(cut) > 1 and len(cut[0]) > low / 2 else text[:low]).rstrip() + "…"


def _em(char: str) -> float:
    if "\u0590" <= char <= "\u08ff":
        return _EM["joined"]
    return _EM["wide"] if "\u0400" <= char <= "\u052f" or char.isupper() else _EM["narrow"]
