"""Stretches without articles, shaded."""

from datetime import date

import plotly.graph_objects as go

from didgah.charts import gaps


def test_each_gap_is_shaded_to_the_end_of_its_last_day_behind_the_marks():
    fig = go.Figure()
    gaps.shade(fig, [(date(2020, 1, 1), date(2020, 1, 31))], dark=False)
    (shape,) = fig.layout.shapes
    assert (shape.x0, shape.x1, shape.layer) == ("2020-01-01", "2020-02-01", "below")
