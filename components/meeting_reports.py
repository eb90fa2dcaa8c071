"""What the articles say of a meeting: evidence sentences, statements, outlets by language."""

from __future__ import annotations

from collections import Counter
from html import escape

import streamlit as st

from components import article_words, links, tables
from components.byline import byline
from components.outlet_names import outlet_name
from components.statement_list import circumstances, paged, quoted, speaker
from didgah.addresses import is_web
from didgah.highlight import inert
from didgah.language.calendars import format_pair
from didgah.language.messages import plural, text
from didgah.language.names import language_name
from didgah.language.numbers import format_number
from didgah.queries.meetings import MeetingRecord, ReportView
from didgah.queries.statements import StatementView


def show(found: MeetingRecord, state: links.State, key: str) -> None:
    """Reports by outlet and language, then each article with its sentences, then statements."""
    language = state.language
    by_article: dict[str, list[ReportView]] = {}
    for view in found.reports:
        by_article.setdefault(view.article, []).append(view)
    count = plural("meetings.articles", language, len(by_article))
    st.html(f"<h4 class='record-heading'>{escape(text('meetings.reports', language))}"
            f" <small>{escape(count)}</small></h4>")
    if not by_article:
        st.caption(text("meetings.no_reports", language))
    else:
        _by_outlet([views[0] for views in by_article.values()], language)
        _beside([views[0] for views in by_article.values()], language)
        _articles(list(by_article.values()), key)
    if found.statements:
        n = plural("meetings.statements_n", language, len(found.statements))
        st.html(f"<h4 class='record-heading'>{escape(text('meetings.statements', language))}"
                f" <small>{escape(n)}</small></h4>")
        _statements(found.statements, key)


def _beside(views: list[ReportView], language: str) -> None:
    """The way to two of the reports side by side, of two languages when there are such."""
    if len(views) < 2:
        return
    first = views[0]
    other = next((one for one in views if one.language != first.language), views[1])
    links.link("reader", text("meetings.reports_beside", language), icon=":material/compare:",
               article=other.article, diff=first.article)


def _by_outlet(views: list[ReportView], language: str) -> None:
    counts = Counter(
        (outlet_name(view.outlet, language), view.language)
        for view in views
    )
    rows = [
        [outlet, language_name(spoken, language),
         tables.Cell(format_number(n, language), number=True)]
        for (outlet, spoken), n in counts.most_common()
    ]
    tables.short(
        [text("meetings.outlet", language), text("meetings.language", language),
         text("meetings.column_articles", language)], rows,
    )


@st.fragment
def _articles(groups: list[list[ReportView]], key: str) -> None:
    state = links.current()
    for views in paged(groups, f"{key}_reports"):
        first = views[0]
        sentences = "".join(
            quoted(passage.text, first.language, first.article, passage.start, state.language)
            for passage in dict.fromkeys(p for view in views for p in view.passages)
        )
        title = article_words.title(
            first.title, first.language, state.language,
            links.url_for("reader", article=first.article))
        outside = _outside(first.url, state.language)
        st.html(f"<div class='listed'><p class='listed-title'>{title}</p><p class='item-meta'>"
                f"{_meta(first, state.language)}{outside}</p>{sentences}</div>")


def _meta(view: ReportView, language: str) -> str:
    when = view.published
    return byline(view.outlet, when.value, when.precision, view.language, language)


def _outside(url: str, language: str) -> str:
    if not is_web(url):
        return ""
    words = escape(text("meetings.at_outlet", language))
    return (f" · <a href='{escape(url)}' target='_blank' rel='noopener noreferrer nofollow'>"
            f"{words}</a>")


@st.fragment
def _statements(statements: tuple[StatementView, ...], key: str) -> None:
    state = links.current()
    for one in paged(list(statements), f"{key}_statements"):
        name = speaker(one.speaker, one.surface, state.language)
        how = text(f"mode.{one.mode}", state.language)
        beside = "".join(
            f"<bdi>{escape(inert(words))}</bdi> · " for words in
            circumstances(one.speaker, one.office, "", state.language)
        )
        st.html(
            quoted(one.text, one.language, one.article, one.start, state.language,
                   kind="statement")
            + f"<p class='item-meta'>{name} · {beside}{escape(how)} · "
            f"<bdi>{escape(inert(outlet_name(one.outlet, state.language)))}</bdi> · "
            f"{escape(format_pair(one.day, state.language))}</p>"
        )
