"""Putting articles in."""

import streamlit as st

from components import links
from didgah.language.messages import text

st.title(text("corpus.title", links.current().language))
