"""Beside an article: whether it is on topic, and every span that says so."""

from __future__ import annotations

from html import escape

import streamlit as st

from components import article_words, links
from didgah.language.messages import text
from didgah.language.numbers import format_number
from didgah.model import ScreenReason
from didgah.queries.articles import ArticleView

_LONG = 90  # characters of a span


def panel(found: ArticleView, language: str) -> None:
    """The answer of the screen, its score, and its reasons as they stand in the text."""
    screen = found.annotation.screen
    if screen is None:
        return
    score = _signed(screen.score, language)
    start = _signed(screen.score - sum(one.weight for one in screen.reasons), language)
    title = text("reader.screened", language, topic=text(f"topic.{screen.topic}", language))
    with st.expander(title, icon=":material/filter_center_focus:"):
        st.html(f'<p class="small">{escape(text("reader.screen_how", language, score=score,
                                                start=start))}</p>')
        if screen.reasons:
            items = "".join(_item(one, found, language) for one in screen.reasons)
            st.html(f'<ul class="copies">{items}</ul>')
        else:
            st.html(f'<p class="small">{escape(text("reader.screen_none", language))}</p>')


def _item(one: ScreenReason, found: ArticleView, language: str) -> str:
    words = article_words.shortened(found.article.text[one.start : one.end], _LONG)
    weight = _signed(one.weight, language)
    shown = article_words.block(
        words, found.annotation.language, "a",
        href=links.url_for("reader", article=found.article.id, at=str(one.start)))
    return (
        f"<li>{shown}<small>{escape(weight)} · "
        f"{escape(text(one.reason, language))}</small></li>"
    )


def _signed(value: float, language: str) -> str:
    """«+۱٫۵», the sign to the left of the number in either direction of the page."""
    size = round(abs(value), 2)
    size = int(size) if size == int(size) else size
    return f"\u2066{'+' if value > 0 else '−'}{format_number(size, language)}\u2069"
