"""Locks between processes: on a small SQLite file, which every system frees when one dies."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class Held(Exception):
    """Somebody else holds the lock."""


@contextmanager
def alone(file: Path, wait: float = 0) -> Iterator[None]:
    """Hold the lock of `file`, which is made when missing; `wait` in seconds.

    Raises `Held` when another holds it all that time, OSError when the file cannot be made.
    """
    try:
        lock = sqlite3.connect(file, timeout=wait, isolation_level=None)
    except sqlite3.OperationalError as error:
        raise OSError(f"{file}: {error}") from error
    try:
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
                raise Held(f"{file}: somebody else is writing") from None
            raise OSError(f"{file}: {error}") from error
        yield
    finally:
        lock.close()
