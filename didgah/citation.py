"""How an article is cited in a note or a footnote."""

from __future__ import annotations

from didgah.addresses import is_web
from didgah.highlight import direction, inert
from didgah.language import writing
from didgah.language.calendars import format_pair
from didgah.language.writing import comma
from didgah.model import Article

STYLES: tuple[str, ...] = ("fa", "en", "ru", "ar")


def cite(article: Article, outlet: str, style: str) -> str:
    """One line: title, outlet, date of publication in two calendars, address.

    `outlet` is the outlet's name in the language of `style`, "" when unknown. What is not
    known is left out rather than guessed. Raises ValueError for another style.
    """
    if style not in STYLES:
        raise ValueError(f"no citation style {style!r}")
    title = _in(style, " ".join(inert(article.title).split()))
    when = article.published
    parts = [f"“{title}”" if style == "en" else f"«{title}»"]
    parts += [_in(style, inert(outlet))] if outlet else []
    parts += [format_pair(when.value, style, when.precision)] if when.value else []
    parts += [article.url] if is_web(article.url) else []
    return comma(style).join(parts) + "."


def _in(style: str, words: str) -> str:
    """`words` isolated when they run against the line, so that its commas stay in place."""
    own = writing.direction(style)
    return words if direction(words) in (own, "auto") else f"\u2068{words}\u2069"
