"""One import into the archive while it runs: what is new, what changed, what is refused."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from didgah.model import Article, Rejected
from didgah.store import batches
from didgah.store.batches import Batch, ContentDigest, Stored
from didgah.store.identity import SHARED_ENOUGH, article_key, containment
from didgah.store.known import Known, Version
from didgah.store.line_file import LineWriter, read_line


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


class Intake:
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
            line = read_line(batches.data_path(self.folder, version.batch), version.place)
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
