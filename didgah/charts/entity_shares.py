"""Shares of the coverage in words, and when a count is too small to say much."""

from __future__ import annotations

from typing import Any

import pandas as pd

from didgah.language.messages import text
from didgah.language.numbers import format_number, format_percent

THIN = 10  # articles below which a share says little
THIN_OPACITY = 0.45
MARGIN = {"t": 6, "b": 6, "l": 4, "r": 4, "autoexpand": False}


def share_words(share: float, language: str) -> str:
    """A share between 0 and 1 in percent: «۶٫۹٪», "6.9%"; small ones are not rounded to 0."""
    percent = 100 * share
    words = format_number(percent, language, 1 if percent >= 0.1 or percent == 0 else 2)
    return f"{words}{format_percent(0, language)[1:]}"


def interval_words(row: Any, language: str) -> str:
    """The interval of a share in words; "" when the row has none."""
    low, high = getattr(row, "low", None), getattr(row, "high", None)
    if low is None or pd.isna(low):
        return ""
    return text("entities.interval", language, low=share_words(low, language),
                high=share_words(high, language))
