"""Short codes of long links, kept with the corpus: one small file each, never changed.

A code is the beginning of a digest of the address, so one address has one code wherever it is
asked for. Letters are those of Crockford's base 32, which are not mistaken for one another when
somebody reads them out or copies them from a slide.
"""

from __future__ import annotations

import hashlib
import os
import re
import secrets
from pathlib import Path

from didgah.addresses import is_ours
from didgah.store import layout
from didgah.store.layout import StoreError

_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"
_HEARD = str.maketrans("oil", "011")  # what people write for letters that are not there
_SHORTEST, _LONGEST = 6, 12
_MAX_ADDRESS = 8000
_CODE = re.compile(f"[{_LETTERS}]{{{_SHORTEST},{_LONGEST}}}")


def save(folder: Path, address: str) -> str:
    """The code of a relative address of the dashboard; it is on disk when this returns.

    Raises ValueError for an address that leads elsewhere, StoreError when it cannot be written.
    """
    if not is_ours(address) or address.startswith(("/", ".")) or len(address) > _MAX_ADDRESS:
        raise ValueError(f"no address of the dashboard: {address[:80]!r}")
    digest = int.from_bytes(hashlib.sha256(address.encode()).digest())
    letters = "".join(_LETTERS[digest >> (5 * n) & 31] for n in range(_LONGEST))
    try:
        layout.links(folder).mkdir(parents=True, exist_ok=True)
        for length in range(_SHORTEST, _LONGEST + 1):
            code = letters[:length]
            if _kept(layout.links(folder) / code, address):
                return code
    except OSError as error:
        raise StoreError(f"{layout.links(folder)}: {error}") from error
    raise StoreError(f"{layout.links(folder)}: no code is left for {address[:80]!r}")


def find(folder: Path, code: str) -> str | None:
    """The address of a code; None for one that was never given, also when misheard."""
    said = code.strip().casefold().translate(_HEARD)
    if not _CODE.fullmatch(said):
        return None
    try:
        return (layout.links(folder) / said).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def _kept(path: Path, address: str) -> bool:
    """Write the address unless the file is there; False when it holds another."""
    part = path.with_name(f".{secrets.token_hex(6)}")
    try:
        with part.open("x", encoding="utf-8") as file:
            file.write(address)
            file.flush()
            os.fsync(file.fileno())
        os.link(part, path)  # whole or not at all, and never over another
    except FileExistsError:
        return path.read_text(encoding="utf-8") == address
    finally:
        part.unlink(missing_ok=True)
    return True
