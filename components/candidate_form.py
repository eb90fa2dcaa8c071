"""The form by which an analyst says what a name is: a new one, a known one, or none."""

from __future__ import annotations

from datetime import UTC, datetime

import streamlit as st

from components import candidate_decisions, data, links, states
from didgah.language.messages import text
from didgah.language.names import language_name
from didgah.model import LANGUAGES, Decision
from didgah.registry import label
from didgah.resolve import accepted, decisions

CHOICES = ("new", "known", "none")
KINDS = ("person", "organisation", "place")
_PENDING = "candidate_pending"


def show(row: dict, language: str) -> None:
    """The form for a row of `queries.candidates.listing`; a word where nothing can be decided."""
    if why := candidate_decisions.closed():
        states.note(text(f"unlisted.{why}", language))
        return
    pending: Decision | None = st.session_state.get(_PENDING)
    if pending is not None and pending.target == row["candidate"]:
        _confirm(pending, row, language)
        return
    st.session_state.pop(_PENDING, None)
    key = f"decide_{row['candidate']}"
    choice = st.radio(
        text("unlisted.decide", language), CHOICES, key=f"{key}_choice",
        format_func=lambda one: text(f"unlisted.as_{one}", language),
    )
    with st.form(f"{key}_form", border=False):
        value: dict[str, str] = {}
        if choice == "new":
            value = _new(row, key, language)
        elif choice == "known":
            value = _known(row, key, language)
        reason = st.text_input(text("unlisted.reason", language), key=f"{key}_reason",
                               max_chars=300)
        if st.form_submit_button(text("unlisted.check", language), type="primary"):
            _check(row, choice, value, reason, language)


def _new(row: dict, key: str, language: str) -> dict[str, str]:
    own = row["language"] if row["language"] in LANGUAGES else "en"
    value = {"kind": st.selectbox(
        text("unlisted.kind", language), KINDS, index=KINDS.index(row["kind"]), key=f"{key}_kind",
        format_func=lambda one: text(f"kind.{one}", language),
    )}
    left, right = st.columns(2)
    for n, one in enumerate(LANGUAGES):
        with (left, right)[n % 2]:
            value[f"name_{one}"] = st.text_input(
                text("unlisted.name_in", language, tongue=language_name(one, language)),
                value=row["name"] if one == own else "", key=f"{key}_name_{one}", max_chars=200,
            ).strip()
    value["id"] = st.text_input(
        text("unlisted.id", language), value=accepted.proposed_id(row["name"]), key=f"{key}_id",
        help=text("unlisted.id_help", language), max_chars=80,
        placeholder=text("unlisted.id_example", language),
    ).strip()
    value[f"forms_{own}"] = _forms(_other_spellings(row), key, language)
    return {name: one for name, one in value.items() if one}


def _known(row: dict, key: str, language: str) -> dict[str, str]:
    own = row["language"] if row["language"] in LANGUAGES else "en"
    known = data.snapshot().registry.entities
    options = sorted(
        (one for one in known if one.partition(":")[0] == row["kind"]),
        key=lambda one: label(known[one], language),
    )
    value = {"same_as": st.selectbox(
        text("unlisted.same_as", language), options, index=None, key=f"{key}_same",
        format_func=lambda one: f"{label(known[one], language)} [{one}]",
        placeholder=text("entities.find_example", language),
    ) or ""}
    value[f"forms_{own}"] = _forms(row["name"], key, language)
    return {name: one for name, one in value.items() if one}


def _other_spellings(row: dict) -> str:
    """The spellings met that are no inflected form of the name: initials, surname first."""
    words = len(row["name"].split())
    met = row["spellings"].split(" · ")
    return "; ".join(one for one in met if "." in one or len(one.split()) not in (words, 1))


def _forms(proposed: str, key: str, language: str) -> str:
    return st.text_input(
        text("unlisted.forms", language), value=proposed, key=f"{key}_forms_{len(proposed)}",
        help=text("unlisted.forms_help", language), max_chars=500,
    ).strip()


def _check(row: dict, choice: str, value: dict[str, str], reason: str, language: str) -> None:
    """Keep the decision for confirming, or say what is wrong with it."""
    fault = _missing(choice, value)
    if not fault:
        try:
            decision = decisions.new_decision(
                "reject_name" if choice == "none" else "accept_name", row["candidate"], value,
                reason.strip(), datetime.now(UTC),
            )
            accepted.check_name(decision, candidate_decisions.registry_so_far())
        except accepted.NameFault as error:
            known = candidate_decisions.registry_so_far().entities
            words = {"spelling": error.spelling, "name": label(known[error.entity], language)} \
                if error.entity else {}
            fault = text(f"unlisted.fault_{error.reason}", language, **words)
        else:
            st.session_state[_PENDING] = decision
            st.rerun()
    else:
        fault = text(f"unlisted.fault_{fault}", language)
    st.error(links.plain(fault))


def _missing(choice: str, value: dict[str, str]) -> str:
    if choice == "new":
        if not any(name.startswith("name_") for name in value):
            return "no_name"
        return "" if value.get("id") else "id_form"
    if choice == "known":
        if not value.get("same_as"):
            return "no_entity"
        return "" if any(name.startswith("forms_") for name in value) else "no_form"
    return ""


def _confirm(pending: Decision, row: dict, language: str) -> None:
    known = data.snapshot().registry.entities
    value = pending.value
    if pending.action == "reject_name":
        said = text("unlisted.confirm_none", language, name=row["name"])
    elif value.get("same_as"):
        other = known.get(value["same_as"])
        said = text("unlisted.confirm_known", language, name=row["name"],
                    other=label(other, language) if other else value["same_as"])
    else:
        said = text("unlisted.confirm_new", language, name=row["name"],
                    id=f"{value['kind']}:{value['id']}")
    st.info(links.plain(said))
    with st.container(horizontal=True):
        st.button(text("unlisted.confirm", language), key="decide_confirm", type="primary",
                  icon=":material/check:", on_click=_write, args=(pending,))
        st.button(text("unlisted.back", language), key="decide_back", icon=":material/undo:",
                  on_click=lambda: st.session_state.pop(_PENDING, None))


def _write(decision: Decision) -> None:
    candidate_decisions.write(decision)
    st.session_state.pop(_PENDING, None)
    links.set_view(candidate=None)
