"""The one home of colours: of languages, kinds and series, of charts, of what CSS needs.

All eight categorical colours stay apart for people who see no red, no green or no blue
(simulated after Machado, Oliveira and Fernandes 2009: CIE76 distance at least 20 for any
two of the first four, 13 for any two of the eight), and each reaches 4.5:1 against the
background, so that it may colour a label too. Colour is never the only carrier of a meaning.
`.streamlit/config.toml` repeats what Streamlit must know at its start; a test holds it to this.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from didgah.language.writing import mirrored
from didgah.model import LANGUAGES

FONT = "Vazirmatn, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif"

# Each pair is (light theme, dark theme).
_Pair = tuple[str, str]
_BLUE: _Pair = ("#2A72C9", "#4A90F0")
_VERMILION: _Pair = ("#BD5304", "#E0622A")
_GREEN: _Pair = ("#005C3C", "#52DDB0")
_PURPLE: _Pair = ("#93307D", "#ECA6EE")
_OCHRE: _Pair = ("#684201", "#DFA104")
_GREY: _Pair = ("#5B5F66", "#A9B4BE")
_VIOLET: _Pair = ("#442796", "#9077B2")
_BRICK: _Pair = ("#5A100E", "#C46561")

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
    (_VIOLET, ("russia_egypt", "russia_maghreb_africa", "russia_central_asia_caucasus",
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
    "border": ("#C9D3DB", "#364654"),  # around boxes; what is in them tells them apart
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

# Grounds on which the page's text keeps 7:1.
_GROUND: dict[str, _Pair] = {
    "statement": ("#E6EFF7", "#1F3040"),
    "hit": ("#FFE08A", "#574300"),
    "here": ("#FFF3C4", "#3A3212"),
    "cut": ("#FBE3E1", "#4A2320"),
    "added": ("#DDF1E2", "#1D3D28"),
    "notice": ("#FBF3DB", "#2E2A16"),
    "bar": ("#D3E0EE", "#1D3752"),  # behind a number of a table, as long as the number is great
}
# Names under which style sheets know the parts of a page.
_PROPERTIES = {"ink": "text", "quiet": "muted", "card": "background", "link": "accent",
               "line": "grid", "edge": "line", "border": "border", "surface": "surface",
               "hit-text": "text"}
_MARK_PROPERTIES = {"person": "person", "organisation": "organisation", "place": "place",
                    "date": "series", "meeting": "outlet"}


def colours(dark: bool = False) -> dict[str, str]:
    """Names of the parts of a chart → hex colour."""
    return {name: pair[dark] for name, pair in _LOOK.items()}


def grounds(dark: bool = False) -> dict[str, str]:
    """Names of grounds that text may stand on → hex colour."""
    return {name: pair[dark] for name, pair in _GROUND.items()}


def properties(dark: bool = False) -> dict[str, str]:
    """Names of CSS custom properties, without their dashes → hex colour."""
    return {
        **{name: _LOOK[part][dark] for name, part in _PROPERTIES.items()},
        **{name: _KIND[kind][dark] for name, kind in _MARK_PROPERTIES.items()},
        **grounds(dark),
    }


def on_paper() -> dict[str, str]:
    """Hex colours of marks and parts in the dark theme → those in the light one."""
    pairs = (*_LOOK.values(), _BLUE, _VERMILION, _GREEN, _PURPLE, _OCHRE, _BRICK, _VIOLET)
    return {dark: light for light, dark in pairs}


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
    pairs = (_BLUE, _VERMILION, _GREEN, _PURPLE, _OCHRE, _BRICK, _VIOLET, _GREY)
    return tuple(pair[dark] for pair in pairs)


def ranked_colours(
    keys: Sequence[str], ranked: Mapping[str, Sequence[str]], dark: bool = False
) -> dict[str, str]:
    """Registry key → colour: by its place among `ranked` (kind → its keys in order).

    Keys far down share one; one that is not ranked has the first.
    """
    palette = sequence(dark)
    place = {key: n for those in ranked.values() for n, key in enumerate(those)}
    return {key: palette[place.get(key, 0) % len(palette)] for key in keys}


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
