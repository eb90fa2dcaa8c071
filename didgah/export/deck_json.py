"""A deck as JSON, for programs: docs/using.md says what its keys mean."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import date

from didgah.briefing.slides import Deck

FORM = 1  # to be raised when a key changes its meaning


def to_json(deck: Deck) -> bytes:
    """`{"didgah": FORM, "deck": …}` in UTF-8; keys as in `didgah.briefing.slides`.

    A body has its kind under "type" ("Chart", "Timeline", …); days and moments are ISO 8601,
    unknown ones null. Texts are as they are, those of articles too: whoever shows them escapes.
    """
    said = {"didgah": FORM, "deck": _plain(deck)}
    written = json.dumps(said, ensure_ascii=False, allow_nan=False, indent=1)
    return written.encode("utf-8", "replace")


def _plain(value: object) -> object:
    if is_dataclass(value):
        named = {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
        return {"type": type(value).__name__} | named
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, date):
        return value.isoformat()
    return value
