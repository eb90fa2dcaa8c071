"""The articles themselves: narrowed by facets, listed, and read one at a time."""

import streamlit as st

from components import links, marks, reader_facets, reader_list
from components.article import article
from didgah.language.messages import text

state = links.current()
marks.style()
opened = links.view("article", "")
if opened:
    article(opened, state.filters, reader_list.order_of(state.filters), state.language)
else:
    with st.container(key="reader_split"):
        st.toggle(text("reader.facets", state.language), key="facets_switch")
        beside, found = st.columns([2, 5], gap="large")
        with beside:
            reader_facets.facets(state.filters, state.language)
        with found:
            reader_list.results(state.filters, state.language)
