"""Two texts side by side: sentence by sentence in one language, whole across languages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

import streamlit as st

from components import article_words
from didgah.highlight import Layer, Mark, Paragraph, paragraphs, segments, to_html
from didgah.language.messages import plural, text
from didgah.model import Span
from didgah.queries.articles import ArticleView
from didgah.resolve.reprint_diff import Difference, difference

_Sides = tuple[ArticleView, ArticleView]


def show(
    sides: _Sides, reprint: bool, only: tuple[Sequence[Span], Sequence[Span]], language: str
) -> None:
    """Both texts: aligned where sentences of one are in the other, else as a whole.

    `reprint` says that the second prints the first; `only` are the places of each that tell
    what the other does not, marked where no sentences are shared.
    """
    first, second = sides
    if first.annotation.language == second.annotation.language:
        told = difference(first.article.text, first.annotation.sentences,
                          second.article.text, second.annotation.sentences)
        if reprint or told.kept:
            _aligned(sides, told, reprint, language)
            return
    _whole(sides, only, language)


def _aligned(sides: _Sides, told: Difference, reprint: bool, language: str) -> None:
    """The sentences that are one beside each other, the differing words marked.

    Of a reprint one says what was cut and added, of two reports what only one of them has.
    """
    names: tuple[Layer, Layer] = ("cut", "added") if reprint else ("added", "added")
    keys = ("cut", "added") if reprint else ("only_first", "only_second")
    counts = " · ".join(
        plural(f"reader.words_{name}", language, n)
        for name, n in zip(("kept", *keys), (told.kept, told.cut, told.added), strict=True)
    )
    marked = dict.fromkeys(zip(names, keys if reprint else ("only", "only"), strict=True))
    legend = " · ".join(
        f"<mark class='hl hl-{layer}'>{escape(text(f'reader.mark_{name}', language))}</mark>"
        for layer, name in (*marked, ("moved", "moved"))
    )
    drawn = [
        _drawer(one, [Mark(p.start, p.end, "moved" if p.kind == "moved" else layer)
                      for p in pieces if p.kind != "same"])
        for one, pieces, layer in zip(sides, (told.first, told.reprint), names, strict=True)
    ]
    rows = [
        (drawn[0](row.first) if row.first else "", drawn[1](row.reprint) if row.reprint else "")
        for row in told.rows
    ]
    st.html(f"{_heading(language)}<p>{escape(counts)}</p><p class='small'>{legend}</p>"
            + _grid(rows))


def _whole(sides: _Sides, only: tuple[Sequence[Span], Sequence[Span]], language: str) -> None:
    """Both texts whole; `only` are the places of each that tell what the other does not."""
    drawn = [
        _drawer(one, [Mark(span.start, span.end, "added") for span in spans])(
            Span(0, len(one.article.text)))
        for one, spans in zip(sides, only, strict=True)
    ]
    legend = f"<mark class='hl hl-added'>{escape(text('reader.mark_named', language))}</mark>"
    st.html(f"{_heading(language)}<p class='small'>{legend}</p>" + _grid([(drawn[0], drawn[1])]))


def _heading(language: str) -> str:
    return f"<h3 class='sides-title'>{escape(text('reader.both_texts', language))}</h3>"


def _grid(rows: Sequence[tuple[str, str]]) -> str:
    cells = "".join(
        f"<div class='side side-{name}'>{cell}</div>"
        for row in rows for name, cell in zip(("first", "second"), row, strict=True)
    )
    return f"<div class='sides'>{cells}</div>"


def _drawer(view: ArticleView, over: list[Mark]) -> Callable[[Span], str]:
    """What draws a part of the article, line by line, with the marks over it."""
    whole, spoken = view.article.text, view.annotation.language
    lines = paragraphs(whole, over)

    def line(one: Paragraph, part: Span) -> str:
        start, end = max(one.start, part.start), min(one.end, part.end)
        words = whole[start:end]
        if not words.strip():
            return ""
        tag = "h3" if one.start < len(view.article.title) else "p"
        inside = [mark for mark in over if mark.start < end and mark.end > start]
        inner = to_html(whole, segments(whole, inside, start, end))
        return article_words.block(words, spoken, tag, inner=inner)

    return lambda part: "".join(
        line(one, part) for one in lines if one.start < part.end and one.end > part.start)
