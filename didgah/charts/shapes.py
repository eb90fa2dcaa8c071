"""Coasts and borders of the world as paths of a figure, cut to what is seen of them.

The lines come from `data/map/world.json` (`scripts/world_shapes.py`); nothing is fetched.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import numpy as np

from didgah.bundled import DATA
from didgah.charts.projection import MIDDLE, Projection, natural_earth

_FILE = DATA / "map" / "world.json"
_STEP = 0.8  # pixels below which a point adds nothing
_BEND = 1.5  # square pixels of the triangle with its neighbours below which it adds as little
_LEAST = 2.6  # pixels across of an island worth drawing
_SEAM = MIDDLE - 180.0

Box = tuple[float, float, float, float]
"""West, south, east, north in pixels from the middle of the map."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class World:
    """Lines as arrays (points, 2) of longitude and latitude; rings of land as line numbers,
    one to be run backwards given as its complement; numbers of the lines that are borders.
    """

    lines: tuple[np.ndarray, ...]
    land: tuple[tuple[int, ...], ...]
    borders: tuple[int, ...]


@cache
def world() -> World:
    """The shapes, read once."""
    found = json.loads(_FILE.read_text(encoding="utf-8"))
    lines = [np.cumsum(np.array(one).reshape(-1, 2), axis=0) / found["units"]
             for one in found["lines"]]
    return World(tuple(lines), tuple(map(tuple, found["land"])), tuple(found["borders"]))


def land(project: Projection, scale: float, middle: Point, box: Box) -> str:
    """An SVG path of the land, in pixels from `middle` (pixels of the projection, `scale` of
    them to a unit).
    """
    drawn = []
    for ring in world().land:
        whole = np.concatenate([_line(one) for one in ring])
        # The lines leap from 180 to -180 where they cross that meridian.
        whole[:, 0] = np.unwrap(whole[:, 0], period=360)
        for part in _sides(whole, project):
            points = _clipped(_thinned(_placed(part, project, scale, middle), box), box)
            if len(points) > 2 and np.ptp(points, axis=0).max() > _LEAST:
                drawn.append(_path(points) + "Z")
    return "".join(drawn)


def borders(project: Projection, scale: float, middle: Point, box: Box) -> str:
    """An SVG path of the borders between countries, as `land`."""
    drawn = []
    for number in world().borders:
        points = _thinned(_placed(_line(number), project, scale, middle), box)
        drawn += [_path(part) for part in _runs(points, box) if len(part) > 1]
    return "".join(drawn)


def _line(number: int) -> np.ndarray:
    lines = world().lines
    return lines[number] if number >= 0 else lines[~number][::-1]


def _sides(ring: np.ndarray, project: Projection) -> Iterable[np.ndarray]:
    """The ring, in two on the map of the whole world when it lies across the seam."""
    if project is not natural_earth or ring[:, 0].min() >= _SEAM:
        return [ring]
    east = _cut(ring, 0, _SEAM, keep_above=True)
    west = _cut(ring, 0, _SEAM, keep_above=False)
    if len(west):
        west = west + np.array([360, 0])
    return [part for part in (east, west) if len(part)]


def _placed(
    points: np.ndarray, project: Projection, scale: float, middle: Point
) -> np.ndarray:
    longitude = points[:, 0]
    if project is natural_earth and longitude.max() < _SEAM:  # a border west of the seam
        longitude = longitude + 360
    return np.column_stack(project(longitude, points[:, 1])) * scale - middle


def _thinned(points: np.ndarray, box: Box) -> np.ndarray:
    """Without points that add nothing to be seen; none at all when they lie on one side."""
    west, south, east, north = box
    low, high = points.min(axis=0), points.max(axis=0)
    if low[0] > east or high[0] < west or low[1] > north or high[1] < south:
        return points[:0]
    kept = [0]
    rows = points.tolist()
    for n, (x, y) in enumerate(rows[1:-1], 1):
        if abs(x - rows[kept[-1]][0]) + abs(y - rows[kept[-1]][1]) >= _STEP:
            kept.append(n)
    points = points[[*kept, len(rows) - 1]]
    for turn in (1, 2, 1, 2):  # every other one, so that no two neighbours go at once
        before, at, after = points[:-2], points[1:-1], points[2:]
        (ax, ay), (bx, by) = (at - before).T, (after - before).T
        flat = np.zeros(len(points), dtype=bool)
        flat[1:-1] = np.abs(ax * by - ay * bx) / 2 < _BEND
        flat[turn % 2::2] = False
        points = points[~flat]
    return points


def _runs(points: np.ndarray, box: Box) -> list[np.ndarray]:
    """The stretches of a line in sight, each with the point before it and the one after."""
    if not len(points):
        return []
    inside = ((points >= box[:2]) & (points <= box[2:])).all(axis=1)
    near = inside | np.append(inside[1:], False) | np.insert(inside[:-1], 0, False)
    cuts = np.flatnonzero(np.diff(near)) + 1
    return [part for part, kept in zip(
        np.split(points, cuts), near[np.insert(cuts, 0, 0)], strict=True) if kept]


def _clipped(points: np.ndarray, box: Box) -> np.ndarray:
    """The polygon within the box (Sutherland and Hodgman 1974)."""
    for axis, edge, above in ((0, box[0], True), (1, box[1], True),
                              (0, box[2], False), (1, box[3], False)):
        if len(points):
            points = _cut(points, axis, edge, keep_above=above)
    return points


def _cut(points: np.ndarray, axis: int, edge: float, *, keep_above: bool) -> np.ndarray:
    inside = points[:, axis] >= edge if keep_above else points[:, axis] <= edge
    if inside.all():
        return points
    if not inside.any():
        return points[:0]
    kept: list[np.ndarray] = []
    for n, point in enumerate(points):
        before = points[n - 1]
        if inside[n] != inside[n - 1]:
            share = (edge - before[axis]) / (point[axis] - before[axis])
            kept.append(before + share * (point - before))
        if inside[n]:
            kept.append(point)
    return np.array(kept)


def _path(points: np.ndarray) -> str:
    rows = [f"{x:.1f},{y:.1f}".replace(".0", "") for x, y in points.tolist()]
    rows = rows[:1] + [after for before, after in pairwise(rows) if after != before]
    return "M" + "L".join(rows)
