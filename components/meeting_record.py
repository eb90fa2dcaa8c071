"""The record of one meeting: when, where, who, what was said, and the sentences behind it."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from urllib.parse import urlsplit

import streamlit as st

from components import (
    basket,
    calendar_file,
    data,
    dossier,
    links,
    meeting_accounts,
    meeting_locator,
    meeting_people,
    meeting_reports,
    meeting_rounds,
    meeting_style,
    statement_list,
    states,
)
from didgah.addresses import is_web
from didgah.charts import meeting_words
from didgah.charts.hover import grounds
from didgah.language.calendars import WRITTEN, format_interval
from didgah.language.messages import has, text
from didgah.model import KnownStatement, Meeting, Registry
from didgah.queries import meetings
from didgah.queries.meetings import MeetingRecord


def show(
    meeting_id: str, state: links.State, *, on_close: Callable[[], None] | None = None,
    key: str = "record",
) -> None:
    """Draw the record of `meeting_id`; `key` tells two on one page apart."""
    found = data.ask(meetings.record, meeting_id, state.filters)
    if found is None:
        states.problem(
            text("meetings.gone", state.language), text("meetings.gone_advice", state.language),
            detail=meeting_id,
        )
        return
    registry = data.snapshot().registry
    meeting_style.apply()
    with st.container(border=True, key=f"{key}_box"):
        place = meeting_words.where(
            found.meeting.place, found.meeting.country, registry, state.language)
        _head(found, place, state.language, on_close, key)
        _facts(found, registry, state.language)
        meeting_locator.show(found.meeting, registry, state.language, key)
        meeting_accounts.statuses(found, state.language)
        meeting_accounts.disagreements(found, registry, state.language)
        meeting_people.show(found, registry, state.language)
        _gists(found.gists, key)
        meeting_reports.show(found, state, key)
        meeting_rounds.beside(found.meeting, state)
        _sources(found, registry, state.language)


def title_of(meeting: Meeting, language: str) -> str:
    """The meeting's name in `language`, or in English, or its id."""
    return meeting.names.get(language) or meeting.names.get("en") or meeting.id


def _head(
    found: MeetingRecord, place: str, language: str,
    on_close: Callable[[], None] | None, key: str,
) -> None:
    meeting = found.meeting
    badges = [
        ("status-" + meeting.status, text(f"status.{meeting.status}", language)),
        ("kind", text(f"meeting_kind.{meeting.kind}", language)),
    ]
    rests = grounds(meeting.known, meeting.confidence, meeting.titles_only, language)
    badges.append((f"grounds grounds-{meeting.confidence or 'none'}", rests))
    shown = "".join(
        f"<span class='badge badge-{escape(name)}'>{escape(words)}</span>"
        for name, words in badges
    )
    st.html(
        f"<div class='record-head'><h3><bdi>{escape(title_of(meeting, language))}</bdi></h3>"
        f"<p class='badges'>{shown}</p></div>"
    )
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        links.link(
            "reader", text("meetings.read", language), state_filters(meeting.id),
            icon=":material/article:",
        )
        if not links.view("compare", ""):
            st.button(
                text("meetings.compare_this", language), key=f"{key}_compare", type="tertiary",
                icon=":material/compare:", on_click=links.set_view,
                kwargs={"compare": f"{meeting.id},{meeting_rounds.partner(meeting)}"},
            )
        if meeting.first is not None and meeting.last is not None:
            calendar_file.one(
                meeting.id, title_of(meeting, language), meeting.first, meeting.last,
                meeting.status, place, language, key,
            )
        basket.put("meeting", {"meeting": meeting.id})
        if not links.view("compare", ""):  # one menu of forms at a time
            dossier.menu(meeting.id, title_of(meeting, language), links.current(), key)
        if on_close:
            st.button(text("meetings.close", language), key=f"{key}_close", type="tertiary",
                      icon=":material/close:", on_click=on_close)


def state_filters(meeting_id: str):
    """The current filters narrowed to articles about one meeting."""
    return links.current().filters.narrow(f"meetings={meeting_id}")


