"""Reading the tables of `data/registry`: what a cell may hold, and what is said when it does not.

Every function that meets a bad cell appends one line to `problems` and goes on with a
harmless value, so that a person sees all that is wrong with the tables at once.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from calendar import monthrange
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from didgah.model import LANGUAGES, Language

# What the chronology is worded in, besides the names that it has in every language.
WORDED: tuple[Language, ...] = ("en", "fa")

_ID = re.compile(r"[a-z0-9]+(?:[_-][a-z0-9]+)*")
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_COUNTRY = re.compile(r"[A-Z]{2}")


class RegistryError(ValueError):
    """The tables are not as they must be; `problems` lists "file:line: reason" for each fault."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: its cells by column, and where it stands."""

    file: str
    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def says(self, reason: str) -> str:
        """The reason as "file:line: reason"."""
        return f"{self.file}:{self.line}: {reason}"


def read_table(path: Path, columns: tuple[str, ...], problems: list[str]) -> list[Row]:
    """The rows of a UTF-8 CSV file whose header is exactly `columns`.

    A missing file, a wrong header, bytes that are no UTF-8, a line with too few or too many
    cells, characters that do not show, and blanks at the edge of a cell are problems.
    """
    name = path.name
    try:
        text = path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        problems.append(f"{name}:1: the file is missing")
        return []
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        problems.append(f"{name}:{line}: not UTF-8 text")
        return []
    reader = csv.reader(text.splitlines(keepends=True), strict=True)
    rows: list[Row] = []
    try:
        header = tuple(next(reader, ()))
        if header != columns:
            missing = [c for c in columns if c not in header]
            strange = [c for c in header if c not in columns]
            problems.append(
                f"{name}:1: the header must be {','.join(columns)}"
                + (f"; missing: {', '.join(missing)}" if missing else "")
                + (f"; unknown: {', '.join(strange)}" if strange else "")
            )
            return []
        for cells in reader:
            line = reader.line_num
            if len(cells) != len(columns):
                problems.append(f"{name}:{line}: {len(cells)} cells instead of {len(columns)}")
                continue
            row = Row(name, line, dict(zip(columns, cells, strict=True)))
            problems += _bad_text(row)
            rows.append(row)
    except csv.Error as error:
        problems.append(f"{name}:{reader.line_num}: {error}")
    return rows


def _bad_text(row: Row) -> list[str]:
    found = []
    for column, cell in row.cells.items():
        if cell != cell.strip():
            found.append(row.says(f"{column} has blanks at its edge"))
        elif any(unicodedata.category(c) in ("Cc", "Co", "Cs", "Cn") for c in cell):
            found.append(row.says(f"{column} has a character that does not show"))
        elif unicodedata.normalize("NFC", cell) != cell:
            found.append(row.says(f"{column} is not in composed form (NFC)"))
    return found


def unique(rows: Iterable[Row], column: str, problems: list[str]) -> dict[str, Row]:
    """Rows by the identifier in `column`; a bad or repeated one is a problem and left out."""
    found: dict[str, Row] = {}
    for row in rows:
        value = row[column]
        if not _ID.fullmatch(value):
            problems.append(row.says(f"{column} {value!r} is no identifier"))
        elif value in found:
            problems.append(
                row.says(f"{column} {value!r} is already used on line {found[value].line}")
            )
        else:
            found[value] = row
    return found


def refers(row: Row, column: str, known: Collection[str], problems: list[str]) -> str:
    """The cell, which must be empty or one of `known`."""
    value = row[column]
    if value and value not in known:
        problems.append(row.says(f"{column} {value!r} is not known"))
        return ""
    return value


def one_of(row: Row, column: str, allowed: Collection[str], problems: list[str]) -> str:
    """The cell, which must be one of `allowed` and not empty."""
    value = row[column]
    if value not in allowed:
        choices = ", ".join(str(a) for a in allowed)
        problems.append(row.says(f"{column} {value!r} is none of {choices}"))
    return value


