"""Who is host of a meeting that no word calls so: whoever was at home."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from didgah.annotate.sentences.ranks import PREFERENCE
from didgah.model import Level, Participant

# In these some of those present came as guests; a gathering has hosts only when it is said.
_TWO_SIDED = ("bilateral", "meeting", "visit")
_LEADERS: tuple[Level, ...] = ("head_of_state", "head_of_government")


def with_host(
    kind: str, country: str, participants: Sequence[Participant], homes: Mapping[str, str]
) -> tuple[Participant, ...]:
    """`participants`, of those from `country` the highest as host when others came to them.

    `homes` are the ISO codes, "" when unknown, of those who met, by entity or name; who is not
    there only sat in. At a summit the leader of the country alone can be host. Nothing changes
    where somebody is host already, or all who met may be at home.
    """
    two_sided = kind in _TWO_SIDED
    if not country or not (two_sided or kind == "summit") or any(
        one.role == "host" for one in participants
    ):
        return tuple(participants)
    met = [one for one in participants if (one.entity or one.name) in homes]
    away = {homes[one.entity or one.name] for one in met} - {country}
    ours = [one for one in met if one.kind == "person" and one.role == "participant"
            and homes[one.entity or one.name] == country]
    if not two_sided:
        ours = [one for one in ours if one.level in _LEADERS]
    # In talks of two sides whoever is of no known country is the other side.
    if not ours or not (away if kind == "bilateral" else away - {""}):
        return tuple(participants)
    first = min(PREFERENCE.index(one.level) for one in ours)
    chosen = [one for one in ours if PREFERENCE.index(one.level) == first]
    return tuple(replace(one, role="host") if one in chosen else one for one in participants)
