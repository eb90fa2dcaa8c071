"""The day a data version is of, in words."""

from __future__ import annotations

from datetime import date, datetime

from didgah.language.calendars import format_date, in_order
from didgah.language.writing import comma
from didgah.store.reader import Snapshot


def day_of(snapshot: Snapshot) -> date:
    """The day it was published, in UTC."""
    return datetime.fromisoformat(snapshot.manifest.built).date()


def as_of(snapshot: Snapshot, language: str) -> str:
    """That day in the three calendars, the reader's own first."""
    day = day_of(snapshot)
    return comma(language).join(format_date(day, language, one) for one in in_order(language))
