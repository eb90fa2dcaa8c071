"""Arabic letters joined, whichever way Pillow was built.

Pillow joins and orders right to left text itself when it finds raqm and the system's
fribidi. Where fribidi is missing it silently draws separate letters in the wrong order,
and text must be shaped before it is handed over. Doing both turns every word round
(amueller/word_cloud#723), so this module is the one place that decides.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Literal

from arabic_reshaper import ArabicReshaper
from bidi import get_display
from PIL import ImageFont, features

from didgah.bundled import DATA

_FONTS = DATA / "fonts"
_RESHAPER = ArabicReshaper(
    # The defaults drop vowel signs and, with them, the hamza of «مسئلهٔ».
    configuration={"delete_harakat": False, "delete_tatweel": False, "support_zwj": True}
)
_INVISIBLE = dict.fromkeys([0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x061C], None)


def pillow_joins() -> bool:
    """True when Pillow shapes text itself on this machine."""
    return features.check("raqm")


def drawable(text: str, direction: Literal["rtl", "ltr"] | None = None) -> str:
    """`text` in the form that Pillow here must be given to draw it joined and in order.

    `direction` is that of the line; None takes it from the first letter, as Pillow does
    unless it is told (`draw.text(…, **line(direction))`).
    """
    if pillow_joins():
        return text
    shaped = _RESHAPER.reshape(text)
    base = {"rtl": "R", "ltr": "L", None: None}[direction]
    # Their work is done; a font drawn without shaping would give them a width.
    return get_display(shaped, base_dir=base).translate(_INVISIBLE)


def base(text: str) -> Literal["rtl", "ltr"]:
    """The direction of a word by its first letter, as Pillow takes it.

    SVG must be told: it sets the quotation mark that ends «…» on the wrong side otherwise.
    """
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind in ("R", "AL"):
            return "rtl"
        if kind == "L":
            return "ltr"
    return "ltr"


def line(direction: Literal["rtl", "ltr"]) -> dict[str, str]:
    """What to add to Pillow's drawing calls for a line of that direction."""
    return {"direction": direction} if pillow_joins() else {}


def font_path(text: str, bold: bool = True) -> str:
    """Path of the bundled font that has the letters of `text`."""
    weight = "Bold" if bold else "Regular"
    cyrillic = any("\u0400" <= char <= "\u052f" for char in text)
    return str(_FONTS / f"{'NotoSans' if cyrillic else 'Vazirmatn'}-{weight}.ttf")


@cache
def font(path: str, size: int) -> ImageFont.FreeTypeFont:
    """The font at `size` pixels, with the layout that `drawable` prepares text for."""
    return ImageFont.truetype(path, size)


def family(path: str) -> str:
    """The name under which a browser knows the font at `path`."""
    return font(path, 12).getname()[0] or ""
