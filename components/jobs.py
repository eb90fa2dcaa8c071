"""Long work outside the page: one thread per task, shared by all visitors, watched by pages.

Streamlit aborts a page's script whenever somebody clicks, so nothing that must finish may
run in it.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

import streamlit as st

_log = logging.getLogger("didgah")

Phase = Literal["running", "done", "failed", "cancelled"]


class Cancelled(Exception):
    """Raised inside a task that was asked to stop."""


@dataclass
class Job:
    """A task under way. Written by its own thread, read by pages.

    `stage` is a message key saying what is being done, `done` of `total` counts it
    (total 0: unknown); `seen` is a number to show instead, where the total is known only
    in other units. `result` is what the task returned, `error` what it raised.
    """

    name: str
    stage: str = ""
    done: int = 0
    total: int = 0
    seen: int | None = None
    phase: Phase = "running"
    result: Any = None
    error: Exception | None = None
    started: float = field(default_factory=time.monotonic)
    stage_started: float = field(default_factory=time.monotonic)
    _stop: threading.Event = field(default_factory=threading.Event)

    def report(
        self, stage: str, done: int = 0, total: int = 0, seen: int | None = None
    ) -> None:
        """Say how far the task is."""
        if stage != self.stage:
            self.stage, self.stage_started = stage, time.monotonic()
        self.done, self.total, self.seen = done, total, seen

    def cancel(self) -> None:
        """Ask the task to stop at the next place where it can."""
        self._stop.set()

    def cancelled(self) -> bool:
        """True once somebody asked the task to stop."""
        return self._stop.is_set()

    @property
    def seconds_left(self) -> float | None:
        """Estimate from the pace of this stage; None before there is one."""
        spent = time.monotonic() - self.stage_started
        if not self.total or self.done < 1 or spent < 1:
            return None
        return spent / self.done * max(self.total - self.done, 0)


@st.cache_resource(show_spinner=False)
def _board() -> tuple[dict[str, Job], threading.Lock]:
    return {}, threading.Lock()


def start(name: str, task: Callable[[Job], Any]) -> Job:
    """Run `task(job)` in a thread; the one already under way when `name` is running."""
    board, lock = _board()
    with lock:
        running = board.get(name)
        if running and running.phase == "running":
            return running
        job = board[name] = Job(name)
    threading.Thread(target=_run, args=(job, task), name=f"didgah-{name}", daemon=True).start()
    return job


def find(name: str) -> Job | None:
    """The last task of that name, running or over."""
    return _board()[0].get(name)


def forget(name: str) -> None:
    """Take a task that is over off the board."""
    board, lock = _board()
    with lock:
        if name in board and board[name].phase != "running":
            del board[name]


def _run(job: Job, task: Callable[[Job], Any]) -> None:
    # The thread's edge: whatever goes wrong in here is kept for the page to show, because
    # nobody else would ever see it.
    try:
        job.result = task(job)
        job.phase = "cancelled" if job.cancelled() else "done"
    except Cancelled:
        job.phase = "cancelled"
    except Exception as error:
        _log.error("%s failed", job.name, exc_info=error)
        job.error, job.phase = error, "failed"
