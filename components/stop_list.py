"""The stop list, for all to see and to add to: what the cloud leaves out, and how often it
occurs. Words that the reader adds are kept in the link."""

from __future__ import annotations

from html import escape

import streamlit as st

from components import data, links
from components.downloads import downloads
from components.words_trend import term_of
from components.words_view import APART, WordsView
from didgah.filters import Filters
from didgah.highlight import inert
from didgah.language.messages import plural, text
from didgah.language.numbers import format_number
from didgah.language.writing import direction
from didgah.queries import terms

_MOST = 20  # own words; a link must stay one that can be sent


def stop_list(filters: Filters, view: WordsView, language: str) -> None:
    """The reader's own stop words, and those left out anyway, commonest first, with uses."""
    own = [one for one in view.stops if one.startswith(f"{view.tongue}:")]
    if own:
        st.html(f'<p class="small">{plural("words.own_stops", language, len(own))}</p>')
    with st.expander(
        text("words.stopped", language), icon=":material/filter_list_off:", on_change="rerun",
        key="words_stopped",
    ) as box:
        if not box.open:
            return
        _own(own, view, language)
        frame = data.ask(terms.stopped, filters, view.tongue)
        uses = format_number(int(frame["n"].sum()), language)
        st.caption(text("words.stopped_help", language))
        st.html(f'<p>{plural("words.stopped_count", language, len(frame), uses=uses)}</p>')
        words = "".join(
            f"<span><bdi>{escape(inert(str(word)))}</bdi> "
            f"<small>{format_number(int(n), language)}</small></span>"
            for word, n in zip(frame["lemma"], frame["n"], strict=True)
        )
        way = direction(view.tongue)
        st.html(f'<div class="stop" lang="{view.tongue}" dir="{way}">{words}</div>')
        downloads(
            frame, None, f"didgah-stop-list-{view.tongue}", text("words.stopped", language),
            columns={
                "lemma": text("words.column.label", language),
                "n": text("words.column.n", language),
            },
            scope=view.scope(filters),
        )


def _own(own: list[str], view: WordsView, language: str) -> None:
    """The reader's own words in a box: typed to add, removed by their crosses."""
    others = [one for one in view.stops if one not in own]
    st.session_state["words_own_stops"] = own

    def take() -> None:
        asked = [
            one if one in own else term_of(one, view.tongue, {})
            for one in st.session_state["words_own_stops"]
        ]
        kept = dict.fromkeys(filter(None, (*others, *asked)))
        links.set_view(stop=APART.join(kept))

    st.multiselect(
        text("words.stops_own", language), own, key="words_own_stops", on_change=take,
        accept_new_options=True, max_selections=_MOST, select_all=False,
        format_func=lambda term: inert(term.partition(":")[2] or term),
        placeholder=text("words.stops_placeholder", language),
        help=text("words.stops_help", language),
    )