def _facts(found: MeetingRecord, registry: Registry, language: str) -> None:
    meeting, known = found.meeting, found.known
    rows = _dates(meeting, language)
    rows.append((text("meetings.column_where", language),
                 meeting_words.where(meeting.place, meeting.country, registry, language), ""))
    rows.append((text("meetings.column_series", language),
                 meeting_words.series_name(meeting.series, registry, language), ""))
    if found.sides:
        rows.append((text("meetings.level", language),
                     meeting_accounts.levels(found, registry, language), ""))
    if known is not None:
        rows += [
            (text(f"meetings.{name}", language), meeting_words.in_words(worded, language), "")
            for name, worded in (
                ("venue", known.venue), ("theme", known.theme), ("outcome", known.outcome),
            ) if worded
        ]
    body = "".join(
        f"<dt>{escape(term)}</dt><dd dir='auto'>{escape(value)}"
        + (f" <small>{escape(aside)}</small>" if aside else "") + "</dd>"
        for term, value, aside in rows
    )
    st.html(f"<dl class='record-facts'>{body}</dl>")


def _dates(meeting: Meeting, language: str) -> list[tuple[str, str, str]]:
    """(calendar, date, remark) in the three calendars; one row when there is no date."""
    if meeting.first is None:
        return [(text("meetings.date", language), format_interval(
            None, None, "unknown", language), "")]
    return [
        (
            text(f"meetings.calendar_{one}", language),
            statement_list.isolated(format_interval(
                meeting.first, meeting.last, meeting.precision, language, one), language),
            text("meetings.lunar_note", language) if one == "lunar_hijri" else "",
        )
        for one in WRITTEN
    ]


@st.fragment
def _gists(gists: tuple[KnownStatement, ...], key: str) -> None:
    if not gists:
        return
    language = links.current().language
    meeting_style.heading(text("meetings.gists", language))
    st.caption(text("meetings.gists_note", language))
    registry = data.snapshot().registry
    shown = statement_list.paged(gists, f"{key}_gists")
    items = "".join(_gist(one, registry, language) for one in shown)
    st.html(f"<ul class='record-list'>{items}</ul>")


def _gist(one: KnownStatement, registry: Registry, language: str) -> str:
    named = one.speaker_names.get(language) or one.speaker_names["en"]
    name = statement_list.speaker(f"person:{one.speaker}", named, language)
    mode = f"meetings.mode_{one.mode}"
    told = [text(mode, language) if has(mode) else one.mode]
    if one.confidence != "high":
        told.append(text(f"meetings.confidence_{one.confidence}", language))
    words = meeting_words.in_words(one.gist, language)
    return (
        f"<li><p dir='auto'>{escape(words)}</p><small>{name} · {escape(' · '.join(told))} · "
        f"{_safe_links(one.sources, registry, language)}</small></li>"
    )


def _sources(found: MeetingRecord, registry: Registry, language: str) -> None:
    if not found.meeting.sources:
        return
    meeting_style.heading(text("meetings.sources", language))
    items = "".join(
        f"<li>{_safe_links((one,), registry, language, whole=True)}</li>"
        for one in found.meeting.sources
    )
    note = ""
    if found.known and found.known.note:
        note = (f"<p class='record-note' dir='auto'><b>{escape(text('meetings.note', language))}"
                f"</b> {escape(meeting_words.in_words(found.known.note, language))}</p>")
    st.html(f"<ul class='record-sources'>{items}</ul>{note}")


def _safe_links(
    sources: tuple[str, ...], registry: Registry, language: str, *, whole: bool = False
) -> str:
    """Sources as safe HTML: links where they are http(s), words where they have no address."""
    shown = []
    for one in sources:
        if one in registry.unaddressed:
            named = meeting_words.in_words(registry.unaddressed[one], language)
            shown.append(f"<bdi>{escape(named)}</bdi>")
            continue
        words = one if whole else (urlsplit(one).netloc.removeprefix("www.") or one)
        inner = f"<bdi dir='ltr'>{escape(words if len(words) < 90 else words[:88] + '…')}</bdi>"
        if is_web(one):
            inner = (f"<a href='{escape(one)}' target='_blank' rel='noopener noreferrer nofollow'>"
                     f"{inner}</a>")
        shown.append(inner)
    return " · ".join(shown)
