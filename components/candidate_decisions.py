"""Decisions on names: what has been decided, what waits for a build, and the build."""

from __future__ import annotations

from datetime import UTC, datetime

import streamlit as st

from components import access, corpus_status, corpus_task, data, jobs, links, states
from didgah import registry as registry_tables
from didgah.language.messages import plural, text
from didgah.language.numbers import format_number
from didgah.model import Decision, Registry
from didgah.resolve import decisions
from didgah.resolve.accepted import with_names
from didgah.store import layout

_ON_NAMES = ("accept_name", "reject_name")


def closed() -> str:
    """Why nothing can be decided here: "sample", "read_only", "pinned", or "" when it can."""
    if not access.may_edit():
        return "read_only"
    if data.folder() != layout.corpus(layout.home()):
        return "sample"
    return "pinned" if data.snapshot().version != data.latest().version else ""


def load() -> tuple[Decision, ...]:
    """All decisions of the corpus. Raises decisions.DecisionError for a damaged file."""
    return decisions.load(layout.decisions(layout.corpus(layout.home())))


def registry_so_far() -> Registry:
    """The registry with the names accepted until now, built or not."""
    return with_names(registry_tables.load(), load())


def write(decision: Decision) -> None:
    """Keep a decision of somebody who may decide; the next build applies it."""
    if access.may_edit():
        decisions.append(layout.decisions(layout.corpus(layout.home())), decision)


def under_way(language: str) -> None:
    """The build that runs or was just over, and what waits for one."""
    if closed():
        return
    if corpus_status.show(language):
        return
    try:
        waiting = len(load()) - data.latest().manifest.decisions
    except decisions.DecisionError as error:
        states.problem(text("unlisted.unreadable", language),
                       text("unlisted.unreadable_advice", language), detail=str(error))
        return
    if waiting > 0:
        with st.container(border=True, key="decisions_waiting"):
            states.note(f"{plural('unlisted.waiting', language, waiting)} "
                        f"{text('unlisted.waiting_note', language)}")
            st.button(text("unlisted.apply", language), key="decisions_apply", type="primary",
                      icon=":material/refresh:", on_click=_apply)


def _apply() -> None:
    jobs.forget(corpus_task.TASK)
    corpus_task.start_build()


def made(language: str) -> None:
    """The decisions on names in force, each with a way back."""
    if closed():
        return
    try:
        standing = [one for one in decisions.in_force(load()) if one.action in _ON_NAMES]
    except decisions.DecisionError:
        return  # said above the list
    if not standing:
        return
    n = format_number(len(standing), language)
    with st.expander(text("unlisted.decisions", language, n=n), key="decisions_made"):
        for one in reversed(standing):
            with st.container(horizontal=True, vertical_alignment="center"):
                name = one.target.partition(":")[2]
                st.markdown(links.plain(f"{name} · {_outcome(one, language)}"), width="content")
                st.button(text("unlisted.undo", language), key=f"undo_{one.id}", type="tertiary",
                          icon=":material/undo:", on_click=_undo, args=(one.id,))


def _outcome(decision: Decision, language: str) -> str:
    value = decision.value
    if decision.action == "reject_name":
        return text("unlisted.rejected", language)
    other = value.get("same_as") or f"{value['kind']}:{value['id']}"
    return text("unlisted.accepted", language, other=other)


def _undo(target: str) -> None:
    write(decisions.new_decision("undo", target, {}, "", datetime.now(UTC)))
