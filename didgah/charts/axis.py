"""A time axis in two calendars, each labelled where its own years and months begin.

Plotly's own date axis knows only the Gregorian calendar, so positions and labels are
worked out here. Time runs from left to right in every language.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import plotly.graph_objects as go

from didgah.charts import theme
from didgah.language.calendars import home_calendar, second_calendar
from didgah.language.conversion import from_calendar, months_on, to_calendar
from didgah.language.months import NAMES
from didgah.language.numbers import to_digits
from didgah.model import Calendar

_YEAR = 365.25
_YEAR_STEPS = (1, 2, 3, 5, 10, 20, 50, 100)
_MAX_YEARS = 10  # labels that fit side by side on a phone
_MAX_DAYS = 7
LABELS_HEIGHT = 46  # pixels below the axis that the two rows of labels need

# Share of the axis within which a label of the lower row would stick out on a phone.
_EDGE = 0.04


@dataclass(frozen=True, slots=True)
class Ticks:
    """Labelled days with their labels, and the unlabelled ones between."""

    days: tuple[date, ...]
    labels: tuple[str, ...]
    minor: tuple[date, ...] = ()


def calendars(language: str) -> tuple[Calendar, Calendar]:
    """The calendar of the axis' labels, and the one written beneath it."""
    return home_calendar(language), second_calendar(language)


def ticks(first: date, last: date, calendar: Calendar, language: str) -> Ticks:
    """Ticks within [`first`, `last`] at the beginnings of years, months or days of `calendar`."""
    days = (last - first).days + 1
    if days > 3.2 * _YEAR:
        years = days / _YEAR
        step = next((one for one in _YEAR_STEPS if years / one <= _MAX_YEARS), _YEAR_STEPS[-1])
        return _months(first, last, calendar, language, 12 * step, 12 if step <= 5 else 12 * step)
    if days > 1.6 * _YEAR:
        return _months(first, last, calendar, language, 6, 1)
    if days > 100:
        return _months(first, last, calendar, language, 2 if days > 200 else 1, 1)
    return _days(first, last, calendar, language)


def _months(
    first: date, last: date, calendar: Calendar, language: str, step: int, minor: int
) -> Ticks:
    year, month, _ = to_calendar(first, calendar)
    year, month = (year - year % (step // 12), 1) if step >= 12 else (year, 1)
    found: list[tuple[date, str]] = []
    between: list[date] = []
    count = 0
    while (day := from_calendar(calendar, year, month, 1)) <= last:
        if day >= first and count % step == 0:
            found.append((day, _month_label(calendar, language, year, month, not found, step)))
        elif day >= first:
            between.append(day)
        count += minor
        year, month = months_on(year, month, minor)
    return Ticks(tuple(d for d, _ in found), tuple(t for _, t in found), tuple(between))


def _month_label(
    calendar: Calendar, language: str, year: int, month: int, is_first: bool, step: int
) -> str:
    number = to_digits(str(year), language)
    if step >= 12 or (month == 1 and step > 1):
        return number
    name = _month_name(calendar, language, month)
    return f"{name} {number}" if is_first or month == 1 else name


def _days(first: date, last: date, calendar: Calendar, language: str) -> Ticks:
    count = (last - first).days + 1
    step = next((one for one in (1, 2, 3, 7, 14) if count / one <= _MAX_DAYS), 14)
    days = [first + timedelta(n) for n in range(count)]
    labels = []
    for n, day in enumerate(days[::step]):
        year, month, number = to_calendar(day, calendar)
        label = f"{to_digits(str(number), language)} {_month_name(calendar, language, month)}"
        labels.append(f"{label} {to_digits(str(year), language)}" if n == 0 else label)
    return Ticks(tuple(days[::step]), tuple(labels))


def _month_name(calendar: Calendar, language: str, month: int) -> str:
    name = NAMES[calendar].get(language, NAMES[calendar]["en"])[month - 1]
    return name[:3] if language == "en" and calendar == "gregorian" else name


def _anchor(share: float) -> str:
    return "left" if share < _EDGE else "right" if share > 1 - _EDGE else "center"


def draw(
    fig: go.Figure, first: date, last: date, *, language: str, dark: bool,
    x: str = "x", y: str = "y",
) -> None:
    """Give `fig`'s axis `x` (its plot area ends below at `y`) the two rows of labels."""
    look = theme.colours(dark)
    above, beneath = calendars(language)
    upper = ticks(first, last, above, language)
    lower = ticks(first, last, beneath, language)
    fig.layout[f"xaxis{x[1:]}"].update(
        type="date", range=[f"{first}", f"{last + timedelta(1)}"], fixedrange=True,
        tickmode="array", tickvals=[f"{d}" for d in upper.days], ticktext=list(upper.labels),
        minor={"tickvals": [f"{d}" for d in upper.minor], "showgrid": bool(upper.minor),
               "gridcolor": look["grid_faint"], "gridwidth": 1},
        showgrid=True, gridcolor=look["grid"], showline=True, linecolor=look["line"],
        ticks="outside", ticklen=4, tickcolor=look["line"], zeroline=False, title=None,
        tickangle=0, tickfont={"size": 12, "color": look["text"]}, side="bottom",
    )
    # Set at once: Plotly checks all annotations again for each one added.
    fig.layout.annotations += tuple(
        go.layout.Annotation(
            x=f"{day}", y=0, xref=x, yref=f"{y} domain", yshift=-24, yanchor="top",
            text=label, showarrow=False, font={"size": 10, "color": look["muted"]},
            xanchor=_anchor((day - first) / (last + timedelta(1) - first)),
        )
        for day, label in zip(lower.days, lower.labels, strict=True)
    )
