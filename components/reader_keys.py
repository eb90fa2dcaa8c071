"""The keyboard of the reader, and the sheet that tells its keys."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from didgah.language.messages import text
from didgah.language.writing import direction

_KEYS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("j", "k"), "articles"), (("n", "p"), "matches"), (("Enter",), "open"),
    (("Esc",), "close_article"), (("/",), "search"), (("?",), "help"),
)
_component = st.components.v2.component(
    "didgah_reader_keys",
    html="<button type='button' class='open' aria-haspopup='dialog'></button>"
         "<dialog><h2></h2><dl></dl><button type='button'></button></dialog>",
    css=Path(__file__).with_suffix(".css").read_text(encoding="utf-8"),
    js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8"),
)


def keys(language: str, *, listed: bool, near: str = "") -> None:
    """Listen to the keys of the list or of the article; show the article `near` in the list."""
    _component(
        key="reader_keys", width="content",
        data={
            "list": listed, "near": near, "direction": direction(language),
            "title": text("reader.keys", language), "close": text("reader.keys_close", language),
            "keys": [[list(names), text(f"reader.keys_{what}", language)]
                     for names, what in _KEYS],
        },
    )
