"""The main script: runs top to bottom for every interaction of every visitor."""

import streamlit as st

from components import links
from components.shell import navigation, style
from didgah.language.messages import text

state = links.current()
entry, page = navigation.register(state.language)
st.set_page_config(
    page_title=f"{page.title} · {text('shell.wordmark', state.language)}",
    page_icon=style.TAB_ICON,
    layout="wide",
    initial_sidebar_state="collapsed",
)
style.apply(state.language)
navigation.bar(entry, state)
page.run()
