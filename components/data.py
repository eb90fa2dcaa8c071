"""What the pages ask the store, and the one place that caches the answers.

A published snapshot never changes, so an answer is good for as long as it is kept; keys
are the data version, the question's name and its arguments.
"""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from pathlib import Path
from typing import Any, Concatenate

import streamlit as st

from components import links
from didgah.store import layout, reader
from didgah.store.layout import StoreError
from didgah.store.reader import Snapshot

# Answers are small frames (at most some thousand rows), so a few hundred stay below 100 MB.
_ANSWERS = 2000
# A build publishes a few snapshots a day; older ones stay open only for links that pin them.
_SNAPSHOTS = 6
# By pinned version, what this run of the page is served. Hundreds of questions of a run would
# each read the list of snapshots, and half of them could see a build that has just ended.
_serving: ContextVar[dict[str, Snapshot] | None] = ContextVar("serving", default=None)


def begin() -> None:
    """To be called when a run starts: look anew what is published, once for the run."""
    _serving.set({})


def folder() -> Path:
    """The store that is served: the user's corpus, or the sample while that is empty."""
    return layout.active(layout.home())


def published() -> bool:
    """True when there is a snapshot to serve."""
    return bool(reader.latest_name(folder()))


def snapshot() -> Snapshot:
    """The snapshot the link pins when it is still kept, else the latest; one for a whole run.

    Raises StoreError when nothing can be read.
    """
    version, serving = links.current().version, _serving.get()
    if serving is None:  # in the run of a fragment
        return kept(version) or latest()
    if version not in serving:
        serving[version] = kept(version) or latest()
    return serving[version]


def latest() -> Snapshot:
    """The latest snapshot of the served store. Raises StoreError when there is none."""
    here = folder()
    return _latest(str(here), reader.latest_name(here))


def pin_lost() -> bool:
    """True when the link pins a data version that is not kept any more."""
    version = links.current().version
    return bool(version) and kept(version) is None


def kept(version: str) -> Snapshot | None:
    """The snapshot with this data version, of whichever store has it; None when none does."""
    if not version:
        return None
    home = layout.home()
    for here in (layout.corpus(home), layout.sample(home)):
        try:
            return _pinned(str(here), version)
        except StoreError:
            continue
    return None


@st.cache_resource(max_entries=_SNAPSHOTS, show_spinner=False)
def _latest(here: str, name: str) -> Snapshot:
    # `name` makes a newly published snapshot a new entry.
    return reader.open_latest(Path(here))


@st.cache_resource(max_entries=_SNAPSHOTS, show_spinner=False)
def _pinned(here: str, version: str) -> Snapshot:
    return reader.open_version(Path(here), version)


def ask[**P, T](
    query: Callable[Concatenate[Snapshot, P], T], *args: P.args, **kwargs: P.kwargs
) -> T:
    """`query(snapshot, *args, **kwargs)`, remembered. Arguments must have telling reprs:
    Filters, strings, numbers, dates, tuples of these; never frames.
    """
    served = snapshot()
    key = repr((args, sorted(kwargs.items())))
    name = f"{query.__module__}.{query.__qualname__}"
    return _ask(served.version, name, key, query, served, args, kwargs)


def ask_beside[**P, T](
    query: Callable[Concatenate[Snapshot, Snapshot, P], T], other: Snapshot,
    *args: P.args, **kwargs: P.kwargs,
) -> T:
    """`query(snapshot, other, *args, **kwargs)`, remembered as `ask` does."""
    served = snapshot()
    key = repr((args, sorted(kwargs.items())))
    name = f"{query.__module__}.{query.__qualname__}"
    return _ask(f"{served.version}>{other.version}", name, key, query, served, (other, *args),
                kwargs)


@st.cache_data(max_entries=_ANSWERS, show_spinner=False)
def _ask(
    version: str, name: str, key: str, _query: Callable[..., Any], _snapshot: Snapshot,
    _args: tuple[Any, ...], _kwargs: dict[str, Any],
) -> Any:
    return _query(_snapshot, *_args, **_kwargs)
