"""Where each meeting's mark stands on the timeline: its lane, and its row within the lane.

A lane is as high as its densest spot needs: marks that would touch at the assumed
drawing width go to rows of their own, and what still does not fit is gathered into a
counted stack. Time itself is never shifted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

KINDS = ("series", "place", "pair", "leader")
OTHERS = "others"  # the lane of lanes with few meetings
UNKNOWN = "unknown"  # no series, no place, or parties that name no pair
MANY = "many"  # three parties or more
SEVERAL = "several"  # several leaders of one rank

HOME_COUNTRY = "RU"  # stands first in the name of a pair
_MIN_MEETINGS = 3  # a lane of its own needs as many, over all time
_MAX_LANES = 18
_MAX_ROWS = 5
_MAX_MARKS = 600  # more are slow to draw, and nobody reads them: lanes get fewer rows
_WIDTH = 760  # pixels assumed for the window: between a phone's 330 and a desk's 1,100
MARK = 13  # pixels across a point mark
_GAP = 2
_STACK = 3 * MARK  # a stack gathers marks that begin within as many pixels


@dataclass(frozen=True, slots=True)
class Lane:
    """One lane: its key ("series:…", "place:…", "country:…", "pair:RU+IR"), marks and rows."""

    key: str
    meetings: int
    covered: int
    rows: int


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


def lay_out(
    frame: pd.DataFrame, keys: pd.Series, order: list[str], window: tuple[date, date]
) -> tuple[pd.DataFrame, tuple[Lane, ...]]:
    """The dated meetings that touch `window`, each with `lane`, `row` and `stack`.

    `stack` is "" for a mark of its own, else the name of the counted stack it joins; all
    members of a stack share one row. Lanes without a mark in the window are left out.
    """
    start, end = pd.Timestamp(window[0]), pd.Timestamp(window[1])
    shown = frame[frame["first"].notna()].copy()
    shown["lane"] = keys.reindex(shown.index)
    shown["begins"] = pd.to_datetime(shown["first"])
    shown["ends"] = pd.to_datetime(shown["last"]).fillna(shown["begins"])
    shown = shown[(shown["begins"] <= end) & (shown["ends"] >= start)]
    shown = shown.sort_values(["begins", "ends", "meeting"], kind="stable")
    per_day = _WIDTH / max((end - start).days + 1, 1)
    fitted = []
    for key in order:
        members = shown[shown["lane"] == key]
        if len(members):
            spans = _pixel_spans(members, start, end, per_day)
            fitted.append((key, members, spans, _first_fit(spans)))
    for most in range(_MAX_ROWS, 0, -1):
        named = [_stack(spans, placed, most) for _, _, spans, placed in fitted]
        if sum(names.count("") for names in named) <= _MAX_MARKS:
            break
    rows = pd.Series(0, index=shown.index, dtype=int)
    stacks = pd.Series("", index=shown.index, dtype=object)
    lanes = []
    for (key, members, _, placed), names in zip(fitted, named, strict=True):
        stacks.loc[members.index] = names
        those = [min(row, most - 1) for row in placed]
        rows.loc[members.index] = those
        covered = int((members["articles"] > 0).sum())
        lanes.append(Lane(key, len(members), covered, max(those) + 1))
    return shown.assign(row=rows, stack=stacks), tuple(lanes)


def _pixel_spans(
    members: pd.DataFrame, start: pd.Timestamp, end: pd.Timestamp, per_day: float
) -> list[tuple[float, float]]:
    left = (members["begins"].clip(lower=start) - start).dt.days * per_day
    right = ((members["ends"].clip(upper=end) - start).dt.days + 1) * per_day
    middle, half = (left + right) / 2, (right - left).clip(lower=MARK) / 2
    return list(zip(middle - half, middle + half + _GAP, strict=True))


def _first_fit(spans: list[tuple[float, float]]) -> list[int]:
    free: list[float] = []  # where each row is free again
    placed = []
    for left, right in spans:
        row = next((i for i, until in enumerate(free) if until <= left), len(free))
        free[row:row + 1] = [right]
        placed.append(row)
    return placed


def _stack(spans: list[tuple[float, float]], placed: list[int], most: int) -> list[str]:
    """Names of stacks for marks in the last of `most` rows and beyond, "" for the others.

    A mark that would be a stack of its own stays a mark.
    """
    if max(placed) < most:
        return [""] * len(placed)
    names, anchor, number = [], float("-inf"), -1
    for (left, _), row in zip(spans, placed, strict=True):
        if row < most - 1:
            names.append("")
            continue
        if left > anchor + _STACK:
            anchor, number = left, number + 1
        names.append(f"stack{number}")
    sizes = Counter(names)
    return [name if sizes[name] > 1 else "" for name in names]
