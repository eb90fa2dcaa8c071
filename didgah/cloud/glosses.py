"""Names of the words' language in the reader's, as the registry has them; nothing else."""

from __future__ import annotations

from didgah.language.fold import key
from didgah.model import Registry


def glosses(registry: Registry, spoken: str, reader: str) -> dict[str, str]:
    """Comparison key of a name in `spoken` → that name in `reader`.

    Only full names of entities that have one in both languages. A name that two entities
    bear with different translations, or that is an ordinary word as well, has none.
    """
    if spoken == reader:
        return {}
    found: dict[str, set[str]] = {}
    for entity in registry.entities.values():
        name, said = key(entity.names.get(spoken, "")), entity.names.get(reader, "")
        guarded = {key(form) for form in entity.guarded.get(spoken, ())}
        if name and said and name not in guarded:
            found.setdefault(name, set()).add(said)
    return {name: next(iter(said)) for name, said in found.items() if len(said) == 1}
