"""A task under way, drawn: what is being done, how much of it, how long it may still take."""

from __future__ import annotations

from html import escape

import streamlit as st

from components import jobs
from didgah.language.messages import has, plural, text
from didgah.language.numbers import format_number


@st.fragment(run_every=1.0)
def watch(name: str, language: str, *, cancellable: bool = False) -> None:
    """Show the task `name` and run the whole page again once it is over."""
    job = jobs.find(name)
    if job is None or job.phase != "running":
        st.rerun()
    stage = text(job.stage, language) if has(job.stage) else text("progress.starting", language)
    share = min(job.done / job.total, 1.0) if job.total else 0.0
    st.progress(share, text=stage)
    st.html(f"<p class='note'>{escape(_counts(job, language))}</p>")
    if cancellable:
        st.button(
            text("progress.stopping" if job.cancelled() else "progress.cancel", language),
            key=f"cancel_{name}", icon=":material/stop_circle:", on_click=job.cancel,
            disabled=job.cancelled(),
        )


def _counts(job: jobs.Job, language: str) -> str:
    if job.seen is not None:
        counted = plural("progress.seen", language, job.seen)
    elif job.total:
        counted = text("progress.of", language, done=format_number(job.done, language),
                       total=format_number(job.total, language))
    else:
        return text("progress.no_count", language)
    left = job.seconds_left
    if left is None:
        return counted
    if left < 60:
        return f"{counted} · {plural('progress.seconds', language, max(round(left), 1))}"
    return f"{counted} · {plural('progress.minutes', language, round(left / 60))}"
