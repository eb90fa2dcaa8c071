"""Who stands before whom: ranks of names from period to period."""

from __future__ import annotations

from datetime import date

import pandas as pd

from didgah.filters import Filters
from didgah.queries import entities, scope
from didgah.queries.entities import Unit
from didgah.queries.periods import Grain
from didgah.store.reader import Snapshot

PERIODS = 9  # that stand side by side on a phone
_LONGEST: tuple[tuple[int, Grain], ...] = (
    (PERIODS, "day"), (PERIODS * 7 - 7, "week"), (PERIODS * 28, "month"), (PERIODS * 89, "quarter"),
)


def ranks(
    snapshot: Snapshot,
    filters: Filters,
    kind: str,
    unit: Unit = "articles",
    n: int = 8,
    solar: bool = False,
) -> pd.DataFrame:
    """The `n` commonest names of a kind, ranked among themselves in each of the last periods.

    Columns: those of `entities.trend` and rank (1 for the first; equal counts in the order
    of the whole scope). Names that a period does not have are left out there, periods
    without articles altogether. `solar` counts years by the Solar Hijri calendar.
    `attrs["grain"]` is the grain, `attrs["cut"]` True when there are earlier periods.
    """
    keys = tuple(entities.top(snapshot, filters, (kind,), unit, n).entity)
    first, last = _span(snapshot, filters)
    grain = _grain(first, last, solar)
    rows = entities.trend(snapshot, filters, keys, grain, unit)
    rows = rows[rows.n > 0]
    # The last period that anybody is named in and those before it, as they follow each other.
    shown = sorted(rows.period.unique())[-PERIODS:]
    cut = bool(len(rows)) and rows.period.min() < shown[0]
    rows = rows[rows.period.isin(shown)]
    order = {key: place for place, key in enumerate(keys)}
    rows = rows.assign(place=rows.entity.map(order)).sort_values(
        ["period", "n", "place"], ascending=[True, False, True], ignore_index=True)
    rows["rank"] = rows.groupby("period").cumcount() + 1
    rows = rows.drop(columns="place")
    rows.attrs |= {"grain": grain, "cut": cut}
    return rows


def _span(snapshot: Snapshot, filters: Filters) -> tuple[date | None, date | None]:
    found = scope.articles(snapshot, filters)
    row = snapshot.frame(found.agg(first=found.day.min(), last=found.day.max())).iloc[0]
    if pd.isna(row["first"]):
        return None, None
    return row["first"].date(), row["last"].date()


def _grain(first: date | None, last: date | None, solar: bool) -> Grain:
    years: Grain = "solar_year" if solar else "year"
    if first is None or last is None:
        return years
    days = (last - first).days + 1
    return next((grain for most, grain in _LONGEST if days <= most), years)