def many(row: Row, column: str, problems: list[str]) -> tuple[str, ...]:
    """The values of a cell separated by "; "; an empty or repeated one is a problem."""
    cell = row[column]
    if not cell:
        return ()
    values = tuple(cell.split("; "))
    if any(not v.strip() or v != v.strip() for v in values):
        problems.append(row.says(f"{column} has an empty value; values are separated by '; '"))
    if len(set(values)) < len(values):
        problems.append(row.says(f"{column} names the same value twice"))
    return values


def by_language(row: Row, prefix: str, problems: list[str]) -> dict[str, tuple[str, ...]]:
    """The lists of `prefix_fa` … `prefix_en`, languages without any left out."""
    lists = {
        language: many(row, f"{prefix}_{language}", problems)
        for language in LANGUAGES
        if f"{prefix}_{language}" in row.cells
    }
    return {language: values for language, values in lists.items() if values}


def names(row: Row, problems: list[str]) -> dict[str, str]:
    """`name_fa` … `name_en`, each of which must be there."""
    found = {language: row[f"name_{language}"] for language in LANGUAGES}
    problems += [row.says(f"name_{lang} is empty") for lang, name in found.items() if not name]
    return found


def worded(row: Row, prefix: str, problems: list[str]) -> dict[Language, str]:
    """`prefix_en` and `prefix_fa`, given in both languages or, then nothing, in neither."""
    found = {language: row[f"{prefix}_{language}"] for language in WORDED}
    if not any(found.values()):
        return {}
    problems += [
        row.says(f"{prefix}_{language} is empty") for language, text in found.items() if not text
    ]
    return found


def country(row: Row, column: str, problems: list[str]) -> str:
    """The cell, which must be empty or an ISO 3166-1 alpha-2 code in capitals."""
    value = row[column]
    if value and not _COUNTRY.fullmatch(value):
        problems.append(row.says(f"{column} {value!r} is no ISO 3166-1 alpha-2 code"))
        return ""
    return value


def number(
    row: Row, column: str, low: float, high: float, problems: list[str]
) -> float | None:
    """The cell as a number from `low` to `high`, None when empty."""
    value = row[column]
    if not value:
        return None
    try:
        found = float(value)
    except ValueError:
        problems.append(row.says(f"{column} {value!r} is no number"))
        return None
    if not low <= found <= high:
        problems.append(row.says(f"{column} {value} is not between {low:g} and {high:g}"))
        return None
    return found


def day(row: Row, column: str, problems: list[str]) -> date:
    """The cell as a full ISO date; a bad one gives `date.min`."""
    value = row[column]
    try:
        if len(value) == 10:
            return date.fromisoformat(value)
    except ValueError:
        pass
    problems.append(row.says(f"{column} {value!r} is no date (YYYY-MM-DD)"))
    return date.min


def span(row: Row, column: str, problems: list[str]) -> tuple[date, date] | None:
    """First and last day of YYYY, YYYY-MM or YYYY-MM-DD; None when the cell is empty."""
    value = row[column]
    if not value:
        return None
    match = _DATE.fullmatch(value)
    try:
        if match:
            year, month, of_month = (int(part) if part else 0 for part in match.groups())
            first = date(year, month or 1, of_month or 1)
            last_month = month or 12
            last_day = of_month or monthrange(year, last_month)[1]
            return first, date(year, last_month, last_day)
    except ValueError:
        pass
    problems.append(row.says(f"{column} {value!r} is no date (YYYY, YYYY-MM or YYYY-MM-DD)"))
    return None


def sources(
    row: Row, problems: list[str], *, required: bool, unaddressed: Collection[str] = ()
) -> tuple[str, ...]:
    """The `sources` cell: http(s) addresses, or ids of sources that have none."""
    found = many(row, "sources", problems)
    if required and not found:
        problems.append(row.says("sources is empty: a row without a source does not go in"))
    for source in found:
        if source in unaddressed:
            continue
        try:
            parts = urlsplit(source)
            good = parts.scheme in ("http", "https") and "." in (parts.hostname or "")
        except ValueError:
            good = False
        if not good or any(c.isspace() or c in "<>\"'`" for c in source):
            problems.append(row.says(f"source {source[:120]!r} is no http(s) address"))
    return found
