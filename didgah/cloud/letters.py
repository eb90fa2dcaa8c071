"""The letters of a font that a text uses, small enough to travel with it."""

from __future__ import annotations

import io
from collections.abc import Callable

from fontTools import subset
from fontTools.ttLib import TTFont


def woff(
    path: str, text: str, change: Callable[[TTFont], None] | None = None
) -> bytes:
    """A WOFF of the font at `path` with the glyphs of `text` and the rules that join them.

    `change` is done to the whole font before.
    """
    options = subset.Options()
    options.layout_features = ["*"]
    font = TTFont(path)
    if change is not None:
        change(font)
    cutter = subset.Subsetter(options)
    cutter.populate(text=text)
    cutter.subset(font)
    font.flavor = "woff"
    kept = io.BytesIO()
    font.save(kept)
    return kept.getvalue()
