"""What can be done with a word, from the cloud's menu or from the buttons at its sentences."""

from __future__ import annotations

import streamlit as st

from components import links
from components.cloud import ACTIONS
from components.words_view import APART, stops
from didgah.filters import Filters
from didgah.language.messages import text

_ICONS = {"filter": ":material/filter_alt:", "trend": ":material/show_chart:",
          "stop": ":material/filter_list_off:"}


def named(language: str) -> dict[str, str]:
    """Action → what it is called."""
    return {one: text(f"words.act.{one}", language) for one in ACTIONS}


def act(action: str, term: str, side: str = "") -> None:
    """Do it: everything is a change of the URL. `side` is the cloud the word stands in."""
    if action == "open":
        links.set_view(word=term, side=side or None)
    elif action == "filter":
        filters = links.current().filters
        links.set_filters(filters.narrow(Filters(terms=(term,)).to_query()))
    elif action == "stop":
        links.set_view(stop=APART.join(dict.fromkeys((*stops(), term))), word=None, side=None)
    elif action == "trend":
        compared = [one for one in links.view("compare", "").split(APART) if one]
        links.set_view(
            compare=APART.join(dict.fromkeys((*compared, term))), mode=None, side=None,
            tongue=term.partition(":")[0],
        )


def buttons(term: str, language: str) -> None:
    """The same actions as buttons, for those who do not find the menu."""
    said = named(language)
    for action in ACTIONS[1:]:
        st.button(
            said[action], key=f"word_{action}", type="tertiary", icon=_ICONS[action],
            on_click=act, args=(action, term),
        )
