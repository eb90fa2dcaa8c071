"""The rank of an office: from its wording in any language, and of whom the registry knows by day.

One list per language (data/lexicons/ranks) serves articles, the registry's titles and the
chronology alike, so that what makes a minister is said once.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path

from didgah.annotate.sentences.skeleton import plain
from didgah.annotate.sentences.syntax import plain_pattern
from didgah.bundled import LEXICONS
from didgah.model import LEVELS, Entity, Language, Level, Office, Participant

_FOLDER = LEXICONS / "ranks"
# Who leads a region or ministry and a body as well comes as what he is at home.
PREFERENCE: tuple[Level, ...] = (
    *(one for one in LEVELS if one not in ("head_of_organisation", "expert", "official", "")),
    "head_of_organisation", "expert", "official", "",
)
_Rules = tuple[tuple[Level, re.Pattern[str]], ...]


@cache
def rank_rules(folder: Path = _FOLDER) -> dict[Language, _Rules]:
    """(level, pattern) by language, in the order in which they are tried.

    Raises `tomllib.TOMLDecodeError`, `ValueError` or `re.error` for a file that is not right.
    """
    found: dict[Language, _Rules] = {}
    for path in sorted(folder.glob("*.toml")):
        rows = tomllib.loads(path.read_text(encoding="utf-8"))["ranks"]
        if unknown := {level for level, _ in rows} - set(LEVELS):
            raise ValueError(f"{path.name}: no such level {sorted(unknown)}")
        found[path.stem] = tuple((level, re.compile(plain_pattern(p))) for level, p in rows)
    return found


@cache
def rank_of(office: str, language: Language) -> Level:
    """The level that the words of an office tell, "" when they tell none."""
    words = plain(office).replace("\u0654", "")  # the ezafe over a final he
    return next(
        (level for level, pattern in rank_rules().get(language, ()) if pattern.search(words)), ""
    )


def held(entity: Entity | None, day: date | None) -> tuple[Office, ...]:
    """The offices that somebody held on a day; without a day, those that never changed hands."""
    if entity is None:
        return ()
    if day is None:
        return entity.offices if len(entity.offices) == 1 else ()
    return tuple(
        one for one in entity.offices
        if (one.since is None or one.since <= day) and (one.until is None or day <= one.until)
    )


def level_of(
    entity: Entity | None, day: date | None, wordings: Iterable[tuple[str, Language]]
) -> Level:
    """The level in which somebody takes part: of the office held that day, else as worded."""
    ranks = {rank_of(one.title["en"], "en") for one in held(entity, day)} - {""}
    if not ranks:
        ranks = {rank_of(office, language) for office, language in wordings if office} - {""}
    return min(ranks, key=PREFERENCE.index, default="")


def highest(participants: Iterable[Participant]) -> Level:
    """The highest level among those present, "" when none is told."""
    levels = {one.level for one in participants if one.role != "absent"}
    return min(levels, key=PREFERENCE.index, default="")
