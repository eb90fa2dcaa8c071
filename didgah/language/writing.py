"""How a language is written: its direction and its list comma."""

from __future__ import annotations

from typing import Literal

_RIGHT_TO_LEFT = ("fa", "ar")


def direction(language: str) -> Literal["rtl", "ltr"]:
    """The way a text in `language` runs."""
    return "rtl" if language in _RIGHT_TO_LEFT else "ltr"


def mirrored(language: str) -> bool:
    """True when a page in `language` begins on the right."""
    return language in _RIGHT_TO_LEFT


def comma(language: str) -> str:
    """What stands between the items of a list: «، » or ", "."""
    return "، " if language in _RIGHT_TO_LEFT else ", "
