"""The project's fonts for a page that carries its own: only the letters that it writes."""

from __future__ import annotations

import base64

from didgah.bundled import DATA
from didgah.cloud import letters
from didgah.export import ligatures

_FONTS = DATA / "fonts"
# Each family where its letters are; what neither has is left to the reader's device.
_CYRILLIC = "unicode-range:U+0300-036F,U+0400-052F,U+2DE0-2DFF;"
_WEIGHTS = (("Regular", "400"), ("Bold", "700"))


def faces(written: str) -> str:
    """`@font-face` rules with the letters of `written` inside, as family "deck"."""
    used = "".join(sorted(set(written)))
    rules = [
        _face(letters.woff(_path("Vazirmatn", cut), used, ligatures.part), weight)
        for cut, weight in _WEIGHTS
    ]
    if any("\u0400" <= char <= "\u052f" for char in used):
        rules += [_face(letters.woff(_path("NotoSans", cut), used), weight, _CYRILLIC)
                  for cut, weight in _WEIGHTS]
    return "".join(rules)


def _path(family: str, cut: str) -> str:
    return str(_FONTS / f"{family}-{cut}.ttf")


def _face(font: bytes, weight: str, reach: str = "") -> str:
    return (
        f"@font-face{{font-family:deck;font-weight:{weight};{reach}src:url("
        f'"data:font/woff;base64,{base64.b64encode(font).decode()}") format("woff")}}'
    )
