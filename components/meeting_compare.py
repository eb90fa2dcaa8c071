"""Two meetings, or two series, side by side."""

from __future__ import annotations

from functools import partial

import streamlit as st

from components import data, links, meeting_record, meeting_rounds
from didgah.charts import meeting_words
from didgah.filters import Filters
from didgah.language.calendars import format_date
from didgah.language.messages import text
from didgah.queries import meetings

_SERIES = "series:"


def offer(language: str) -> None:
    """The invitation to lay Jeddah and Kazan beside each other, or any two."""
    with st.container(horizontal=True, vertical_alignment="center", key="meetings_offer"):
        st.button(
            text("meetings.compare_offer", language), key="compare_offer",
            icon=":material/compare:", on_click=links.set_view,
            kwargs={"compare": ",".join(meeting_rounds.OFFER)},
        )
        st.button(
            text("meetings.compare_series", language), key="compare_series_offer",
            icon=":material/view_column_2:", on_click=links.set_view,
            kwargs={"compare": f"{_SERIES}strategic_vision_group,{_SERIES}kazanforum"},
        )


def show(state: links.State) -> None:
    """Draw what the URL's `compare=<one>,<other>` names, each with a box to choose another.

    Each side is a meeting's id or "series:<id>".
    """
    language = state.language
    asked = [one for one in links.view("compare", "").split(",") if one][:2]
    sides = [*asked, *meeting_rounds.OFFER[len(asked):]]
    labels = _choices(language)
    st.button(text("meetings.compare_back", language), key="compare_back", type="tertiary",
              icon=":material/undo:", on_click=links.set_view, kwargs={"compare": None})
    for place, column in enumerate(st.columns(2, gap="medium")):
        with column:
            _side(place, sides, labels, state)


def _side(place: int, sides: list[str], labels: dict[str, str], state: links.State) -> None:
    key, chosen = f"compare_{place}", sides[place]
    options = list(labels) if chosen in labels else [chosen, *labels]
    st.session_state[key] = chosen
    st.selectbox(
        text(f"meetings.compare_{place}", state.language), options, key=key,
        format_func=lambda one: labels.get(one, one),
        on_change=partial(_take, place, tuple(sides)),
    )
    if chosen.startswith(_SERIES):
        meeting_rounds.show(chosen.removeprefix(_SERIES), state, key=f"side{place}")
    else:
        meeting_record.show(chosen, state, key=f"side{place}")


def _take(place: int, sides: tuple[str, ...]) -> None:
    now = [*sides]
    now[place] = st.session_state[f"compare_{place}"]
    links.set_view(compare=",".join(now))


def _choices(language: str) -> dict[str, str]:
    """Every meeting and series there is → its name, distinct; series first, then newest."""
    registry = data.snapshot().registry
    found = {
        f"{_SERIES}{one.id}": text("meetings.whole_series", language,
                                   name=one.names.get(language) or one.names["en"])
        for one in registry.series.values()
    }
    frame = data.ask(meetings.timeline, Filters())
    for row in reversed(frame.to_dict("records")):
        day = row["first"]
        when = "" if day != day else f" · {format_date(day.date(), language)}"
        name = f"{meeting_words.title(row, language)}{when}"
        taken = name in found.values()
        found[row["meeting"]] = f"{name} [{row['meeting']}]" if taken else name
    return found
