"""Which countries and international bodies face each other at a meeting.

Participants are people; the pair of parties on the timeline is that of those they speak
for. A person speaks for their country unless their office names an international body.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import pandas as pd

from didgah.model import Entity, Participant, Registry
from didgah.registry import HOME_COUNTRY

_BODY = "intergovernmental"


def of_participants(participants: Iterable[Participant], registry: Registry) -> frozenset[str]:
    """ISO country codes and keys of international bodies; those absent do not count."""
    found = {_party(one, registry) for one in participants if one.role != "absent"}
    return frozenset(found - {""})


def of_keys(keys: Iterable[str], registry: Registry) -> frozenset[str]:
    """The same from registry keys alone, where nobody wrote down the offices."""
    entities = (registry.entities.get(key) for key in keys)
    return frozenset({_speaks_for(one) for one in entities if one is not None} - {""})


def of_rows(frame: pd.DataFrame, registry: Registry) -> list[frozenset[str]]:
    """The parties of each row of the timeline: of the chronology's participants, else of the
    keys in its column `parties`."""
    return [
        of_participants(registry.meetings[one].participants, registry)
        if one in registry.meetings else of_keys(keys, registry)
        for one, keys in zip(frame["meeting"], frame["parties"], strict=True)
    ]


def _party(participant: Participant, registry: Registry) -> str:
    entity = registry.entities.get(f"{participant.kind}:{participant.entity}")
    if entity is not None and entity.kind != "person":
        return _speaks_for(entity)
    if entity is not None and entity.country == HOME_COUNTRY:
        return HOME_COUNTRY  # the Russian envoy to a body speaks for Russia
    bodies, countries = _patterns(registry.version, registry)
    office = participant.offices.get("en", "")
    named = _first(bodies, office)
    if entity is not None:
        return named or entity.country
    return _first(countries, office) or named


def _speaks_for(entity: Entity) -> str:
    if entity.kind == "organisation" and entity.type == _BODY:
        return entity.key
    return entity.country if entity.kind in ("person", "organisation", "place") else ""


def _first(patterns: tuple[tuple[re.Pattern[str], str], ...], office: str) -> str:
    hits = [(match.start(), party) for pattern, party in patterns
            if (match := pattern.search(office))]
    return min(hits)[1] if hits else ""


_Patterns = tuple[tuple[re.Pattern[str], str], ...]
_compiled: dict[str, tuple[_Patterns, _Patterns]] = {}


def _patterns(version: str, registry: Registry) -> tuple[_Patterns, _Patterns]:
    """Bodies and countries by the English words an office of the chronology uses for them."""
    if version not in _compiled:
        bodies = tuple(
            (_words(_english(one)), one.key) for one in registry.entities.values()
            if one.kind == "organisation" and one.type == _BODY
        )
        countries = tuple(
            (_words([*_english(one), *one.adjectives.get("en", ())]), one.country)
            for one in registry.entities.values()
            if one.kind == "place" and one.type == "country"
        )
        _compiled.clear()
        _compiled[version] = bodies, countries
    return _compiled[version]


def _english(entity: Entity) -> list[str]:
    return [entity.names["en"], *entity.variants.get("en", ()), *entity.guarded.get("en", ())]


def _words(names: Iterable[str]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(map(re.escape, names)) + r")\b")
