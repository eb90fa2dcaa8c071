"""The stop list, for all to see: what the cloud leaves out, and how often it occurs."""

from __future__ import annotations

from html import escape

import streamlit as st

from components import data
from components.downloads import downloads
from components.words_view import WordsView
from didgah.filters import Filters
from didgah.highlight import inert
from didgah.language.messages import plural, text
from didgah.language.numbers import format_number
from didgah.language.writing import direction
from didgah.queries import terms


def stop_list(filters: Filters, view: WordsView, language: str) -> None:
    """The words left out of the cloud, commonest first, each with its number of uses."""
    with st.expander(
        text("words.stopped", language), icon=":material/filter_list_off:", on_change="rerun",
        key="words_stopped",
    ) as box:
        if not box.open:
            return
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
        st.html(f'<div class="stop" dir="{way}">{words}</div>')
        downloads(
            frame, None, f"didgah-stop-list-{view.tongue}", text("words.stopped", language),
            columns={
                "lemma": text("words.column.label", language),
                "n": text("words.column.n", language),
            },
            scope=view.scope(filters),
        )
