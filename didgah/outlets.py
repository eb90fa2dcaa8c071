"""What an outlet is called."""

from __future__ import annotations

from didgah.language.messages import text
from didgah.model import Registry
from didgah.registry import label


def outlet_name(key: str, registry: Registry, language: str) -> str:
    """The outlet with this key of the filters, in `language` where the registry knows it.

    Another is called as its articles state it. The words are the input's: show them inert.
    """
    if key == "unknown":
        return text("filters.outlet_of_one_unknown", language)
    known = registry.entities.get(f"outlet:{key}")
    return label(known, language) if known else key.removeprefix("name:")
