"""The files of the archive: one batch for each import, written once and never changed.

    000001.jsonl.gz           articles, one JSON object a line, in gzip members of about 1 MB
    000001.rejected.jsonl.gz  what was refused, and notes on what was not
    000001.json               what the batch holds; it is written last, and makes it count

Any tool reads them (`zcat 000001.jsonl.gz`). Each file appears whole, by `os.replace`.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from didgah.model import Article, Published, Rejected
from didgah.store.line_file import ArchiveDamaged, Place, read_lines, sync_folder


@dataclass(frozen=True, slots=True)
class Batch:
    """What one import brought in."""

    id: str  # "000001"
    at: datetime
    source: str  # what was imported, in words: file names
    new: int
    changed: int
    unchanged: int
    rejected: int
    notes: int
    content: str  # digest of the articles' ids, "" when there are none
    data_bytes: int
    rejected_bytes: int
    replaced: tuple[str, ...]  # ids that an article of this batch takes the place of

    @property
    def articles(self) -> int:
        """Articles in the batch."""
        return self.new + self.changed


@dataclass(frozen=True, slots=True)
class Stored:
    """An article as it lies in a batch. `stem` is the id of its first version."""

    article: Article
    id: str
    stem: str
    after: str  # id of the version it takes the place of, or ""


def batches(folder: Path) -> list[Batch]:
    """All batches that count, oldest first. Raises ArchiveDamaged."""
    return [_batch(path) for path in sorted(folder.glob("[0-9]*.json"))]


def _batch(path: Path) -> Batch:
    try:
        fields = json.loads(path.read_text(encoding="utf-8"))
        fields["at"] = datetime.fromisoformat(fields["at"])
        fields["replaced"] = tuple(fields["replaced"])
        return Batch(**fields)
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise ArchiveDamaged(f"{path.name}: not readable as a batch ({error})") from error


def data_path(folder: Path, batch: str) -> Path:
    """The articles of a batch."""
    return folder / f"{batch}.jsonl.gz"


def rejected_path(folder: Path, batch: str) -> Path:
    """What a batch refused."""
    return folder / f"{batch}.rejected.jsonl.gz"


def write_batch(folder: Path, batch: Batch) -> None:
    """Make a batch count, whose files are in place. After this line it is there, before not."""
    fields = asdict(batch) | {"at": batch.at.isoformat(), "replaced": list(batch.replaced)}
    part = folder / f"{batch.id}.json.part"
    with part.open("w", encoding="utf-8") as stream:
        json.dump(fields, stream, ensure_ascii=False, indent=1)
        stream.flush()
        os.fsync(stream.fileno())
    os.replace(part, folder / f"{batch.id}.json")
    sync_folder(folder)


def remove_leftovers(folder: Path, known: set[str]) -> None:
    """Delete what an interrupted import left: parts, and files of batches that do not count."""
    for path in folder.iterdir():
        stem = path.name.partition(".")[0]
        if path.suffix == ".part" or (
            stem.isdecimal() and stem not in known and path.name.endswith(".jsonl.gz")
        ):
            path.unlink(missing_ok=True)


def read_stored(folder: Path, batch: Batch) -> Iterator[tuple[Stored, Place]]:
    """The articles of a batch and where they are. Raises ArchiveDamaged, naming the file."""
    path = data_path(folder, batch.id)
    check = hashlib.sha256()
    count = 0
    for value, place in read_lines(path, batch.data_bytes):
        stored = stored_from(value, path.name)
        check.update(_mark(stored.id, stored.after))
        count += 1
        yield stored, place
    if count != batch.articles or (count and check.hexdigest() != batch.content):
        raise ArchiveDamaged(
            f"{path.name}: holds {count} articles, not the {batch.articles} of {batch.id}.json"
        )


def read_rejected(folder: Path, batch: Batch) -> Iterator[Rejected]:
    """What a batch refused, and its notes. Raises ArchiveDamaged."""
    path = rejected_path(folder, batch.id)
    for value, _ in read_lines(path, batch.rejected_bytes):
        yield Rejected(**value)


def _mark(id: str, after: str) -> bytes:  # noqa: A002
    return f"{id} {after}\n".encode()


class ContentDigest:
    """The digest of a batch's articles, as `Batch.content` holds it."""

    def __init__(self) -> None:
        self._hash = hashlib.sha256()
        self._any = False

    def add(self, id: str, after: str) -> None:  # noqa: A002
        """One more article."""
        self._hash.update(_mark(id, after))
        self._any = True

    def value(self) -> str:
        """Hex digits, "" when there was none."""
        return self._hash.hexdigest() if self._any else ""


def stored_to(stored: Stored) -> dict[str, Any]:
    """The JSON object of an article; the text as it is, dates as ISO 8601."""
    article = stored.article
    value: dict[str, Any] = {
        "id": stored.id, "stem": stored.stem, "after": stored.after,
        "title": article.title, "body": article.body, "url": article.url,
        "outlet": article.outlet, "language": article.language,
        "published": article.published.value.isoformat() if article.published.value else None,
        "precision": article.published.precision, "known_from": article.published.known_from,
        "origin": article.origin,
        "fetched": article.fetched.isoformat() if article.fetched else None,
        "sources": list(article.sources),
    }
    return value


def stored_from(value: dict[str, Any], name: str) -> Stored:
    """The article of a JSON object. Raises ArchiveDamaged when a field is missing."""
    try:
        published = value["published"]
        fetched = value["fetched"]
        article = Article(
            title=value["title"], body=value["body"], url=value["url"], outlet=value["outlet"],
            language=value["language"],
            published=Published(
                date.fromisoformat(published) if published else None, value["precision"],
                value["known_from"],
            ),
            origin=value["origin"],
            fetched=datetime.fromisoformat(fetched) if fetched else None,
            sources=tuple(value["sources"]),
        )
        return Stored(article, value["id"], value["stem"], value["after"])
    except (KeyError, TypeError) as error:
        raise ArchiveDamaged(f"{name}: an article lacks {error}") from error
