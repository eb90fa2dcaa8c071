"""What the corpus is made of: imports, refusals, published states."""

from __future__ import annotations

import io
from datetime import date, datetime
from functools import partial
from pathlib import Path

import streamlit as st

from components import access, corpus_status, corpus_task, jobs, links, states, tables
from didgah.language.calendars import format_date
from didgah.language.messages import text
from didgah.language.numbers import format_number, to_digits
from didgah.language.writing import comma
from didgah.store import frozen, layout, publish
from didgah.store.archive import Archive

_REFUSED_SHOWN = 50
_SENT = 500 << 20  # bytes of a state that a page may send; it is in memory meanwhile


def imports(language: str) -> None:
    """Every import with its counts, newest first, and what was refused."""
    archive = Archive(layout.corpus(layout.home()))
    batches = archive.batches()
    st.subheader(text("corpus.imports", language))
    if not batches:
        states.note(text("corpus.imports_none", language))
        return
    names = ("when", "files", "new", "changed", "unchanged", "rejected")
    tables.short(
        [text(f"corpus.column_{name}", language) for name in names],
        [[_moment(one.at, language), one.source, *(
            tables.Cell(format_number(n, language), number=True)
            for n in (one.new, one.changed, one.unchanged, one.rejected))]
         for one in reversed(batches)],
    )
    if not any(one.rejected + one.notes for one in batches):
        return
    with st.expander(text("corpus.refused_list", language), icon=":material/block:",
                     on_change="rerun", key="corpus_refused") as box:
        if box.open:
            _refused(archive, language)


def _refused(archive: Archive, language: str) -> None:
    rows, more = [], False
    for item in archive.rejected():
        if len(rows) == _REFUSED_SHOWN:
            more = True
            break
        rows.append([item.file, "" if item.line is None else to_digits(str(item.line), language),
                     text(item.reason, language), item.detail, item.excerpt[:80]])
    tables.short([text(f"rejected.column.{name}", language)
                  for name in ("file", "line", "reason", "detail", "excerpt")], rows)
    if more:
        states.note(text("corpus.refused_more", language,
                         n=format_number(_REFUSED_SHOWN, language)))
    corpus_status.refused("", language)


def snapshots(language: str) -> None:
    """Published states of the user's corpus: open one, keep one, build anew."""
    folder = layout.corpus(layout.home())
    found = list(publish.manifests(folder))
    if not found:
        return
    pinned = publish.read_published(folder).pinned
    st.subheader(text("corpus.snapshots", language))
    states.note(text("corpus.snapshots_note", language, n=format_number(publish.KEEP, language)))
    for one in found:
        kept = one.version in pinned
        with st.container(horizontal=True, vertical_alignment="center", key=f"snap_{one.folder}"):
            built = _moment(datetime.fromisoformat(one.built), language)
            articles = format_number(one.articles, language)
            st.html(f"<p class='snapshot'><bdi><b>{one.version}</b></bdi> · <bdi>{built}</bdi> · "
                    f"{text('corpus.snapshot_articles', language, n=articles)}</p>")
            links.link("overview", text("corpus.open", language), version=one.version,
                       icon=":material/open_in_new:")
            if one is not found[0]:
                links.link("overview", text("corpus.compare", language), version="",
                           icon=":material/difference:", changed_since=one.version)
            if access.may_edit():
                st.button(
                    text("corpus.let_go" if kept else "corpus.keep", language), type="tertiary",
                    key=f"keep_{one.folder}", icon=":material/keep:",
                    on_click=partial(publish.pin, folder, one.version, not kept),
                )
                _take(folder, one, language)
    if access.may_edit():
        busy = jobs.find(corpus_task.TASK)
        st.button(
            text("corpus.rebuild", language), key="corpus_rebuild", icon=":material/construction:",
            help=text("corpus.rebuild_help", language), on_click=corpus_task.start_rebuild,
            disabled=bool(busy and busy.phase == "running"),
        )


def _take(folder: Path, one: publish.Manifest, language: str) -> None:
    """A button for the state as one file, written when it is pressed (`frozen.export`)."""
    name = f"didgah-{one.version}.zip"
    large = one.events_bytes + sum(part.bytes for part in one.segments) > _SENT
    command = f"`didgah snapshots --export {one.version}`"

    def written() -> bytes:
        out = io.BytesIO()
        frozen.export(folder, one.version, out)
        return out.getvalue()

    st.download_button(
        text("corpus.take", language), written, name, "application/zip",
        key=f"take_{one.folder}", icon=":material/archive:", type="tertiary", on_click="ignore",
        disabled=large, help=text("corpus.take_large" if large else "corpus.take_help", language,
                                  command=command),
    )


def _moment(at: datetime, language: str) -> str:
    """Day in the reader's calendar and time of day, both in UTC."""
    day = date(at.year, at.month, at.day)
    return f"{format_date(day, language)}{comma(language)}{_clock(at, language)}"


def _clock(at: datetime, language: str) -> str:
    return to_digits(f"{at:%H:%M}", language) + " UTC"
