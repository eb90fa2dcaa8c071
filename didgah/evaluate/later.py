"""Entities that entered the registry after gold was made, of which gold cannot judge links."""

from __future__ import annotations

from functools import cache
from pathlib import Path

FILE = Path(__file__).resolve().parents[2] / "data" / "gold" / "later.txt"


@cache
def entered_later() -> frozenset[str]:
    """Keys ("place:volgograd") listed in `FILE`, one a line, comments behind "#"."""
    lines = FILE.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))
