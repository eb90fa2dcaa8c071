"""Importing and building as tasks that outlive the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from components import access, jobs
from didgah import registry
from didgah.model import Article, Rejected
from didgah.readers import Reading, ReadOptions, read_upload
from didgah.store import build, layout
from didgah.store.archive import AddReport, Archive
from didgah.store.publish import Manifest

TASK = "corpus"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a task has done: `report` None when it only built, `manifest` None when it did not."""

    report: AddReport | None
    manifest: Manifest | None


def start_import(files: Sequence[tuple[str, bytes]], options: ReadOptions) -> None:
    """Import uploaded files, (name, content) each, and publish the corpus with them."""
    if access.may_edit():
        jobs.start(TASK, lambda job: _import(job, files, options))


def start_build() -> None:
    """Publish the corpus with what has been decided since; only what changed is read."""
    if access.may_edit():
        jobs.start(TASK, lambda job: Outcome(None, _build(job)))


def start_rebuild() -> None:
    """Lay out the whole corpus anew."""
    if access.may_edit():
        jobs.start(TASK, lambda job: Outcome(None, _build(job, full=True)))


def _import(
    job: jobs.Job, files: Sequence[tuple[str, bytes]], options: ReadOptions
) -> Outcome:
    folder = layout.corpus(layout.home())
    readings = [read_upload(name, content, options) for name, content in files]
    items: Iterator[Article | Rejected] = chain.from_iterable(readings)
    names = ", ".join(name for name, _ in files)
    job.report("corpus.stage_read", seen=0)
    report = Archive(folder).add(
        items, names, lambda so_far: _tell(job, readings, so_far), job.cancelled
    )
    if report.cancelled:
        raise jobs.Cancelled
    if not report.new + report.changed:
        return Outcome(report, None)
    try:
        return Outcome(report, _build(job))
    except jobs.Cancelled:
        return Outcome(report, None)


def _tell(job: jobs.Job, readings: Sequence[Reading], so_far: AddReport) -> None:
    done = sum(one.done_bytes for one in readings)
    total = sum(one.total_bytes for one in readings)
    job.report("corpus.stage_read", done, total, so_far.seen)


def _build(job: jobs.Job, full: bool = False) -> Manifest:
    try:
        return build.build(
            layout.corpus(layout.home()), registry.load(),
            lambda done, total, stage: job.report(stage, done, total), job.cancelled, full=full,
        )
    except build.BuildCancelled:
        raise jobs.Cancelled from None
