"""How every number is made."""

import streamlit as st

from components import links, method, method_scores

language = links.current().language
told, figures = st.columns([5, 3], gap="large")
with told:
    method.chapters(language)
with figures:
    method.figures(language)
method_scores.scores(language)
