"""What the command line draws while work is under way: bars on a terminal, nothing in a pipe."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TaskProgressColumn,
    TextColumn,
    TimeRemainingColumn,
)

from didgah.language.messages import has, text
from didgah.readers import Reading


def console() -> Console:
    """Where progress and questions go: standard error, so that output can be piped."""
    return Console(stderr=True, highlight=False)


@contextmanager
def reading_bar(reading: Reading, shown: bool = True) -> Iterator[Callable[[int], None]]:
    """A bar over the bytes of `reading`; yields what to call with the number of items so far."""
    screen = console()
    with Progress(
        TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(),
        TextColumn("{task.fields[seen]:,} articles"), TimeRemainingColumn(),
        console=screen, transient=True, disable=not (shown and screen.is_terminal),
    ) as progress:
        task = progress.add_task("Reading", total=max(reading.total_bytes, 1), seen=0)
        yield lambda seen: progress.update(task, completed=reading.done_bytes, seen=seen)


@contextmanager
def stage_bar(shown: bool = True) -> Iterator[Callable[[int, int, str], None]]:
    """A bar for work in stages; yields what to call with done, total and the stage's key."""
    screen = console()
    with Progress(
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(),
        TimeRemainingColumn(), console=screen, transient=True,
        disable=not (shown and screen.is_terminal),
    ) as progress:
        task = progress.add_task("Building", total=None)

        def tell(done: int, total: int, stage: str) -> None:
            name = text(stage, "en") if has(stage) else stage.rpartition(".")[2].capitalize()
            progress.update(task, completed=done, total=total or None, description=name)

        yield tell
