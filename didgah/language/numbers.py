"""Numbers as people write them: digits of three scripts, and words (`number_words`)."""

from __future__ import annotations

import re

from didgah.language.fold import ZWNJ, fold
from didgah.language.number_words import PERSIAN, number_in_words

__all__ = [
    "PERSIAN", "format_number", "number_of", "ordinal_of", "parse_int", "to_digits",
]

_DIGITS = {"fa": "۰۱۲۳۴۵۶۷۸۹", "ar": "٠١٢٣٤٥٦٧٨٩"}
_TO = {lang: str.maketrans("0123456789", digits) for lang, digits in _DIGITS.items()}
_GROUP = {"fa": "٬", "ar": "٬", "ru": "\u00a0"}
_PER_CENT = {"fa": "٪", "ar": "٪", "ru": "\u00a0%"}
_DECIMAL = {"fa": "٫", "ar": "٫", "ru": ","}

_FIGURE_ORDINAL = re.compile(r"(\d+) ?(?:ام|م)")
_INT = re.compile(r"[+-]?\d{1,3}(?:[,٬\u00a0 ]\d{3})+|[+-]?\d+")


def to_digits(text: str, language: str) -> str:
    """`text` with its digits, of whatever script, in those of `language`."""
    ascii_digits = "".join(fold(c) if c.isdecimal() else c for c in text)
    return ascii_digits.translate(_TO[language]) if language in _TO else ascii_digits


def format_number(number: float, language: str, decimals: int | None = None) -> str:
    """`number` with grouped thousands: «۱٬۴۹۱», "1,491", "1 491" (no-break space).

    `decimals` fixes the places after the point; None writes integers bare and floats by
    their shortest form.
    """
    plain = f"{number:,}" if decimals is None else f"{number:,.{decimals}f}"
    whole, _, part = plain.partition(".")
    whole = whole.replace(",", _GROUP.get(language, ","))
    text = whole + (_DECIMAL.get(language, ".") + part if part else "")
    return text.translate(_TO[language]) if language in _TO else text


def format_percent(share: float, language: str, decimals: int = 0) -> str:
    """A share between 0 and 1 as per cent, rounded: "87%", «۸۷٪»."""
    value = round(100 * share, decimals or None)
    return format_number(value, language) + _PER_CENT.get(language, "%")


def parse_int(text: str) -> int | None:
    """The integer that is all of `text`: any digits, thousands marks allowed; None if not one."""
    folded = fold(text).strip()
    if not _INT.fullmatch(folded):
        return None
    return int(re.sub(r"[,٬ ]", "", folded))


def number_of(text: str, language: str) -> int | None:
    """The cardinal number that is all of `text`, in digits or in words, or None."""
    number = parse_int(text)
    return number if number is not None else number_in_words(text, language)


def ordinal_of(text: str) -> int | None:
    """The Persian ordinal that is all of `text` («بیست و چهارم», «سی‌ام», «3ام»), or None."""
    digits = _FIGURE_ORDINAL.fullmatch(fold(text).replace(ZWNJ, " ").strip())
    return int(digits[1]) if digits else number_in_words(text, "fa", ordinal=True)
