"""What an import refused, as a table that a person can work through."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from didgah.export.csv_text import BOM, neutral
from didgah.language.messages import text
from didgah.model import Rejected
from didgah.readers import is_note

_COLUMNS = ("file", "line", "outcome", "reason", "detail", "excerpt")


def refusals_csv(items: Iterable[Rejected], language: str) -> bytes:
    """UTF-8 CSV with BOM: file, line, what became of the row, why, the detail, its beginning.

    `language` is one the interface speaks. Cells that a spreadsheet would run are made inert.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([text(f"rejected.column.{name}", language) for name in _COLUMNS])
    for item in items:
        outcome = "noted" if is_note(item) else "refused"
        row = (item.file, item.line or "", text(f"rejected.outcome.{outcome}", language),
               text(item.reason, language), item.detail, item.excerpt)
        writer.writerow([neutral(cell) for cell in row])
    return (BOM + out.getvalue()).encode("utf-8")
