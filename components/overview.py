"""The front page, piece by piece: figures, coverage over time, outlets, what rises."""

from __future__ import annotations

from functools import partial
from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from components import basket, charts, data, links, states, tables
from components.downloads import downloads
from components.evidence import evidence
from components.shell.style import is_dark
from components.view_switch import view_switch
from didgah.charts import coverage as drawn
from didgah.charts import gaps, theme
from didgah.describe import Namer, join
from didgah.language.calendars import format_date, format_interval_pair, home_calendar
from didgah.language.messages import plural, text
from didgah.language.numbers import format_number, format_percent
from didgah.language.writing import comma
from didgah.queries import overview

if TYPE_CHECKING:
    import pandas as pd

GRAINS = ("auto", "month", "quarter", "year", "solar_year")
_OUTLETS = 10
_FEW = 30  # articles from which a share says little


def summary(state: links.State) -> overview.Summary | None:
    """The figures of the filters; None, with a word about it, when no article fits them."""
    found = data.ask(overview.summary, state.filters)
    if found.articles:
        return found
    states.empty(state.filters, state.language, key="overview")
    return None


def figures(found: overview.Summary, state: links.State) -> None:
    """The numbers above everything else; each opens what it counts."""
    language = state.language
    number = partial(format_number, language=language)
    cards = [
        (number(found.articles), text("overview.articles", language),
         text("overview.of_all", language, all=number(found.all_articles)),
         links.url_for("reader")),
        (number(found.reprints), text("overview.reprints", language),
         plural("overview.texts", language, found.texts),
         links.url_for("reader", state.filters.narrow("reprints=again"))
         if found.reprints else ""),
        (number(found.meetings_reported), text("overview.meetings", language),
         text("overview.of_known", language, n=number(found.meetings_known)),
         links.url_for("meetings", covered="1", span="all")),
        (number(found.mentions), text("overview.mentions", language), "",
         links.url_for("entities")),
        (number(found.statements), text("overview.statements", language), "",
         links.url_for("meetings")),
        (number(found.outlets), text("overview.n_outlets", language),
         plural("overview.languages", language, found.languages), ""),
        (number(found.off_topic), text("overview.off_topic", language),
         plural("overview.unsure", language, found.unsure) if found.unsure else "",
         links.url_for("reader", state.filters.narrow("topics=off"))
         if found.off_topic else ""),
        (number(found.undated), text("overview.undated", language),
         text("overview.undated_note", language) if found.undated else "",
         links.url_for("reader", state.filters.narrow("undated=1")) if found.undated else ""),
    ]
    st.html(
        "<div class='figures'>" + "".join(map(_card, cards)) + "</div>"
    )


def _card(card: tuple[str, str, str, str]) -> str:
    value, label, note, href = card
    inner = (f"<strong>{escape(value)}</strong><span>{escape(label)}</span>"
             f"<small>{escape(note)}</small>")
    if not href:
        return f"<div>{inner}</div>"
    return f"<a href='{escape(href)}' target='_self'>{inner}</a>"


def coverage(found: overview.Summary, state: links.State) -> None:
    """Articles over time by language, gaps shaded; a bar opens its articles."""
    language, dark = state.language, is_dark()
    with st.container(horizontal=True, vertical_alignment="center"):
        st.subheader(text("overview.coverage", language))
        grain = view_switch(
            "grain", "auto", GRAINS, "overview.grain", language, key="overview_grain",
            on_choice=lambda chosen: links.set_view(grain=chosen, open_coverage=None),
            titled=False,
        )
    frame = data.ask(overview.coverage, state.filters, grain=grain,
                     solar=home_calendar(language) == "solar_hijri")
    if frame.empty:
        states.block(text("overview.no_dates", language),
                     text("overview.no_dates_advice", language))
        return
    _legend(frame, language, dark)
    window = frame["period"].min().date(), frame["until"].max().date()
    figure = charts.drawn(drawn.figure, frame, window=window, language=language, dark=dark,
                          height=250)
    gaps.shade(figure, found.gaps, dark=dark)
    opened = charts.clickable(figure, "coverage", alt=_alt(frame, language))
    notes = [text("overview.grain_note", language, grain=text(
        f"overview.grain_{frame.attrs['grain']}", language))]
    if found.gaps:
        notes.append(plural("overview.gaps", language, len(found.gaps)))
    if frame.attrs["undated"]:
        notes.append(plural("overview.left_out", language, frame.attrs["undated"]))
    with st.container(horizontal=True, vertical_alignment="center"):
        states.note(" ".join(notes))
        downloads(frame, figure, "coverage", text("overview.coverage", language),
                  columns=_coverage_columns(language), note=notes[0])
        basket.put("coverage", {"grain": grain})
    if opened:
        evidence(opened, _label(frame, opened, language), key="coverage",
                 on_close=partial(charts.close, "coverage"))


