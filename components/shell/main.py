"""The main script: runs top to bottom for every interaction of every visitor."""

from datetime import date

import streamlit as st

from components import data, filterbar, links, short_link
from components.copylink import copy_link
from components.query_fault import readable
from components.shell import (
    banner,
    damage,
    embedded,
    navigation,
    printed,
    sign_in,
    style,
    tour,
    warmup,
)
from components.soft_links import follow
from didgah.language.messages import text

links.begin()
data.begin()
state = links.current()
entry, page = navigation.register(state.language)
st.set_page_config(
    page_title=f"{page.title} · {text('shell.wordmark', state.language)}",
    page_icon=style.TAB_ICON,
    layout="wide",
    initial_sidebar_state="collapsed",
)
style.apply(state.language, entry.name)
follow()
if not sign_in.door(state.language):
    st.stop()
framed = st.context.is_embedded
if not framed:
    navigation.bar(entry, state)
if not (warmup.ready(state.language) and damage.none(state.language)):
    st.stop()

banner.show(state)
if not framed:
    tour.panel(entry, state)
link_place = navigation.heading(entry, state.language)
printed.head(state.language, date.today(), data.snapshot().version)
if entry.filtered and framed:
    filterbar.sentence(state)
elif entry.filtered:
    filterbar.show(state)
if not entry.filtered or readable(state.filters, state.language):
    page.run()
if framed:
    embedded.foot(entry, state)
else:
    with link_place:
        copy_link(state)
        short_link.menu(entry.name, state, links.explicit())
