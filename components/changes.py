"""What has changed between the data version of an old link and the one that is served."""

from __future__ import annotations

from functools import partial
from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from components import data, links, states, tables
from components.data_days import as_of, day_of
from components.downloads import downloads
from components.evidence import PAGE
from components.outlet_names import outlet_name
from didgah.charts.entity_shares import share_words
from didgah.language.calendars import format_date, format_interval_pair, format_pair
from didgah.language.messages import plural, text
from didgah.language.numbers import format_number
from didgah.queries import changes
from didgah.registry import label
from didgah.resolve.decisions import DecisionError
from didgah.store.reader import Snapshot

if TYPE_CHECKING:
    import pandas as pd

_MEETINGS, _NAMES = 100, 12  # rows shown; the files have all
_KINDS = ("person", "organisation", "place")
_POINTS = 100


def show(version: str, state: links.State) -> None:
    """The page from the data version `version`, which may come from an address, to now."""
    language = state.language
    links.link("overview", text("changes.back", language), icon=":material/arrow_back:")
    then = data.kept(version)
    if then is None:
        states.block(text("changes.lost", language),
                     text("changes.lost_advice", language, version=version))
        return
    _title(then, data.snapshot(), language)
    try:
        found = data.ask_beside(changes.changes, then, state.filters)
    except DecisionError as error:
        states.problem(text("unlisted.unreadable", language),
                       text("unlisted.unreadable_advice", language), detail=str(error))
        return
    names = data.ask_beside(changes.names, then, state.filters, _KINDS)
    if found.meetings.empty and names.empty and not (found.added or found.gone):
        states.block(text("changes.none", language), text("changes.none_advice", language))
    else:
        _articles(found, then, state)
        _meetings(found.meetings, language)
        _names(names, language)
    _corrections(found, language)


def _title(then: Snapshot, now: Snapshot, language: str) -> None:
    st.subheader(text("changes.title", language, day=format_date(day_of(then), language)))
    states.note(text("changes.versions", language, then=then.version, now=now.version,
                     days_then=as_of(then, language), days_now=as_of(now, language)))


def _articles(found: changes.Changes, then: Snapshot, state: links.State) -> None:
    language = state.language
    number = partial(format_number, language=language)
    st.html("<p>" + escape(text("changes.articles", language, then=number(found.articles_then),
                                now=number(found.articles_now))) + "</p>")
    for name, n in (("added", found.added), ("gone", found.gone)):
        if not n:
            continue
        with st.expander(plural(f"changes.{name}", language, n), key=f"changes_{name}",
                         on_change="rerun") as box:
            if box.open:
                _listed(name == "added", then.version, n)


