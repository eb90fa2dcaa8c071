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


def rounds(frame: pd.DataFrame, language: str) -> tuple[Round, ...]:
    """The dated rows of the timeline query as rounds, oldest first.

    A cancelled or postponed round is listed but does not end a gap: the next gap counts
    from the last round that stands.
    """
    dated = frame[frame["first"].notna()].sort_values(["first", "last", "meeting"])
    found: list[Round] = []
    before: date | None = None
    for row in dated.to_dict("records"):
        first, last = pd.Timestamp(row["first"]).date(), pd.Timestamp(row["last"]).date()
        exact = row["precision"] in ("day", "days")
        stands = row["status"] in ("held", "announced")
        gap = (first - before).days if before and exact and stands else None
        found.append(Round(
            row["meeting"], meeting_words.title(row, language),
            first, last, row["precision"], row["status"], int(row["articles"]),
            max(gap, 0) if gap is not None else None,
        ))
        if stands:
            before = last if exact else None
    return tuple(found)


def around(found: tuple[Round, ...], meeting: str, each: int = 2) -> tuple[Round, ...]:
    """The round of `meeting` with up to `each` before and after it; empty when not there."""
    at = next((n for n, one in enumerate(found) if one.meeting == meeting), None)
    return () if at is None else found[max(at - each, 0): at + each + 1]
