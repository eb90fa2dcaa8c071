"""Which words mark the coverage."""

import streamlit as st

from components import links
from didgah.language.messages import text

st.title(text("words.title", links.current().language))
