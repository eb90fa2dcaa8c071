"""The sides of a meeting: who speaks for whom, and whether there are two."""

from __future__ import annotations

import re
from collections.abc import Sequence

from didgah.annotate.meetings.drafts import Draft
from didgah.annotate.meetings.encounters import home_of
from didgah.annotate.meetings.strangers import MARK, is_stranger
from didgah.annotate.sentences.background import Background
from didgah.annotate.sentences.skeleton import plain
from didgah.model import Level, Participant

# In these a stranger speaks for a country, though its name be unknown.
_FOR_A_COUNTRY: frozenset[Level] = frozenset((
    "head_of_state", "head_of_government", "ambassador", "envoy", "speaker_of_parliament",
))
_MINISTERS: frozenset[Level] = frozenset(("minister", "deputy_minister"))
# A capitalised word inside an office is whose it is: "Министр обороны Республики …".
_OF_SOMETHING = re.compile(r"\w.*?[ «](?!Российск|Федерации|РФ)[A-ZА-ЯЁ]")


def within_one_country(
    draft: Draft, participants: Sequence[Participant], background: Background
) -> bool:
    """Whether all who met are of one country, as far as their offices tell.

    A stranger without an office, or with one that is held abroad or may be, is another side;
    so is one whose office has a nationality in it.
    """
    levels = {(p.kind, p.entity or MARK + p.name): (p.level, p.office) for p in participants}
    homes: set[str] = set()
    for (kind, entity) in draft.members:
        home = home_of(kind, entity, draft.of.get((kind, entity), ""), background)
        level, office = levels[kind, entity]
        if not home and (
            not is_stranger(entity) or not level or level in _FOR_A_COUNTRY
            or (level in _MINISTERS and _OF_SOMETHING.match(office))
            or not background.foreign.isdisjoint(plain(office).split())
        ):
            return False
        homes.add(home)
    return len(homes - {""}) == 1


def without_embodied(draft: Draft, background: Background) -> None:
    """Leave out the office of a country of which a person is there already.

    «Президентам Азербайджана и …» of a headline are those whom the text names.
    """
    homes = {
        home_of(kind, entity, draft.of.get((kind, entity), ""), background)
        for kind, entity in draft.members if kind == "person"
    } - {""}
    for (kind, entity), roles in list(draft.members.items()):
        if kind == "place" and any(roles.values()) and (
            background.country_of.get(f"place:{entity}", "") in homes
        ):
            del draft.members[kind, entity]
