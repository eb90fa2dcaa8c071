"""Charts of a slide: columns and lines over time, bars with long names."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from didgah.briefing.slides import Chart, Series
from didgah.export.figures import time_axis
from didgah.export.markup import colour_class, told, value_words
from didgah.language.messages import text
from didgah.language.numbers import format_number
from didgah.language.writing import mirrored

_STEPS = 4  # lines across a chart, at most one more


def draw(chart: Chart, language: str, name: str) -> str:
    """`chart` as HTML; `name` is said to those who do not see it."""
    if chart.form == "bars":
        return _bars(chart, language)
    spots, axis, upright = _spots(chart, language)
    top = _top(chart)
    marks = _lines(chart, spots, top) if chart.form == "lines" else _columns(chart, spots, top)
    hits = "".join(
        f'<rect class="hit" x="{left:.3f}%" y="0" width="{right - left:.3f}%" height="100%" '
        f'role="button" tabindex="{0 if not n else -1}" aria-label="{tip}" data-tip="{tip}"/>'
        for n, (left, right) in enumerate(spots)
        for tip in (told(tip_words(chart, n, language)),)
    )
    return (
        f'{_legend(chart)}<p class="unit">{told(chart.unit)}</p>'
        f'<svg class="plot" direction="ltr" role="group" aria-label="{told(name)}">'
        f"{upright}{_across(chart, top, language)}{marks}{hits}</svg>{axis}"
    )


def tip_words(chart: Chart, n: int, language: str) -> str:
    """What the chart says about category `n`: every series with its value."""
    return " · ".join((chart.categories[n], *(
        f"\u2068{one.name}\u2069: {_value(chart, one, n, language)}"
        for one in chart.series if one.values[n] is not None
    )))


def _value(chart: Chart, one: Series, n: int, language: str) -> str:
    words = value_words(one.values[n], chart, language)
    if one.n and one.n[n] is not None:
        words += f" (n = {format_number(one.n[n], language)})"
    return words


def _spots(chart: Chart, language: str) -> tuple[list[tuple[float, float]], str, str]:
    """Where the categories stand, the labels beneath them and the lines above those."""
    if chart.days:
        spots, last = time_axis.shares(chart.days)
        return (spots, time_axis.labels(chart.days[0], last, language),
                time_axis.grid(chart.days[0], last, language))
    each = 100 / max(1, len(chart.categories))
    spots = [(n * each, (n + 1) * each) for n in range(len(chart.categories))]
    named = "".join(
        f'<text class="tick row0" x="{(left + right) / 2:.2f}%" y="14" text-anchor="middle">'
        f"{told(category)}</text>"
        for category, (left, right) in zip(chart.categories, spots, strict=True)
    )
    return spots, f'<svg class="time" direction="ltr" aria-hidden="true">{named}</svg>', ""


def _top(chart: Chart) -> float:
    """The round number that the highest mark stays under."""
    known = [tuple(value or 0 for value in one.values) for one in chart.series]
    if chart.form == "stacked":
        highest = max(map(sum, zip(*known, strict=True)), default=0)
    else:
        bounds = [value or 0 for one in chart.series for value in one.high]
        highest = max([*bounds, *(value for one in known for value in one)], default=0)
    return round_steps(highest)[-1]


def round_steps(highest: float) -> Sequence[float]:
    """0 and round numbers up to the first that is not below `highest`."""
    if highest <= 0:
        return (0.0, 1.0)
    rough = highest / _STEPS
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(n * power for n in (1, 2, 2.5, 5, 10) if n * power >= rough * (1 - 1e-9))
    count = math.ceil(highest / step - 1e-9)
    return tuple(n * step for n in range(count + 1))


def _across(chart: Chart, top: float, language: str) -> str:
    counted = not chart.percent and all(
        value is None or float(value).is_integer() for one in chart.series for value in one.values)
    levels = [one for one in round_steps(top) if not counted or one == int(one)]
    return "".join(
        f'<line class="grid{" zero" if not level else ""}" x1="0" x2="100%" y1="{y:.2f}%" '
        f'y2="{y:.2f}%"/>' + (
            f'<text class="level" x="2" y="{y:.2f}%" dy="-3">'
            f"{told(value_words(level, chart, language))}</text>" if level and y > 1 else "")
        for level in levels for y in (_y(level, top),)
    )


def _y(value: float, top: float) -> float:
    return 100 - 94 * value / top  # room for the label of the highest line


def _columns(chart: Chart, spots: list[tuple[float, float]], top: float) -> str:
    drawn = []
    for n, (left, right) in enumerate(spots):
        width, base = 0.8 * (right - left), 0.0
        side = width / (1 if chart.form == "stacked" else len(chart.series))
        for place, one in enumerate(chart.series):
            value = one.values[n]
            if not value:
                continue
            x = left + 0.1 * (right - left) + (0 if chart.form == "stacked" else place * side)
            drawn.append(
                f'<rect class="{colour_class(one.colour)}" x="{x:.3f}%" width="{side:.3f}%" '
                f'y="{_y(base + value, top):.3f}%" height="{94 * value / top:.3f}%"/>')
            base += value if chart.form == "stacked" else 0
    return "".join(drawn)


def _lines(chart: Chart, spots: list[tuple[float, float]], top: float) -> str:
    drawn = []
    for one, dash in zip(chart.series, _dashes(chart), strict=True):
        colour = colour_class(one.colour)
        points = [((left + right) / 2, value) for (left, right), value in
                  zip(spots, one.values, strict=True)]
        if one.low and one.high:
            drawn += [
                f'<line class="{colour} bound" x1="{x:.3f}%" x2="{x:.3f}%" '
                f'y1="{_y(low, top):.3f}%" y2="{_y(high, top):.3f}%"/>'
                for (x, _), low, high in zip(points, one.low, one.high, strict=True)
                if low is not None and high is not None
            ]
        drawn += [
            f'<line class="{colour} run{dash}" x1="{x:.3f}%" y1="{_y(value, top):.3f}%" '
            f'x2="{after:.3f}%" y2="{_y(reached, top):.3f}%"/>'
            for (x, value), (after, reached) in pairwise(points)
            if value is not None and reached is not None
        ]
        drawn += [f'<circle class="{colour}" cx="{x:.3f}%" cy="{_y(value, top):.3f}%" r="3"/>'
                  for x, value in points if value is not None]
    return "".join(drawn)


def _dashes(chart: Chart) -> list[str]:
    """The class of each line: names of two kinds may share a colour, and then differ in this."""
    colours = [one.colour for one in chart.series]
    return [" dashed" if colour in colours[:n] else "" for n, colour in enumerate(colours)]


def _legend(chart: Chart) -> str:
    keys = []
    for one, dash in zip(chart.series, _dashes(chart), strict=True):
        colour = colour_class(one.colour)
        drawn = (f'<line class="{colour} run{dash}" x1="0" x2="100%" y1="50%" y2="50%"/>'
                 if chart.form == "lines" else
                 f'<rect class="{colour}" width="100%" height="100%" rx="2"/>')
        keys.append(f'<li><svg class="key">{drawn}</svg><bdi>{told(one.name)}</bdi></li>')
    return f'<ul class="legend">{"".join(keys)}</ul>'


def _bars(chart: Chart, language: str) -> str:
    right = mirrored(language)
    top = max((value or 0 for one in chart.series for value in (*one.values, *one.high)),
              default=0) or 1
    rows = []
    for n, category in enumerate(chart.categories):
        drawn, words = [], []
        for place, one in enumerate(chart.series):
            share = 100 * (one.values[n] or 0) / top
            height = 100 / len(chart.series)
            drawn.append(
                f'<rect class="{colour_class(one.colour)}" x="{100 - share if right else 0:.2f}%" '
                f'width="{share:.2f}%" y="{place * height:.1f}%" height="{height:.1f}%"/>')
            if one.low and one.high and None not in (one.low[n], one.high[n]):
                ends = [100 * bound / top for bound in (one.low[n], one.high[n])]
                ends = [100 - end for end in ends] if right else ends
                y = (place + 0.5) * height
                drawn.append(f'<line class="whisker" x1="{ends[0]:.2f}%" x2="{ends[1]:.2f}%" '
                             f'y1="{y:.1f}%" y2="{y:.1f}%"/>')
            words.append(f"<b>{told(value_words(one.values[n], chart, language))}</b>" + (
                f"<small>{told(format_number(one.n[n], language))}</small>"
                if one.n and one.n[n] is not None else ""))
        tip = told(tip_words(chart, n, language))
        rows.append(
            f'<li><bdi class="name">{told(category)}</bdi>'
            f'<svg class="bar hit" role="button" tabindex="{0 if not n else -1}" '
            f'aria-label="{tip}" data-tip="{tip}">{"".join(drawn)}</svg>'
            f'<span class="value">{" ".join(words)}</span></li>')
    legend = _legend(chart) if len(chart.series) > 1 else ""
    note = f'<span class="whiskers">{told(text("deck.interval", language))}</span>' if any(
        one.low for one in chart.series) else ""
    return (f'{legend}<p class="unit">{told(chart.unit)} {note}</p>'
            f'<ol class="bars">{"".join(rows)}</ol>')
