"""The rounds of a series in order, with the days that lie between them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pandas as pd

from didgah.charts import meeting_words
from didgah.model import Precision, Status


@dataclass(frozen=True, slots=True)
class Round:
    """One round. `gap` counts days from the end of the round before to the beginning of
    this one; None for the first, and where either is not known to the day.
    """

    meeting: str
    title: str
    first: date
    last: date
    precision: Precision
    status: Status
    articles: int
    gap: int | None


@dataclass(frozen=True, slots=True)
class Gap:
    """The days since the round before, and the id of that round."""

    days: int
    before: str


_DATED = ["meeting", "series", "first", "last", "precision", "status"]


def gaps(frame: pd.DataFrame) -> dict[str, Gap]:
    """Id of a meeting → its gap to the round before it in its series.

    Of rows of the timeline query. Days count from the end of the one to the beginning of the
    other, 0 where they overlap. A cancelled or postponed round neither has nor ends a gap: the
    next one counts from the last round that stands. Without one are the first round of a
    series, those outside any series, and those where either is not known to the day.
    """
    found: dict[str, Gap] = {}
    before: dict[str, tuple[pd.Timestamp, str] | None] = {}
    dated = frame.loc[frame["first"].notna() & (frame["series"] != ""), _DATED]
    for meeting, series, first, last, precision, status in dated.sort_values(
        ["first", "last", "meeting"]
    ).itertuples(index=False):
        if status not in ("held", "announced"):
            continue
        exact = precision in ("day", "days")
        previous = before.get(series)
        if exact and previous:
            found[meeting] = Gap(max((first - previous[0]).days, 0), previous[1])
        before[series] = (last, meeting) if exact else None
    return found


def rounds(frame: pd.DataFrame, language: str) -> tuple[Round, ...]:
    """The dated rows of the timeline query, of one series, as rounds, oldest first."""
    dated = frame[frame["first"].notna()].sort_values(["first", "last", "meeting"])
    days = {meeting: gap.days for meeting, gap in gaps(frame).items()}
    return tuple(
        Round(
            row["meeting"], meeting_words.title(row, language), row["first"].date(),
            row["last"].date(), row["precision"], row["status"], int(row["articles"]),
            days.get(row["meeting"]),
        )
        for row in dated.to_dict("records")
    )


def around(found: tuple[Round, ...], meeting: str, each: int = 2) -> tuple[Round, ...]:
    """The round of `meeting` with up to `each` before and after it; empty when not there."""
    at = next((n for n, one in enumerate(found) if one.meeting == meeting), None)
    return () if at is None else found[max(at - each, 0): at + each + 1]
