"""What a mark says when pointed at: short lines in the reader's language and direction.

Plotly draws hover text as SVG in a left-to-right frame and reads a few HTML tags in it,
so each line is escaped and, in Persian and Arabic, set in its own right-to-left embedding.
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping
from datetime import date, datetime

import pandas as pd

from didgah.language.calendars import format_interval, in_order
from didgah.language.messages import plural, text
from didgah.language.names import language_name
from didgah.language.writing import mirrored
from didgah.model import Precision

_RLE, _PDF = "\u202b", "\u202c"


def escape(words: str) -> str:
    """`words` with nothing left that Plotly would read as a tag or an entity."""
    return html.escape(words, quote=False)


def bidi(line: str, language: str) -> str:
    """One line of chart text set in the direction of `language`."""
    return f"{_RLE}{line}{_PDF}" if mirrored(language) else line


def lines(words: Iterable[str], language: str, bold: str = "") -> str:
    """Hover text of plain `words`, a line each, empty ones left out; `bold` stands first."""
    head = [bidi(f"<b>{part}</b>", language) for part in wrap(escape(bold))] if bold else []
    rest = [bidi(part, language) for one in words if one for part in wrap(escape(one))]
    return "<br>".join([*head, *rest])




def wrap(line: str, width: int = 64) -> list[str]:
    """`line` in parts of less than `width` characters, cut between words only."""
    parts = [""]
    for word in line.split(" "):
        if parts[-1] and len(parts[-1]) + len(word) >= width:
            parts.append(word)
        else:
            parts[-1] = f"{parts[-1]} {word}".strip()
    return parts


def span_words(
    first: date | None, last: date | None, precision: Precision, language: str
) -> tuple[str, ...]:
    """The interval in the three calendars, the reader's own first; one line when unknown."""
    if first is None or pd.isna(first) or precision == "unknown":
        return (format_interval(None, None, "unknown", language),)
    begins, ends = _day(first), _day(first if last is None or pd.isna(last) else last)
    found = (format_interval(begins, ends, precision, language, one)
             for one in in_order(language))
    return tuple(dict.fromkeys(found))


def _day(value: date) -> date:
    return value.date() if isinstance(value, datetime) else value


def meeting(row: Mapping[str, object], language: str) -> str:
    """Hover text of a meeting: a row of the timeline with title, series_name and where."""
    n = int(row["articles"])
    languages = text("meetings.list_comma", language).join(
        language_name(one, language) for one in row["languages"]
    )
    covered = (
        f"{plural('meetings.articles', language, n)} ({languages})" if n and languages
        else plural("meetings.articles", language, n) if n
        else text("meetings.uncovered", language)
    )
    return lines(
        (
            f"{row['series_name']}",
            *span_words(row["first"], row["last"], row["precision"], language),
            str(row["where"]),
            _level(str(row.get("level", "")), language),
            f"{text('meetings.status', language)}: {text('status.' + row['status'], language)}",
            covered,
            grounds(row["known"], row["confidence"], row["titles_only"], language),
        ),
        language, bold=str(row["title"]),
    )


def _level(level: str, language: str) -> str:
    said = text(f"level.{level}", language) if level else ""
    return f"{text('meetings.level', language)}: {said}" if said else ""


def grounds(known: bool, confidence: str, titles_only: bool, language: str) -> str:
    """What a meeting rests on, in words: confidence, titles alone, or coverage alone."""
    if not known:
        return text("meetings.from_coverage", language)
    words = text(f"meetings.confidence_{confidence or 'none'}", language)
    if not titles_only:
        return words
    comma = text("meetings.list_comma", language)
    return words + comma + text("meetings.titles_only", language)
