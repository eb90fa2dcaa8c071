"""The button that copies a link which still shows the same numbers next month."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from components import data, links
from didgah.language.messages import text

_button = st.components.v2.component(
    "didgah_copy_link",
    html="<button type='button' class='copy'></button>",
    css=(Path(__file__).with_name("copylink.css")).read_text(encoding="utf-8"),
    js=(Path(__file__).with_name("copylink.js")).read_text(encoding="utf-8"),
)


def copy_link(state: links.State) -> None:
    """Draw the button. To be called after the page, when it is known which views it has.

    The copied address is the one in the browser, completed with every value that is only
    implied there: the page's views at their defaults, the language and the data version.
    """
    explicit = links.explicit()
    explicit["lang"] = state.language
    explicit["version"] = data.snapshot().version
    _button(
        key="copy_link",
        data={
            "label": text("copylink.label", state.language),
            "done": text("copylink.done", state.language),
            "failed": text("copylink.failed", state.language),
            "explicit": explicit,
        },
    )
