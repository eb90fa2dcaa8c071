"""The workbook behind a chart: what it draws first, then the intervals and counts behind it."""

from __future__ import annotations

import io
from collections.abc import Sequence

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from didgah.briefing.slides import Chart, Series
from didgah.export.pptx.words import legible
from didgah.language.writing import mirrored

_SHEET = "Sheet1"  # the name that python-pptx writes into a chart's references
_MOST = 255  # characters of a category


def category(words: str) -> str:
    """A category as the chart and its workbook have it."""
    return legible(words)[:_MOST]


def bounds(one: Series) -> tuple[list[float], list[float]] | None:
    """Distances from each value to the ends of its interval; None when it has no intervals."""
    if not (one.low and one.high):
        return None
    def away(edges: Sequence[float | None], sign: int) -> list[float]:
        return [
            0.0 if edge is None or value is None else max(0.0, float(sign * (edge - value)))
            for edge, value in zip(edges, one.values, strict=True)
        ]
    return away(one.low, -1), away(one.high, 1)


def columns(chart: Chart) -> list[tuple[str, Sequence[float | None]]]:
    """Heads and values of all columns after the categories; the series first, as drawn."""
    found = [(one.name, one.values) for one in chart.series]
    for one in chart.series:
        if (ends := bounds(one)) is not None:
            found += [(f"{one.name} −", ends[0]), (f"{one.name} +", ends[1])]
        if one.n:
            found.append((f"{one.name} n", one.n))
    return found


def reference(chart: Chart, place: int, which: str) -> str:
    """The cells of an interval's distances below ("−") or above ("+") series `place`."""
    head = f"{chart.series[place].name} {which}"
    heads = [one for one, _ in columns(chart)]
    column = xl_col_to_name(1 + heads.index(head, len(chart.series)), col_abs=True)
    return f"{_SHEET}!{column}$2:{column}${len(chart.categories) + 1}"


def write(chart: Chart, labels: Sequence[str], language: str) -> bytes:
    """The workbook as XLSX. No text in it can become a formula or a link."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet(_SHEET)
    if mirrored(language):
        sheet.right_to_left()
    shares, counts = book.add_format({"num_format": "0.0%"}), book.add_format({"num_format": "0"})
    sheet.set_column(0, 0, 32)
    for row, words in enumerate(labels, 1):
        sheet.write_string(row, 0, words)
    for place, (head, values) in enumerate(columns(chart), 1):
        sheet.write_string(0, place, category(head))
        whole = not chart.percent or head.endswith(" n")
        for row, value in enumerate(values, 1):
            if value is not None:
                sheet.write_number(row, place, value, counts if whole and float(
                    value).is_integer() else shares if not whole else None)
    book.close()
    return out.getvalue()
