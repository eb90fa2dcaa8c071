"""Where the meetings took place: the map, the list behind each mark, and the table twin."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd
import streamlit as st

from components import charts, data, links, meeting_style, states, tables, timeline
from components.downloads import downloads
from components.view_switch import view_switch
from didgah.charts import map as map_chart
from didgah.charts import map_view, meeting_words
from didgah.charts.hover import lines
from didgah.filters import Filters
from didgah.language.calendars import format_interval
from didgah.language.messages import plural, text
from didgah.language.numbers import format_number
from didgah.language.writing import comma
from didgah.queries import meeting_places
from didgah.queries.meeting_places import UNKNOWN

if TYPE_CHECKING:
    import plotly.graph_objects as go

    from didgah.model import Registry
    from didgah.store.reader import Snapshot

SHOWN = ("timeline", "map")
_REGIONS = (*map_view.REGIONS, map_view.FIT)
_MOST_MEETINGS = 50  # that the filters can hold
_TALL = 12  # rows of the list beyond which it scrolls
_LIST_HEIGHT = 460


@cache
def _style() -> str:
    return Path(__file__).with_suffix(".css").read_text(encoding="utf-8")


def chosen(language: str) -> Callable[[links.State, date, bool], None]:
    """Draw the switch between timeline and map; the function that draws the one chosen."""
    _switch("show", "timeline", SHOWN, "map.show", language)
    return show if links.view("show", "timeline", SHOWN) == "map" else timeline.show


def show(state: links.State, today: date, dark: bool) -> None:
    """Draw the map and what belongs to it; signature as `timeline.show`, for which it stands."""
    language = state.language
    covered = bool(links.view("covered", "", ("1",)))
    frame = data.ask(_described, state.filters, covered, language)
    if frame.empty:
        states.empty(state.filters, language, title=text("meetings.empty", language), key="map")
        return
    st.html(f"<style>{_style()}</style>")
    _switch("region", "core", _REGIONS, "map.region", language)
    drawn = frame[frame["spot"] != UNKNOWN]
    _said(frame, drawn, language)
    if drawn.empty:
        states.note(text("map.no_points", language))
        picture = None
    else:
        picture = _maps(drawn, frame, state, dark)
    _unknown(frame, language)
    _list(frame, covered, state)
    st.caption(f"{text('map.legend', language)} {text('map.source', language)}")
    _take_away(frame, picture, language)
    _table(frame, language)


def _described(
    snapshot: Snapshot, filters: Filters, covered: bool, language: str
) -> pd.DataFrame:
    """The places with name, country_name, when and hover in words."""
    found = meeting_places.places(snapshot, filters, covered=covered)
    registry = snapshot.registry
    rows = found.to_dict("records")
    found = found.assign(
        name=[_name(row, registry, language) for row in rows],
        country_name=[meeting_words.country_name(row["country"], registry, language)
                      if row["country"] else "" for row in rows],
        when=[_when(row, language) for row in rows],
    )
    return found.assign(hover=[_hover(row, language) for row in found.to_dict("records")])


def _name(row: dict[str, Any], registry: Registry, language: str) -> str:
    if row["spot"] == UNKNOWN:
        return text("map.nowhere", language)
    if row["place"]:
        return meeting_words.place_name(row["place"], registry, language)
    return meeting_words.country_name(row["country"], registry, language)


def _when(row: dict[str, Any], language: str) -> str:
    if pd.isna(row["first"]):
        return ""
    return format_interval(
        row["first"].date(), row["last"].date(), row["precision"], language)


def _hover(row: dict[str, Any], language: str) -> str:
    country = row["country_name"] if row["country_name"] != row["name"] else ""
    level = "" if row["level"] == "exact" else text(f"map.level_{row['level']}", language)
    return lines(
        (
            level,
            plural("meetings.count", language, int(row["meetings"])),
            plural("meetings.articles", language, int(row["articles"])),
            text("map.last", language, when=row["when"]) if row["when"] else "",
        ),
        language, bold=comma(language).join(one for one in (row["name"], country) if one),
    )


def _switch(
    name: str, default: str, options: tuple[str, ...], label: str, language: str
) -> None:
    view_switch(
        name, default, options, label, language, key=f"meetings_{name}", titled=False,
        on_choice=lambda chosen: links.set_view(**{name: chosen}, open_map=None),
    )


def _said(frame: pd.DataFrame, drawn: pd.DataFrame, language: str) -> None:
    said = [text(
        "map.sentence", language,
        meetings=plural("meetings.count", language, int(drawn["meetings"].sum())),
        places=plural("map.places", language, len(drawn)),
    )]
    if coarse := int(drawn["meetings"][drawn["level"] != "exact"].sum()):
        said.append(plural("map.coarse", language, coarse))
    states.note(" · ".join(said))


def _maps(
    drawn: pd.DataFrame, frame: pd.DataFrame, state: links.State, dark: bool
) -> go.Figure:
    """Two layouts of one map, of which the style sheet shows the one that fits; the wide one."""
    language, asked = state.language, state.filters.series
    registry = data.snapshot().registry
    region = links.view("region", "core", _REGIONS)
    alt = text(
        "map.alt", language, first=drawn["name"].iloc[0],
        meetings=plural("meetings.count", language, int(drawn["meetings"].sum())),
        places=plural("map.places", language, len(drawn)),
    )
    maps = {}
    with st.container(key="meetings_map"):
        for room in (map_chart.WIDE, map_chart.NARROW):
            made = map_chart.figure(
                drawn, registry, region=region, room=room, language=language, dark=dark,
                series=asked[0] if len(asked) == 1 else "", opened=links.view("open_map", ""),
            )
            with st.container(key=f"map_{room.name}"):
                charts.clickable(made.figure, f"map_{room.name}", alt=alt, param="open_map")
                if made.outside:
                    st.button(
                        plural("map.outside", language, made.outside), type="tertiary",
                        icon=":material/zoom_out_map:", key=f"map_all_{room.name}",
                        on_click=links.set_view,
                        kwargs={"region": map_view.FIT if region == "world" else "world"},
                    )
            maps[room.name] = made.figure
    return maps[map_chart.WIDE.name]


def _unknown(frame: pd.DataFrame, language: str) -> None:
    count = int(frame["meetings"][frame["spot"] == UNKNOWN].sum())
    if count:
        st.button(
            plural("map.unknown", language, count), type="tertiary", key="map_unknown",
            icon=":material/location_off:", on_click=links.set_view,
            kwargs={"open_map": UNKNOWN},
        )


def _list(frame: pd.DataFrame, covered: bool, state: links.State) -> None:
    """The meetings of the mark that is open: as many rows as the mark counts."""
    language, opened = state.language, links.view("open_map", "")
    asked = opened.split(",") if opened else []
    places = frame[frame["spot"].isin(asked)]
    if places.empty:
        return
    rows = data.ask(_meetings, state.filters, covered, language)
    rows = rows[rows["spot"].isin(asked)].iloc[::-1]
    named = comma(language).join(places["name"].iloc[:4])
    if len(places) > 4:
        named = f"{named} {plural('map.more', language, len(places) - 4)}"
    charts.reveal("map", opened)
    with st.container(border=True, key="map_list"):
        meeting_style.heading(f"{named} · {plural('meetings.count', language, len(rows))}")
        with st.container(horizontal=True, vertical_alignment="center"):
            _to_articles(rows, places, state)
            st.button(text("map.close", language), key="map_close", type="tertiary",
                      icon=":material/close:", on_click=links.set_view,
                      kwargs={"open_map": None})
        with st.container(height=_LIST_HEIGHT if len(rows) > _TALL else "content", border=False):
            tables.short(
                [text(f"meetings.{one}", language)
                 for one in ("column_meeting", "date", "column_where", "column_articles")],
                [_row(row, state) for row in rows.to_dict("records")],
            )


def _to_articles(rows: pd.DataFrame, places: pd.DataFrame, state: links.State) -> None:
    """A link to the articles, where the filters can hold all the meetings they report."""
    reported = tuple(rows["meeting"][rows["articles"] > 0])
    if len(places) == 1 and 0 < len(reported) <= _MOST_MEETINGS and not state.filters.meetings:
        links.link(
            "reader",
            plural("meetings.articles", state.language, int(places["articles"].iloc[0])),
            state.filters.narrow(Filters(meetings=reported).to_query()),
            icon=":material/article:",
        )


def _meetings(
    snapshot: Snapshot, filters: Filters, covered: bool, language: str
) -> pd.DataFrame:
    found = meeting_places.listed(snapshot, filters, covered=covered)
    return meeting_words.describe(found, snapshot.registry, language)


def _row(row: dict[str, Any], state: links.State) -> list[str | tables.Cell]:
    href = links.url_for("meetings", state.filters, **(state.view | {"meeting": row["meeting"]}))
    return [
        tables.Cell(row["title"], href=href), _when(row, state.language), row["where"],
        tables.Cell(format_number(int(row["articles"]), state.language), number=True),
    ]


def _worded(frame: pd.DataFrame, language: str) -> pd.DataFrame:
    return frame.assign(
        level=[text(f"map.level_{one}", language) for one in frame["level"]])


def _take_away(frame: pd.DataFrame, picture: go.Figure | None, language: str) -> None:
    titles = {"name": "place", "country_name": "country", "level": "level",
              "meetings": "meetings", "articles": "articles", "when": "last"}
    columns = {"spot": "id"} | {
        name: text(f"map.column_{title}", language) for name, title in titles.items()
    } | {"latitude": "latitude", "longitude": "longitude"}
    downloads(
        _worded(frame, language), picture, "map", text("map.title", language),
        columns=columns,
        note=f"{text('map.legend', language)} {text('map.source', language)}",
    )


def _table(frame: pd.DataFrame, language: str) -> None:
    with st.expander(text("map.table", language), icon=":material/table_rows:",
                     key="map_table", on_change="rerun") as box:
        if not box.open:
            return
        st.caption(text("map.table_note", language))

        def title(name: str) -> str:
            return text(f"map.column_{name}", language)

        row = tables.sortable(
            _worded(frame, language),
            {
                "name": title("place"), "country_name": title("country"),
                "meetings": tables.number(title("meetings"), language),
                "articles": tables.number(title("articles"), language),
                "when": title("last"), "level": title("level"),
            },
            key=f"map_rows_{links.view('open_map', '')}", language=language, selectable=True,
            alt=text("map.table", language), height=380,
        )
        if row is not None:
            links.set_view(open_map=str(frame["spot"].iloc[row]))
            st.rerun()
