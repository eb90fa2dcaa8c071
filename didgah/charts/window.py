"""The stretch of time a timeline shows, and the steps to the earlier and the later."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

SPANS: dict[str, int] = {"1y": 1, "3y": 3, "10y": 10, "all": 0}  # years; 0 for everything
DEFAULT = "10y"
_YEAR = 365.25


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
    if not until and 0 < (today - newest).days < max(_YEAR * years / 3, 120):
        newest = today  # today's line belongs on the picture when it is not far off
    pad = timedelta(max(int((years or (newest - oldest).days / _YEAR) * 6), 2))
    last = min(at, newest) if at and at >= oldest else newest
    first = max(last - timedelta(int(_YEAR * years)), oldest) if years else oldest
    if not years:
        last = newest
    shown_first = first if since and first == since else first - pad
    shown_last = last if until and last == until else last + pad
    before = int((ends < pd.Timestamp(shown_first)).sum())
    after = int((begins > pd.Timestamp(shown_last)).sum())
    step = timedelta(int(_YEAR * years / 2))
    return Window(
        shown_first, shown_last, before, after,
        earlier=max(last - step, oldest + step) if before else None,
        later=min(last + step, newest) if after else None,
    )
