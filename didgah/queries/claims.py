"""What reports claim of a meeting, in words."""

from __future__ import annotations

from didgah.charts import meeting_words
from didgah.highlight import inert
from didgah.language.calendars import format_interval_pair
from didgah.language.messages import text
from didgah.model import Registry
from didgah.registry import label


def said(field: str, value: object, registry: Registry, language: str) -> str:
    """What a report claims of a field of `accounts.Disagreement`, in words."""
    if field == "place":
        return meeting_words.place_name(str(value), registry, language)
    if field == "status":
        return text(f"status.{value}", language)
    if field in ("role", "absent"):
        role, people = value  # type: ignore[misc]
        named = text("meetings.list_comma", language).join(
            label(registry.entities[key], language) if key in registry.entities else inert(name)
            for key, name in people
        )
        return f"{text(f'role.{role}', language)}: {named or '—'}"
    first, last = value  # type: ignore[misc]
    return format_interval_pair(first, last, "days", language)
