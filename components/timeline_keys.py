"""The timeline without a mouse: every mark can be reached, is told, and opens."""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from didgah.charts.timeline import lane_height
from didgah.language.messages import text
from didgah.language.writing import comma, direction

if TYPE_CHECKING:
    from collections.abc import Sequence

    import plotly.graph_objects as go

    from didgah.charts.lane_layout import Lane

_KEY = "timeline_keys"
_component = st.components.v2.component(
    "didgah_timeline_keys",
    html="<div class='marks' role='group'><div class='told' aria-hidden='true' hidden></div></div>",
    css=Path(__file__).with_suffix(".css").read_text(encoding="utf-8"),
    js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8"),
)


def keys(
    fig: go.Figure, lanes: Sequence[Lane], language: str, *, opened: str,
    on_open: Callable[[str], None], on_close: Callable[[], None],
) -> None:
    """Lay a button over each mark of `fig`, the timeline of `lanes`.

    Its name is what pointing at the mark tells. `on_open` gets what the mark carries, `on_close`
    is called on Escape while the meeting `opened` is open.
    """
    offered = {
        carried[0] for trace in fig.data if trace.customdata is not None
        for carried in trace.customdata
    }

    def asked() -> None:
        carried = st.session_state[_KEY].open
        if carried in offered:  # what comes back from a browser is not ours
            on_open(carried)

    def left() -> None:
        if st.session_state[_KEY].close:
            on_close()

    with st.container(key="timeline_keys_box"):
        _component(
            key=_KEY, on_open_change=asked, on_close_change=left,
            data={
                "title": text("meetings.keys", language), "direction": direction(language),
                "comma": comma(language), "opened": bool(opened),
                "selected": f"meetings={opened}",
                "edges": list(accumulate(lane_height(one) for one in lanes)),
            },
        )
