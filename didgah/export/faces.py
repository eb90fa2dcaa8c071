"""The project's fonts for a page that carries its own: only the letters that it writes."""

from __future__ import annotations

import base64

from didgah.bundled import DATA
from didgah.cloud import letters

_FONTS = DATA / "fonts"
# Each family where its letters are; what neither has is left to the reader's device.
_FAMILIES = (("Vazirmatn", ""), ("NotoSans", "unicode-range:U+0300-036F,U+0400-052F,U+2DE0-2DFF;"))
_WEIGHTS = (("Regular", "400"), ("Bold", "700"))


def faces(written: str) -> str:
    """`@font-face` rules with the letters of `written` inside, as family "deck"."""
    used = "".join(sorted(set(written)))
    cyrillic = any("\u0400" <= char <= "\u052f" for char in used)
    return "".join(
        f'@font-face{{font-family:deck;font-weight:{weight};{reach}src:url("data:font/woff;base64,'
        f"{base64.b64encode(letters.woff(str(_FONTS / f'{family}-{cut}.ttf'), used)).decode()}"
        '") format("woff")}'
        for family, reach in (_FAMILIES if cyrillic else _FAMILIES[:1])
        for cut, weight in _WEIGHTS
    )
