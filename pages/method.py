"""How every number is made."""

import streamlit as st

from components import links
from didgah.language.messages import text

st.title(text("method.title", links.current().language))
