"""The stretch of time a timeline shows, and the steps to the earlier and the later."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from didgah.language.conversion import from_solar, to_solar

_YEAR = 365.25
SPANS: dict[str, float] = {  # in years; 0 for everything
    "1w": 7 / _YEAR, "1m": 1 / 12, "3m": 1 / 4, "1y": 1, "nowruz": 1, "3y": 3, "10y": 10,
    "20y": 20, "all": 0,
}
DEFAULT = "10y"


@dataclass(frozen=True, slots=True)
class Window:
    """First and last day shown, how many meetings lie outside, and where a step leads.

    `earlier` and `later` are the last days of the neighbouring windows, None when no
    meeting lies that way.
    """

    first: date
    last: date
    before: int
    after: int
    earlier: date | None
    later: date | None

    @property
    def days(self) -> tuple[date, date]:
        """First and last day."""
        return self.first, self.last


def choose(
    frame: pd.DataFrame, span: str, at: date | None, today: date,
    since: date | None = None, until: date | None = None,
) -> Window:
    """The window of `span` that ends on `at`, or at the newest meetings when None.

    Parameters
    ----------
    frame : columns first and last; rows without a day do not count.
    span : a key of `SPANS`.
    since, until : the dates the reader filters by; the window never leaves them.
    """
    dated = frame[frame["first"].notna()]
    begins = pd.to_datetime(dated["first"])
    ends = pd.to_datetime(dated["last"]).fillna(begins)
    oldest = since or (begins.min().date() if len(dated) else today - timedelta(365))
    newest = until or (ends.max().date() if len(dated) else today)
    years = SPANS[span]
    near = _YEAR * years / 3 if 0 < years < 1 else max(_YEAR * years / 3, 120)
    if not until and 0 < (today - newest).days < near:
        newest = today  # today's line belongs on the picture when it is not far off
    last = min(at, newest) if at and at >= oldest else newest
    if span == "nowruz":
        return _solar_year(to_solar(last)[0], begins, ends)
    pad = timedelta(max(int((years or (newest - oldest).days / _YEAR) * 6), 2))
    first = max(last - timedelta(round(_YEAR * years)), oldest) if years else oldest
    if not years:
        last = newest
    shown_first = first if since and first == since else first - pad
    shown_last = last if until and last == until else last + pad
    earlier = ends[ends < pd.Timestamp(shown_first)]
    later = begins[begins > pd.Timestamp(shown_last)]
    step = timedelta(int(_YEAR * years / 2))
    # A step through empty weeks is as long as it takes to come to a meeting.
    back = min(last - step, earlier.max().date() + step) if len(earlier) else None
    on = max(last + step, later.min().date() + step) if len(later) else None
    return Window(
        shown_first, shown_last, len(earlier), len(later),
        earlier=max(back, oldest + step) if back else None,
        later=min(on, newest) if on else None,
    )


def _solar_year(year: int, begins: pd.Series, ends: pd.Series) -> Window:
    """From Nowruz to the eve of the next; steps lead to the nearest year with a meeting."""
    first, last = from_solar(year, 1, 1), from_solar(year + 1, 1, 1) - timedelta(1)
    earlier, later = ends[ends < pd.Timestamp(first)], begins[begins > pd.Timestamp(last)]
    return Window(
        first, last, len(earlier), len(later),
        earlier=earlier.max().date() if len(earlier) else None,
        later=later.min().date() if len(later) else None,
    )


def moved(at: date | None, old: str, new: str) -> date | None:
    """Where a window of span `new` ends that keeps the middle of the one of `old` at `at`."""
    if at is None or not SPANS[old] or not SPANS[new]:
        return None
    return at + timedelta(round(_YEAR * (SPANS[new] - SPANS[old]) / 2))


def around(first: date, last: date) -> tuple[str, date]:
    """The shortest span that shows the days from `first` to `last` well apart, and its end."""
    days = (last - first).days + 1
    span = next((one for one in ("1w", "1m", "3m", "1y", "3y") if SPANS[one] * _YEAR >= days),
                DEFAULT)
    return span, last + timedelta(round((SPANS[span] * _YEAR - days) / 2))
