"""The use of some words over time: those of the cloud, and any that is typed."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components import basket, charts, data, links
from components.downloads import downloads
from components.evidence import evidence
from components.words_view import APART, WordsView
from didgah.charts import word_trend
from didgah.filters import Filters
from didgah.highlight import inert
from didgah.language.calendars import format_interval_pair, home_calendar
from didgah.language.fold import key
from didgah.language.messages import text
from didgah.language.words import tokens
from didgah.language.writing import comma
from didgah.queries import terms

_COMPARED = 4
_MOST = 8


def trend(frame: pd.DataFrame, filters: Filters, view: WordsView, language: str) -> None:
    """The share of articles with each of some words over time; the words are in the URL."""
    labels = dict(zip(frame["term"], frame["label"], strict=True))
    written = [
        one for one in links.view("compare", "").split(APART)
        if one.startswith(f"{view.tongue}:") and _lemma(one)
    ]
    first = [view.word] if view.word.startswith(f"{view.tongue}:") else []
    chosen = (list(dict.fromkeys(first + written)) or list(labels)[:_COMPARED])[:_MOST]
    labels |= {one: _lemma(one) for one in chosen if one not in labels}
    st.subheader(text("words.trend", language))
    st.caption(text("words.trend_help", language))
    st.session_state["words_compare"] = chosen

    def take() -> None:
        asked = [
            one if one in labels else term_of(one, view.tongue, labels)
            for one in st.session_state["words_compare"]
        ]
        links.set_view(compare=APART.join(dict.fromkeys(filter(None, asked))))

    st.multiselect(
        text("words.trend_choose", language), list(labels), key="words_compare",
        format_func=lambda term: inert(labels.get(term, term)), max_selections=_MOST,
        select_all=False, accept_new_options=True,
        placeholder=text("words.trend_placeholder", language), on_change=take,
    )
    _chart(chosen, labels, frame, filters, view, language)


def term_of(typed: str, tongue: str, labels: dict[str, str]) -> str:
    """The term that a typed word is counted as: a known name, or its first word's lemma.

    `labels` are terms with their labels; "" when nothing that is typed is a word.
    """
    asked = key(typed)
    for term, label in labels.items():
        if asked in (key(label), key(_lemma(term))):
            return term
    name = next(
        (name for one in data.snapshot().registry.entities.values()
         if " " in (name := one.names.get(tongue, "")) and key(name) == asked), "",
    )
    first = next((one.lemma for one in tokens(typed, tongue) if one.is_word), "")
    lemma = name or first
    return f"{tongue}:{lemma}" if lemma and APART not in lemma else ""


def _chart(chosen, labels, frame, filters: Filters, view: WordsView, language: str) -> None:
    series = data.ask(
        terms.trend, filters, view.tongue, tuple(_lemma(one) for one in chosen),
        grain=terms.trend_grain(
            frame.attrs["in_articles"], home_calendar(language) == "solar_hijri"),
    )
    told = comma(language).join(labels[one] for one in chosen)
    fig = charts.drawn(
        word_trend.trend, series, {one: labels[one] for one in chosen}, language,
        st.context.theme.type == "dark",
    )
    opened = charts.clickable(
        fig, "trend", alt=text("words.trend_alt", language, words=inert(told))
    )
    with st.container(horizontal=True, vertical_alignment="center"):
        downloads(
            series.assign(label=series["term"].map(labels)), fig, f"didgah-trend-{view.tongue}",
            text("words.trend_title", language, words=inert(told)),
            columns={
                name: text(f"words.column.{name}", language)
                for name in ("label", "period", "until", "n", "articles", "denominator", "share")
            },
            note=text("words.trend_help", language), scope=view.scope(filters),
        )
        basket.put("word_trend", {"tongue": view.tongue, "compare": APART.join(chosen)}, filters)
    if opened:
        evidence(opened, _point(series, opened, labels, language),
                 on_close=lambda: charts.close("trend"), key="trend")


def _lemma(term: str) -> str:
    return term.partition(":")[2]


def _point(series: pd.DataFrame, opened: str, labels: dict[str, str], language: str) -> str:
    """What the open point stands for: its word and its period."""
    rows = series[series["open"] == opened]
    if rows.empty:  # it came with a link and the chart is another one now
        return text("words.trend", language)
    row = rows.iloc[0]
    span = format_interval_pair(row["period"].date(), row["until"].date(), "days", language)
    return comma(language).join((inert(labels[row["term"]]), span))
