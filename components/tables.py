"""Tables: a short one as HTML, which mirrors in Persian, and a long sortable one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from didgah.addresses import is_ours, is_web
from didgah.highlight import inert
from didgah.language.numbers import to_digits
from didgah.language.writing import mirrored

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with more than text: `href` makes it a link, `title` explains it on hover.

    `href` must be a relative address of this app or http(s); anything else stays text.
    `bar` between 0 and 1 draws the value as a bar behind the text.
    """

    text: str
    href: str = ""
    title: str = ""
    number: bool = False
    bar: float | None = None


def short(
    header: Sequence[str], rows: Sequence[Sequence[str | Cell]], *, caption: str = ""
) -> None:
    """A table of a few dozen rows at most, in reading order of the page's language.

    Everything is escaped and inert; `caption` is read out by screen readers and shown above.
    """
    head = "".join(f"<th scope='col'>{_shown(one)}</th>" for one in header)
    body = "".join("<tr>" + "".join(map(_cell, row)) + "</tr>" for row in rows)
    title = f"<caption>{_shown(caption)}</caption>" if caption else ""
    st.html(
        f"<div class='table'><table>{title}<thead><tr>{head}</tr></thead>"
        f"<tbody>{body}</tbody></table></div>"
    )


def _cell(value: str | Cell) -> str:
    cell = value if isinstance(value, Cell) else Cell(value)
    inner = f"<bdi>{_shown(cell.text)}</bdi>"
    if is_ours(cell.href) or is_web(cell.href):
        target = "_blank" if is_web(cell.href) else "_self"
        inner = (
            f"<a href='{escape(cell.href)}' target='{target}' rel='noopener noreferrer'>"
            f"{inner}</a>"
        )
    title = f" title='{_shown(cell.title)}'" if cell.title else ""
    names = " ".join(
        name for name, on in (("number", cell.number), ("bar", cell.bar is not None)) if on
    )
    style = "" if cell.bar is None else f" style='--bar:{min(max(cell.bar, 0), 1):.3f}'"
    return f"<td class='{names}'{title}{style}>{inner}</td>"


def _shown(words: str) -> str:
    return escape(inert(words))


def number(title: str, language: str, width: int | None = None) -> object:
    """A column of numbers of a `sortable` table, `width` in pixels.

    Persian digits come from the browser, and so only where it is a Persian one: numbers
    made text would no longer sort as numbers.
    """
    return st.column_config.NumberColumn(
        title, width=width, format="localized" if to_digits("0", language) != "0" else None)


def sortable(
    frame: pd.DataFrame,
    columns: Mapping[str, object],
    *,
    key: str,
    language: str,
    height: int | str = "auto",
    selectable: bool = False,
    alt: str = "",
) -> int | None:
    """A grid to sort and search; the position of the selected row, when `selectable`.

    `columns` maps the frame's columns, in reading order, to their titles or to
    `st.column_config` objects; others stay hidden. The grid cannot mirror itself, so in
    Persian the first column is put rightmost.
    """
    order = list(columns)
    if mirrored(language):
        order.reverse()
    shown = frame[list(columns)]
    result = st.dataframe(
        shown,
        key=key,
        hide_index=True,
        height=height,
        column_order=order,
        column_config=dict(columns),
        lazy=False,
        on_select="rerun" if selectable else "ignore",
        selection_mode="single-row",
        alt=alt or None,
    )
    if not selectable:
        return None
    rows = result.selection.rows
    return rows[0] if rows else None
