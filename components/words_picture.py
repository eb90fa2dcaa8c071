"""The cloud, its scale and key, and the same picture to take away."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import pandas as pd
import streamlit as st

from components import basket, word_actions
from components.cloud import Row, cloud
from components.words_view import APART, WordsView
from didgah.charts.words import kind_colours
from didgah.cloud import picture
from didgah.cloud.layout import Layout, Word, arrange, in_rows
from didgah.cloud.picture import Caption
from didgah.highlight import inert
from didgah.language.messages import plural, text
from didgah.language.numbers import format_number
from didgah.language.writing import comma, direction

# Width and height in pixels, and how many words there is room for: desk, tablet, phone.
_SIZES = ((1000, 500, 120), (640, 520, 90), (340, 480, 50))
_ROWS = 60  # words of a cloud in rows
_HALF = 40  # words of one of two clouds
_NAMED = 5  # words that the description of the picture names


@st.cache_data(max_entries=100, show_spinner=False)
def _layouts(words: tuple[Word, ...]) -> tuple[Layout, ...]:
    return tuple(arrange(words[:most], width, height) for width, height, most in _SIZES)


def show(
    frame: pd.DataFrame, view: WordsView, lines: Sequence[str], language: str, side: str = "",
) -> None:
    """Draw the words of `frame`. `lines` go under the picture that is downloaded; `side`
    names the cloud when there are two."""
    words = tuple(
        Word(row["term"], row["label"], float(row[view.value]), row["kind"])
        for row in frame.head(_HALF if side else len(frame)).to_dict("records")
    )
    rows, scale = in_rows(words[:_ROWS]) if view.form == "rows" else ((), ())
    layouts = () if rows else _layouts(words)
    gloss = dict(zip(frame["term"], frame["gloss"], strict=True))
    told = {row["term"]: _told(row, view, language) for row in frame.to_dict("records")}
    alt = text(
        "words.cloud_alt", language, n=format_number(len(rows or words), language),
        words=comma(language).join(frame["label"].head(_NAMED)),
    )
    with st.container(key=f"words_cloud{side}"):
        cloud(
            layouts, told, key=f"cloud{side}", alt=inert(alt), chosen=view.word,
            actions=word_actions.named(language),
            on_act=partial(word_actions.act, side=side),
            rows=[Row(word, size, gloss[word.term]) for word, size in rows],
            language=view.tongue,
        )
        _legend(scale or layouts[0].scale, view, language)
    if layouts and layouts[0].left_out:
        st.caption(plural("words.left_out", language, len(layouts[0].left_out)))
    _take_away(words, view, lines, language, side)


def _told(row: dict[str, object], view: WordsView, language: str) -> str:
    parts = [
        str(row["label"]), *([str(row["gloss"])] if row["gloss"] else []),
        plural("words.uses", language, int(row["n"])),
        plural("words.in_articles", language, int(row["articles"])),
    ]
    if view.measure == "marked":
        parts.append(text("words.z_is", language, z=_number(row["z"], view, language)))
    return " · ".join(parts)


def _number(value: float, view: WordsView, language: str) -> str:
    return format_number(value, language, 0 if view.measure == "count" else 1)


def _legend(scale: Sequence[tuple[float, int]], view: WordsView, language: str) -> None:
    colours = kind_colours(st.context.theme.type == "dark")
    sizes = "".join(
        f'<b style="font-size:{size}px;line-height:1.2">{_number(value, view, language)}</b>'
        for value, size in scale
    )
    key = "".join(
        f'<span><i style="background:{colours[kind]}"></i>{text(f"words.key.{kind}", language)}'
        "</span>"
        for kind in view.kinds
    )
    st.html(
        f'<div class="cloud-legend"><span>{text(f"words.scale.{view.measure}", language)} '
        f"{sizes}</span>{key}</div>"
    )


def _take_away(
    words: tuple[Word, ...], view: WordsView, lines: Sequence[str], language: str, side: str
) -> None:
    spoken = text(f"language.{view.tongue}", language)
    colours = kind_colours()  # on paper
    name = f"didgah-words-{view.tongue}-{view.measure}{side and '-' + side}"

    def caption(layout: Layout) -> Caption:
        return Caption(
            title=text(f"words.heading.{view.measure}", language, spoken=spoken),
            lines=tuple(lines),
            scale_title=text(f"words.scale.{view.measure}", language),
            scale=tuple(_number(value, view, language) for value, _ in layout.scale),
            key=tuple((kind, text(f"words.key.{kind}", language)) for kind in view.kinds),
            direction=direction(language),
        )

    def drawn(draw):
        layout = _layouts(words)[0]
        return draw(layout, caption(layout), colours)

    with st.container(horizontal=True):
        st.download_button(
            text("words.download_png", language), lambda: drawn(picture.png),
            f"{name}.png", "image/png", icon=":material/image:", on_click="ignore",
            key=f"words_png{side}",
        )
        st.download_button(
            text("words.download_svg", language), lambda: drawn(picture.svg),
            f"{name}.svg", "image/svg+xml", icon=":material/shape_line:", on_click="ignore",
            key=f"words_svg{side}",
        )
        if not side:  # a cloud of its own, which a slide can count anew
            basket.put("cloud" if view.measure == "count" else "keyness", {
                "tongue": view.tongue, "kinds": "-".join(view.kinds),
                "stop": APART.join(view.stops), "form": view.form})
