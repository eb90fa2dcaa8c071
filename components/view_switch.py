"""A row of segments that shows a view parameter of the URL and writes it back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from components import links
from didgah.language.messages import text


def view_switch(
    name: str, default: str, options: Sequence[str], label: str, language: str, *,
    key: str, on_choice: Callable[[str], None], titled: bool = True,
) -> str:
    """Draw the segments for the view `name`; the option that holds, `default` unless chosen.

    `label` is the message key of the heading, and with `_<option>` behind it of each option;
    `on_choice` gets the option chosen. Without `titled` only screen readers hear the heading.
    """
    chosen = st.session_state[key] = links.view(name, default, options)
    st.segmented_control(
        text(label, language), options, key=key, required=True,
        format_func=lambda one: text(f"{label}_{one}", language),
        on_change=partial(_take, key, on_choice),
        label_visibility="visible" if titled else "collapsed",
    )
    return chosen


def _take(key: str, on_choice: Callable[[str], None]) -> None:
    on_choice(st.session_state[key])
