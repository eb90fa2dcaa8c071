"""Which words mark the coverage: the cloud, its twins, and each word in its sentences."""

import streamlit as st

from components import (
    links,
    marks,
    states,
    stop_list,
    word_panel,
    words_compare,
    words_picture,
    words_ranked,
    words_trend,
    words_view,
)
from components.downloads import about
from didgah.language.messages import text

state = links.current()
filters, language = state.filters, state.language
marks.style()

view = words_view.choose(filters, language)
spoken = text(f"language.{view.tongue}", language)

if view.mode == "two":
    words_compare.show(filters, view, language)
    stop_list.stop_list(filters, view, language)
    st.stop()

frame = words_view.words_of(filters, view, language)
explained = text(f"words.explain.{view.measure}", language)
if frame.empty and view.measure == "marked":
    words_view.nothing_marked(frame, filters, language)
elif frame.empty:
    states.empty(filters, language, title=text("words.none", language, spoken=spoken))
else:
    st.caption(explained)
    picture, ranked = st.columns([7, 3], gap="large")
    with picture:
        words_picture.show(frame, view, about(explained, view.scope(filters)), language)
    with ranked:
        words_ranked.bars(frame, view, language)
    word_panel.show(frame, filters, view, language)
    words_ranked.table(frame, view, language)
    words_trend.trend(frame, filters, view, language)
stop_list.stop_list(filters, view, language)
