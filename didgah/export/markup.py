"""Texts and numbers of a deck as parts of an HTML page that nothing in them can break."""

from __future__ import annotations

import html
import re

from didgah.addresses import is_web
from didgah.briefing.slides import Chart
from didgah.charts import theme
from didgah.export import qr
from didgah.highlight import direction, inert
from didgah.language.numbers import format_number, format_percent

_ISOLATES = re.compile("([\u2066-\u2069])")
_HEX = re.compile(r"#[0-9A-Fa-f]{6}")


def said(text: str) -> str:
    """Words of an article, escaped and inert (`highlight.inert`)."""
    return html.escape(inert(text))


def told(text: str) -> str:
    """Words of the deck, escaped and inert but for the isolates that keep names in place.

    They must stand in an element of their own: its end closes what they leave open.
    """
    parts = _ISOLATES.split(text)
    return "".join(part if n % 2 else said(part) for n, part in enumerate(parts))


def spoken(language: str, text: str) -> str:
    """The attributes `lang` and `dir` of an element that holds an article's `text`."""
    way = direction(text)
    known = html.escape(language) if re.fullmatch("[a-z]{2,3}", language) else "und"
    return f'lang="{known}" dir="{way}"'


def camera(link: str) -> str:
    """The code of `link` for a phone's camera; "" for one that is not of the web."""
    code = qr.svg(link) if is_web(link) else None
    return f'<div class="qr" aria-hidden="true">{code.decode()}</div>' if code else ""


def colour_class(colour: str) -> str:
    """The class of what has this hex colour; `colour_rules` gives it its colour."""
    return f"c c-{colour[1:].lower()}" if _HEX.fullmatch(colour) else "c c-other"


def colour_rules(colours: set[str]) -> str:
    """CSS that colours the classes of `colours` (hex, of the light theme), also in the dark."""
    dark = {light: dark for dark, light in theme.on_paper().items()}
    neutral = (theme.colours()["neutral"], theme.colours(dark=True)["neutral"])
    known = sorted(one for one in colours if _HEX.fullmatch(one))
    light = [f".c-{one[1:].lower()}{{--c:{one}}}" for one in known]
    night = [f".c-{one[1:].lower()}{{--c:{dark[one]}}}" for one in known if one in dark]
    return (
        f".c-other{{--c:{neutral[0]}}}" + "".join(light)
        + "@media screen and (prefers-color-scheme:dark){"
        + f".c-other{{--c:{neutral[1]}}}" + "".join(night) + "}"
    )


def theme_rules() -> str:
    """CSS properties of both themes (`theme.properties`); paper is always light."""
    return (
        f":root{{color-scheme:light dark}}{paper_rules()}"
        f"@media screen and (prefers-color-scheme:dark){{:root{{{_properties(dark=True)}}}}}"
    )


def paper_rules() -> str:
    """CSS properties of the light theme alone."""
    return f":root{{{_properties(dark=False)}}}"


def _properties(dark: bool) -> str:
    return "".join(f"--{name}:{colour};" for name, colour in theme.properties(dark).items())


def value_words(value: float | None, chart: Chart, language: str) -> str:
    """A value of `chart` as people write it, a dash where nothing is known."""
    if value is None:
        return "–"
    if chart.percent:
        return format_percent(value, language, 0 if value >= 0.1 or value == 0 else 1)
    whole = float(value).is_integer()
    return format_number(int(value) if whole else value, language, None if whole else 2)
