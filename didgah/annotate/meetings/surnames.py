"""A surname that many bear, alone in a headline: whoever of that surname the article tells of.

«دیدار لاریجانی با …» names nobody for sure; the text below names the office that he holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from didgah.annotate.meetings.strangers import MARK, is_stranger
from didgah.annotate.sentences.skeleton import Actor, Skeleton, with_actor
from didgah.language.fold import key
from didgah.model import Entity, Language


def surnames_in(
    skeletons: Iterable[Skeleton], people: Mapping[str, Entity], language: Language
) -> dict[str, str]:
    """The guarded names, folded, of the persons of the registry in `skeletons`, and whose each is.

    Left out are those that two of them bear.
    """
    named = {
        unit.entity for skeleton in skeletons for unit in skeleton.units.values()
        if isinstance(unit, Actor) and unit.kind == "person" and unit.entity in people
    }
    found: dict[str, str] = {}
    shared: set[str] = set()
    for person in named:
        for name in people[person].guarded.get(language, ()):
            if found.setdefault(key(name), person) != person:
                shared.add(key(name))
    return {name: person for name, person in found.items() if name not in shared}


def with_surnames(skeleton: Skeleton, surnames: Mapping[str, str]) -> Skeleton:
    """The skeleton with every stranger of such a surname as the person whose it is."""
    if not surnames:
        return skeleton
    for unit in list(skeleton.units.values()):
        if isinstance(unit, Actor) and is_stranger(unit.entity) and (
            person := surnames.get(key(unit.entity.removeprefix(MARK)))
        ):
            skeleton = with_actor(skeleton, replace(unit, entity=person), unit.start, unit.end)
    return skeleton
