"""Sessions and forums of a series in a sentence, and who had which part in a gathering."""

from __future__ import annotations

import re

from didgah.annotate.background import Background
from didgah.annotate.encounter_rules import EncounterRules
from didgah.annotate.skeleton import SERIES, UNIT, Actor, Skeleton, plain
from didgah.model import EntityKind, Mention, Role

_SERIES = re.compile(SERIES)
_UNIT = re.compile(UNIT)
_REACH = 45  # characters between a series and the word that says it met


def series_in(
    skeleton: Skeleton, rules: EncounterRules, background: Background
) -> list[tuple[str, int, str]]:
    """(series id, position, surface in plain form) of each series that is said to meet here.

    A bare «گروه دیدگاه راهبردی» is a body, not a meeting; "annual" speaks of no one round.
    """
    found = []
    for match in _SERIES.finditer(skeleton.text):
        unit = skeleton.units[match.group()]
        assert isinstance(unit, Mention)
        surface = plain(unit.surface)
        near = skeleton.text[max(0, match.start() - _REACH):match.start()]
        after = skeleton.text[match.end():match.end() + _REACH]
        if rules.generic.search(surface) or rules.generic.search(near + " " + after):
            continue
        named = rules.gathering.search(surface)
        if named or rules.gathering_near.search(near) or rules.gathering_near.search(after):
            series = background.series_of.get(unit.entity, unit.entity)
            found.append((series, match.start(), f"{near[-20:]} {surface}"))
    return found


def kind_of(wording: str, rules: EncounterRules, usual: str) -> str:
    """What sort of gathering the words around a series name; `usual` when they do not tell."""
    for kind, pattern in rules.kinds:
        if pattern.search(wording):
            return kind
    return usual


def roles_in(
    skeleton: Skeleton, rules: EncounterRules, background: Background
) -> list[tuple[EntityKind, str, Role, str]]:
    """(kind, entity, role, office) of everybody who has a part in the gathering told of here.

    Countries take part ("with the participation of Iran"); they do nothing else.
    """
    found: list[tuple[EntityKind, str, Role, str]] = []
    for role, pattern in rules.roles:
        for match in pattern.finditer(skeleton.text):
            groups = match.groupdict()
            for sign in _UNIT.findall(groups.get("a") or groups.get("l") or ""):
                unit = skeleton.units[sign]
                if isinstance(unit, Actor):
                    row = (unit.kind, unit.entity, role, unit.office)
                elif (
                    isinstance(unit, Mention) and unit.entity in background.countries
                    and role == "participant" and match.start("l") > match.start()
                ):  # behind "with the participation of", not before a verb: «مناطق روسیه …»
                    row = ("place", unit.entity, role, "")
                else:
                    continue
                if row not in found:
                    found.append(row)
    return found
