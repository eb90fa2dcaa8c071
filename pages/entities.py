"""Which names fill the coverage."""

import streamlit as st

from components import entity_ranking, entity_record, links
from didgah.language.messages import text

state = links.current()
dark = st.context.theme.type == "dark"
st.title(text("entities.title", state.language))
if chosen := links.view("entity", ""):
    entity_record.show(chosen, state, dark)
else:
    entity_ranking.show(state, dark)
