"""Stretches without articles, shaded."""

from datetime import date

import plotly.graph_objects as go

from didgah.charts import gaps


def test_each_gap_is_shaded_to_the_end_of_its_last_day_behind_the_marks():
    fig = go.Figure()
    gaps.shade(fig, [(date(2020, 1, 1), date(2020, 1, 31))], dark=False)
    (shape,) = fig.layout.shapes
    assert (shape.x0, shape.x1, shape.layer) == ("2020-01-01", "2020-02-01", "below")


def test_shapes_that_were_there_stay():
    fig = go.Figure(layout={"shapes": [{"type": "line", "x0": 1, "x1": 2}]})
    days = [(date(2020, month, 1), date(2020, month, 9)) for month in range(1, 5)]
    gaps.shade(fig, days, dark=True)
    assert [shape.type for shape in fig.layout.shapes] == ["line", *["rect"] * 4]
