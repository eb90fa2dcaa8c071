"""Which names fill the coverage."""

import streamlit as st

from components import candidate_list, entity_ranking, entity_record, links

state = links.current()
dark = st.context.theme.type == "dark"
if chosen := links.view("entity", ""):
    entity_record.show(chosen, state, dark)
elif candidate_list.switch(state.language) == "unlisted":
    candidate_list.show(state)
else:
    entity_ranking.show(state, dark)
