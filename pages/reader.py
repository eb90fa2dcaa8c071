"""The articles themselves."""

import streamlit as st

from components import links
from didgah.language.messages import text

st.title(text("reader.title", links.current().language))
