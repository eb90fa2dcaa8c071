"""Which two sides are compared: two languages, before and after a meeting, two years, or any
two filters that were kept. The URL holds each side as a filter of its own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

import pandas as pd
import streamlit as st

from components import data, links
from components.words_view import usual_measure
from didgah.charts import meeting_words
from didgah.describe import describe
from didgah.filters import Filters
from didgah.highlight import inert
from didgah.language.calendars import format_date, home_calendar
from didgah.language.conversion import from_calendar, to_calendar
from didgah.language.messages import plural, text
from didgah.language.numbers import to_digits
from didgah.model import LANGUAGES
from didgah.queries import articles, meetings
from didgah.store.reader import Snapshot

WAYS: tuple[str, ...] = ("languages", "around", "years", "kept")
_MEETINGS = 40  # most reported ones to choose from
_WINDOW = timedelta(days=365)  # before and after


@dataclass(frozen=True, slots=True)
class Side:
    """One side: "a" or "b", the articles it stands for, their language, what it is called."""

    name: str
    filters: Filters
    tongue: str
    title: str


def choose(filters: Filters, tongue: str, language: str) -> tuple[Side, Side] | None:
    """Draw the choice, kept in the URL, and say which sides it gives; None when none yet."""
    # All articles of a language have no rest to stand out from.
    usual = "around" if usual_measure(filters) == "count" else "languages"
    way = links.view("of", usual, WAYS)
    with st.container(horizontal=True, vertical_alignment="bottom", key="words_sides"):
        st.session_state["sides_of"] = way
        st.selectbox(
            text("words.sides", language), WAYS, key="sides_of", width=260,
            format_func=lambda one: text(f"words.sides.{one}", language),
            on_change=lambda: links.set_view(
                of=st.session_state["sides_of"], a=None, b=None, word=None, side=None
            ),
        )
        if way == "around":
            written = _around(filters, tongue, language)
        elif way == "kept":
            written = _kept(filters, language)
        else:
            offered = _languages(language) if way == "languages" else _years(filters, language)
            written = _two(offered, language)
    if written is None:
        return None
    return tuple(  # type: ignore[return-value]
        _side(name, query, title, filters, tongue)
        for name, (query, title) in zip("ab", written, strict=True)
    )


def _side(name: str, query: str, title: str, filters: Filters, tongue: str) -> Side:
    own = Filters.from_query(query)
    spoken = own.languages[0] if len(own.languages) == 1 else tongue
    scope = replace(filters.narrow(query), languages=(spoken,))
    return Side(name, scope, spoken if spoken in LANGUAGES else tongue, title)


Option = tuple[str, str]
"""A side as the URL writes it, and what it is called."""


def _two(offered: list[Option], language: str) -> tuple[Option, Option] | None:
    """Two boxes to choose from `offered`; the first two by default."""
    if len(offered) < 2:
        st.caption(text("words.sides_too_few", language))
        return None
    titles = dict(offered)
    queries = list(titles)
    chosen = []
    for at, name in enumerate("ab"):
        query = links.view(name, queries[at], queries)
        st.session_state[f"sides_{name}"] = query
        st.selectbox(
            text(f"words.side.{name}", language), queries, key=f"sides_{name}", width=190,
            format_func=lambda one: inert(titles.get(one, one)),
            on_change=_take, args=(name,),
        )
        chosen.append((query, titles[query]))
    return chosen[0], chosen[1]


def _take(name: str) -> None:
    links.set_view(**{name: st.session_state[f"sides_{name}"]}, word=None, side=None)


def _languages(language: str) -> list[Option]:
    return [
        (Filters(languages=(one,)).to_query(), text(f"language.{one}", language))
        for one in ("fa", "ru", *(code for code in LANGUAGES if code not in ("fa", "ru")))
    ]


def _years(filters: Filters, language: str) -> list[Option]:
    """The years of the calendar in use that have articles, newest first."""
    first, last = data.ask(articles.span, filters)
    if first is None or last is None:
        return []
    calendar = home_calendar(language)
    offered = []
    for year in range(to_calendar(last, calendar)[0], to_calendar(first, calendar)[0] - 1, -1):
        since = from_calendar(calendar, year, 1, 1)
        until = from_calendar(calendar, year + 1, 1, 1) - timedelta(days=1)
        query = Filters(since=since, until=until).to_query()
        offered.append((query, to_digits(str(year), language)))
    return offered


def _around(
    filters: Filters, tongue: str, language: str
) -> tuple[Option, Option] | None:
    found = data.ask(_reported, replace(filters, languages=(tongue,)), language)
    if found.empty:
        st.caption(text("words.sides_too_few", language))
        return None
    rows = {str(row["meeting"]): row for row in found.to_dict("records")}
    asked = links.view("around", next(iter(rows)), list(rows))
    st.session_state["sides_around"] = asked

    def named(one: str) -> str:
        return f"{inert(rows[one]['title'])} · {format_date(_day(rows[one]['first']), language)}"

    st.selectbox(
        text("words.sides_meeting", language), list(rows), key="sides_around", width=460,
        format_func=named,
        on_change=lambda: links.set_view(
            around=st.session_state["sides_around"], word=None, side=None
        ),
    )
    day, end = _day(rows[asked]["first"]), _day(rows[asked]["last"])
    before = Filters(since=day - _WINDOW, until=day - timedelta(days=1)).to_query()
    after = Filters(since=day, until=end + _WINDOW).to_query()
    return (before, text("words.before", language)), (after, text("words.after", language))


def _reported(snapshot: Snapshot, filters: Filters, language: str) -> pd.DataFrame:
    """The most reported meetings with a day: meeting, title, first, last."""
    found = meetings.timeline(snapshot, filters)
    found = found[(found["articles"] > 0) & found["first"].notna()]
    found = found.sort_values(["articles", "meeting"], ascending=[False, True]).head(_MEETINGS)
    titled = meeting_words.describe(found, snapshot.registry, language)
    return titled[["meeting", "title", "first", "last"]]


def _kept(filters: Filters, language: str) -> tuple[Option, Option] | None:
    """The sides in the link; buttons keep the filters of the page as one of them."""
    served = data.snapshot()
    kept = {name: links.view(name, "") for name in "ab"}
    for name in "ab":
        st.button(
            text(f"words.keep.{name}", language), key=f"keep_{name}",
            icon=":material/bookmark_add:", on_click=_keep, args=(name,),
        )
    if not all(kept.values()):
        n = sum(map(bool, kept.values()))
        st.caption(plural("words.kept", language, n))
        return None
    told = [
        describe(Filters.from_query(query), language, served.registry).rstrip(".")
        for query in kept.values()
    ]
    return (kept["a"], told[0]), (kept["b"], told[1])


def _keep(name: str) -> None:
    """The filters of the page become the side, and the page is free for the other one."""
    links.set_view(**{name: links.current().filters.to_query()})
    links.set_filters(Filters())


def _day(value: pd.Timestamp) -> date:
    return value.date()
