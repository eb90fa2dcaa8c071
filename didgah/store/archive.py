"""The raw archive: articles as they came, with every earlier version, and what was refused.

Together with the analysts' decisions it is the truth; everything else in a store can be
rebuilt from it. It only grows, by whole batches: an import that is cancelled, fails or is
killed leaves no trace. One import writes at a time; any number of processes read.
"""

from __future__ import annotations

import hashlib
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from didgah.model import Article, Rejected
from didgah.store import batches
from didgah.store.batches import Batch, Stored
from didgah.store.intake import AddReport, Intake
from didgah.store.known import Known, Version, find_versions
from didgah.store.layout import StoreError
from didgah.store.line_file import LineWriter, read_line

__all__ = ["AddReport", "Archive", "ArchiveBusy"]

_TELL_EVERY = 0.1  # seconds


class ArchiveBusy(StoreError):
    """Another import is writing to this archive."""


class Archive:
    """The archive of one store folder (`<home>/corpus` or `<home>/sample`)."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "archive"

    def add(
        self,
        items: Iterable[Article | Rejected],
        source: str,
        progress: Callable[[AddReport], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> AddReport:
        """Store `items` as one batch and say what became of them.

        `source` names what is imported, for people. `progress` is called about ten times a
        second with the count so far, `cancelled` asked before every item. When it says yes,
        or anything is raised, nothing is stored. Raises ArchiveBusy, ArchiveDamaged, and
        OSError when the disk is full.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        with self._only_writer():
            listed = batches.batches(self.folder)
            batches.remove_leftovers(self.folder, {batch.id for batch in listed})
            number = int(listed[-1].id) + 1 if listed else 1
            with (
                self._known(listed) as known,
                LineWriter(batches.data_path(self.folder, f"{number:06}")) as data,
                LineWriter(batches.rejected_path(self.folder, f"{number:06}")) as refusals,
            ):
                intake = Intake(self.folder, f"{number:06}", known, data, refusals)
                told = 0.0
                for item in items:
                    if cancelled and cancelled():
                        return AddReport(cancelled=True)
                    intake.take(item)
                    if progress and time.monotonic() - told >= _TELL_EVERY:
                        told = time.monotonic()
                        progress(intake.report())
                report = intake.finish(source[:500])
                known.commit()
        if progress:
            progress(report)
        return report

    def articles(self) -> Iterator[Article]:
        """The current version of every article, in the order they came in."""
        listed = self.batches()
        replaced = {id_ for batch in listed for id_ in batch.replaced}
        for stored in self._stored(listed):
            if stored.id not in replaced:
                yield stored.article

    def versions(self, article_id: str) -> tuple[Article, ...]:
        """All versions of the article one of whose versions has this id, oldest first.

        Empty when there is none.
        """
        listed = self.batches()
        found = find_versions(self.folder.absolute(), listed, article_id)
        if found is not None:
            return tuple(self._read(version) for version in found)
        stem = next((one.stem for one in self._stored(listed) if one.id == article_id), None)
        return tuple(one.article for one in self._stored(listed) if one.stem == stem)

    def _stored(self, listed: list[Batch]) -> Iterator[Stored]:
        for batch in listed:
            for stored, _ in batches.read_stored(self.folder, batch):
                yield stored

    def rejected(self, batch_id: str = "") -> Iterator[Rejected]:
        """What was refused and noted, in all batches or one; the same row is given once."""
        seen: set[Rejected] = set()
        for batch in self.batches():
            if batch_id in ("", batch.id) and batch.rejected + batch.notes:
                for item in batches.read_rejected(self.folder, batch):
                    if item not in seen:
                        seen.add(item)
                        yield item

    def batches(self) -> list[Batch]:
        """The imports so far, oldest first."""
        return batches.batches(self.folder)

    def digest(self) -> str:
        """Hex digits, equal for archives into which the same articles came in the same order."""
        whole = hashlib.sha256()
        for batch in self.batches():
            whole.update(batch.content.encode())
        return whole.hexdigest()

    def _read(self, version: Version) -> Article:
        path = batches.data_path(self.folder, version.batch)
        return batches.stored_from(read_line(path, version.place), path.name).article

    def _known(self, listed: list[Batch]) -> closing[Known]:
        try:
            return closing(Known(self.folder, listed))
        except sqlite3.OperationalError as error:
            raise StoreError(f"{self.folder / 'index.sqlite'}: {error}") from error

    @contextmanager
    def _only_writer(self) -> Iterator[None]:
        """Hold the archive for writing. The system frees it when the process dies."""
        lock = sqlite3.connect(self.folder / "write.lock", timeout=0, isolation_level=None)
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError:
            lock.close()
            raise ArchiveBusy(
                "Another import is being written to this corpus. Wait until it is done, "
                "or cancel it, and try again."
            ) from None
        try:
            yield
        finally:
            lock.close()
