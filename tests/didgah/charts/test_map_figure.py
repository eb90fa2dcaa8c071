"""The map: what is in sight is counted, nothing overlaps, land lies where it is."""

from __future__ import annotations

import itertools
from functools import cache

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from didgah import registry as registry_tables
from didgah.charts import map as map_chart
from didgah.charts import map_view, projection, shapes
from didgah.charts.map_view import Disc
from didgah.language.names import territory_name

PAYLOAD = 150_000  # bytes of both layouts together


@cache
def _registry():
    return registry_tables.load()


def _places() -> pd.DataFrame:
    """Every place of the chronology, as the query would give it."""
    registry = _registry()
    rows: dict[str, dict] = {}
    for one in registry.meetings.values():
        entity = registry.entities.get(f"place:{one.place}")
        if entity and entity.latitude is not None:
            row = rows.setdefault(entity.key, {
                "spot": entity.key, "name": entity.names["fa"], "hover": entity.names["fa"],
                "level": "exact", "meetings": 0, "articles": 3,
                "latitude": entity.latitude, "longitude": entity.longitude})
            row["meetings"] += 1
    return pd.DataFrame(list(rows.values()))


def test_every_place_of_the_chronology_can_be_drawn() -> None:
    registry = _registry()
    countries = {one.country for one in registry.entities.values()
                 if one.kind == "place" and one.type == "country" and one.latitude is not None}
    for one in registry.meetings.values():
        if one.place:
            assert registry.entities[f"place:{one.place}"].latitude is not None, one.id
        assert not one.country or one.country in countries, territory_name(one.country, "en")


@pytest.mark.parametrize("region", [*map_view.REGIONS, map_view.FIT])
def test_both_layouts_are_light_and_count_every_meeting_once(region) -> None:
    spots, size = _places(), 0
    for room in (map_chart.WIDE, map_chart.NARROW):
        drawn = map_chart.figure(spots, _registry(), region=region, room=room, language="fa")
        size += len(drawn.figure.to_json())
        marks = next(one for one in drawn.figure.data if one.name == "places")
        opened = [spot for carried, in marks.customdata for spot in carried.split(",")]
        assert len(opened) == len(set(opened))
        assert set(opened) <= set(spots.spot)
        missing = spots[~spots.spot.isin(opened)]
        assert missing.meetings.sum() <= drawn.outside
        if region == map_view.FIT:
            assert missing.empty
            assert drawn.outside == 0
    assert size < PAYLOAD


_meetings = st.lists(
    st.tuples(st.floats(-400, 400), st.floats(-250, 250), st.integers(1, 90)), max_size=40)


@given(_meetings)
@settings(max_examples=60, deadline=None)
def test_clusters_do_not_overlap_and_lose_nobody(placed) -> None:
    keys = [f"place:{n}" for n in range(len(placed))]
    discs = map_view.cluster(*([one[n] for one in placed] for n in range(3)), keys, 10_000)
    assert sorted(n for one in discs for n in one.members) == list(range(len(placed)))
    for one, other in itertools.combinations(discs, 2):
        assert np.hypot(one.x - other.x, one.y - other.y) >= one.radius + other.radius
    for one in discs:
        assert placed[one.members[0]][2] == max(placed[n][2] for n in one.members)
        assert one.radius == map_view.radius(sum(placed[n][2] for n in one.members))


def test_a_mark_never_carries_more_than_an_address_holds() -> None:
    keys = [f"place:{n:04}" for n in range(100)]
    discs = map_view.cluster([0.0] * 100, [0.0] * 100, [1] * 100, keys, 460)
    assert max(len(",".join(keys[n] for n in one.members)) for one in discs) <= 460
    assert sum(len(one.members) for one in discs) == 100


