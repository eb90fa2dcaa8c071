"""What was evened out between a word as written and the form it is counted in."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

from didgah.language.fold import ZWNJ, fold, key

Step = Literal["name", "marks", "letters", "half_space", "case", "ending"]
STEPS: tuple[Step, ...] = ("name", "marks", "letters", "half_space", "case", "ending")

_ARABIC_MARK = re.compile("[\u0610-\u061a\u0640\u064b-\u065f\u0670]")


def steps(written: str, counted: str) -> tuple[Step, ...]:
    """The steps that lead from `written` to `counted`, in the order of `STEPS`.

    "name" is another way of naming the same, of several words; "marks" vowel signs and
    tatweel; "letters" Arabic-keyboard letters, digits and presentation forms; "half_space"
    a half-space or space; "case" capitals; "ending" what inflection adds, or another word
    form altogether. None when they are the same.
    """
    if written == counted:
        return ()
    bare = _ARABIC_MARK.sub("", written)
    found: list[Step] = ["marks"] if bare != written else []
    plain = unicodedata.normalize("NFC", fold(bare))
    target = unicodedata.normalize("NFC", fold(_ARABIC_MARK.sub("", counted)))
    found += ["letters"] if plain != unicodedata.normalize("NFC", bare) else []
    if _closed(plain).casefold() == _closed(target).casefold():
        found += ["half_space"] if _spaces(plain) != _spaces(target) else []
        found += ["case"] if _closed(plain) != _closed(target) else []
    elif key(written).replace(" ", "") == key(counted).replace(" ", ""):
        found += [] if "letters" in found else ["letters"]
    else:
        found.append("name" if " " in target else "ending")
    return tuple(one for one in STEPS if one in found)


def _closed(text: str) -> str:
    return text.replace(ZWNJ, "").replace(" ", "")


def _spaces(text: str) -> list[str]:
    return [char for char in text if char in (ZWNJ, " ")]
