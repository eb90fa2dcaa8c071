"""Dates in the table sort as text and claim no day that nobody knows."""

from __future__ import annotations

import pandas as pd
import pytest

from components.meeting_table import _numeric


@pytest.mark.parametrize(
    ("first", "last", "precision", "solar", "gregorian"),
    [
        ("2021-11-24", "2021-11-25", "day", "1400/09/03", "2021/11/24"),
        ("2016-01-01", "2016-12-31", "year", "1394–1395", "2016"),
        ("2007-02-01", "2007-02-28", "month", "1385/11–1385/12", "2007/02"),
    ],
)
def test_numeric_dates(
    first: str, last: str, precision: str, solar: str, gregorian: str
) -> None:
    row = pd.Timestamp(first), pd.Timestamp(last), precision
    assert _numeric(row, "en", "solar_hijri") == solar
    assert _numeric(row, "en", "gregorian") == gregorian


def test_undated_is_empty() -> None:
    assert _numeric((pd.NaT, pd.NaT, "unknown"), "fa", "solar_hijri") == ""
