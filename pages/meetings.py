"""Who met whom, where and when."""

from datetime import date

import streamlit as st

from components import links, meeting_compare, meeting_panel
from didgah.language.messages import text

state = links.current()
st.title(text("meetings.title", state.language))
if links.view("compare", ""):
    meeting_compare.show(state)
else:
    meeting_panel.show(state, date.today())
    meeting_compare.offer(state.language)
