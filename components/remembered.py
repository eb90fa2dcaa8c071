"""What a visitor chose, kept by the browser for the next visit. Nothing is kept on the server."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import streamlit as st

_keeper = st.components.v2.component(
    "didgah_remembered", js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
)


def value(name: str, default: str) -> str:
    """What is remembered under `name`, as far as the browser has told yet."""
    return st.session_state.get(f"remembered_{name}", default)


def choose(name: str, chosen: str) -> None:
    """Remember a choice of the reader's; `keep` tells the browser."""
    st.session_state[f"remembered_{name}"] = chosen
    st.session_state[f"chosen_{name}"] = chosen


def keep(name: str, allowed: Sequence[str]) -> None:
    """Ask the browser for what it has under `name`, one of `allowed`, and tell it what is new."""
    key = f"remember_{name}"

    def found() -> None:
        told = st.session_state[key].found
        if told in allowed:  # what comes back from a browser is not ours
            st.session_state[f"remembered_{name}"] = told

    with st.container(key=f"{key}_box"):
        _keeper(
            key=key, on_found_change=found,
            data={"name": f"didgah.{name}", "chosen": st.session_state.get(f"chosen_{name}", ""),
                  "known": value(name, "")},
        )
