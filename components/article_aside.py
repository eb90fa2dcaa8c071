"""What was read out of an article, listed beside it, each entry a link to its page."""

from __future__ import annotations

from collections import Counter
from html import escape

import streamlit as st

from components import article_words, data, links, marks, reprint_panel, screen_panel
from components.statement_list import circumstances
from didgah.describe import Namer
from didgah.highlight import inert
from didgah.language.messages import plural, text
from didgah.model import Annotation, Statement
from didgah.queries import companions
from didgah.queries.articles import ArticleView

_NAMES = ("person", "organisation", "place")
_FEW = 6  # names of a kind shown before one asks for all
_LONG = 260  # characters of a statement


def aside(found: ArticleView, language: str) -> None:
    """Reprints, meetings, names, statements, dates, themes and topic of the article."""
    say = Namer(data.snapshot().registry, language)
    reprint_panel.panel(found.article.id, say)
    _meetings(found, say)
    _names(found.annotation, say)
    _statements(found, say)
    _dates(found, say)
    _themes(found, say)
    screen_panel.panel(found, language)


def _meetings(found: ArticleView, say: Namer) -> None:
    ids = list(dict.fromkeys(filter(None, found.meetings)))
    if not ids:
        return
    _heading("reader.meetings", say.language)
    with st.container(key="aside_meetings", gap="xsmall"):
        for meeting in ids:
            title = marks.meeting_title(meeting, say.registry, say.language)
            links.link("meetings", title, icon=":material/handshake:", meeting=meeting)
        spoken = found.annotation.language
        beside = companions.across(data.ask(companions.of, found.article.id), spoken)
        if beside:
            links.link("reader", text("reader.compare_reports", say.language),
                       icon=":material/compare:", article=found.article.id, diff=beside.article)


def _names(annotation: Annotation, say: Namer) -> None:
    counts = Counter(
        f"{m.kind}:{m.entity}" for m in (*annotation.mentions, *annotation.references)
    )
    for kind in _NAMES:
        keys = [key for key, _ in counts.most_common() if key.startswith(f"{kind}:")]
        if not keys:
            continue
        _heading(f"reader.facet.{kind}", say.language)
        with st.container(horizontal=True, gap="xsmall", key=f"aside_{kind}"):
            for key in keys[:_FEW]:
                _name(key, counts[key], say)
        if keys[_FEW:]:
            more = plural("reader.more_names", say.language, len(keys) - _FEW)
            with (
                st.expander(more),
                st.container(horizontal=True, gap="xsmall", key=f"aside_more_{kind}"),
            ):
                for key in keys[_FEW:]:
                    _name(key, counts[key], say)


def _name(key: str, n: int, say: Namer) -> None:
    times = plural("reader.times", say.language, n)
    links.link("entities", say("entities", key), help=times, entity=key)


def _statements(found: ArticleView, say: Namer) -> None:
    said = found.annotation.statements
    if not said:
        return
    _heading("reader.statements", say.language)
    st.html("".join(_said(one, found, say) for one in said))


def _said(one: Statement, found: ArticleView, say: Namer) -> str:
    spoken = found.annotation.language
    words = article_words.shortened(found.article.text[one.start : one.end], _LONG)
    speaker = f"<bdi>{escape(inert(say('entities', f'{one.kind}:{one.speaker}')))}</bdi>" if (
        one.speaker) else article_words.block(one.surface, spoken)
    address = links.url_for("reader", article=found.article.id, at=str(one.start))
    beside = [
        *circumstances(f"{one.kind}:{one.speaker}", one.office, one.place, say.language),
        text(f"mode.{one.mode}", say.language),
    ]
    return (
        f'<blockquote class="said"><b>{speaker} '
        f'<span class="small">{escape(" · ".join(beside))}</span></b>'
        f'{article_words.block(words, spoken, "a", href=address)}</blockquote>'
    )


def _dates(found: ArticleView, say: Namer) -> None:
    dates = [
        (number, one) for number, one in enumerate(found.annotation.dates) if one.type == "date"
    ]
    if not dates:
        return
    with st.expander(text("reader.dates", say.language)):
        items = "".join(
            f"<li>{article_words.block(one.text, found.annotation.language)} — "
            f"<bdi>{escape(marks.date_words(found.annotation, number, say.language))}</bdi></li>"
            for number, one in dates
        )
        st.html(f'<ul class="small">{items}</ul>')


def _themes(found: ArticleView, say: Namer) -> None:
    themes = Counter(hit.theme for hit in found.annotation.themes)
    if not themes:
        return
    _heading("reader.themes", say.language)
    filters = links.current().filters
    with st.container(horizontal=True, gap="xsmall", key="aside_themes"):
        for theme, n in themes.most_common():
            links.link(
                "reader", say("themes", theme), filters.narrow(f"themes={theme}"),
                help=plural("reader.times", say.language, n),
            )
    with st.expander(text("reader.theme_words", say.language)):
        st.html("".join(_words_of(theme, found, say) for theme, _ in themes.most_common()))


def _words_of(theme: str, found: ArticleView, say: Namer) -> str:
    """The words that told a theme, each a link to its sentence."""
    whole = found.article.text
    told = " · ".join(
        article_words.block(
            whole[hit.start : hit.end], found.annotation.language, "a",
            href=links.url_for("reader", article=found.article.id, at=str(hit.start)))
        for hit in found.annotation.themes if hit.theme == theme
    )
    return f'<ul class="copies"><li>{escape(say("themes", theme))}<small>{told}</small></li></ul>'


def _heading(key: str, language: str) -> None:
    st.html(f'<h4 class="aside-heading">{escape(text(key, language))}</h4>')
