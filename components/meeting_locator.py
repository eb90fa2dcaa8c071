"""A small map in the record of a meeting: where it was."""

from __future__ import annotations

import streamlit as st

from components import charts
from didgah.charts import map as map_chart
from didgah.charts import meeting_words
from didgah.language.messages import text
from didgah.model import Meeting, Registry
from didgah.queries import meeting_places


def show(meeting: Meeting, registry: Registry, language: str, key: str) -> None:
    """A small map of where the meeting was; nothing when not even the country is known."""
    found = meeting_places.spot_of(meeting.place, meeting.country, registry)
    if found is None:
        return
    level, latitude, longitude = found
    dark = st.context.theme.type == "dark"
    where = meeting_words.where(meeting.place, meeting.country, registry, language)
    charts.static(
        map_chart.locator((longitude, latitude), exact=level == "exact", language=language,
                          dark=dark),
        f"{key}_locator", alt=text("map.locator_alt", language, where=where),
    )
