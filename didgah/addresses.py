"""Which addresses may become links. Addresses in articles are written by anybody."""

from __future__ import annotations

from urllib.parse import urlsplit


def is_web(address: str) -> bool:
    """True for a complete http or https address with a host and nothing odd in it."""
    parts = _parts(address)
    return parts is not None and parts[0] in ("http", "https") and bool(parts[1])


def is_ours(address: str) -> bool:
    """True for an address within the dashboard: "entities?…", "./", "?…"."""
    parts = _parts(address)
    return parts is not None and not parts[0] and not parts[1]


def _parts(address: str) -> tuple[str, str] | None:
    # Browsers drop tabs and line ends and take "\" for "/"; nothing honest holds them.
    if not address or any(ord(char) <= 32 or char == "\\" for char in address):
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return parts.scheme.lower(), parts.netloc
