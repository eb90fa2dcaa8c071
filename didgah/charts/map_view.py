"""What part of the world a map shows, and where its marks and labels go.

Everything is laid out in pixels of the smallest room the map is drawn in. In a wider one
the distances grow and the marks do not, so what is apart here stays apart there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from didgah.charts import projection, shapes

REGIONS: dict[str, tuple[tuple[float, float], ...]] = {
    # Longitude and latitude of what must be seen; none: the whole world.
    "core": ((-9.5, 31), (-13, 18), (30, 60), (49, 62), (88, 57), (104, 3), (45, 8)),
    "mideast": ((28, 41), (31, 29), (45, 13), (61, 37), (58, 20)),
    "gulf": ((38.5, 21), (47, 31), (59.5, 23), (54, 16.5), (54, 31)),
    "world": (),
}
"""Names of the ready-made parts."""

FIT = "fit"
_CORNERS = ((-130.0, -38.0), (160.0, -38.0), (-130.0, 70.0), (160.0, 70.0))
_WIDEST = 75.0  # degrees from the middle beyond which only the whole world will do
_ROOM = 30  # pixels kept free around what must be seen
_LEAST_SPAN = 9.0  # degrees across of the smallest part
SCALES = (1.0, 1.2, 1.5, 1.9, 2.4)  # of the layout, at which labels are kept apart


@dataclass(frozen=True, slots=True)
class View:
    """A part of the world in a room.

    `across` are the pixels, east and north, of what must be seen, `middle` the middle of it
    in pixels of the projection; `aspects` the least and the greatest width to height of
    rooms that the view may be drawn in.
    """

    project: projection.Projection
    scale: float
    middle: tuple[float, float]
    across: tuple[float, float]
    aspects: tuple[float, float]

    def place(
        self, longitude: Sequence[float], latitude: Sequence[float]
    ) -> tuple[np.ndarray, np.ndarray]:
        """Pixels from the middle of the view, to the east and to the north."""
        east, north = self.project(np.asarray(longitude, float), np.asarray(latitude, float))
        return east * self.scale - self.middle[0], north * self.scale - self.middle[1]

    def sees(self, x: float, y: float) -> bool:
        """Whether a place is in sight in every room."""
        return abs(x) <= self.across[0] / 2 and abs(y) <= self.across[1] / 2

    def reaches(self, x: float, y: float) -> bool:
        """Whether a place comes in sight in some room."""
        west, south, east, north = self.box()
        return west <= x <= east and south <= y <= north

    def box(self) -> shapes.Box:
        """What may come in sight, in pixels from the middle."""
        wide = max(self.across[0], self.across[1] * self.aspects[1]) / 2
        high = max(self.across[1], self.across[0] / self.aspects[0]) / 2
        return -wide, -high, wide, high


@dataclass(frozen=True, slots=True)
class Room:
    """Where a map is drawn: pixels of the least and greatest width, and the height."""

    name: str
    width: int
    widest: int
    height: int


def view(region: str, points: Iterable[tuple[float, float]], room: Room) -> View:
    """The view of `region`, or of `points` (longitude, latitude) when it is `FIT`."""
    seen = tuple(points) if region == FIT else REGIONS[region]
    middle = _middle(seen) if seen else None
    if middle is None:
        return _around(_CORNERS, projection.natural_earth, room, 4)
    return _around(seen, projection.azimuthal(middle), room, _ROOM)


def close_up(point: tuple[float, float], span: float, room: Room) -> View:
    """The view of `span` degrees from south to north around `point`."""
    half = span / 2
    edge = [(point[0], point[1] - half), (point[0], min(point[1] + half, 89))]
    return _around(edge, projection.azimuthal(point), room, 0)


def _middle(points: Sequence[tuple[float, float]]) -> tuple[float, float] | None:
    """The middle on the globe of the points' extent; None when they lie all over it."""
    turned = np.radians(np.array(points))
    ball = np.column_stack([np.cos(turned[:, 1]) * np.cos(turned[:, 0]),
                            np.cos(turned[:, 1]) * np.sin(turned[:, 0]), np.sin(turned[:, 1])])
    mean = ball.mean(axis=0)
    if np.linalg.norm(mean) < 1e-9:
        return None
    mean /= np.linalg.norm(mean)
    if (ball @ mean).min() < np.cos(np.radians(_WIDEST)):
        return None
    return (float(np.degrees(np.arctan2(mean[1], mean[0]))),
            float(np.degrees(np.arcsin(mean[2]))))


def _around(
    points: Sequence[tuple[float, float]], project: projection.Projection, room: Room,
    free: int,
) -> View:
    """The view of all points, with `free` pixels around them."""
    east, north = project(*np.array(points, dtype=float).T)
    wide = max(float(np.ptp(east)), _LEAST_SPAN)
    high = max(float(np.ptp(north)), _LEAST_SPAN)
    scale = min((room.width - 2 * free) / wide, (room.height - 2 * free) / high)
    middle = ((east.min() + east.max()) / 2 * scale, (north.min() + north.max()) / 2 * scale)
    across = (wide * scale + 2 * free, high * scale + 2 * free)
    aspects = (room.width / room.height, room.widest / room.height)
    return View(project, scale, (float(middle[0]), float(middle[1])), across, aspects)


