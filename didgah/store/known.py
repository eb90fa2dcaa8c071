"""Which articles the archive holds, for asking fast: a cache beside the batches.

It can be deleted at any time: what is missing is read out of the batches again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from didgah.store.batches import Batch, Stored, read_stored
from didgah.store.identity import article_key
from didgah.store.line_file import Place

_NAME = "index.sqlite"
_FORM = 1  # raised when the tables change
_LATEST = 20  # versions under one key that a changed text is compared with
_TABLES = """
CREATE TABLE IF NOT EXISTS version (
    id TEXT PRIMARY KEY, key BLOB NOT NULL, stem TEXT NOT NULL, batch TEXT NOT NULL,
    member INTEGER NOT NULL, line INTEGER NOT NULL, seq INTEGER NOT NULL, day TEXT
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS by_key ON version (key, seq);
CREATE INDEX IF NOT EXISTS by_stem ON version (stem, seq);
CREATE TABLE IF NOT EXISTS indexed (batch TEXT PRIMARY KEY, content TEXT, bytes INTEGER);
"""


@dataclass(frozen=True, slots=True)
class Version:
    """One stored version and where it is."""

    id: str
    stem: str
    batch: str
    place: Place
    day: date | None


class Known:
    """The index, inside one transaction. `commit` keeps what was added, `close` drops it."""

    def __init__(self, folder: Path, listed: Iterable[Batch]) -> None:
        """Open and complete the index of `folder`.

        Raises sqlite3.OperationalError when it cannot be written.
        """
        path = folder / _NAME
        try:
            self._connection = self._begin(path)
        except sqlite3.OperationalError:  # busy, or not ours to write
            raise
        except sqlite3.DatabaseError:  # damaged or of another form: it is only a cache
            for one in folder.glob(f"{_NAME}*"):
                one.unlink()
            self._connection = self._begin(path)
        self._seq = 0  # of the newest version
        self._complete(folder, list(listed))

    def _begin(self, path: Path) -> sqlite3.Connection:
        connection = sqlite3.connect(path, isolation_level=None, timeout=10)
        try:
            connection.execute("PRAGMA cache_size = -65536")
            connection.execute("PRAGMA journal_mode = WAL")  # readers go on meanwhile
            connection.execute("BEGIN IMMEDIATE")
            if connection.execute("PRAGMA user_version").fetchone()[0] not in (0, _FORM):
                raise sqlite3.DatabaseError("another form")
            for statement in _TABLES.split(";"):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {_FORM}")
        except sqlite3.DatabaseError:
            connection.close()
            raise
        return connection

    def _complete(self, folder: Path, listed: list[Batch]) -> None:
        """Take in batches that are not indexed; start anew when others are gone or differ."""
        there = _indexed(self._connection)
        wanted = {batch.id: (batch.content, batch.data_bytes) for batch in listed}
        if any(wanted.get(batch) != state for batch, state in there.items()):
            self._connection.execute("DELETE FROM version")
            self._connection.execute("DELETE FROM indexed")
            there = {}
        else:
            last = self._connection.execute("SELECT MAX(seq) FROM version").fetchone()[0]
            self._seq = last or 0
        for batch in listed:
            if batch.id not in there:
                for stored, place in read_stored(folder, batch):
                    self.add(stored, batch.id, place)
                self.add_batch(batch)

    def add(self, stored: Stored, batch: str, place: Place) -> None:
        """Take in one version, the newest of its stem."""
        day = stored.article.published.value
        self._seq += 1
        self._connection.execute(
            "INSERT OR REPLACE INTO version VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (stored.id, article_key(stored.article)[0], stored.stem, batch, place.member,
             place.line, self._seq, day.isoformat() if day else None),
        )

    def add_batch(self, batch: Batch) -> None:
        """Note that all of a batch is in."""
        self._connection.execute(
            "INSERT INTO indexed VALUES (?, ?, ?)", (batch.id, batch.content, batch.data_bytes)
        )

    def has(self, id: str) -> bool:  # noqa: A002
        """True when a version of this id is stored."""
        found = self._connection.execute("SELECT 1 FROM version WHERE id = ?", (id,))
        return found.fetchone() is not None

    def current_of(self, key: bytes) -> list[Version]:
        """The newest version of each of the latest articles that carry `key`, latest first."""
        stems = self._connection.execute(
            "SELECT stem FROM version WHERE key = ? ORDER BY seq DESC LIMIT ?", (key, _LATEST)
        )
        return [self.of_stem(stem)[-1] for stem in dict.fromkeys(stem for (stem,) in stems)]

    def of_stem(self, stem: str) -> list[Version]:
        """All versions of an article, oldest first."""
        return _of_stem(self._connection, stem)

    def commit(self) -> None:
        """Keep what was added."""
        self._connection.execute("COMMIT")

    def close(self) -> None:
        """Let go; what was not committed is as if it had not been."""
        self._connection.close()


def find_versions(
    folder: Path, listed: Iterable[Batch], id: str  # noqa: A002
) -> list[Version] | None:
    """All versions of the article that `id` is a version of, oldest first; [] when unknown.

    None when there is no index that knows exactly the batches `listed`.
    """
    try:
        connection = sqlite3.connect(f"{(folder / _NAME).as_uri()}?mode=ro", uri=True, timeout=1)
    except sqlite3.OperationalError:
        return None
    try:
        if _indexed(connection) != {one.id: (one.content, one.data_bytes) for one in listed}:
            return None
        found = connection.execute("SELECT stem FROM version WHERE id = ?", (id,)).fetchone()
        return _of_stem(connection, found[0]) if found else []
    except sqlite3.DatabaseError:
        return None
    finally:
        connection.close()


def _indexed(connection: sqlite3.Connection) -> dict[str, tuple[str, int]]:
    """Batch id → (content, bytes) of the batches that are in."""
    rows = connection.execute("SELECT batch, content, bytes FROM indexed")
    return {batch: (content, size) for batch, content, size in rows}


def _of_stem(connection: sqlite3.Connection, stem: str) -> list[Version]:
    rows = connection.execute(
        "SELECT id, stem, batch, member, line, day FROM version WHERE stem = ? ORDER BY seq",
        (stem,),
    )
    return [
        Version(id_, stem_, batch, Place(member, line), date.fromisoformat(day) if day else None)
        for id_, stem_, batch, member, line, day in rows
    ]
