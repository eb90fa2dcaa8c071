"""The record of one name: how it is written, since when, in which roles, with whom."""

from __future__ import annotations

from datetime import date
from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from components import (
    charts,
    data,
    entity_basis,
    entity_ranking,
    links,
    meeting_style,
    statement_list,
    states,
    tables,
)
from components.downloads import downloads
from didgah.charts import entity_ranking as bars
from didgah.charts import meeting_words
from didgah.language.calendars import format_date, format_interval_pair, format_pair
from didgah.language.messages import plural, text
from didgah.language.names import language_name
from didgah.language.numbers import format_number
from didgah.model import LANGUAGES, Entity
from didgah.queries import entity_record
from didgah.queries.entity_record import EntityRecord
from didgah.registry import label

if TYPE_CHECKING:
    import pandas as pd

_FORMS = 12


def show(key: str, state: links.State, dark: bool) -> None:
    """Draw the record of the entity with registry key `key`."""
    language = state.language
    st.button(text("entities.back", language), key="entity_back", type="tertiary",
              icon=":material/undo:", on_click=links.set_view,
              kwargs={"entity": None, "open_trend": None, "open_with": None})
    found = data.ask(entity_record.record, state.filters, key)
    if found is None:
        states.problem(text("entities.gone", language), text("entities.gone_advice", language),
                       detail=key)
        return
    meeting_style.apply()
    name = label(found.entity, language)
    _head(found, name, language)
    left, right = st.columns([7, 6], gap="large")
    with left:
        if found.articles:
            st.subheader(text("entities.trend", language))
            if found.first:
                entity_ranking.trend((key,), {key: name}, "articles", "n", state, dark)
            else:
                states.note(text("entities.all_undated", language))
        _meetings(found.meetings, state)
        _statements(found, language)
    with right:
        _with_whom(found, name, state, dark)
        _roles(found.roles, language)
        _forms(found.forms, language)
        _languages(found.languages, language)


def _head(found: EntityRecord, name: str, language: str) -> None:
    entity = found.entity
    parts = [text(f"kind.{entity.kind}", language)]
    if entity.country:
        registry = data.snapshot().registry
        parts.append(meeting_words.country_name(entity.country, registry, language))
    st.html(f"<h2 class='entity-name'><bdi>{escape(name)}</bdi></h2>"
            f"<p class='item-meta'>{escape(' · '.join(dict.fromkeys(parts)))}</p>")
    if not found.articles:
        states.note(text("entities.unseen", language))
    with st.container(horizontal=True, key="entity_figures", gap="large"):
        for which, value in (
            ("articles", format_number(found.articles, language)),
            ("mentions", format_number(found.mentions, language)),
            ("first", format_pair(found.first, language) if found.first else "—"),
            ("last", format_pair(found.last, language) if found.last else "—"),
        ):
            st.html(f"<p class='figure'><small>{escape(text(f'entities.{which}', language))}"
                    f"</small><br><strong>{escape(value)}</strong></p>", width="content")
    if found.articles:
        links.link("reader", text("entities.read", language),
                   links.current().filters.narrow(f"entities={entity.key}"),
                   icon=":material/article:")
    _names(entity, language)


def _names(entity: Entity, language: str) -> None:
    other = [
        f"<bdi lang='{one}'>{escape(entity.names[one])}</bdi>" for one in LANGUAGES
        if one != language and entity.names.get(one) not in (None, entity.names.get(language))
    ]
    heading = escape(text("entities.also_called", language))
    st.html(f"<p class='item-meta'>{heading}: {' · '.join(other)}</p>")
    if entity.offices:
        tables.short(
            [text("entities.offices", language), text("meetings.date", language)],
            [[one.title.get(language) or one.title.get("en", ""),
              _office_span(one.since, one.until, language)] for one in entity.offices],
        )


def _office_span(since: date | None, until: date | None, language: str) -> str:
    unknown = text("entities.office_open", language)
    return text(
        "entities.office_span", language,
        since=format_date(since, language, "gregorian", "year") if since else unknown,
        until=format_date(until, language, "gregorian", "year") if until
        else text("entities.office_now", language) if since else unknown,
    )


