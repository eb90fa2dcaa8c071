"""Who was at the head of each meeting: the highest level present and the leader of it."""

from __future__ import annotations

from dataclasses import dataclass

from didgah.annotate.sentences.ranks import PREFERENCE, highest
from didgah.model import SEVERAL, Level, Meeting, Participant, Registry
from didgah.registry import HOME_COUNTRY
from didgah.store.codec import decode
from didgah.store.reader import Snapshot
from didgah.store.tables import MEETINGS


@dataclass(frozen=True, slots=True)
class Head:
    """The highest level present ("" when none is told) and the person who stands for it.

    `leader` is a registry key, `SEVERAL`, or "" when nobody of that level is in the registry.
    """

    level: Level
    leader: str


def heads(snapshot: Snapshot) -> dict[str, Head]:
    """Id of every meeting → its head."""
    rows = snapshot.rows(MEETINGS.select("id", "meeting"))
    return {
        row["id"]: head(decode(Meeting, row["meeting"]), snapshot.registry) for row in rows
    }


def head(meeting: Meeting, registry: Registry) -> Head:
    """The head of one meeting.

    Among those of the highest rank a guest of Russia's stands before the Russian side, which
    would else lead nearly every lane; where several guests share that rank it is `SEVERAL`.
    """
    there = [one for one in meeting.participants if one.role != "absent"]
    people = {
        f"person:{one.entity}": one for one in there if one.kind == "person" and one.entity
    }
    abroad = {key: one for key, one in people.items() if _country(key, registry) != HOME_COUNTRY}
    leading = _highest(abroad) or _highest(people)
    leader = leading[0] if len(leading) == 1 else SEVERAL if leading else ""
    return Head(highest(there), leader)


def _country(key: str, registry: Registry) -> str:
    entity = registry.entities.get(key)
    return entity.country if entity else ""


def _highest(people: dict[str, Participant]) -> list[str]:
    rank = {key: PREFERENCE.index(one.level) for key, one in people.items()}
    best = min(rank.values(), default=None)
    return [key for key, n in rank.items() if n == best]