@st.fragment
def _listed(fresh: bool, version: str, n: int) -> None:
    """The articles behind a number, page by page; those that are gone are only told of."""
    state, then = links.current(), data.kept(version)
    if then is None:
        return
    pages, page = -(-n // PAGE), 1
    if pages > 1:
        page = st.pagination(pages, key=f"changes_page_{fresh}_{state.filters.to_query()}")
    rows = data.ask_beside(changes.added if fresh else changes.gone, then, state.filters,
                           offset=(page - 1) * PAGE, limit=PAGE)
    tables.short(
        [text("changes.column_article", state.language),
         *(text(f"overview.column_{name}", state.language) for name in ("outlet", "when"))],
        [[tables.Cell(row.title, href=links.url_for("reader", article=row.id) if fresh else ""),
          row.outlet_name or outlet_name(row.outlet, state.language),
          format_pair(None if row.day != row.day else row.day.date(), state.language)]
         for row in rows.itertuples()],
    )


def _meetings(frame: pd.DataFrame, language: str) -> None:
    st.subheader(text("changes.meetings", language))
    if frame.empty:
        states.note(text("changes.meetings_none", language))
        return
    told = [_told(row, language) for row in frame.to_dict("records")]
    columns = ("meeting", "change", "articles")
    tables.short(
        [text(f"changes.column_{name}", language) for name in columns],
        [[tables.Cell(one["meeting"], href=one["href"]), *(one[name] for name in columns[1:])]
         for one in told[:_MEETINGS]],
    )
    import pandas as pd

    downloads(pd.DataFrame(told).assign(id=frame["meeting"]), None, "changed-meetings",
              text("changes.meetings", language), columns={"id": "id"} | {
                  name: text(f"changes.column_{name}", language) for name in columns})


def _told(row: dict, language: str) -> dict[str, str]:
    """One meeting in words: what changed, and how many articles tell of it."""
    gone = row["change"] == changes.GONE
    if gone:
        change = text("changes.lost_meeting", language)
    elif row["change"] == changes.NEW:
        state = (_part(row, "now", one, language) for one in _PARTS if _has(row, "now", one))
        change = text("changes.new_meeting", language, state=" · ".join(state))
    else:
        change = " · ".join(
            text("changes.differs", language, what=text(f"changes.{one}", language),
                 then=_part(row, "then", one, language), now=_part(row, "now", one, language))
            for one, fields in _PARTS.items()
            if any(not _equal(row[f"{name}_then"], row[f"{name}_now"]) for name in fields))
    now, then = (format_number(row[f"articles_{when}"], language) for when in ("now", "then"))
    return {
        "meeting": row[f"name_{language}"] or row["name_en"] or row["meeting"],
        "href": "" if gone else links.url_for("meetings", meeting=row["meeting"]),
        "change": change,
        "articles": now if now == then else text("changes.was", language, now=now, then=then),
    }


_PARTS = {"status": ("status",), "date": ("first", "last", "precision"), "place": ("place",)}


def _equal(one: object, other: object) -> bool:
    return one == other or (one != one and other != other)  # a missing day is not itself


def _has(row: dict, when: str, part: str) -> bool:
    value = row[f"{_PARTS[part][0]}_{when}"]
    return value == value and value not in (None, "")


def _part(row: dict, when: str, part: str, language: str) -> str:
    """The status, the date or the place of one meeting, as it was or is."""
    if part == "status":
        return text(f"status.{row[f'status_{when}']}", language)
    if not _has(row, when, part):
        return text("changes.no_day" if part == "date" else "changes.no_place", language)
    if part == "date":
        return format_interval_pair(row[f"first_{when}"].date(), row[f"last_{when}"].date(),
                                    row[f"precision_{when}"], language)
    place = data.snapshot().registry.entities.get(f"place:{row[f'place_{when}']}")
    return label(place, language) if place else row[f"place_{when}"]


def _names(frame: pd.DataFrame, language: str) -> None:
    st.subheader(text("changes.names", language))
    if frame.empty:
        states.note(text("changes.names_none", language))
        return
    states.note(text("changes.names_note", language))
    entities = data.snapshot().registry.entities
    named = frame[frame["entity"].isin(entities)]
    said = named.assign(name=[label(entities[key], language) for key in named["entity"]])
    columns = ("name", "then", "now", "difference")
    tables.short(
        [text(f"changes.column_{name}", language) for name in columns],
        [[tables.Cell(row.name_, href=links.url_for("entities", entity=row.entity)),
          _share(row.share_then, row.n_then, language), _share(row.share_now, row.n_now, language),
          _difference(row.difference, language)]
         for row in said.rename(columns={"name": "name_"}).head(_NAMES).itertuples()],
    )
    downloads(said, None, "changed-names", text("changes.names", language), columns={
        "entity": "id", "name": text("changes.column_name", language),
        "n_then": text("changes.n_then", language), "n_now": text("changes.n_now", language),
        "share_then": text("changes.share_then", language),
        "share_now": text("changes.share_now", language),
        "difference": text("changes.column_difference", language)})


def _share(share: float, n: int, language: str) -> tables.Cell:
    return tables.Cell(text("changes.share", language, share=share_words(share, language),
                            n=format_number(n, language)), number=True)


def _difference(difference: float, language: str) -> tables.Cell:
    key = "changes.up" if difference > 0 else "changes.down"
    points = format_number(abs(difference) * _POINTS, language, 1)
    return tables.Cell(text(key, language, n=points), number=True)


def _corrections(found: changes.Changes, language: str) -> None:
    if not found.corrections:
        return
    st.subheader(text("changes.corrections", language))
    tables.short(
        [text(f"changes.column_{name}", language) for name in ("day", "what", "reason")],
        [[format_pair(one.at.date(), language),
          text(f"changes.{one.action}", language, target=one.target), one.reason]
         for one in found.corrections],
    )
