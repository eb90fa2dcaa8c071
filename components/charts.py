"""Charts whose marks open: a click writes what the mark carries into the URL."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from components import links

# A drawer that opens out of sight is brought into view.
_reveal = st.components.v2.component(
    "didgah_reveal",
    js="""
export default function ({ parentElement, data }) {
  const host = parentElement.host ?? parentElement
  if (host.dataset.shown === data.what) return
  host.dataset.shown = data.what
  if (data.below && window.innerWidth >= data.below) return
  setTimeout(() => host.scrollIntoView({ block: 'center', behavior: 'smooth' }), 200)
}
""",
)

_CONFIG = {
    "displaylogo": False, "displayModeBar": False, "scrollZoom": False, "doubleClick": False,
    "responsive": True,
}


def clickable(
    fig: go.Figure, key: str, *, alt: str, param: str | None = None,
    on_click: Callable[[str], None] | None = None,
) -> str | None:
    """Draw `fig` and return what the mark that is open carries in `customdata[0]`.

    A click is remembered in the URL under `param` (`open_<key>` when None), so a link
    reopens it; `on_click` handles it instead when given. `alt` describes the chart to
    those who cannot see it.
    """
    name = param or f"open_{key}"
    opened = links.view(name, "")
    # Streamlit forgets a selection when the figure changes. Changing it with what is open
    # makes every click a new one, also the second one on the same mark after closing it.
    fig.update_layout(meta={"open": opened}, clickmode="event+select")
    fig.update_traces(selectedpoints=None)
    widget = f"chart_{key}"
    remember = on_click or partial(_write, name)
    st.plotly_chart(
        fig, key=widget, theme=None, alt=alt, config=_CONFIG, selection_mode="points",
        on_select=partial(_clicked, widget, remember),
    )
    return opened or None


def static(fig: go.Figure, key: str, *, alt: str) -> None:
    """Draw `fig` as a picture that answers to pointing but not to clicks."""
    st.plotly_chart(fig, key=f"chart_{key}", theme=None, alt=alt, config=_CONFIG)


def close(key: str) -> None:
    """Close what a click on chart `key` opened."""
    links.set_view(**{f"open_{key}": None})


def _clicked(widget: str, remember: Callable[[str], None]) -> None:
    value = carried(st.session_state[widget]["selection"]["points"])
    if value:  # a click beside the marks selects nothing, and closes nothing
        remember(value)


def _write(name: str, value: str) -> None:
    links.set_view(**{name: value})


def carried(points: Sequence[dict[str, Any]]) -> str | None:
    """The first text that a selected mark carries, None when none carries any."""
    for point in points:
        data = point.get("customdata")
        first = next(iter(data.values()), None) if isinstance(data, dict) else (
            data[0] if isinstance(data, list) and data else data
        )
        if isinstance(first, str) and first:
            return first
    return None


def reveal(key: str, what: str, below: int = 0) -> None:
    """Scroll to here, once for every new `what`; only in windows narrower than `below`."""
    _reveal(key=f"reveal_{key}", data={"what": what, "below": below})
