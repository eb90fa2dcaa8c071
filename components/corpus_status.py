"""The import that is under way, and what the last one did."""

from __future__ import annotations

import streamlit as st

from components import jobs, links, progress, states, tables
from components.corpus_task import TASK, Outcome
from didgah.export.refusals import refusals_csv
from didgah.language.messages import text
from didgah.language.numbers import format_number
from didgah.store import layout
from didgah.store.archive import AddReport, Archive


def show(language: str) -> bool:
    """Draw the task, running or just over; True while it runs."""
    job = jobs.find(TASK)
    if job is None:
        return False
    if job.phase == "running":
        with st.container(border=True):
            progress.watch(TASK, language, cancellable=True)
        return True
    with st.container(border=True, key="corpus_outcome"):
        if job.phase == "failed":
            states.problem(text("corpus.failed", language), text("corpus.failed_advice", language),
                           detail=str(job.error))
        elif job.phase == "cancelled":
            states.block(text("corpus.cancelled", language),
                         text("corpus.cancelled_advice", language))
        # A task asked to stop may have been past the point; then it says what it did.
        if isinstance(job.result, Outcome):
            _outcome(job.result, language)
        st.button(text("corpus.dismiss", language), key="corpus_dismiss", type="tertiary",
                  icon=":material/check:", on_click=jobs.forget, args=(TASK,))
    return False


def _outcome(outcome: Outcome, language: str) -> None:
    if outcome.report is not None:
        _report(outcome.report, language)
    if outcome.manifest is not None:
        st.html(f"<p>{text('corpus.published', language, version=outcome.manifest.version)}</p>")
        links.link("reader", text("corpus.to_reader", language), icon=":material/article:")
    elif outcome.report is not None and outcome.report.new + outcome.report.changed:
        states.note(text("corpus.not_shown_yet", language))


def _report(report: AddReport, language: str) -> None:
    def number(n: int) -> tables.Cell:
        return tables.Cell(format_number(n, language), number=True)

    tables.short(
        [text(f"corpus.report_{name}", language)
         for name in ("new", "changed", "unchanged", "rejected")],
        [[number(n) for n in (report.new, report.changed, report.unchanged, report.rejected)]],
        caption=text("corpus.report", language),
    )
    if not report.reasons:
        return
    tables.short(
        [text("corpus.column_reason", language), text("corpus.column_times", language)],
        [[text(reason, language), number(n)] for reason, n in report.reasons],
        caption=text("corpus.reasons", language),
    )
    if report.batch_id:
        refused(report.batch_id, language)


def refused(batch: str, language: str) -> None:
    """A button to download what one import (or, for "", all of them) refused or noted."""
    archive = Archive(layout.corpus(layout.home()))
    st.download_button(
        text("corpus.download_refused", language),
        # Read anew for every click: an iterator made once would be empty at the second.
        lambda: refusals_csv(archive.rejected(batch), language),
        f"refused-{batch or 'all'}.csv", "text/csv",
        key=f"corpus_refused_{batch or 'all'}", icon=":material/download:", on_click="ignore",
    )
