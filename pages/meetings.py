"""Who met whom, where and when."""

import streamlit as st

from components import links
from didgah.language.messages import text

st.title(text("meetings.title", links.current().language))
