"""Tables as CSV that spreadsheets open right and cannot be hurt by."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

BOM = "\ufeff"  # Excel takes UTF-8 for the local code page without it


def neutral(value: object) -> object:
    """`value` as it may stand in a cell: text that a spreadsheet would run gets an apostrophe.

    What begins a formula is listed by OWASP ("CSV Injection"): = + - @, tab and carriage
    return. Numbers stay numbers.
    """
    if isinstance(value, str) and (
        value.startswith(("\t", "\r", "\n")) or value.lstrip().startswith(("=", "+", "-", "@"))
    ):
        return "'" + value
    return value


def to_csv(
    frame: pd.DataFrame, titles: Mapping[str, str] | None = None, about: Sequence[str] = ()
) -> bytes:
    """`frame` as UTF-8 CSV with BOM; lists joined with " | ", dates in ISO form, gaps empty.

    `titles` renames columns and, when given, chooses them. The lines of `about` (title,
    filters, n, source, data version) follow the rows after an empty line, each led by "#".
    Halves of surrogate pairs, which no file can hold, become "?".
    """
    import pandas as pd

    titles = titles or {name: str(name) for name in frame.columns}
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([neutral(title) for title in titles.values()])
    for row in frame[list(titles)].itertuples(index=False, name=None):
        writer.writerow([neutral(_plain(value, pd)) for value in row])
    if about:
        writer.writerow([])
        for line in about:
            writer.writerow([f"# {line}"])
    return (BOM + out.getvalue()).encode("utf-8", "replace")


def _plain(value: object, pd: object) -> object:
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return " | ".join(f"{name}: {one}" for name, one in value.items())
    if hasattr(value, "__iter__"):
        return " | ".join(str(one) for one in value)
    if pd.isna(value):  # type: ignore[attr-defined]
        return ""
    if isinstance(value, date):  # a Timestamp is one too
        return value.isoformat()[:10] if _midnight(value) else value.isoformat()
    return value


def _midnight(value: date) -> bool:
    return all(getattr(value, part, 0) == 0 for part in ("hour", "minute", "second"))
