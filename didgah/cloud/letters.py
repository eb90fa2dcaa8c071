"""The letters of a font that a text uses, small enough to travel with it."""

from __future__ import annotations

import io

from fontTools import subset
from fontTools.ttLib import TTFont


def woff(path: str, text: str) -> bytes:
    """A WOFF of the font at `path` with the glyphs of `text` and the rules that join them."""
    options = subset.Options()
    options.layout_features = ["*"]
    font = TTFont(path)
    cutter = subset.Subsetter(options)
    cutter.populate(text=text)
    cutter.subset(font)
    font.flavor = "woff"
    kept = io.BytesIO()
    font.save(kept)
    return kept.getvalue()
