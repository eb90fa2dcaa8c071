"""The cloud on the screen: text that the browser shapes, each word a button."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import streamlit as st

from didgah.charts import theme
from didgah.charts import words as charts
from didgah.cloud import shaping
from didgah.cloud.layout import Layout
from didgah.highlight import inert

_HTML = '<div class="cloud" data-testid="word-cloud"></div>'
_CSS = """
.cloud svg { width: 100%; height: auto; display: block; overflow: visible; }
.cloud text { font-weight: 700; cursor: pointer; letter-spacing: 0; user-select: none; }
.cloud .word { fill: var(--word); }
.cloud .name { fill: var(--name); }
.cloud text:hover, .cloud .chosen { text-decoration: underline 2px; text-underline-offset: 0.25em; }
.cloud text:focus { outline: none; }
.cloud text:focus-visible { outline: 2px solid var(--st-primary-color); outline-offset: 2px; }
"""
_LEGIBLE = 12  # pixels


_component = st.components.v2.component(
    "didgah_cloud", html=_HTML, css=_CSS,
    js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8"),
)


def cloud(
    layouts: Sequence[Layout], told: Mapping[str, str], *, key: str, alt: str, chosen: str,
    on_word: Callable[[str], None],
) -> None:
    """Draw the widest of `layouts` (widest first) that stays legible in the room there is.

    `told` says of each term what pointing at it tells; `on_word` is called with the term
    that was clicked or opened by keyboard.
    """

    def clicked() -> None:
        term = st.session_state[key].word
        if term in told:  # what comes back from a browser is not ours
            on_word(term)

    dark = st.context.theme.type == "dark"
    _component(
        key=key,
        data={
            "layouts": [_sent(layout, told) for layout in layouts],
            "colours": charts.kind_colours(dark),
            "font": f"'{shaping.family(layouts[0].font)}', {theme.FONT}",
            "alt": alt, "chosen": chosen,
        },
        on_word_change=clicked,
    )


def _sent(layout: Layout, told: Mapping[str, str]) -> dict[str, object]:
    smallest = min((p.size for p in layout.placed), default=_LEGIBLE)
    return {
        "width": layout.width, "height": layout.height,
        "needs": layout.width * _LEGIBLE / smallest,
        "words": [
            {
                "term": p.word.term, "label": inert(p.word.label), "kind": p.word.kind,
                "told": inert(told[p.word.term]), "way": shaping.base(p.word.label),
                "x": p.x, "y": p.baseline, "size": p.size,
            }
            for p in layout.placed
        ],
    }
