"""Where meetings took place: one row a place, and what is known no finer than to its country."""

from __future__ import annotations

import ibis
import pandas as pd
import pyarrow as pa

from didgah.filters import Filters
from didgah.model import Registry
from didgah.queries import meetings, scope
from didgah.store.reader import Snapshot
from didgah.store.tables import MEETING_REPORTS

UNKNOWN = "unknown"
COLUMNS = [
    "spot", "place", "country", "level", "meetings", "articles", "first", "last", "precision",
    "latitude", "longitude",
]
_COARSE = ("country", "region", "sea", "strait", "concept", "historic")


def listed(snapshot: Snapshot, filters: Filters, *, covered: bool = False) -> pd.DataFrame:
    """The meetings of `meetings.timeline`, each with its `spot`.

    A spot is "place:<id>", "country:<ISO code>" for a meeting known to its country only, or
    `UNKNOWN`. With `covered` only meetings that an article in scope reports.
    """
    rows = meetings.timeline(snapshot, filters)
    if covered:
        rows = rows[rows.articles > 0]
    spots = _spots(snapshot.registry)
    return rows.assign(spot=pd.Series(
        [_spot(place, country, snapshot.registry, spots)
         for place, country in zip(rows.place, rows.country, strict=True)],
        index=rows.index, dtype="str",
    ))


def places(snapshot: Snapshot, filters: Filters, *, covered: bool = False) -> pd.DataFrame:
    """One row a spot, most meetings first. Columns: `COLUMNS`.

    `level` is "exact", or "region" or "country" where no finer is known, or "unknown" (then
    without coordinates). `articles` counts articles in scope that report a meeting there, each
    once; `first`, `last` and `precision` are those of the latest meeting (by its first day),
    NaT and "unknown" when none is dated.
    """
    rows = listed(snapshot, filters, covered=covered)
    spots = _spots(snapshot.registry)
    found = rows.groupby("spot", as_index=False).agg(meetings=("meeting", "size"))
    latest = rows[rows["first"].notna()].drop_duplicates("spot", keep="last")
    found = found.merge(latest[["spot", "first", "last", "precision"]], on="spot", how="left")
    found["precision"] = found.precision.fillna("unknown")
    found = found.merge(_articles(snapshot, filters, rows), on="spot", how="left")
    known = [spots.get(spot, ("", "", "unknown", None, None)) for spot in found.spot]
    for n, name in enumerate(("place", "country", "level")):
        found[name] = pd.Series([one[n] for one in known], index=found.index, dtype="str")
    for n, name in enumerate(("latitude", "longitude"), 3):
        found[name] = pd.Series([one[n] for one in known], index=found.index, dtype="float64")
    found["articles"] = found.articles.fillna(0).astype("int64")
    found = found.sort_values(["meetings", "articles", "spot"], ascending=[False, False, True])
    return found[COLUMNS].reset_index(drop=True)


def _articles(snapshot: Snapshot, filters: Filters, rows: pd.DataFrame) -> pd.DataFrame:
    reports = scope.within(MEETING_REPORTS.select("meeting", "a").distinct(), snapshot, filters)
    spots = ibis.memtable(pa.table({
        "meeting": pa.array(rows.meeting, pa.string()), "spot": pa.array(rows.spot, pa.string()),
    }))
    joined = reports.join(spots, "meeting")
    return snapshot.frame(joined.group_by("spot").agg(articles=joined.a.nunique()))


def _spots(registry: Registry) -> dict[str, tuple[str, str, str, float, float]]:
    """Spot → place, country, level, latitude, longitude; of all that can be drawn."""
    found = {}
    for entity in registry.entities.values():
        if entity.kind != "place" or entity.latitude is None or entity.longitude is None:
            continue
        point = (entity.latitude, entity.longitude)
        if entity.type == "country" and entity.country:
            found[f"country:{entity.country}"] = ("", entity.country, "country", *point)
        else:
            level = "region" if entity.type in _COARSE else "exact"
            found[entity.key] = (entity.id, entity.country, level, *point)
    return found


def _spot(
    place: str, country: str, registry: Registry, spots: dict[str, tuple]
) -> str:
    if (named := f"place:{place}") in spots:
        return named
    entity = registry.entities.get(named)  # a country of its own, or a notion without a point
    general = f"country:{country or (entity.country if entity else '')}"
    return general if general in spots else UNKNOWN


def spot_of(
    place: str, country: str, registry: Registry
) -> tuple[str, float, float] | None:
    """Level, latitude and longitude of one meeting's place; None when there is none to draw."""
    spots = _spots(registry)
    found = spots.get(_spot(place, country, registry, spots))
    return found[2:] if found else None
