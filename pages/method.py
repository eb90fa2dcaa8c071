"""How every number is made."""

import streamlit as st

from components import links, method

language = links.current().language
told, figures = st.columns([5, 3], gap="large")
with told:
    method.chapters(language)
with figures:
    method.figures(language)
