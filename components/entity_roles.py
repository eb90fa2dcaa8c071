"""In which roles the commonest names stand, as counts that open what they count."""

from __future__ import annotations

from html import escape
from pathlib import Path

import pandas as pd
import streamlit as st

from components import charts, data, entity_basis, links, statement_list
from components.downloads import downloads
from components.outlet_names import outlet_name
from didgah.filters import Filters
from didgah.highlight import inert
from didgah.language.calendars import format_pair
from didgah.language.messages import plural, text
from didgah.language.numbers import format_number
from didgah.model import ROLES
from didgah.queries.roles import QUOTED, reports, roles
from didgah.queries.statements import statements

_NAMES = 8
_OPEN = "role"  # the view open_role is "<registry key> <role>"


def show(keys: list[str], state: links.State) -> None:
    """A line for each of the first of `keys` that has a role, and what is open of it."""
    language = state.language
    order = keys[:_NAMES]
    counted = entity_basis.filters_in_force(state.filters)
    found = data.ask(roles, counted, tuple(order))
    if found.empty:
        return
    said = entity_basis.names(order, language)
    title = text("entities.roles", language)
    note = text("entities.roles_note", language)
    st.subheader(title)
    st.caption(note)
    lines = [_line(key, said[key], found[found["entity"] == key], language)
             for key in order if (found["entity"] == key).any()]
    st.html(Path(__file__).with_suffix(".css"))
    st.html(f"<dl class='entity-roles'>{''.join(lines)}</dl>")
    downloads(
        found.assign(name=found["entity"].map(said),
                     said=[_role(one, language) for one in found["role"]]),
        None, "names-roles", title, note=note,
        columns={"entity": "id", "name": text("meetings.name", language),
                 "said": text("entities.role", language), "n": text("entities.times", language)},
    )
    key, _, role = links.view(f"open_{_OPEN}", "").partition(" ")
    if key in said and role in (*ROLES, QUOTED):
        _drawer(counted, key, role, said[key], language)


def _role(role: str, language: str) -> str:
    return text("entities.quoted" if role == QUOTED else f"role.{role}", language)


def _line(key: str, name: str, rows: pd.DataFrame, language: str) -> str:
    state = links.current()
    parts = []
    for row in rows.itertuples():
        href = links.url_for("entities", **(state.view | {f"open_{_OPEN}": f"{key} {row.role}"}))
        parts.append(
            f"<a href='{escape(href)}' target='_self'><bdi>{escape(_role(row.role, language))}"
            f"</bdi> <bdi>{escape(format_number(int(row.n), language))}</bdi></a>")
    return (f"<dt><bdi>{escape(name)}</bdi></dt>"
            f"<dd class='item-meta'>{''.join(parts)}</dd>")


def _drawer(counted: Filters, key: str, role: str, name: str, language: str) -> None:
    charts.reveal(_OPEN, f"{key} {role}")
    every = 10**6  # none is left out: the list is as long as the number
    found = (data.ask(statements, counted, key, n=every) if role == QUOTED
             else data.ask(reports, counted, key, role))
    with st.container(border=True, key=f"evidence_{_OPEN}"):
        with st.container(horizontal=True, vertical_alignment="center"):
            n = plural("entities.statements_n" if role == QUOTED else "entities.reports_n",
                       language, len(found))
            words = f"{name} · {_role(role, language)}"
            st.html(f"<p class='drawer-title'><strong><bdi>{escape(words)}</bdi></strong> · "
                    f"{escape(n)}</p>")
            st.button(text("evidence.close", language), key=f"evidence_{_OPEN}_close",
                      icon=":material/close:", type="tertiary", on_click=charts.close,
                      args=(_OPEN,))
        if role == QUOTED:
            statement_list.show(found, key="roles_statements")
        else:
            _reports(found)


@st.fragment
def _reports(found: pd.DataFrame) -> None:
    language = links.current().language
    st.html("".join(
        _report(row, language)
        for row in statement_list.paged(found.to_dict("records"), "roles_reports")))


def _report(row: dict[str, object], language: str) -> str:
    day = row["day"]
    told = (outlet_name(str(row["outlet"]), language),
            format_pair(None if day != day else day.date(), language))
    words = str(row["text"]) or str(row["title"])
    return (statement_list.quoted(words, str(row["language"]), str(row["article"]),
                                  int(row["start"]), language)
            + "<p class='item-meta'>"
            + " · ".join(f"<bdi>{escape(inert(one))}</bdi>" for one in told) + "</p>")
