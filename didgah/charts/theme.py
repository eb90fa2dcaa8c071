"""How charts look: fixed colours per language, kind and series, light and dark.

The first four categorical colours differ in lightness as well as hue, so that they stay
apart for people who see no red, no green or no blue (simulated after Machado, Oliveira
and Fernandes 2009: CIE76 distance at least 20 for any two); each reaches 3:1 against the
background. Colour is never the only carrier of a meaning.
"""

from __future__ import annotations

from collections.abc import Iterable

from didgah.language.writing import mirrored
from didgah.model import LANGUAGES

FONT = "Vazirmatn, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif"

# Each pair is (light theme, dark theme).
_Pair = tuple[str, str]
_BLUE: _Pair = ("#2583D8", "#4A90F0")
_VERMILION: _Pair = ("#D9550F", "#E0622A")
_GREEN: _Pair = ("#005C3C", "#52DDB0")
_PURPLE: _Pair = ("#93307D", "#ECA6EE")
_OCHRE: _Pair = ("#8A6A00", "#E0B84C")
_GREY: _Pair = ("#5B5F66", "#A9B4BE")
_SKY: _Pair = ("#4A7A94", "#9CD3EE")
_BRICK: _Pair = ("#8C2F39", "#EE8A94")

_LANGUAGE: dict[str, _Pair] = {"fa": _BLUE, "ru": _VERMILION, "ar": _GREEN, "en": _PURPLE}
_KIND: dict[str, _Pair] = {
    "person": _BLUE, "organisation": _VERMILION, "place": _GREEN, "outlet": _PURPLE,
    "series": _OCHRE,
}
# Thirty series would need thirty colours; neighbours in geography share one, and the lane's
# title tells them apart.
_SERIES_FAMILIES: tuple[tuple[_Pair, tuple[str, ...]], ...] = (
    (_BLUE, ("strategic_vision_group", "interfaith", "parliamentary")),
    (_GREEN, ("kazanforum", "tatarstan_visits")),
    (_PURPLE, ("oic_russia", "arab_league", "russian_arab_forum", "russia_gcc", "multilateral")),
    (_VERMILION, ("russia_iran", "caspian_summit", "russia_iran_azerbaijan")),
    (_OCHRE, ("russia_saudi", "russia_uae", "russia_qatar", "russia_gulf_other")),
    (_BRICK, ("russia_turkiye", "astana_syria", "russia_syria", "russia_levant_iraq",
              "russia_palestine", "palestine_moscow")),
    (_SKY, ("russia_egypt", "russia_maghreb_africa", "russia_central_asia_caucasus",
            "moscow_format", "russia_pakistan", "russia_malaysia", "russia_indonesia")),
)
_SERIES: dict[str, _Pair] = {
    series: pair for pair, family in _SERIES_FAMILIES for series in family
}

_LOOK: dict[str, _Pair] = {
    "background": ("#FFFFFF", "#10171E"),
    "surface": ("#F3F6F8", "#1A242D"),
    "band": ("#F6F8FA", "#151E26"),
    "text": ("#17212B", "#E6ECF1"),
    "muted": ("#51606D", "#A3B1BD"),
    "line": ("#8794A0", "#6B7B89"),
    "grid": ("#DCE3E8", "#2A3742"),
    "grid_faint": ("#ECF0F3", "#1F2A33"),
    "accent": ("#0B5A86", "#6CB6E4"),
    "neutral": _GREY,
    "uncovered": ("#8A96A1", "#77868F"),  # a known meeting that no article speaks of
    "stack": ("#DDE5EB", "#2B3944"),  # a dense week collapsed into a counted block
    "up": _BLUE,  # more than before
    "down": _VERMILION,  # less than before
    "warning": _OCHRE,
}


def colours(dark: bool = False) -> dict[str, str]:
    """Names of the parts of a chart → hex colour."""
    return {name: pair[dark] for name, pair in _LOOK.items()}


def language_colour(language: str, dark: bool = False) -> str:
    """Hex colour of a language of articles, the same on every chart."""
    return _LANGUAGE.get(language, _GREY)[dark]


def kind_colour(kind: str, dark: bool = False) -> str:
    """Hex colour of a kind of entity."""
    return _KIND.get(kind, _GREY)[dark]


def series_colour(series: str, dark: bool = False) -> str:
    """Hex colour of a series of meetings; grey for a meeting of none."""
    return _SERIES.get(series, _GREY)[dark]


def sequence(dark: bool = False) -> tuple[str, ...]:
    """Colours for things without one of their own, in the order to be used."""
    pairs = (_BLUE, _VERMILION, _GREEN, _PURPLE, _OCHRE, _BRICK, _SKY, _GREY)
    return tuple(pair[dark] for pair in pairs)


def language_order(languages: Iterable[str]) -> list[str]:
    """The given languages, the four of the corpus first and always in the same order."""
    known = {code: n for n, code in enumerate(LANGUAGES)}
    return sorted(set(languages), key=lambda code: (known.get(code, len(known)), code))


def base_layout(language: str, dark: bool = False) -> dict[str, object]:
    """What every figure's layout starts from.

    Backgrounds are transparent, so that the page shows through; the pictures for download
    get their own (`components.downloads`).
    """
    look = colours(dark)
    return {
        "font": {"family": FONT, "size": 13, "color": look["text"]},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "colorway": list(sequence(dark)),
        "margin": {"t": 12, "b": 36, "l": 12, "r": 12},
        "hoverlabel": {
            "bgcolor": look["surface"],
            "bordercolor": look["line"],
            "font": {"family": FONT, "size": 13, "color": look["text"]},
            "align": "right" if mirrored(language) else "left",
        },
        "legend": {
            "orientation": "h", "y": 1.02, "yanchor": "bottom", "font": {"size": 12},
            "x": 1 if mirrored(language) else 0,
            "xanchor": "right" if mirrored(language) else "left",
        },
        "xaxis": {"gridcolor": look["grid"], "linecolor": look["line"], "zeroline": False},
        "yaxis": {"gridcolor": look["grid"], "linecolor": look["line"], "zeroline": False},
    }
