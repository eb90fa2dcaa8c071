"""Colours of charts: readable on both themes, fixed per thing."""

import itertools
import math
import re
import tomllib
from pathlib import Path

import pytest

from didgah.charts import theme
from didgah.model import ENTITY_KINDS, LANGUAGES

ROOT = Path(__file__).resolve().parents[3]


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
def test_marks_are_seen_and_words_are_read_on_every_ground(dark):
    look, grounds = theme.colours(dark), theme.grounds(dark)
    surfaces = [look[name] for name in ("background", "surface", "band")]
    marks = {*theme.sequence(dark), look["uncovered"], look["up"], look["down"], look["warning"]}
    marks |= {theme.language_colour(one, dark) for one in (*LANGUAGES, "und")}
    marks |= {theme.kind_colour(one, dark) for one in ENTITY_KINDS}
    marks |= {theme.series_colour(one, dark) for one in ("kazanforum", "russia_iran", "nothing")}
    # Marks stand on the page and beside its grid; some colour the label at their side.
    assert min(_contrast(one, look["background"]) for one in marks) >= 3
    assert min(_contrast(one, look["background"]) for one in theme.sequence(dark)) >= 4.5
    assert _contrast(look["line"], look["background"]) >= 3
    pairs = [(look[name], ground) for name in ("text", "muted", "accent") for ground in surfaces]
    pairs += [(look["text"], look["stack"]), (look["text"], grounds["notice"])]
    assert [one for one in pairs if _contrast(*one) < 4.5] == []
    assert [name for name, one in grounds.items() if _contrast(look["text"], one) < 7] == []


def test_streamlit_is_told_the_same_colours_and_font():
    told = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))["theme"]
    assert told["font"] == theme.FONT
    for name, dark in (("light", False), ("dark", True)):
        look = theme.colours(dark)
        assert told[name] == {
            "primaryColor": look["accent"], "linkColor": look["accent"],
            "backgroundColor": look["background"], "textColor": look["text"],
            "secondaryBackgroundColor": look["surface"], "borderColor": look["border"],
            "chartCategoricalColors": list(theme.sequence(dark)),
        }


def test_no_style_sheet_has_a_colour_of_its_own():
    found = {
        f"{sheet.name}: {colour}"
        for sheet in (ROOT / "components").rglob("*.css")
        for colour in re.findall(r"#[0-9a-fA-F]{3,8}\b", sheet.read_text(encoding="utf-8"))
    }
    assert found == set()


def test_every_custom_property_of_a_colour_is_known_on_paper_too():
    assert theme.properties(True).keys() == theme.properties(False).keys()
    for dark in theme.sequence(True):
        assert theme.on_paper()[dark] in theme.sequence(False)


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


def _nearest(colours, sight: str) -> float:
    """The least CIE76 distance between two of the colours, as seen."""
    shown = [_seen(one, sight) for one in colours]
    return min(math.dist(*pair) for pair in itertools.combinations(shown, 2))


@pytest.mark.parametrize("sight", SIGHT)
@pytest.mark.parametrize("dark", [False, True])
def test_colours_are_told_apart_without_red_green_or_blue(dark, sight):
    assert _nearest([theme.language_colour(one, dark) for one in LANGUAGES], sight) >= 20
    assert _nearest([theme.kind_colour(one, dark) for one in ENTITY_KINDS], sight) >= 13
    assert _nearest(theme.sequence(dark), sight) >= 13


def test_languages_come_in_one_order_whatever_is_there():
    assert theme.language_order(["und", "en", "fa", "tr"]) == ["fa", "en", "tr", "und"]


def test_legend_begins_where_reading_begins():
    assert theme.base_layout("fa")["legend"]["xanchor"] == "right"
    assert theme.base_layout("en")["legend"]["xanchor"] == "left"


def test_a_name_keeps_its_colour_whoever_is_drawn_beside_it():
    ranked = {"person": ["person:a", "person:b"], "place": ["place:c"]}
    both = theme.ranked_colours(["person:b", "place:c"], ranked)
    assert both["person:b"] == theme.sequence()[1] == theme.ranked_colours(
        ["person:b"], ranked)["person:b"]
    assert both["place:c"] == theme.sequence()[0]
    assert theme.ranked_colours(["person:z"], ranked) == {"person:z": theme.sequence()[0]}
    assert theme.ranked_colours(["person:b"], ranked, dark=True)["person:b"] == (
        theme.sequence(dark=True)[1])
