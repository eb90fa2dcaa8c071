"""The front page: what the corpus holds and what stands out."""

from datetime import date

import streamlit as st

from components import changes, links, overview, overview_headline, overview_meetings, sources

state = links.current()
if earlier := links.view("changed_since", ""):
    changes.show(earlier, state)
    st.stop()
found = overview.summary(state)
if found is None:
    st.stop()

today = date.today()
overview_headline.show(found, state, today)
overview.figures(found, state)
overview.coverage(found, state)
beginning, end = st.columns(2, gap="large")
with beginning:
    overview_meetings.show(state, today)
    overview.outlets(state)
with end:
    overview.rising(state)
    sources.show(state)
