"""Two clouds side by side, each of what marks its side, and the bars that say the same."""

from __future__ import annotations

from dataclasses import replace
from html import escape

import pandas as pd
import streamlit as st

from components import charts, data, links, states, word_actions, word_panel, words_picture
from components.downloads import about, downloads
from components.words_sides import Side, choose
from components.words_view import WordsView, against, words_of
from didgah.charts.word_sides import ROWS, diverging, side_colours
from didgah.filters import Filters
from didgah.highlight import inert
from didgah.language.messages import plural, text
from didgah.language.writing import comma
from didgah.queries import articles

_COLUMNS = ("side", "label", "gloss", "kind", "n", "articles", "log_odds", "z")


def show(filters: Filters, view: WordsView, language: str) -> None:
    """Choose two sides, draw both, and open the sentences of a word on its own side."""
    sides = choose(filters, view.tongue, language)
    if sides is None:
        return
    one_language = sides[0].tongue == sides[1].tongue
    views = [replace(view, tongue=side.tongue) for side in sides]
    if one_language:
        frames = [
            against(sides[0].filters, sides[1].filters, views[0], language),
            against(sides[1].filters, sides[0].filters, views[1], language),
        ]
    else:
        frames = [
            words_of(side.filters, own, language)
            for side, own in zip(sides, views, strict=True)
        ]
    explained = text(f"words.explain.{'sides' if one_language else 'languages'}", language)
    st.caption(explained)
    for box, side, own, frame in zip(
        st.columns(2, gap="large"), sides, views, frames, strict=True
    ):
        with box:
            _side(side, own, frame, explained, language)
    if not all(len(frame) for frame in frames):
        return
    _bars(sides, frames, explained, language)
    _open(sides, views, frames, language)


def _side(side: Side, view: WordsView, frame: pd.DataFrame, explained: str, language: str) -> None:
    n = plural("evidence.articles", language, data.ask(articles.count, side.filters))
    colour = side_colours(st.context.theme.type == "dark")["ab".index(side.name)]
    st.html(
        '<h3><i style="display:inline-block;width:0.6em;height:0.6em;border-radius:50%;'
        f'background:{colour};margin-inline-end:0.4em"></i>'
        f"<bdi>{escape(inert(side.title))}</bdi> <small>{escape(n)}</small></h3>"
    )
    if frame.empty:
        why = frame.attrs.get("message", "words.nothing_stands_out")
        states.block(text(why, language), text("words.sides_empty", language))
        return
    words_picture.show(
        frame, view, about(explained, side.filters), language, side=side.name
    )


def _bars(
    sides: tuple[Side, Side], frames: list[pd.DataFrame], explained: str, language: str
) -> None:
    st.subheader(text("words.sides_bars", language))
    st.caption(text("words.sides_bars_help", language, a=links.plain(sides[0].title),
                    b=links.plain(sides[1].title)))
    fig = charts.drawn(diverging, *frames, language, st.context.theme.type == "dark")
    named = [comma(language).join(frame["label"].head(5)) for frame in frames]
    charts.clickable(
        fig, "sides", param="sides_bar",
        alt=inert(text("words.sides_alt", language, a=named[0], b=named[1])),
        on_click=lambda carried: _clicked(carried, frames),
    )
    both = pd.concat([
        frame.head(ROWS).assign(side=side.title)
        for side, frame in zip(sides, frames, strict=True)
    ])
    downloads(
        both, fig, "didgah-words-sides", text("words.sides_bars", language),
        columns={name: text(f"words.column.{name}", language) for name in _COLUMNS},
        note=explained,
    )


def _clicked(carried: str, frames: list[pd.DataFrame]) -> None:
    side, _, term = carried.partition(" ")
    if side in ("a", "b") and term in set(frames["ab".index(side)]["term"]):
        word_actions.act("open", term, side)


def _open(
    sides: tuple[Side, Side], views: list[WordsView], frames: list[pd.DataFrame], language: str
) -> None:
    at = "ab".index(links.view("side", "a", ("a", "b")))
    view = views[at]
    if not view.word.startswith(f"{view.tongue}:"):
        view = replace(view, word="")
    word_panel.show(frames[at], sides[at].filters, view, language)