@given(_meetings, st.sampled_from(map_view.SCALES))
@settings(max_examples=40, deadline=None)
def test_labels_meet_neither_marks_nor_each_other(placed, scale) -> None:
    discs = [Disc(x, y, 6.0, (n,)) for n, (x, y, _) in enumerate(placed)]
    sizes = [(30.0 + size, 18.0) for _, _, size in placed]
    labels, _ = map_view.place_labels(discs, sizes, (900, 600), [0.0] * len(discs))
    boxes = []
    for one in labels:
        (wide, high), disc = sizes[one.disc], discs[one.disc]
        x, y = disc.x * scale + one.xshift, disc.y * scale + one.yshift
        west = {"left": x, "right": x - wide, "center": x - wide / 2}[one.xanchor]
        south = {"bottom": y, "top": y - high, "middle": y - high / 2}[one.yanchor]
        boxes.append((west, south, west + wide, south + high))
    marks = [(one.x * scale - 6, one.y * scale - 6, one.x * scale + 6, one.y * scale + 6)
             for one in discs]
    for one, other in itertools.combinations(boxes, 2):
        assert not _meet(one, other)
    for box, label in zip(boxes, labels, strict=True):
        assert not any(_meet(box, mark) for n, mark in enumerate(marks) if n != label.disc)


def _meet(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    slack = 1e-6
    return (one[0] < other[2] - slack and one[2] > other[0] + slack
            and one[1] < other[3] - slack and one[3] > other[1] + slack)


@pytest.mark.parametrize("region", ["core", "world"])
@pytest.mark.parametrize(("longitude", "latitude", "dry"), [
    (37.6, 55.7, True), (49.1, 55.8, True), (46.7, 24.7, True), (-5.0, 33.0, True),
    (50.7, 41.9, False), (51.5, 26.9, False), (65.0, 15.0, False), (18.0, 35.0, False),
])
def test_land_and_water_are_where_they_are(region, longitude, latitude, dry) -> None:
    view = map_view.view(region, (), map_chart.WIDE)
    path = shapes.land(view.project, view.scale, view.middle, view.box())
    x, y = (float(one[0]) for one in view.place([longitude], [latitude]))
    assert _inside(path, x, y) == dry


def _inside(path: str, x: float, y: float) -> bool:
    """Even-odd rule, by counting the edges to the east."""
    crossed = 0
    for ring in path.split("Z")[:-1]:
        points = [tuple(map(float, one.split(","))) for one in ring[1:].split("L")]
        for (ax, ay), (bx, by) in zip(points, points[1:] + points[:1], strict=True):
            if (ay > y) != (by > y) and ax + (y - ay) * (bx - ax) / (by - ay) > x:
                crossed += 1
    return crossed % 2 == 1


def test_no_edge_of_the_land_runs_across_the_whole_world() -> None:
    view = map_view.view("world", (), map_chart.WIDE)
    for ring in shapes.land(view.project, view.scale, view.middle, view.box()).split("Z")[:-1]:
        x = [float(one.split(",")[0]) for one in ring[1:].split("L")]
        assert np.abs(np.diff(x)).max() < 300


def test_the_projection_of_a_part_keeps_its_middle_and_distances_near_it() -> None:
    project = projection.azimuthal((50.0, 30.0))
    x, y = project(np.array([50.0, 50.0, 51.0]), np.array([30.0, 31.0, 30.0]))
    assert np.allclose([x[0], y[0]], 0)
    assert np.allclose([x[1], y[1]], [0, 1], atol=1e-3)
    assert np.isclose(x[2], np.cos(np.radians(30)), atol=1e-3)


def test_a_map_of_nothing_and_a_small_one_are_drawn() -> None:
    empty = _places().iloc[:0]
    drawn = map_chart.figure(
        empty, _registry(), region="fit", room=map_chart.NARROW, language="en", dark=True)
    assert drawn.outside == 0
    for exact in (True, False):
        small = map_chart.locator((39.2, 21.5), exact=exact, language="fa")
        assert len(small.to_json()) < 30_000
