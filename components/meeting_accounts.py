"""What articles say of one meeting side by side: levels, how its status changed, contradictions."""

from __future__ import annotations

from html import escape

import streamlit as st

from components import meeting_style, statement_list, tables
from components.outlet_names import outlet_name
from didgah.charts import meeting_words
from didgah.highlight import inert
from didgah.language.calendars import format_pair
from didgah.language.messages import text
from didgah.model import Registry
from didgah.queries import claims
from didgah.queries.meetings import Disagreement, MeetingRecord


def levels(found: MeetingRecord, registry: Registry, language: str) -> str:
    """The highest level of each country, and of those who speak for no country."""
    return meeting_words.levels(
        ((side.country, side.level) for side in found.sides), registry, language)


def statuses(found: MeetingRecord, language: str) -> None:
    """How the status changed from article to article, each with the sentence that says so."""
    told = found.statuses
    if not told or (len(told) == 1 and told[0].status == "held"):
        return
    meeting_style.heading(text("meetings.statuses", language))
    items = []
    for one in told:
        day = format_pair(one.view.published.value, language, one.view.published.precision)
        outlet = outlet_name(one.view.outlet, language)
        sentence = statement_list.quoted(
            one.passage.text, one.view.language, one.view.article, one.passage.start, language
        ) if one.passage else ""
        items.append(
            f"<li><span class='badge badge-status-{one.status}'>"
            f"{escape(text(f'status.{one.status}', language))}</span> <small>{escape(day)} · "
            f"<bdi>{escape(inert(outlet))}</bdi></small>{sentence}</li>"
        )
    st.html(f"<ul class='record-list'>{''.join(items)}</ul>")


def disagreements(found: MeetingRecord, registry: Registry, language: str) -> None:
    """What reports say otherwise than is held, and who says it."""
    if not found.disagreements:
        return
    meeting_style.heading(text("meetings.disagreements", language))
    rows = []
    for one in found.disagreements:
        said = claims.said(one.field, one.reported, registry, language)
        rows.append([
            text(f"meetings.disagree_{one.field}", language),
            claims.said(one.field, one.held, registry, language),
            f"{said} ({_outlets(found, one, language)})",
        ])
    tables.short(
        [text("meetings.about", language), text("meetings.held_as", language),
         text("meetings.reported_as", language)], rows,
    )


def _outlets(found: MeetingRecord, one: Disagreement, language: str) -> str:
    named = {view.article: outlet_name(view.outlet, language) for view in found.reports}
    outlets = dict.fromkeys(named[article] for article in one.articles)
    return text("meetings.list_comma", language).join(outlets)
