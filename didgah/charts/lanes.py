"""Which lane of the timeline each meeting belongs to, and the order of the lanes."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import pandas as pd

from didgah.model import SEVERAL
from didgah.registry import HOME_COUNTRY

KINDS = ("series", "place", "pair", "leader")
OTHERS = "others"  # the lane of lanes with few meetings
UNKNOWN = "unknown"  # no series, no place, or parties that name no pair
MANY = "many"  # three parties or more
_MIN_MEETINGS = 3  # a lane of its own needs as many, over all time
_MAX_LANES = 18


def lane_keys(
    frame: pd.DataFrame, kind: str, parties: Sequence[Collection[str]] = ()
) -> pd.Series:
    """The lane each meeting belongs to, before small lanes are gathered.

    Parameters
    ----------
    frame : the columns series, place and country of the timeline query; for "leader" the
        column `leader`, a registry key, `SEVERAL` or "".
    kind : "series", "place", "pair" or "leader".
    parties : for "pair", the parties of each row as `didgah.charts.parties` tells them.
    """
    if kind == "series":
        found = [f"series:{one}" if one else UNKNOWN for one in frame["series"]]
    elif kind == "place":
        often = frame["place"].value_counts()
        found = [
            f"place:{place}" if place and often[place] >= _MIN_MEETINGS
            else f"country:{country}" if country
            else f"place:{place}" if place else UNKNOWN
            for place, country in zip(frame["place"], frame["country"], strict=True)
        ]
    elif kind == "pair":
        found = [_pair(set(those), country)
                 for those, country in zip(parties, frame["country"], strict=True)]
    elif kind == "leader":
        found = [one or UNKNOWN for one in frame["leader"]]
    else:
        raise ValueError(f"no such kind of lane: {kind!r}")
    return pd.Series(found, index=frame.index, dtype=object)


def _pair(parties: set[str], country: str) -> str:
    if parties == {HOME_COUNTRY} and country and country != HOME_COUNTRY:
        parties = {HOME_COUNTRY, country}  # the host of a visit is a party even if unnamed
    if len(parties) > 2:
        return MANY
    if len(parties) < 2:
        return UNKNOWN
    # The home country stands first in the name of a pair.
    return "pair:" + "+".join(sorted(parties, key=lambda one: (one != HOME_COUNTRY, one)))


def gather(keys: pd.Series, order: Mapping[str, int] | None = None) -> tuple[pd.Series, list[str]]:
    """Small lanes put into `OTHERS`, and the lanes in the order to draw them.

    The order depends on all of `keys` (over all time), not on the window shown, so that
    lanes keep their place while the reader moves through the years: the given `order`
    first, then the fuller lanes, the gathered ones last.
    """
    counts = keys.value_counts()
    first = order or {}
    behind = max(first.values(), default=0) + 1
    ranked = sorted(
        (key for key in counts.index if key not in (UNKNOWN, MANY, SEVERAL)),
        key=lambda key: (first.get(key, behind), -counts[key], key),
    )
    kept = [key for key in ranked if counts[key] >= _MIN_MEETINGS][:_MAX_LANES]
    if len(ranked) - len(kept) == 1:  # a lane of others with one member helps nobody
        kept = ranked
    lanes = [*kept, *(key for key in (MANY, SEVERAL) if key in counts)]
    small = set(ranked) - set(kept)
    gathered = keys.where(~keys.isin(small), OTHERS)
    lanes += [OTHERS] if small else []
    lanes += [UNKNOWN] if UNKNOWN in counts else []
    return gathered, lanes
