"""Sessions and forums of a series in a sentence, and who had which part in a gathering."""

from __future__ import annotations

import re
from dataclasses import dataclass

from didgah.annotate.meetings.circumstances import When, year_of
from didgah.annotate.meetings.encounter_rules import EncounterRules
from didgah.annotate.sentences.background import Background
from didgah.annotate.sentences.skeleton import SERIES, UNIT, Actor, Skeleton, plain
from didgah.model import EntityKind, Mention, Role

_SERIES = re.compile(SERIES)
_UNIT = re.compile(UNIT)
_YEAR = re.compile(r"[\" -]*(20\d\d|19\d\d|1[34]\d\d)(?!\d)")
_REACH = 45  # characters between a series and the word that says it met


@dataclass(frozen=True, slots=True)
class Gathering:
    """A series said to meet: where it stands in the skeleton, the words around it.

    `year` is the one in its name ("KazanForum 2024"), `sure` tells a word of meeting by it
    from the bare name of a forum, `invited` that somebody is only asked to come, `aside`
    that something else happened on its sidelines.
    """

    series: str
    at: int
    wording: str
    year: When
    sure: bool
    invited: bool
    aside: bool
    told: tuple[int, int]  # where the words that say so stand


def series_in(
    skeleton: Skeleton, rules: EncounterRules, background: Background
) -> list[Gathering]:
    """The series that a sentence says to meet.

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
        told = _told(rules.gathering_near, skeleton.text, match.start(), match.end())
        sure = told is not None
        if sure or unit.entity in background.forums or rules.gathering.search(surface):
            year = _YEAR.match(skeleton.text, match.end())
            found.append(Gathering(
                background.series_of.get(unit.entity, unit.entity), match.start(),
                f"{near[-20:]} {surface}", year_of(int(year[1])) if year else When(), sure,
                bool(rules.invited.search(near) or rules.invited.search(after)),
                rules.aside.search(
                    skeleton.text, max(0, match.start() - _REACH), match.start()) is not None,
                told or match.span(),
            ))
    return found


def _told(
    pattern: re.Pattern[str], text: str, start: int, end: int
) -> tuple[int, int] | None:
    """From the word of meeting to the series, or from the series to it."""
    if before := pattern.search(text[:start], max(0, start - _REACH)):
        return before.start(), end
    after = pattern.search(text[:end + _REACH], end)
    return (start, after.end()) if after else None


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

    Countries take part ("with the participation of Iran"); they do nothing else. Nobody both
    sends and reads a message out: whose it is goes before.
    """
    found: list[tuple[EntityKind, str, Role, str]] = []
    for role, pattern in rules.roles.possible(skeleton.text):
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
    senders = {row[:2] for row in found if row[2] == "message_sender"}
    return [row for row in found if row[2] != "message_reader" or row[:2] not in senders]


def chairs_of(skeleton: Skeleton, series: str, rules: EncounterRules,
              background: Background) -> list[Actor]:
    """The persons whose title says that they chair the series: «رئیس گروه دیدگاه راهبردی»."""
    return [
        unit for unit in skeleton.units.values()
        if isinstance(unit, Actor) and unit.kind == "person"
        and background.series_of.get(unit.of, "") == series
        and rules.chair_office.match(plain(unit.office))
    ]
