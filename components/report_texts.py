"""A reprint beside the first text: what was cut, added and moved."""

from __future__ import annotations

from html import escape

import streamlit as st

from components import data, links, states
from didgah.describe import Namer, isolated
from didgah.highlight import Mark, inert, paragraphs, to_html
from didgah.language.calendars import format_date
from didgah.language.messages import plural, text
from didgah.queries import articles, reprints
from didgah.queries.articles import ArticleView
from didgah.resolve.reprint_diff import Piece, difference


def show(found: ArticleView, language: str) -> None:
    """The article of the page as the reprint, the first of its group beside it."""
    group = {one.article: one for one in data.ask(reprints.group_of, found.article.id)}
    other = links.view("diff", "")
    first = articles.get(data.snapshot(), other) if other in group else None
    if first is None or other == found.article.id:
        states.note(text("reader.no_such_pair", language))
        return
    told = difference(
        first.article.text, first.annotation.sentences,
        found.article.text, found.annotation.sentences,
    )
    links.link("reader", text("reader.back_to_text", language), article=found.article.id,
               icon=":material/article:")
    st.html(f"<p>{_summary(told.cut, told.added, told.kept, language)}</p>"
            f"<p class='small'>{_legend(language)}</p>")
    say = Namer(data.snapshot().registry, language)
    beside = st.columns(2, gap="large")
    for column, one, pieces, name, lost in zip(
        beside, (first, found), (told.first, told.reprint), ("first", "reprint"),
        ("cut", "added"), strict=True,
    ):
        copy = group[one.article.id]
        outlet = isolated(inert(say("outlets", copy.outlet)))
        head = text(f"reader.side_{name}", language, outlet=outlet,
                    day=format_date(copy.day, language) if copy.day else text(
                        "reader.published_unknown", language))
        with column:
            st.html(f"<p class='small'>{escape(head)}</p>" + _side(one, pieces, lost))


def _summary(cut: int, added: int, kept: int, language: str) -> str:
    parts = [plural(f"reader.words_{name}", language, n)
             for name, n in (("kept", kept), ("cut", cut), ("added", added))]
    return escape((" · ").join(parts))


def _legend(language: str) -> str:
    return " · ".join(
        f"<mark class='hl hl-{name}'>{escape(text(f'reader.mark_{name}', language))}</mark>"
        for name in ("cut", "added", "moved")
    )


def _side(view: ArticleView, pieces: tuple[Piece, ...], lost: str) -> str:
    whole = view.article.text
    over = [
        Mark(one.start, one.end, lost if one.kind == "only" else "moved")
        for one in pieces if one.kind != "same"
    ]
    drawn = []
    for part in paragraphs(whole, over):
        tag = "h3" if part.start < len(view.article.title) else "p"
        drawn.append(f'<{tag} dir="{part.direction}">{to_html(whole, part.segments)}</{tag}>')
    lang = escape(view.annotation.language)
    return f'<div class="side" lang="{lang}">{"".join(drawn)}</div>'
