"""What the articles say of a meeting: evidence sentences, statements, outlets by language."""

from __future__ import annotations

from collections import Counter
from html import escape

import streamlit as st

from components import links, tables
from components.evidence import titled
from components.outlet_names import outlet_name
from components.statement_list import circumstances, paged, quoted, speaker
from didgah.addresses import is_web
from didgah.highlight import inert
from didgah.language.calendars import format_date, format_pair
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
        _articles(list(by_article.values()), key)
    if found.statements:
        n = plural("meetings.statements_n", language, len(found.statements))
        st.html(f"<h4 class='record-heading'>{escape(text('meetings.statements', language))}"
                f" <small>{escape(n)}</small></h4>")
        _statements(found.statements, key)


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
            quoted(passage.text, first.article, passage.start, state.language)
            for passage in dict.fromkeys(p for view in views for p in view.passages)
        )
        with st.container(gap=None, key=f"reportitem_{key}_{first.article}"):
            links.link("reader", titled(first.title, state.language), article=first.article)
            outside = _outside(first.url, state.language)
            st.html(f"<p class='item-meta'>{_meta(first, state.language)}{outside}</p>{sentences}")


def _meta(view: ReportView, language: str) -> str:
    """Outlet, date in two calendars (the third on hover) and language, as safe HTML."""
    when = view.published
    lunar = format_date(when.value, language, "lunar_hijri", when.precision)
    outlet = outlet_name(view.outlet, language)
    spoken = language_name(view.language, language)
    return (
        f"<bdi>{escape(inert(outlet))}</bdi> · <span title='{escape(lunar)}'>"
        f"{escape(format_pair(when.value, language, when.precision))}</span> · {escape(spoken)}"
    )


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
            quoted(one.text, one.article, one.start, state.language)
            + f"<p class='item-meta'>{name} · {beside}{escape(how)} · "
            f"<bdi>{escape(inert(outlet_name(one.outlet, state.language)))}</bdi> · "
            f"{escape(format_pair(one.day, state.language))}</p>"
        )
