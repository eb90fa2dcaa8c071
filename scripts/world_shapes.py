"""Cut the world's coasts and borders down to what the map of meetings draws.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python -m scripts.world_shapes package/countries-50m.json data/map/world.json

Reads the TopoJSON of the npm package world-atlas (Natural Earth 4.1, 1:50m) and thins its
lines after Douglas and Peucker (1973): finely where meetings take place, coarsely elsewhere.
A line is shared by the shapes on both sides of it, so they still meet afterwards.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

import numpy as np

UNITS = 100  # units of the result in a degree
_FINE, _COARSE = 0.02, 0.09  # degrees a line may be off, within `_FOCUS` and outside
_FOCUS = (-20.0, 0.0, 110.0, 66.0)  # west, south, east, north
_SOUTH = -58.0  # Antarctica is left out
_LEAST = 0.02  # square degrees of an island worth keeping


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("source", type=Path)
    parser.add_argument("target", type=Path)
    asked = parser.parse_args()
    made = reduce(json.loads(asked.source.read_text(encoding="utf-8")))
    asked.target.write_text(json.dumps(made, separators=(",", ":")) + "\n", encoding="utf-8")


def reduce(topology: dict) -> dict:
    """The form that `didgah.charts.shapes` reads: lines in units, rings of land, borders."""
    lines = _lines(topology)
    rings = [ring for ring in _land(topology) if _kept(ring, lines)]
    borders = sorted(_borders(topology))
    used = sorted({_number(one) for ring in rings for one in ring} | set(borders))
    place = {old: new for new, old in enumerate(used)}
    return {
        "source": "Natural Earth 4.1.0, 1:50m (public domain), by way of world-atlas 2.0.2 (ISC)",
        "units": UNITS,
        "lines": [_deltas(_thin(lines[one])) for one in used],
        "land": [[place[one] if one >= 0 else ~place[~one] for one in ring] for ring in rings],
        "borders": [place[one] for one in borders],
    }


def _lines(topology: dict) -> list[np.ndarray]:
    scale, origin = (np.array(topology["transform"][name]) for name in ("scale", "translate"))
    return [np.cumsum(np.array(arc), axis=0) * scale + origin for arc in topology["arcs"]]


def _land(topology: dict) -> list[list[int]]:
    shapes = topology["objects"]["land"]["geometries"]
    return [ring for shape in shapes for part in shape["arcs"] for ring in part]


def _borders(topology: dict) -> set[int]:
    """Lines that two countries share."""
    owners: Counter[int] = Counter()
    for country in topology["objects"]["countries"]["geometries"]:
        parts = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
        owners.update({_number(one) for part in parts for ring in part for one in ring})
    return {one for one, n in owners.items() if n > 1}


def _number(one: int) -> int:
    return one if one >= 0 else ~one


def _kept(ring: list[int], lines: list[np.ndarray]) -> bool:
    points = np.concatenate([lines[_number(one)] for one in ring])
    if points[:, 1].max() < _SOUTH:
        return False
    x, y = np.concatenate([lines[one] if one >= 0 else lines[~one][::-1] for one in ring]).T
    return abs(np.dot(x, np.roll(y, 1)) - np.dot(y, np.roll(x, 1))) / 2 > _LEAST


def _thin(line: np.ndarray) -> np.ndarray:
    west, south, east, north = _FOCUS
    x, y = line[:, 0], line[:, 1]
    near = ((x > west) & (x < east) & (y > south) & (y < north)).any()
    allowed = _FINE if near else _COARSE
    keep = np.zeros(len(line), dtype=bool)
    keep[[0, -1]] = True
    spans = [(0, len(line) - 1)]
    while spans:
        first, last = spans.pop()
        if last - first < 2:
            continue
        off = _distances(line[first + 1:last], line[first], line[last])
        worst = int(off.argmax())
        if off[worst] > allowed:
            keep[first + 1 + worst] = True
            spans += [(first, first + 1 + worst), (first + 1 + worst, last)]
    return line[keep]


def _distances(points: np.ndarray, start: np.ndarray, end: np.ndarray) -> np.ndarray:
    """Degrees from each point to the stretch between `start` and `end`."""
    along = end - start
    length = float(along @ along)
    if length == 0:
        return np.hypot(*(points - start).T)
    share = np.clip((points - start) @ along / length, 0, 1)
    return np.hypot(*(points - start - share[:, None] * along).T)


def _deltas(line: np.ndarray) -> list[int]:
    """x, y of the first point and the steps from there, in units, in one list."""
    points = np.round(line * UNITS).astype(int)
    return [int(one) for one in np.diff(points, axis=0, prepend=[[0, 0]]).ravel()]


if __name__ == "__main__":
    main()
