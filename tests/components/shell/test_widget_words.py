"""The table of Streamlit's own words is that of the Streamlit installed."""

from __future__ import annotations

import re
from pathlib import Path

import streamlit

from components.shell import widget_words

_BUNDLES = Path(streamlit.__file__).parent / "static" / "static" / "js"


def test_streamlit_writes_every_english_word_of_the_table() -> None:
    scripts = "\n".join(path.read_text(encoding="utf-8") for path in _BUNDLES.glob("*.js"))
    fixed = [
        part for english, _ in widget_words.words("fa")
        for part in re.split(r"\{\w+\}", english) if part
    ]
    assert len(fixed) > 30
    assert [one for one in fixed if one not in scripts] == []


def test_english_pages_need_no_other_words() -> None:
    assert widget_words.words("en") == ()
