"""What an outlet is called on a page."""

from __future__ import annotations

from components import data
from didgah import outlets


def outlet_name(key: str, language: str) -> str:
    """As `outlets.outlet_name`, of the data that is served."""
    return outlets.outlet_name(key, data.snapshot().registry, language)
