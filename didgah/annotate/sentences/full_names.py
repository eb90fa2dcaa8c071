"""What a full name looks like, by language: given names, the small words inside, where it ends."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from didgah.annotate.matching.inflection import russian_forms
from didgah.annotate.sentences.skeleton import plain
from didgah.bundled import LEXICONS
from didgah.model import Language

GIVEN = LEXICONS / "given"


@dataclass(frozen=True, slots=True)
class Names:
    """What tells a full name in one language, in plain form.

    `given` has given names in every case, `nominative` leads from a form to the name
    (Russian), `stops` end a name, `particles` stand inside one.
    """

    language: Language
    given: frozenset[str]
    nominative: dict[str, str]
    stops: frozenset[str]
    particles: frozenset[str]


@cache
def load_names(folder: Path) -> dict[Language, Names]:
    """What tells a full name, from every `<language>.toml` in `folder`.

    Raises `tomllib.TOMLDecodeError` or `KeyError` for a file that is not right.
    """
    return {
        path.stem: _names(path.stem, tomllib.loads(path.read_text(encoding="utf-8")))
        for path in sorted(folder.glob("*.toml"))
    }


def _names(language: Language, told: dict[str, str]) -> Names:
    forms: dict[str, str] = {}
    for name in plain(told["given"]).split():
        for form in russian_forms(name) if language == "ru" else (name,):
            if form == name or form not in forms:
                forms[form] = name
    if language == "ru":  # the vowel goes
        forms |= dict.fromkeys(("павла", "павлу", "павлом"), "павел")
        forms |= dict.fromkeys(("льва", "льву", "львом"), "лев")
    return Names(
        language, frozenset(forms), forms if language == "ru" else {},
        frozenset(plain(told.get("stops", "")).split()),
        frozenset(plain(told["particles"]).split()),
    )


@cache
def straight(word: str, given: str) -> str:
    """A surname or patronymic of an oblique case put straight, as far as its ending tells."""
    woman = given.endswith(("а", "я"))
    for ending, straight in _WOMAN if woman else _MAN:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word[: len(word) - len(ending)] + straight
    return word


_WOMAN = (("ской", "ская"), ("овой", "ова"), ("евой", "ева"), ("иной", "ина"), ("овну", "овна"),
          ("овной", "овна"), ("евной", "евна"), ("ову", "ова"), ("еву", "ева"), ("ину", "ина"))
_MAN = (
    ("ским", "ский"), ("ского", "ский"), ("скому", "ский"), ("цким", "цкий"), ("цкого", "цкий"),
    ("овым", "ов"), ("евым", "ев"), ("ёвым", "ёв"), ("иным", "ин"), ("ыным", "ын"),
    ("овичем", "ович"), ("евичем", "евич"), ("ова", "ов"), ("ева", "ев"), ("ина", "ин"),
    ("ову", "ов"), ("еву", "ев"), ("ину", "ин"), ("ичем", "ич"), ("ича", "ич"), ("ичу", "ич"),
    ("ом", ""), ("ем", "ь"),
)
