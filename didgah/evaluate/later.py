"""Entities that entered the registry after gold was made, of which gold cannot judge links."""

from __future__ import annotations

from functools import cache

from didgah.bundled import DATA

FILE = DATA / "gold" / "later.txt"


@cache
def entered_later() -> frozenset[str]:
    """Keys ("place:volgograd") listed in `FILE`, one a line, comments behind "#"."""
    lines = FILE.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))