def _meetings(frame: pd.DataFrame, state: links.State) -> None:
    if frame.empty:
        return
    language = state.language
    st.subheader(text("entities.meetings", language))
    newest = frame.sort_values("first", ascending=False, na_position="last")
    rows = [
        [
            tables.Cell(meeting_words.title(row, language),
                        href=links.url_for("meetings", meeting=row["meeting"])),
            statement_list.isolated(format_interval_pair(
                _day(row["first"]), _day(row["last"]), row["precision"], language), language),
            text(f"role.{row['role']}", language),
            tables.Cell(format_number(int(row["articles"]), language), number=True),
        ]
        for row in newest.to_dict("records")
    ]
    st.caption(plural("meetings.count", language, len(rows)))
    with st.container(height=420 if len(rows) > 9 else "content", border=False):
        tables.short(
            [text("meetings.column_meeting", language), text("meetings.date", language),
             text("meetings.role", language), text("meetings.column_articles", language)], rows,
        )
    named = newest[f"name_{language}"].where(newest[f"name_{language}"] != "", newest["name_en"])
    days = {one: newest[one].dt.strftime("%Y-%m-%d").fillna("") for one in ("first", "last")}
    roles = [text(f"role.{one}", language) for one in newest["role"]]
    downloads(
        newest.assign(name=named, role=roles, **days), None, "name-meetings",
        text("entities.meetings", language),
        columns={"meeting": "id", "name": text("meetings.column_meeting", language),
                 "first": text("meetings.column_first", language),
                 "last": text("meetings.column_last", language),
                 "role": text("meetings.role", language),
                 "articles": text("meetings.column_articles", language)},
    )


def _day(value: pd.Timestamp) -> date | None:
    return None if value != value else value.date()


def _statements(found: EntityRecord, language: str) -> None:
    frame = found.statements
    if frame.empty:
        return
    st.subheader(text("entities.statements", language))
    if frame.attrs.get("truncated"):
        st.caption(text("entities.statements_first", language,
                        n=format_number(len(frame), language),
                        all=format_number(frame.attrs["total"], language)))
    statement_list.show(frame, key="entity_statements")
    downloads(
        frame, None, "name-statements", text("entities.statements", language),
        columns={"article": "id", "text": text("entities.statement_text", language),
                 "verb": text("entities.statement_verb", language),
                 "day": text("meetings.date", language),
                 "outlet_name": text("meetings.outlet", language),
                 "language": text("meetings.language", language)},
    )


def _with_whom(found: EntityRecord, name: str, state: links.State, dark: bool) -> None:
    frame = found.with_whom
    if frame.empty:
        return
    language = state.language
    st.subheader(text("entities.with_whom", language))
    st.caption(text("entities.with_note", language, name=links.plain(name),
                    total=format_number(found.articles, language)))
    shown = frame.assign(denominator=found.articles, share=frame["n"] / found.articles)
    said = entity_basis.names(list(frame["entity"]), language)
    opened = links.view("open_with", "")
    mine = shown[shown["open"] == opened]
    fig = charts.drawn(bars.top, shown, said, unit="articles", language=language, dark=dark,
                    selected=mine["entity"].iloc[0] if len(mine) else "")
    charts.clickable(fig, "with", alt=text("entities.with_whom_alt", language, name=name))
    for row in mine.to_dict("records"):
        entity_basis.drawer(row["open"], f"{name} – {said[row['entity']]}", "with", once=False)
    downloads(
        shown.assign(name=[said[one] for one in shown["entity"]]), fig, "name-with",
        text("entities.with_whom", language),
        columns={"entity": "id", "name": text("meetings.name", language),
                 "n": text("entities.articles", language),
                 "share": text("entities.share", language)},
    )


def _roles(frame: pd.DataFrame, language: str) -> None:
    if not frame.empty:
        st.subheader(text("entities.roles", language))
        _counted(frame, "role", lambda one: text(f"role.{one}", language), language)


def _languages(frame: pd.DataFrame, language: str) -> None:
    if not frame.empty:
        st.subheader(text("entities.languages", language))
        frame = frame.assign(n=frame["articles"])
        _counted(frame, "language", lambda one: language_name(one, language), language,
                 times="entities.articles")


def _counted(frame: pd.DataFrame, column: str, say, language: str, times: str = "entities.times"):
    highest = int(frame["n"].max())
    tables.short(
        [text(f"entities.{column}" if column == "role" else "meetings.language", language),
         text(times, language)],
        [[say(value), tables.Cell(format_number(int(n), language), number=True, bar=n / highest)]
         for value, n in zip(frame[column], frame["n"], strict=True)],
    )


def _forms(frame: pd.DataFrame, language: str) -> None:
    if frame.empty:
        return
    st.subheader(text("entities.forms", language))
    highest = int(frame["n"].max())
    rows = [
        [row["surface"], language_name(row["language"], language),
         tables.Cell(format_number(int(row["n"]), language), number=True,
                     bar=row["n"] / highest)]
        for row in frame.to_dict("records")
    ]
    header = [text("entities.form", language), text("meetings.language", language),
              text("entities.times", language)]
    tables.short(header, rows[:_FORMS])
    downloads(
        frame, None, "name-forms", text("entities.forms", language),
        columns={"surface": header[0], "language": header[1], "n": header[2]},
    )
    if rows[_FORMS:]:
        with st.expander(text("entities.more_forms", language,
                              n=format_number(len(rows) - _FORMS, language))):
            tables.short(header, rows[_FORMS:])