def _legend(frame: pd.DataFrame, language: str, dark: bool) -> None:
    totals = frame.groupby("language")["articles"].sum()
    items = "".join(
        f"<li><i style='background:{theme.language_colour(one, dark)}'></i>"
        f"{escape(text(f'language.{one}', language))} "
        f"<b>{format_number(int(totals[one]), language)}</b></li>"
        for one in theme.language_order(totals.index)
    )
    st.html(f"<ul class='legend'>{items}</ul>")


def _alt(frame: pd.DataFrame, language: str) -> str:
    first, last = frame["period"].min().date(), frame["until"].max().date()
    return text("overview.coverage_alt", language,
                n=format_number(int(frame["articles"].sum()), language),
                span=format_interval_pair(first, last, "days", language))


def _label(frame: pd.DataFrame, opened: str, language: str) -> str:
    """What the open bar stands for; its dates when the chart no longer has such a bar."""
    rows = frame[frame["open"] == opened]
    if rows.empty:
        return text("overview.bar", language)
    row = rows.iloc[0]
    span = format_interval_pair(row["period"].date(), row["until"].date(), "days", language)
    return f"{text('language.' + row['language'], language)}{comma(language)}{span}"


def _coverage_columns(language: str) -> dict[str, str]:
    return {name: text(f"overview.column_{name}", language)
            for name in ("period", "until", "language", "articles")}


def outlets(state: links.State) -> None:
    """Who published how much, and when; a row opens its articles."""
    language = state.language
    frame = data.ask(overview.outlets, state.filters)
    st.subheader(text("overview.outlets", language))
    most = int(frame["articles"].max())
    say = Namer(data.snapshot().registry, language)
    rows = []
    for row in frame.head(_OUTLETS).itertuples():
        rows.append([
            tables.Cell(say("outlets", row.outlet),
                        href=links.url_for("reader", state.filters.narrow(row.open))),
            text(f"language.{row.language}", language),
            tables.Cell(format_number(row.articles, language), number=True,
                        bar=row.articles / most),
            tables.Cell(_when(row.last, language), title=_when(row.first, language)),
        ])
    tables.short([text(f"overview.column_{name}", language)
                  for name in ("outlet", "language", "articles", "last")], rows)
    with st.container(horizontal=True, vertical_alignment="center"):
        if len(frame) > _OUTLETS:
            rest = [say("outlets", one) for one in frame["outlet"].iloc[_OUTLETS:].unique()]
            states.note(text("overview.more_outlets", language, names=join(
                rest, "and", language)))
        downloads(frame, None, "outlets", text("overview.outlets", language), columns={
            name: text(f"overview.column_{name}", language)
            for name in ("name", "language", "articles", "first", "last")})


def _when(day: pd.Timestamp, language: str) -> str:
    return format_date(None if day != day else day.date(), language)


def rising(state: links.State) -> None:
    """Names whose share of the coverage grew most in its last ninety days."""
    language = state.language
    frame = data.ask(overview.rising, state.filters, n=10)
    st.subheader(text("overview.rising", language))
    if frame.empty:
        states.note(text("overview.rising_none", language))
        return
    first = frame.iloc[0]
    recent = round(first["recent"] / first["recent_share"])
    note = text("overview.rising_note", language, n=format_number(recent, language),
                days=format_number(overview.RECENT_DAYS, language))
    states.note(note + (" " + text("overview.rising_few", language) if recent < _FEW else ""))
    say = Namer(data.snapshot().registry, language)
    most = float(frame["recent_share"].max())
    rows = [[
        tables.Cell(say("entities", row.entity), href=links.url_for("entities", entity=row.entity)),
        text(f"kind.{row.kind}", language),
        tables.Cell(format_number(row.recent, language), number=True,
                    href=links.url_for("reader", state.filters.narrow(row.open))),
        tables.Cell(_percent(row.recent_share, language), number=True,
                    bar=row.recent_share / most),
        tables.Cell(_percent(row.before_share, language), number=True),
    ] for row in frame.itertuples()]
    tables.short([text(f"overview.column_{name}", language)
                  for name in ("entity", "kind", "recent", "recent_share", "before_share")], rows)
    downloads(frame, None, "rising", text("overview.rising", language), columns={
        name: text(f"overview.column_{name}", language) for name in (
            "entity", "kind", "recent", "before", "recent_share", "before_share", "change")})


def _percent(share: float, language: str) -> str:
    return format_percent(share, language, decimals=1)
