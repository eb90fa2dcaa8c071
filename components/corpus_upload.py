"""Putting articles in: choose files, see what would be read, correct the columns, import."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from components import corpus_task, states, tables
from didgah.language.calendars import format_pair
from didgah.language.messages import plural, text
from didgah.language.numbers import format_number
from didgah.model import LANGUAGES, Article, Rejected
from didgah.readers import EXTENSIONS, FIELDS, Preview, ReadOptions, is_note, preview_upload

_SHOWN = 6  # items of the preview
_AUTO, _NONE = "auto", "none"
_DAY_ORDER = {"auto": None, "day": True, "month": False}


def show(language: str) -> None:
    """The upload form and, once files are chosen, what is in them."""
    st.subheader(text("corpus.add", language))
    st.html(f"<p>{text('corpus.add_how', language)}</p>")
    files = st.file_uploader(
        text("corpus.files", language), accept_multiple_files=True, key="corpus_files",
        help=text("corpus.kinds", language, kinds="  ".join(sorted(EXTENSIONS)),
                  size=format_number(st.get_option("server.maxUploadSize"), language)),
    )
    if not files:
        return
    contents = [(one.name, one.getvalue()) for one in files]
    first = _previews(contents, ReadOptions())
    options = _options(first, language)
    shown = first if options == ReadOptions() else _previews(contents, options)
    _items(shown, language)
    size = sum(len(content) for _, content in contents)
    st.button(
        plural("corpus.import", language, len(contents), size=_megabytes(size, language)),
        type="primary",
        key="corpus_import", icon=":material/upload:",
        on_click=partial(corpus_task.start_import, contents, options),
    )


def _megabytes(size: int, language: str) -> str:
    """Bytes in megabytes, in words when a tenth is more than that."""
    shown = format_number(size / 1e6, language, decimals=1)
    if size >= 100_000:
        return shown
    return text("corpus.less_than", language, size=format_number(0.1, language, decimals=1))


def _previews(contents: Sequence[tuple[str, bytes]], options: ReadOptions) -> Preview:
    found = [preview_upload(name, content, options, _SHOWN) for name, content in contents]
    return Preview(
        tuple(table for one in found for table in one.tables),
        tuple(item for one in found for item in one.items),
    )


def _options(found: Preview, language: str) -> ReadOptions:
    """What the form says about columns, order of dates, and what to fill in."""
    columns = list(dict.fromkeys(column for table in found.tables for column in table.columns))
    mapping: dict[str, str] = {}
    if columns:
        states.note(_recognised(found, language))
    with st.expander(text("corpus.mapping", language), icon=":material/view_column:"):
        if columns:
            st.caption(text("corpus.mapping_note", language))
            grid = st.columns(3)
            for n, field in enumerate(FIELDS):
                with grid[n % 3]:
                    chosen = _column(field, columns, found, language)
                if chosen != _AUTO:
                    mapping[field] = "" if chosen == _NONE else chosen.removeprefix("column:")
        outlet, spoken, order = st.columns(3)
        with outlet:
            named = st.text_input(text("corpus.default_outlet", language), key="corpus_outlet")
        with spoken:
            code = st.selectbox(
                text("corpus.default_language", language), ("", *LANGUAGES), key="corpus_language",
                format_func=lambda one: text(f"language.{one}", language) if one
                else text("corpus.detect", language),
            )
        with order:
            ordered = st.selectbox(
                text("corpus.day_order", language), tuple(_DAY_ORDER), key="corpus_day_order",
                format_func=lambda one: text(f"corpus.day_order_{one}", language),
            )
    return ReadOptions(mapping, code, named.strip(), _DAY_ORDER[ordered])


def _recognised(found: Preview, language: str) -> str:
    taken: dict[str, str] = {}
    for table in found.tables:
        for field, column in table.mapping.items():
            taken.setdefault(text(f"corpus.field_{field}", language), column)
    pairs = " · ".join(f"{field}: {column}" for field, column in taken.items())
    pairs = pairs or text("corpus.recognised_none", language)
    return text("corpus.recognised", language, pairs=pairs)


def _column(field: str, columns: list[str], found: Preview, language: str) -> str:
    known = next((t.mapping[field] for t in found.tables if field in t.mapping), "")
    automatic = text("corpus.column_auto", language, column=known) if known else (
        text("corpus.column_not_found", language))
    names = {_AUTO: automatic, _NONE: text("corpus.column_none", language)}
    # A column may itself be called "auto" or "none".
    options = (_AUTO, _NONE, *(f"column:{one}" for one in columns))
    return st.selectbox(
        text(f"corpus.field_{field}", language), options, key=f"corpus_map_{field}",
        format_func=lambda one: names.get(one, one.removeprefix("column:")),
    )


def _items(found: Preview, language: str) -> None:
    if not found.items:
        states.block(text("corpus.nothing_found", language),
                     text("corpus.nothing_advice", language))
        return
    tables.short(
        [text(f"corpus.column_{name}", language)
         for name in ("title", "published", "outlet", "beginning")],
        [_row(item, language) for item in found.items[:_SHOWN]],
        caption=text("corpus.preview", language),
    )


def _row(item: Article | Rejected, language: str) -> list[str]:
    if isinstance(item, Rejected):
        where = item.file if item.line is None else f"{item.file}:{item.line}"
        outcome = "noted" if is_note(item) else "refused"
        return [where, text(f"rejected.outcome.{outcome}", language), text(item.reason, language),
                item.detail or item.excerpt]
    published = item.published
    return [
        item.title, format_pair(published.value, language, published.precision),
        item.outlet or text("corpus.not_stated", language), item.body[:120],
    ]
