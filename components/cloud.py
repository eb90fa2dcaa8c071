"""The cloud on the screen: text that the browser shapes, each word a button with a menu."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from didgah.charts import theme
from didgah.charts import words as charts
from didgah.cloud import shaping
from didgah.cloud.layout import Layout, Word
from didgah.highlight import inert
from didgah.language.writing import direction

# What can be done with a word; the first by a click, "filter" also by a click with Shift.
ACTIONS = ("open", "filter", "trend", "stop")
_LEGIBLE = 12  # pixels

_component = st.components.v2.component(
    "didgah_cloud", html='<div class="cloud" data-testid="word-cloud"></div>',
    css=Path(__file__).with_suffix(".css").read_text(encoding="utf-8"),
    js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8"),
)


@dataclass(frozen=True, slots=True)
class Row:
    """A word of a cloud in rows: how large in pixels, and its name for the reader, if any."""

    word: Word
    size: int
    gloss: str = ""


def cloud(
    layouts: Sequence[Layout], told: Mapping[str, str], *, key: str, alt: str, chosen: str,
    actions: Mapping[str, str], on_act: Callable[[str, str], None],
    rows: Sequence[Row] = (), language: str = "fa",
) -> None:
    """Draw the widest of `layouts` (widest first) that stays legible in the room there is.

    With `rows` the words stand in lines in the direction of `language`, the language of the
    words, instead. `told` says of each term what pointing at it tells; `actions` names each of
    `ACTIONS`; `on_act` is called with the action and the term.
    """

    def acted() -> None:
        action, _, term = str(st.session_state[key].act).partition(" ")
        if action in ACTIONS and term in told:  # what comes back from a browser is not ours
            on_act(action, term)

    dark = st.context.theme.type == "dark"
    font = layouts[0].font if layouts else shaping.font_path(
        " ".join(one.word.label for one in rows)
    )
    _component(
        key=key,
        data={
            "layouts": [_sent(layout, told) for layout in layouts],
            "rows": [_row(one, told) for one in rows], "way": direction(language),
            "colours": charts.kind_colours(dark),
            "font": f"'{shaping.family(font)}', {theme.FONT}",
            "alt": alt, "chosen": chosen,
            "actions": [{"name": name, "label": actions[name]} for name in ACTIONS],
        },
        on_act_change=acted,
    )


def _sent(layout: Layout, told: Mapping[str, str]) -> dict[str, object]:
    smallest = min((p.size for p in layout.placed), default=_LEGIBLE)
    return {
        "width": layout.width, "height": layout.height,
        "needs": layout.width * _LEGIBLE / smallest,
        "words": [
            _word(p.word, told) | {"x": p.x, "y": p.baseline, "size": p.size}
            for p in layout.placed
        ],
    }


def _row(one: Row, told: Mapping[str, str]) -> dict[str, object]:
    return _word(one.word, told) | {"size": max(one.size, _LEGIBLE), "gloss": inert(one.gloss)}


def _word(word: Word, told: Mapping[str, str]) -> dict[str, object]:
    return {
        "term": word.term, "label": inert(word.label), "kind": word.kind,
        "told": inert(told[word.term]), "way": shaping.base(word.label),
    }
