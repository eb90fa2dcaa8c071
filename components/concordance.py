"""A word in its sentences: what comes before, the word, what comes after."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

import pandas as pd
import streamlit as st

from components import basket, links
from didgah.highlight import inert
from didgah.language.calendars import format_date
from didgah.language.messages import text
from didgah.language.writing import direction


def draw(frame: pd.DataFrame, language: str, words_language: str) -> None:
    """Draw the rows of `queries.concordance.concordance`, the keyword in a column of its own.

    The lines run in the direction of `words_language`, the language of the text, whatever
    that of the page. The keyword opens the article at the sentence.
    """
    st.html(
        rows(
            frame, language, words_language,
            lambda article, at: links.url_for("reader", article=article, at=str(at)),
            basket.passage,
        )
    )


def rows(
    frame: pd.DataFrame, language: str, spoken: str, address: Callable[[str, int], str],
    aside: Callable[[str, int, int], str] = lambda article, start, end: "",
) -> str:
    """The concordance as escaped HTML; every piece stands isolated from its neighbours.

    All lines run in the direction of `spoken`, the language of the text, so that what comes
    before the keyword stands before it, also where most letters of a piece run the other way.
    `aside` gives, as safe HTML, what else stands with the outlet of a line.
    """
    way = direction(spoken)
    cells = []
    for row in frame.to_dict("records"):
        day = None if pd.isna(row["day"]) else row["day"].date()
        told = escape(inert(f"{row['title']} — {text('words.concordance_open', language)}"))
        where = escape(inert(row["outlet_name"])), escape(format_date(day, language))
        cells.append(
            f'<span class="from" lang="{language}" title="{escape(inert(row["title"]))}">'
            f"<bdi>{where[1]}</bdi> · <bdi>{where[0]}</bdi>"
            f"{aside(row['article'], int(row['start']), int(row['end']))}</span>"
            f'<span class="before"><bdi dir="{way}">{_words(row["left"])}</bdi></span> '
            f'<a class="keyword" target="_self" title="{told}" '
            f'href="{escape(address(row["article"], int(row["start"])))}">'
            f"<bdi>{_words(row['keyword'])}</bdi></a> "
            f'<span class="after"><bdi dir="{way}">{_words(row["right"])}</bdi></span>'
        )
    return f'<div class="kwic" lang="{spoken}" dir="{way}">{"".join(cells)}</div>'


def _words(piece: str) -> str:
    return escape(inert(piece))
