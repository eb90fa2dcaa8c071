"""Text columns that are made in Python, above all `open`: the filter that opens a mark."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from didgah.filters import Filters


def texts(frame: pd.DataFrame, values: Iterable[str]) -> pd.Series:
    """`values` as a column of `frame`: of strings also when there is no row."""
    return pd.Series(list(values), index=frame.index, dtype="str")


def openings(frame: pd.DataFrame, filters: Iterable[Filters]) -> pd.Series:
    """The column `open`: for each row the query string that narrows to its articles."""
    return texts(frame, (one.to_query() for one in filters))
