"""One way of writing one entity of the registry: what the tree of names hands back."""

from __future__ import annotations

from dataclasses import dataclass

from didgah.model import Entity


@dataclass(frozen=True, slots=True)
class Form:
    """One way of writing one entity."""

    entity: Entity
    text: str
    guarded: bool  # means other things too
    lead: str = ""  # key of a person's first names, when this is the surname alone
    inverted: bool = False  # the surname comes first, as in Russian lists
