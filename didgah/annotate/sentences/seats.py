"""Cities that a text names by what they are: «столица Египта», "the Saudi capital", the Kremlin.

A meeting "in the Egyptian capital" was in Cairo. Such words are no mentions of the city: they
only tell where something happened.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from didgah.annotate.sentences.background import Background
from didgah.annotate.sentences.syntax import Syntax, plain_pattern
from didgah.bundled import LEXICONS
from didgah.model import Language, Mention

_FILE = LEXICONS / "seats.toml"
_REACH = 40  # characters before a country in which "capital of" stands
_ASIDE = 24  # characters beside a building in which a verb of saying makes it its people
_LANGUAGES = ("fa", "ru", "ar", "en")


@dataclass(frozen=True, slots=True)
class SeatRules:
    """The words of one language; patterns run over the plain form of a text."""

    trigger: re.Pattern[str]  # some word without which nothing is found
    before: re.Pattern[str]
    adjective: re.Pattern[str]
    seat: re.Pattern[str]
    speaking: re.Pattern[str]
    named: tuple[tuple[str, re.Pattern[str]], ...]


@dataclass(frozen=True, slots=True)
class Seats:
    """Capitals by place id, cities of buildings by the id of their body, words by language."""

    capitals: dict[str, str]
    seats: dict[str, str]
    rules: dict[Language, SeatRules]


@cache
def load_seats(path: Path = _FILE) -> Seats:
    """The lexicon. Raises `tomllib.TOMLDecodeError`, `KeyError` or `re.error` for a bad file."""
    given = tomllib.loads(path.read_text(encoding="utf-8"))
    return Seats(given["capitals"], given["seats"], {
        language: _rules(given[language]) for language in _LANGUAGES
    })


def _rules(given: dict[str, Any]) -> SeatRules:
    named: dict[str, str] = given["named"]
    pattern = {name: plain_pattern(text) for name, text in given.items() if name != "named"}
    return SeatRules(
        re.compile(pattern["trigger"]),
        *(re.compile(pattern[name]) for name in ("before", "adjective")),
        re.compile(rf"{pattern['seat']}$"),
        re.compile(pattern["speaking"]),
        tuple((city, re.compile(plain_pattern(text))) for city, text in named.items()),
    )


def find_seats(
    flat: str, mentions: Sequence[Mention], syntax: Syntax, background: Background
) -> list[Mention]:
    """Places that other words than their names tell, in order; `flat` is `plain(text)`.

    Of buildings only those behind a preposition of place, where nobody speaks for them.
    """
    seats = load_seats()
    rules = seats.rules[syntax.language]
    if not rules.trigger.search(flat):
        return []
    found: list[Mention] = []
    for one in mentions:
        if one.kind == "place" and one.entity in seats.capitals:
            if before := rules.before.search(flat, max(0, one.start - _REACH), one.start):
                found.append(_place(seats.capitals[one.entity], flat, before.start(), one.end))
        elif one.kind == "organisation" and one.entity in seats.seats and (
            rules.seat.match(flat, one.start, one.end)
            and syntax.place_before.search(flat, max(0, one.start - _ASIDE), one.start)
            and not rules.speaking.search(flat, max(0, one.start - _ASIDE), one.end + _ASIDE)
        ):
            found.append(_place(seats.seats[one.entity], flat, one.start, one.end))
    taken = sorted(one.start for one in mentions)
    for match in rules.adjective.finditer(flat):
        place = background.adjective_of.get((syntax.language, match[1]), "")
        at = bisect_left(taken, match.start())
        if place in seats.capitals and not (at < len(taken) and taken[at] < match.end()):
            found.append(_place(seats.capitals[place], flat, *match.span()))
    for city, words in rules.named:
        found += [_place(city, flat, *match.span()) for match in words.finditer(flat)]
    return sorted(found, key=lambda one: one.start)


def _place(entity: str, flat: str, start: int, end: int) -> Mention:
    return Mention(entity, "place", flat[start:end], start, end)
