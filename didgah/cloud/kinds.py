"""Which terms are names of something in the registry."""

from __future__ import annotations

from didgah.language.fold import key
from didgah.model import Registry

_NAMED = ("person", "organisation", "place")


def names(registry: Registry, language: str) -> frozenset[str]:
    """Comparison keys of what people, organisations and places are called in `language`.

    Terms count a name of one word («ایران») together with the word; to the eye it is a
    name all the same. Left out are variants and guarded forms («مالی», Mali or financial):
    they are ordinary words as well.
    """
    named = [one for one in registry.entities.values() if one.kind in _NAMED]
    guarded = {key(form) for one in named for form in one.guarded.get(language, ())}
    return frozenset(
        name for one in named if (name := key(one.names.get(language, ""))) not in guarded
    ) - {""}


def kind_of(label: str, counted_as: str, known: frozenset[str]) -> str:
    """"name" or "word": what the term was counted as, unless `known` holds its label."""
    return "name" if counted_as == "name" or key(label) in known else "word"
