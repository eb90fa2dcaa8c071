"""The front page: what the corpus holds and what stands out."""

import streamlit as st

from components import links
from didgah.language.messages import text

st.title(text("overview.title", links.current().language))
