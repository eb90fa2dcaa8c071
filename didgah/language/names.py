"""What languages and countries are called, for those that no table of ours names.

Names come from Unicode's CLDR by way of Babel.
"""

from __future__ import annotations

from functools import cache

import babel

from didgah.language import messages


def language_name(code: str, language: str) -> str:
    """The language with this ISO 639 code in words of `language`; unknown codes as they are."""
    if messages.has(f"language.{code}"):
        return messages.text(f"language.{code}", language)
    return _locale(language).languages.get(code, code)


def territory_name(code: str, language: str) -> str:
    """The country with this ISO 3166 code in words of `language`; unknown codes as they are."""
    return _locale(language).territories.get(code, code)


@cache
def _locale(language: str) -> babel.Locale:
    return babel.Locale.parse(language)
