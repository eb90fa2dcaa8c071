"""Colours of charts: readable on both themes, fixed per thing."""

import itertools

import pytest

from didgah.charts import theme
from didgah.model import ENTITY_KINDS, LANGUAGES


def _linear(colour: str) -> list[float]:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]


def _luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    linear = _linear(colour)
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("dark", [False, True])
def test_marks_reach_three_to_one_and_words_four_and_a_half(dark):
    look = theme.colours(dark)
    marks = [theme.language_colour(one, dark) for one in LANGUAGES]
    marks += [theme.kind_colour(one, dark) for one in ENTITY_KINDS]
    marks += [theme.series_colour(one, dark) for one in ("kazanforum", "russia_iran", "nothing")]
    marks += theme.sequence(dark)
    assert min(_contrast(one, look["background"]) for one in marks) >= 3
    for name in ("text", "muted", "accent"):
        for surface in ("background", "surface", "band"):
            assert _contrast(look[name], look[surface]) >= 4.5, (name, surface)


# Full dichromacy, Machado, Oliveira and Fernandes (2009), in linear RGB.
SIGHT = {
    "full": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no red": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216),
               (-0.003882, -0.048116, 1.051998)),
    "no green": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413),
                 (-0.011820, 0.042940, 0.968881)),
    "no blue": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602),
                (0.004733, 0.691367, 0.303900)),
}


def _lab(linear: list[float]) -> tuple[float, float, float]:
    red, green, blue = linear
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089

    def f(t: float) -> float:
        return t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116

    return 116 * f(y) - 16, 500 * (f(x) - f(y)), 200 * (f(y) - f(z))


def _seen(colour: str, sight: str) -> tuple[float, float, float]:
    linear = _linear(colour)
    mixed = [sum(a * b for a, b in zip(row, linear, strict=True)) for row in SIGHT[sight]]
    return _lab([min(max(one, 0), 1) for one in mixed])


@pytest.mark.parametrize("sight", SIGHT)
@pytest.mark.parametrize("dark", [False, True])
def test_languages_are_told_apart_without_red_green_or_blue(dark, sight):
    shown = [_seen(theme.language_colour(one, dark), sight) for one in LANGUAGES]
    for one, other in itertools.combinations(shown, 2):
        assert sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5 >= 20


def test_languages_come_in_one_order_whatever_is_there():
    assert theme.language_order(["und", "en", "fa", "tr"]) == ["fa", "en", "tr", "und"]


def test_legend_begins_where_reading_begins():
    assert theme.base_layout("fa")["legend"]["xanchor"] == "right"
    assert theme.base_layout("en")["legend"]["xanchor"] == "left"
