"""The line below a title: who published it, when, in which language."""

from __future__ import annotations

from datetime import date
from html import escape

from components.outlet_names import outlet_name
from didgah.highlight import inert
from didgah.language.calendars import format_date, format_pair
from didgah.language.messages import text
from didgah.language.names import language_name
from didgah.model import Precision


def byline(
    outlet: str, day: date | None, precision: Precision, spoken: str, language: str
) -> str:
    """Outlet, day in two calendars (the third on hover) and language, as safe HTML.

    `outlet` is as filters say it, `spoken` the language of the article, `language` the
    reader's.
    """
    return " · ".join((
        f"<bdi>{escape(inert(outlet_name(outlet, language)))}</bdi>",
        dated(day, precision, language), escape(language_name(spoken, language)),
    ))


def dated(day: date | None, precision: Precision, language: str, more: str = "") -> str:
    """The day in two calendars; the lunar Hijri one and `more` on hover. Safe HTML."""
    if day is None:
        return escape(text("reader.published_unknown", language))
    lunar = format_date(day, language, "lunar_hijri", precision)
    hint = " — ".join(filter(None, (lunar, more)))
    return f'<span title="{escape(hint)}">{escape(format_pair(day, language, precision))}</span>'
