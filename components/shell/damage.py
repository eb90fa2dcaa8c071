"""A store that is there but cannot be opened: say so, and offer to build it anew."""

from __future__ import annotations

from components import access, data, jobs, progress, states
from didgah import registry
from didgah.language.messages import text
from didgah.store import build, layout
from didgah.store.layout import StoreError

_TASK = "mend"


def none(language: str) -> bool:
    """True when the served store opens; else draw what is wrong and how to mend it.

    Everything in it can be made again from the archive, so nothing is lost.
    """
    try:
        data.latest()
    except StoreError as error:
        _explain(error, language)
        return False
    return True


def _explain(error: StoreError, language: str) -> None:
    job = jobs.find(_TASK)
    if job is None and layout.is_sample(data.folder()):
        job = jobs.start(_TASK, _mend)  # ours to mend, after an update of the program too
    if job and job.phase == "running":
        states.block(text("damage.mending", language), text("damage.mending_advice", language),
                     kind="waiting")
        progress.watch(_TASK, language)
        return
    failed = job.error if job and job.phase == "failed" else None
    # The detail names a path of the host, which is none of a visitor's business.
    own = access.may_edit()
    states.problem(text("damage.title", language), text("damage.advice", language),
                   detail=str(failed or error) if own else "")
    if own:
        states.retry(text("damage.mend", language), lambda: jobs.start(_TASK, _mend), "mend")


def _mend(job: jobs.Job) -> None:
    build.build(
        data.folder(), registry.load(),
        lambda done, total, stage: job.report(stage, done, total), full=True,
    )
