"""People, organisations and places in the coverage."""

import streamlit as st

from components import links
from didgah.language.messages import text

st.title(text("entities.title", links.current().language))
