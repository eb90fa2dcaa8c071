"""Days put into periods: calendar days, weeks from Monday, months, quarters, and years of
the Gregorian or the Solar Hijri calendar."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

import pandas as pd

from didgah.language.calendars import from_solar, to_solar

Grain = Literal["auto", "day", "week", "month", "quarter", "year", "solar_year"]
GRAINS: tuple[Grain, ...] = ("day", "week", "month", "quarter", "year", "solar_year")

_PANDAS = {"day": "D", "week": "W-SUN", "month": "M", "quarter": "Q-DEC", "year": "Y-DEC"}
# The longest span, in days, that each grain shows in a readable number of marks.
_AUTO: tuple[tuple[int, Grain], ...] = (
    (62, "day"), (420, "week"), (366 * 7, "month"), (366 * 16, "quarter"),
)


def chosen(grain: Grain, first: date | None, last: date | None) -> Grain:
    """`grain`, or for "auto" the one that suits the span."""
    if grain != "auto":
        return grain
    if first is None or last is None:
        return "month"
    days = (last - first).days
    return next((name for limit, name in _AUTO if days <= limit), "year")


def starts(days: pd.Series, grain: Grain) -> pd.Series:
    """The first day of the period of each day; datetime64 in and out."""
    if grain == "solar_year":
        if days.empty:
            return days
        years = pd.Series(between(days.min().date(), days.max().date(), grain), dtype=days.dtype)
        return pd.Series(
            years.iloc[years.searchsorted(days, side="right") - 1].array, index=days.index
        )
    return days.dt.to_period(_PANDAS[grain]).dt.start_time.astype(days.dtype)


def until(start: date, grain: Grain) -> date:
    """The last day of the period that begins with `start`."""
    if grain == "solar_year":
        return from_solar(to_solar(start)[0] + 1, 1, 1) - timedelta(days=1)
    return pd.Period(start, _PANDAS[grain]).end_time.date()


def between(first: date, last: date, grain: Grain) -> list[date]:
    """The first days of all periods from the one of `first` to the one of `last`."""
    if grain == "solar_year":
        return [from_solar(y, 1, 1) for y in range(to_solar(first)[0], to_solar(last)[0] + 1)]
    periods = pd.period_range(first, last, freq=_PANDAS[grain])
    return [one.start_time.date() for one in periods]

