"""The first start: the sample store is built while the visitor watches."""

from __future__ import annotations

from components import data, jobs, progress, states
from didgah.language.messages import text
from didgah.store import build, layout
from didgah.store.layout import StoreError

_TASK = "sample"


def ready(language: str) -> bool:
    """True when there is something to show; else draw how far the preparation is.

    When it is finished the page runs again by itself.
    """
    if data.published():
        return True
    job = jobs.find(_TASK)
    if job is None:
        job = jobs.start(_TASK, _build_sample)
    if job.phase != "running":
        # A full disk or a lock is the operator's to mend; anything else is ours.
        known = isinstance(job.error, (StoreError, OSError))
        advice = "warmup.failed_advice" if known else "warmup.failed_ours"
        states.problem(text("warmup.failed", language), text(advice, language),
                       detail=str(job.error or ""))
        states.retry(text("states.retry", language), lambda: jobs.forget(_TASK), "warmup_retry")
        return False
    states.block(text("warmup.title", language), text("warmup.advice", language), kind="waiting")
    progress.watch(_TASK, language)
    return False


def _build_sample(job: jobs.Job) -> None:
    build.ensure_sample(
        layout.home(), progress=lambda done, total, stage: job.report(stage, done, total)
    )
