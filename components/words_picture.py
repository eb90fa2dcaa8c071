"""The cloud, its scale and key, and the same picture to take away."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from components import links
from components.cloud import cloud
from components.words_view import WordsView
from didgah.charts.words import kind_colours
from didgah.cloud import picture
from didgah.cloud.layout import Layout, Word, arrange
from didgah.cloud.picture import Caption
from didgah.highlight import inert
from didgah.language.messages import plural, text
from didgah.language.numbers import format_number
from didgah.language.writing import direction

# Width and height in pixels, and how many words there is room for: desk, tablet, phone.
_SIZES = ((1000, 500, 120), (640, 520, 90), (340, 480, 50))
_NAMED = 5  # words that the description of the picture names


@st.cache_data(max_entries=100, show_spinner=False)
def _layouts(words: tuple[Word, ...]) -> tuple[Layout, ...]:
    return tuple(arrange(words[:most], width, height) for width, height, most in _SIZES)


def show(frame: pd.DataFrame, view: WordsView, lines: Sequence[str], language: str) -> None:
    """Draw the words of `frame`. `lines` go under the picture that is downloaded."""
    words = tuple(
        Word(row["term"], row["label"], float(row[view.value]), row["kind"])
        for row in frame.to_dict("records")
    )
    layouts = _layouts(words)
    told = {row["term"]: _told(row, view, language) for row in frame.to_dict("records")}
    alt = text(
        "words.cloud_alt", language, n=format_number(len(words), language),
        words=text("reader.list_comma", language).join(frame["label"].head(_NAMED)),
    )
    with st.container(key="words_cloud"):
        cloud(
            layouts, told, key="cloud", alt=inert(alt), chosen=view.word,
            on_word=lambda term: links.set_view(word=term),
        )
        _legend(layouts[0], view, language)
    if layouts[0].left_out:
        st.caption(plural("words.left_out", language, len(layouts[0].left_out)))
    _take_away(layouts[0], view, lines, language)


def _told(row: dict[str, object], view: WordsView, language: str) -> str:
    parts = [
        str(row["label"]), plural("words.uses", language, int(row["n"])),
        plural("words.in_articles", language, int(row["articles"])),
    ]
    if view.measure == "marked":
        parts.append(text("words.z_is", language, z=_number(row["z"], view, language)))
    return " · ".join(parts)


def _number(value: float, view: WordsView, language: str) -> str:
    return format_number(value, language, 0 if view.measure == "count" else 1)


def _legend(layout: Layout, view: WordsView, language: str) -> None:
    colours = kind_colours(st.context.theme.type == "dark")
    scale = "".join(
        f'<b style="font-size:{size}px;line-height:1.2">{_number(value, view, language)}</b>'
        for value, size in layout.scale
    )
    key = "".join(
        f'<span><i style="background:{colours[kind]}"></i>{text(f"words.key.{kind}", language)}'
        "</span>"
        for kind in view.kinds
    )
    st.html(
        f'<div class="cloud-legend"><span>{text(f"words.scale.{view.measure}", language)} '
        f"{scale}</span>{key}</div>"
    )


def _take_away(layout: Layout, view: WordsView, lines: Sequence[str], language: str) -> None:
    spoken = text(f"language.{view.tongue}", language)
    caption = Caption(
        title=text(f"words.heading.{view.measure}", language, spoken=spoken),
        lines=tuple(lines),
        scale_title=text(f"words.scale.{view.measure}", language),
        scale=tuple(_number(value, view, language) for value, _ in layout.scale),
        key=tuple((kind, text(f"words.key.{kind}", language)) for kind in view.kinds),
        direction=direction(language),
    )
    colours = kind_colours()  # on paper
    name = f"didgah-words-{view.tongue}-{view.measure}"
    with st.container(horizontal=True):
        st.download_button(
            text("words.download_png", language), lambda: picture.png(layout, caption, colours),
            f"{name}.png", "image/png", icon=":material/image:", on_click="ignore",
            key="words_png",
        )
        st.download_button(
            text("words.download_svg", language), lambda: picture.svg(layout, caption, colours),
            f"{name}.svg", "image/svg+xml", icon=":material/shape_line:", on_click="ignore",
            key="words_svg",
        )
