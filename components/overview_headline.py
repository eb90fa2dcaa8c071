"""What the corpus says now, in a sentence or two whose numbers open into their lists."""

from __future__ import annotations

from datetime import date
from html import escape

import streamlit as st

from components import data, links
from didgah.charts import meeting_words
from didgah.describe import Namer
from didgah.filters import Filters
from didgah.highlight import inert
from didgah.language.calendars import format_interval, format_interval_pair, format_pair
from didgah.language.messages import plural, text
from didgah.queries import overview


def show(found: overview.Summary, state: links.State, today: date) -> None:
    """How many articles from whom on how many meetings; below it what is newest and rising."""
    language = state.language
    counts = text(
        "overview.headline", language,
        articles=_linked(plural("evidence.articles", language, found.articles),
                         links.url_for("reader")),
        outlets=escape(plural("overview.outlets_count", language, found.outlets)),
        languages=escape(plural("overview.languages", language, found.languages)),
        meetings=_linked(plural("meetings.count", language, found.meetings_reported),
                         links.url_for("meetings", covered="1", span="all")),
    )
    span = format_interval_pair(found.first, found.last, "days", language)
    said = [escape(text("overview.span", language, span=span)),
            _newest(found, state), _meeting(state, today), _risen(state)]
    more = " ".join(filter(None, said))
    st.html(f"<p class='headline'>{counts}</p><p class='headline-more'>{more}</p>")


def _newest(found: overview.Summary, state: links.State) -> str:
    if found.last is None:
        return ""
    day = Filters(since=found.last, until=found.last).to_query()
    return text("overview.newest", state.language, day=_linked(
        format_pair(found.last, state.language),
        links.url_for("reader", state.filters.narrow(day))))


def _meeting(state: links.State, today: date) -> str:
    rows = data.ask(overview.last_reported, state.filters, today)
    if rows.empty:
        return ""
    row, language = rows.iloc[0].to_dict(), state.language
    when = format_interval(row["first"].date(), row["last"].date(), row["precision"], language)
    return text("overview.last_meeting", language, when=escape(when), meeting=_linked(
        meeting_words.title(row, language), links.url_for("meetings", meeting=row["meeting"])))


def _risen(state: links.State) -> str:
    rows = data.ask(overview.rising, state.filters, n=10)
    if rows.empty:
        return ""
    row, language = rows.iloc[0], state.language
    name = Namer(data.snapshot().registry, language)("entities", row["entity"])
    count = plural("evidence.articles", language, int(row["recent"]))
    opened = _linked(count, links.url_for("reader", state.filters.narrow(row["open"])))
    return text("overview.risen", language, articles=opened,
                name=f"<bdi>{escape(inert(name))}</bdi>")


def _linked(words: str, href: str) -> str:
    return f"<a href='{escape(href)}' target='_self'><bdi>{escape(inert(words))}</bdi></a>"
