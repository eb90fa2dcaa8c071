"""What has changed between the data version of an old link and the one that is served."""

from __future__ import annotations

from functools import partial
from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from components import data, links, states, tables
from components.downloads import downloads
from components.evidence import PAGE
from components.outlet_names import outlet_name
from didgah.charts import meeting_words
from didgah.charts.entity_shares import share_words
from didgah.language.calendars import format_date, format_interval_pair, format_pair
from didgah.language.messages import plural, text
from didgah.language.numbers import format_number
from didgah.queries import changes
from didgah.queries.data_day import as_of, day_of
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
        _meetings(found.meetings, then, language)
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
    """The articles behind a number, page by page; those that are gone open as they were."""
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
        [[tables.Cell(row.title, href=links.url_for(
            "reader", article=row.id, version=None if fresh else version)),
          row.outlet_name or outlet_name(row.outlet, state.language),
          format_pair(None if row.day != row.day else row.day.date(), state.language)]
         for row in rows.itertuples()],
    )


def _meetings(frame: pd.DataFrame, then: Snapshot, language: str) -> None:
    st.subheader(text("changes.meetings", language))
    if frame.empty:
        states.note(text("changes.meetings_none", language))
        return
    told = [_told(row, then, language) for row in frame.to_dict("records")]
    columns = ("meeting", "change", "articles")
    tables.short(
        [text(f"changes.column_{name}", language) for name in columns],
        [[tables.Cell(one["meeting"], href=one["href"]), *(one[name] for name in columns[1:])]
         for one in told[:_MEETINGS]],
    )
    _cut(_MEETINGS, len(told), language)
    import pandas as pd

    downloads(pd.DataFrame(told).assign(id=frame["meeting"]), None, "changed-meetings",
              text("changes.meetings", language), columns={"id": "id"} | {
                  name: text(f"changes.column_{name}", language) for name in columns})


def _told(row: dict, then: Snapshot, language: str) -> dict[str, str]:
    """One meeting in words: what changed, and how many articles tell of it."""
    gone = row["change"] == changes.GONE
    if gone:
        change = text("changes.lost_meeting", language)
    elif row["change"] == changes.NEW:
        known = [one for one, columns in changes.PARTS.items() if _has(row[f"{columns[0]}_now"])]
        state = " · ".join(_part(row, "now", one, language) for one in known)
        change = text("changes.new_meeting", language, state=state)
    else:
        change = " · ".join(
            text("changes.differs", language, what=text(f"changes.{one}", language),
                 then=_part(row, "then", one, language), now=_part(row, "now", one, language))
            for one in row["differs"])
    articles = [format_number(row[f"articles_{when}"], language) for when in ("now", "then")]
    return {
        "meeting": meeting_words.title(row, language),
        "href": links.url_for("meetings", meeting=row["meeting"],
                              version=then.version if gone else None),
        "change": change,
        "articles": articles[0] if articles[0] == articles[1] else text(
            "changes.was", language, now=articles[0], then=articles[1]),
    }


def _has(value: object) -> bool:
    return value == value and value not in (None, "")  # a missing day is not itself


def _part(row: dict, when: str, part: str, language: str) -> str:
    """The status, the date or the place of one meeting, as it was or is."""
    value = row[f"{changes.PARTS[part][0]}_{when}"]
    if part == "status":
        return text(f"status.{value}", language)
    if not _has(value):
        return text("changes.no_day" if part == "date" else "changes.no_place", language)
    if part == "date":
        return format_interval_pair(value.date(), row[f"last_{when}"].date(),
                                    row[f"precision_{when}"], language)
    return meeting_words.where(value, "", data.snapshot().registry, language)


def _names(frame: pd.DataFrame, language: str) -> None:
    st.subheader(text("changes.names", language))
    if frame.empty:
        states.note(text("changes.names_none", language))
        return
    states.note(text("changes.names_note", language))
    entities = data.snapshot().registry.entities
    named = frame[frame["entity"].isin(entities)]
    said = named.assign(label=[label(entities[key], language) for key in named["entity"]])
    columns = ("name", "then", "now", "difference")
    tables.short(
        [text(f"changes.column_{name}", language) for name in columns],
        [[tables.Cell(row.label, href=links.url_for("entities", entity=row.entity)),
          _share(row.share_then, row.n_then, language), _share(row.share_now, row.n_now, language),
          _difference(row.difference, language)]
         for row in said.head(_NAMES).itertuples()],
    )
    _cut(_NAMES, len(said), language)
    downloads(said, None, "changed-names", text("changes.names", language), columns={
        "entity": "id", "label": text("changes.column_name", language),
        "n_then": text("changes.n_then", language), "n_now": text("changes.n_now", language),
        "share_then": text("changes.share_then", language),
        "share_now": text("changes.share_now", language),
        "difference": text("changes.column_difference", language)})


def _cut(shown: int, every: int, language: str) -> None:
    """Say that rows are left out, when some are."""
    if every > shown:
        states.note(text("changes.cut", language, n=format_number(shown, language),
                         all=format_number(every, language)))


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