@dataclass(frozen=True, slots=True)
class Disc:
    """A mark: `members` are positions in the lists given, the largest first."""

    x: float
    y: float
    radius: float
    members: tuple[int, ...]


def cluster(
    x: Sequence[float], y: Sequence[float], sizes: Sequence[int], keys: Sequence[str],
    most: int,
) -> list[Disc]:
    """Marks that do not overlap, the largest first; each stands at its largest member.

    `keys` joined by commas stay within `most` characters a mark, because an address
    carries them.
    """
    order = sorted(range(len(sizes)), key=lambda n: (-sizes[n], keys[n]))
    discs: list[Disc] = []
    for n in order:
        discs.append(Disc(x[n], y[n], radius(sizes[n]), (n,)))
        _settle(discs, sizes, keys, most)
    return sorted(discs, key=lambda one: (-one.radius, one.members))


def _settle(discs: list[Disc], sizes: Sequence[int], keys: Sequence[str], most: int) -> None:
    """Join the last disc with those it overlaps, and what that makes with others."""
    last = discs.pop()
    while True:
        near = [one for one in discs if _overlap(one, last) and
                sum(len(keys[n]) + 1 for n in (*one.members, *last.members)) <= most]
        if not near:
            discs.append(last)
            return
        other = min(near, key=lambda one: np.hypot(one.x - last.x, one.y - last.y))
        discs.remove(other)
        members = tuple(sorted((*other.members, *last.members),
                               key=lambda n: (-sizes[n], keys[n])))
        head = other if members[0] in other.members else last
        last = Disc(head.x, head.y, radius(sum(sizes[n] for n in members)), members)


def radius(meetings: int) -> float:
    """Pixels; the area of a mark grows with the meetings, as far as it can."""
    return float(min(4.2 + 2.1 * np.sqrt(meetings), 24.0))


def _overlap(one: Disc, other: Disc) -> bool:
    return bool(np.hypot(one.x - other.x, one.y - other.y) < one.radius + other.radius + 1)


@dataclass(frozen=True, slots=True)
class Label:
    """Pixels from the middle of the disc to the nearest edge of its words, and the anchors."""

    disc: int
    xshift: float
    yshift: float
    xanchor: str
    yanchor: str


def place_labels(
    discs: Sequence[Disc], sizes: Sequence[tuple[float, float]], bounds: tuple[float, float],
    haloes: Sequence[float], wished: Sequence[tuple[float, float, float, float]] = (),
) -> tuple[list[Label], list[int]]:
    """Labels that meet no mark, no other label and no edge; who finds no room goes without.

    `sizes` are width and height of each disc's words, `bounds` those of the view, `haloes`
    pixels around the discs to be kept free. Discs come in order of precedence. Second, the
    positions of those of `wished` (middle, width, height) that have room after that.
    """
    taken = [(one.x, one.y, -one.radius - halo, -one.radius - halo,
              one.radius + halo, one.radius + halo)
             for one, halo in zip(discs, haloes, strict=True)]
    found: list[Label] = []
    for n, (disc, (wide, high)) in enumerate(zip(discs, sizes, strict=True)):
        for label, west, south in _candidates(n, disc.radius + haloes[n] + 3, wide, high):
            box = (disc.x, disc.y, west, south, west + wide, south + high)
            if _free(box, taken, bounds, n):
                taken.append(box)
                found.append(label)
                break
    free = []
    for n, (x, y, wide, high) in enumerate(wished):
        box = (x, y, -wide / 2, -high / 2, wide / 2, high / 2)
        if _free(box, taken, bounds):
            taken.append(box)
            free.append(n)
    return found, free


def _candidates(
    n: int, away: float, wide: float, high: float
) -> Iterable[tuple[Label, float, float]]:
    """Labels around a disc, best first, each with its west and south edge."""
    lift = away * 0.72
    yield Label(n, away, 0, "left", "middle"), away, -high / 2
    yield Label(n, -away, 0, "right", "middle"), -away - wide, -high / 2
    yield Label(n, 0, away, "center", "bottom"), -wide / 2, away
    yield Label(n, 0, -away, "center", "top"), -wide / 2, -away - high
    yield Label(n, lift, lift, "left", "bottom"), lift, lift
    yield Label(n, lift, -lift, "left", "top"), lift, -lift - high
    yield Label(n, -lift, lift, "right", "bottom"), -lift - wide, lift
    yield Label(n, -lift, -lift, "right", "top"), -lift - wide, -lift - high


_Box = tuple[float, float, float, float, float, float]


def _free(
    box: _Box, taken: Sequence[_Box], bounds: tuple[float, float], own: int = -1
) -> bool:
    return _inside(box, bounds) and not any(
        _meet(box, other, scale) for n, other in enumerate(taken) if n != own
        for scale in SCALES
    )


def _inside(box: _Box, bounds: tuple[float, float]) -> bool:
    x, y, west, south, east, north = box
    return (x + west > -bounds[0] / 2 and x + east < bounds[0] / 2
            and y + south > -bounds[1] / 2 and y + north < bounds[1] / 2)


def _meet(one: _Box, other: _Box, scale: float) -> bool:
    x, y = (one[0] - other[0]) * scale, (one[1] - other[1]) * scale
    return (x + one[2] < other[4] and x + one[4] > other[2]
            and y + one[3] < other[5] and y + one[5] > other[3])
