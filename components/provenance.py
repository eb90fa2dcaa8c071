"""Where the served articles come from."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from components import data, states, tables
from didgah.language.messages import text
from didgah.language.numbers import format_number
from didgah.provenance import source_sites
from didgah.store.archive import Archive

_SITES = 30


def show(language: str) -> None:
    """Which corpus is served, in which state, and for the sample the sites it rests on."""
    served = data.snapshot()
    manifest = served.manifest
    st.subheader(text("corpus.provenance", language))
    which = "corpus.serves_sample" if served.is_sample else "corpus.serves_own"
    st.html(f"<p>{text(which, language, n=format_number(manifest.articles, language))}</p>")
    tables.short(
        [text("corpus.column_what", language), text("corpus.column_value", language)],
        [[text("corpus.data_version", language), manifest.version],
         [text("corpus.built", language), manifest.built[:16].replace("T", " ") + " UTC"],
         [text("corpus.registry", language), manifest.registry],
         [text("corpus.annotator", language), manifest.annotator]],
    )
    if served.is_sample:
        _sites(served.folder, manifest.version, language)


def _sites(folder: Path, version: str, language: str) -> None:
    sites = _counted(str(folder), version)
    with st.expander(text("corpus.sites", language), icon=":material/link:"):
        tables.short(
            [text("corpus.column_site", language), text("corpus.column_times", language)],
            [[site, tables.Cell(format_number(n, language), number=True)]
             for site, n in sites[:_SITES]],
        )
        if len(sites) > _SITES:
            states.note(text("corpus.sites_more", language,
                             n=format_number(len(sites) - _SITES, language)))


@st.cache_data(max_entries=4, show_spinner=False)
def _counted(folder: str, version: str) -> tuple[tuple[str, int], ...]:
    return source_sites(Archive(Path(folder)).articles())
