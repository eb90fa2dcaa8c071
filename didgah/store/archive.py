"""The raw archive: articles as they came, with every earlier version, and what was refused.

Together with the analysts' decisions it is the truth; everything else in a store can be
rebuilt from it. It only grows, by whole batches: an import that is cancelled, fails or is
killed leaves no trace. One import writes at a time; any number of processes read.
"""

from __future__ import annotations

import hashlib
import sqlite3
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from didgah.model import Article, Rejected
from didgah.store import batches
from didgah.store.batches import Batch, ContentDigest, LineWriter, Stored
from didgah.store.identity import SHARED_ENOUGH, article_key, containment
from didgah.store.known import Known, Version
from didgah.store.layout import StoreError

_TELL_EVERY = 0.1  # seconds


class ArchiveBusy(StoreError):
    """Another import is writing to this archive."""


@dataclass(frozen=True, slots=True)
class AddReport:
    """What an import did, or has done so far.

    `rejected` counts refused rows and files, `notes` remarks on articles that went in,
    `reasons` both by reason key, commonest first. A cancelled import stored nothing.
    """

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    rejected: int = 0
    notes: int = 0
    reasons: tuple[tuple[str, int], ...] = ()
    batch_id: str = ""  # "" when there was nothing to keep
    cancelled: bool = False

    @property
    def seen(self) -> int:
        """Articles and refusals met."""
        return self.new + self.changed + self.unchanged + self.rejected


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
                import_ = _Import(self.folder, f"{number:06}", known, data, refusals)
                told = 0.0
                for item in items:
                    if cancelled and cancelled():
                        return AddReport(cancelled=True)
                    import_.take(item)
                    if progress and time.monotonic() - told >= _TELL_EVERY:
                        told = time.monotonic()
                        progress(import_.report())
                report = import_.finish(source[:500])
                known.commit()
        if progress:
            progress(report)
        return report

    def articles(self) -> Iterator[Article]:
        """The current version of every article, in the order they came in."""
        listed = self.batches()
        replaced = {id_ for batch in listed for id_ in batch.replaced}
        for batch in listed:
            if batch.articles:
                for stored, _ in batches.read_stored(self.folder, batch):
                    if stored.id not in replaced:
                        yield stored.article

    def versions(self, article_id: str) -> tuple[Article, ...]:
        """All versions of the article one of whose versions has this id, oldest first.

        Empty when there is none.
        """
        listed = self.batches()
        try:
            known = Known(self.folder, listed, wait=0)
        except (sqlite3.OperationalError, OSError):  # read-only, or an import is writing
            known = Known(self.folder, listed, keep=False)
        with closing(known):
            stem = known.stem_of(article_id)
            found = [self._read(version) for version in known.of_stem(stem)] if stem else []
            known.commit()
        return tuple(found)

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
        return batches.stored_from(batches.read_line(path, version.place), path.name).article

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


class _Import:
    """One import while it runs."""

    def __init__(
        self, folder: Path, batch: str, known: Known, data: LineWriter, refusals: LineWriter
    ) -> None:
        self.folder, self.batch, self.known = folder, batch, known
        self.data, self.refusals = data, refusals
        self.new = self.changed = self.unchanged = 0
        self.reasons: Counter[str] = Counter()
        self.replaced: list[str] = []
        self.content = ContentDigest()

    def take(self, item: Article | Rejected) -> None:
        """Store an article unless it is there already; keep a refusal."""
        if isinstance(item, Rejected):
            self._refuse(item)
            return
        id_ = item.id
        if self.known.has(id_):
            self.unchanged += 1
            return
        before = self._earlier(item)
        if before and self._abridged(item, before):
            self.unchanged += 1
            return
        stored = Stored(item, id_, before.stem if before else id_, before.id if before else "")
        try:
            place = self.data.write(batches.stored_to(stored))
        except UnicodeEncodeError:
            self._refuse(Rejected(item.origin, None, "rejected.broken_characters"))
            return
        self.known.add(stored, self.batch, place)
        self.content.add(stored.id, stored.after)
        if before:
            self.changed += 1
            self.replaced.append(before.id)
        else:
            self.new += 1

    def _refuse(self, item: Rejected) -> None:
        self.refusals.write(asdict(item))
        self.reasons[item.reason] += 1

    def _earlier(self, article: Article) -> Version | None:
        """The stored version that `article` is a changed state of, if there is one.

        An address stands for one article. Only where it turns out to stand for several (a
        channel's address on each of its posts: different texts in one import), or where there
        is none, the texts must share enough.
        """
        key, by_url = article_key(article)
        candidates = self.known.current_of(key)
        if by_url and len(candidates) == 1 and candidates[0].batch != self.batch:
            return candidates[0]
        day = article.published.value
        for candidate in candidates:
            if not by_url and day and candidate.day and day != candidate.day:
                continue
            if containment(self._text(candidate), article.text) >= SHARED_ENOUGH:
                return candidate
        return None

    def _abridged(self, article: Article, before: Version) -> bool:
        """True for a feed's summary of what is there at length: it must not take its place."""
        return article.published.known_from == "feed" and (
            2 * len(article.text) < len(self._text(before))
        )

    def _text(self, version: Version) -> str:
        if version.batch == self.batch:
            line = self.data.read(version.place)
        else:
            line = batches.read_line(batches.data_path(self.folder, version.batch), version.place)
        return batches.stored_from(line, version.batch).article.text

    def report(self, batch_id: str = "") -> AddReport:
        """The counts so far."""
        notes = sum(n for reason, n in self.reasons.items() if reason.startswith("noted."))
        return AddReport(
            self.new, self.changed, self.unchanged, self.reasons.total() - notes, notes,
            tuple(self.reasons.most_common()), batch_id,
        )

    def finish(self, source: str) -> AddReport:
        """Make the batch count, unless it is empty."""
        report = self.report(self.batch)
        if not (report.new or report.changed or report.rejected):
            return self.report()
        batch = Batch(
            id=self.batch, at=datetime.now(UTC), source=source, new=report.new,
            changed=report.changed, unchanged=report.unchanged, rejected=report.rejected,
            notes=report.notes, content=self.content.value(), data_bytes=self.data.keep(),
            rejected_bytes=self.refusals.keep(), replaced=tuple(self.replaced),
        )
        batches.write_batch(self.folder, batch)
        self.known.add_batch(batch)
        return report
