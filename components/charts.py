"""Charts whose marks open: a click writes what the mark carries into the URL."""

from __future__ import annotations

import hashlib
import io
import pickle
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from components import links

_FIGURES = 200  # of 50 to 250 KB each, the last that were drawn

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


def drawn[**P](make: Callable[P, go.Figure], *args: P.args, **kwargs: P.kwargs) -> go.Figure:
    """`make(*args, **kwargs)`, remembered: most of a rerun is Plotly checking what it is given.

    Arguments are small frames and plain values. The figure is the caller's own to change; what
    is changed in it is not checked any more.
    """
    said = (make.__module__, make.__qualname__, links.current().calendar, args, kwargs)
    return go.Figure(_drawn(_digest(said), make, args, kwargs), _validate=False)


def _digest(value: object) -> str:
    """The same for equal values, whether they were just worked out or come from the cache."""
    written = io.BytesIO()
    pickler = pickle.Pickler(written)
    pickler.fast = True  # else it would tell two equal strings from one string twice
    pickler.dump(value)
    return hashlib.blake2b(written.getbuffer(), digest_size=16).hexdigest()


@st.cache_resource(max_entries=_FIGURES, show_spinner=False)
def _drawn(
    digest: str, _make: Callable[..., go.Figure], _args: tuple[Any, ...], _kwargs: dict[str, Any]
) -> dict[str, Any]:
    return _make(*_args, **_kwargs).to_dict()


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
