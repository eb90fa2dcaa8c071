"""Who met whom, where and when."""

from datetime import date

from components import links, meeting_compare, meeting_map, meeting_panel

state = links.current()
if links.view("compare", ""):
    meeting_compare.show(state)
else:
    meeting_panel.show(state, date.today(), meeting_map.chosen(state.language))
    meeting_compare.offer(state.language)
