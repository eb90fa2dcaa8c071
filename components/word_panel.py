"""One word: why it is here, where it stands, how its use changes."""

from __future__ import annotations

from threading import Thread

import pandas as pd
import streamlit as st

from components import charts, data, links, tables
from components.concordance import concordance
from components.downloads import downloads
from components.evidence import evidence
from components.words_view import WordsView
from didgah.charts import words as word_charts
from didgah.filters import Filters
from didgah.highlight import inert
from didgah.language.calendars import format_interval_pair
from didgah.language.messages import plural, text
from didgah.language.numbers import format_number
from didgah.language.words import tokens
from didgah.queries import terms

_LINES = 25  # concordance lines at a time
_ASKED = 200
_COMPARED = 5
_MANY = 400  # articles from which periods shorter than a year hold enough
_KWIC = ("title", "outlet_name", "day", "left", "keyword", "right", "article", "start", "end")
_APART = "|"  # between words in the URL


@st.cache_resource(show_spinner=False)
def warm_up() -> None:
    """Load what cuts texts into words, once and behind the visitor's back: it takes seconds."""
    Thread(target=tokens, args=("واژه", "fa"), daemon=True).start()


def show(frame: pd.DataFrame, filters: Filters, view: WordsView, language: str) -> None:
    """The open word with its sentences and its forms, or how to open one.

    A word that the cloud does not show (from a link, or below the first hundred) opens too.
    """
    warm_up()
    if not view.word:
        st.html(f'<p class="small">{text("words.choose", language)}</p>')
        return
    row = frame[frame["term"] == view.word]
    label = str(row["label"].iloc[0]) if len(row) else _lemma(view.word)
    with st.container(border=True, key="word_panel"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.subheader(text("words.chosen", language, word=links.plain(label)))
            links.link(
                "reader", text("words.read", language), icon=":material/article:",
                filters=filters.narrow(_filter_of(view)),
            )
            st.button(text("words.close", language), key="word_close", type="tertiary",
                      icon=":material/close:", on_click=lambda: links.set_view(word=None))
        lines, lens = st.columns([3, 1], gap="large")
        with lines:
            _concordance(view.word, filters, view, language)
        with lens:
            _lens(view.word, view, language)


def _grain(articles: int, language: str) -> str:
    """Whole years while there are few articles: shares of two or three say nothing."""
    if articles >= _MANY:
        return "auto"
    return "solar_year" if language == "fa" else "year"


def _filter_of(view: WordsView) -> str:
    return Filters(languages=(view.tongue,), terms=(view.word,)).to_query()


def _lemma(term: str) -> str:
    return term.partition(":")[2]


@st.fragment
def _concordance(word: str, filters: Filters, view: WordsView, language: str) -> None:
    with st.spinner(text("words.reading", language)):
        frame = data.ask(terms.concordance, filters, view.tongue, _lemma(word), n=_ASKED)
    total = frame.attrs["total"]
    said = plural("words.concordance_total", language, total)
    if total > len(frame):
        said += text("reader.list_comma", language) + text(
            "words.concordance_shown", language, shown=format_number(len(frame), language)
        )
    st.html(f'<p><strong>{text("words.concordance", language)}</strong> '
            f'<span class="small">{said}</span></p>')
    downloads(
        frame, None, f"didgah-concordance-{view.tongue}",
        text("words.concordance_title", language, word=inert(_lemma(word))),
        columns={name: text(f"words.column.{name}", language) for name in _KWIC}, note=said,
        scope=view.scope(links.current().filters),
    )
    pages = -(-len(frame) // _LINES)
    number = st.pagination(pages, key=f"kwic_{word}") if pages > 1 else 1
    concordance(frame.iloc[(number - 1) * _LINES : number * _LINES], language, view.tongue)


def _lens(word: str, view: WordsView, language: str) -> None:
    st.html(f'<p><strong>{text("words.lens", language)}</strong></p>'
            f'<p class="small">{text("words.lens_help", language)}</p>')
    forms = data.ask(terms.forms, view.tongue, _lemma(word))
    tables.short(
        [text("words.form", language), text("words.column.n", language)],
        [
            [str(form), tables.Cell(format_number(int(n), language), number=True)]
            for form, n in zip(forms["surface"], forms["n"], strict=True)
        ],
        caption=text("words.lemma", language, lemma=_lemma(word)),
    )


def trend(frame: pd.DataFrame, filters: Filters, view: WordsView, language: str) -> None:
    """The share of articles with each of some words over time; the words are in the URL."""
    labels = dict(zip(frame["term"], frame["label"], strict=True))
    written = [one for one in links.view("compare", "").split(_APART) if one in labels]
    first = [view.word] if view.word in labels else []
    chosen = list(dict.fromkeys(first + written)) or list(labels)[:_COMPARED]
    st.subheader(text("words.trend", language))
    st.caption(text("words.trend_help", language))
    st.session_state["words_compare"] = chosen
    st.multiselect(
        text("words.trend_choose", language), list(labels), key="words_compare",
        format_func=lambda term: inert(labels[term]), max_selections=8, select_all=False,
        placeholder=text("words.trend_placeholder", language),
        on_change=lambda: links.set_view(
            compare=_APART.join(st.session_state["words_compare"])
        ),
    )
    series = data.ask(
        terms.trend, filters, view.tongue, tuple(_lemma(one) for one in chosen),
        grain=_grain(frame.attrs["in_articles"], language),
    )
    told = text("reader.list_comma", language).join(labels[one] for one in chosen)
    fig = word_charts.trend(
        series, {one: labels[one] for one in chosen}, language, st.context.theme.type == "dark"
    )
    opened = charts.clickable(
        fig, "trend", alt=text("words.trend_alt", language, words=inert(told))
    )
    downloads(
        series.assign(label=series["term"].map(labels)), fig, f"didgah-trend-{view.tongue}",
        text("words.trend_title", language, words=inert(told)),
        columns={
            name: text(f"words.column.{name}", language)
            for name in ("label", "period", "until", "n", "articles", "denominator", "share")
        },
        note=text("words.trend_help", language), scope=view.scope(filters),
    )
    if opened:
        evidence(opened, _point(series, opened, labels, language),
                 on_close=lambda: charts.close("trend"), key="trend")


def _point(series: pd.DataFrame, opened: str, labels: dict[str, str], language: str) -> str:
    """What the open point stands for: its word and its period."""
    rows = series[series["open"] == opened]
    if rows.empty:  # it came with a link and the chart is another one now
        return text("words.trend", language)
    row = rows.iloc[0]
    span = format_interval_pair(row["period"].date(), row["until"].date(), "days", language)
    return text("reader.list_comma", language).join((inert(labels[row["term"]]), span))
