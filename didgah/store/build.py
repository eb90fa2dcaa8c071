"""From the archive to a published snapshot: annotate, resolve, lay out, publish.

What an earlier build has done is kept: annotations are cached per article, and when
articles were only added, the new ones become one more segment beside those already there.
A build that stops half-way, or is killed, leaves the last snapshot served.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import batched
from pathlib import Path
from typing import Protocol

from didgah import registry as registry_tables
from didgah.annotate.published import publication_of
from didgah.model import Annotation, Article, Decision, Registry, Reprint
from didgah.readers import read_paths
from didgah.resolve import decisions as corrections
from didgah.resolve.accepted import with_names
from didgah.resolve.meetings import resolve_meetings
from didgah.resolve.reprints import group
from didgah.store import events, layout, publish, segment, tables
from didgah.store.annotating import BuildCancelled, Progress, annotate_missing
from didgah.store.annotations import AnnotationCache, annotator_version
from didgah.store.archive import Archive
from didgah.store.codec import encode
from didgah.store.layout import StoreError

__all__ = ["BuildCancelled", "Progress", "build", "ensure_sample", "is_current"]

_SEGMENTS = 16  # as many are melted into one when articles are added


class Source(Protocol):
    """What a build reads: `didgah.store.archive.Archive`, or a few articles in a test."""

    def articles(self) -> Iterable[Article]:
        """The current version of every article."""

    def rejected(self) -> Iterable[object]:
        """What was refused."""

    def digest(self) -> str:
        """Equal for equal articles."""


def build(
    folder: Path,
    registry: Registry,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
    jobs: int = 1,
    full: bool = False,
    source: Source | None = None,
) -> publish.Manifest:
    """Publish the present state of the store in `folder`, and say what was published.

    Names that an analyst accepted are known as if they stood in `registry`.
    `jobs` processes annotate (joblib, so a Dask or Ray backend chosen by
    `joblib.parallel_config` is used as well). `full` lays out all segments anew.
    Raises BuildCancelled, and StoreError when another build is running.
    """
    source = source or Archive(folder)
    tell = progress or (lambda done, total, stage: None)
    stop = cancelled or (lambda: False)
    folder.mkdir(parents=True, exist_ok=True)
    registry = with_names(registry, _decisions(folder))
    with (
        publish.only_build(folder),
        AnnotationCache(folder, annotator_version(), registry.version) as cache,
    ):
        publish.restore(folder)
        digest, days = _inventory(source)
        version = _data_version(folder, digest, registry)
        newest = next(publish.manifests(folder), None)
        if newest and newest.version == version and _intact(folder, newest) and not full:
            return newest
        if missing := days.keys() - cache.known():
            annotate_missing(source.articles(), missing, cache, registry, tell, stop, jobs)
        reusable = None if full else _reusable(folder, newest, days, registry)
        parts = _write_segments(folder, source, days, cache, reusable, tell, stop)
        manifest = _publish(folder, source, parts, version, digest, registry, newest, tell, stop)
        cache.forget_others()
        return manifest


def is_current(folder: Path, registry: Registry, source: Source) -> bool:
    """Whether the newest snapshot shows the present articles, decisions and registry."""
    newest = next(publish.manifests(folder), None)
    known = with_names(registry, _decisions(folder))
    return newest is not None and newest.version == _data_version(
        folder, source.digest(), known
    )


def ensure_sample(
    home: Path, progress: Progress | None = None, jobs: int = 1, full: bool = False
) -> Path:
    """The store of the bundled briefs, built when it is missing or not up to date.

    `jobs` and `full` as for `build`. Raises StoreError when there are no briefs, or another
    process is building it.
    """
    folder = layout.sample(home)
    briefs = sorted(layout.SAMPLE_BRIEFS.glob("*.jsonl"))
    if not briefs:
        raise StoreError(f"{layout.SAMPLE_BRIEFS}: no sample briefs are bundled here")
    registry = registry_tables.load()
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in briefs)).hexdigest()
    mark = folder / "briefs.sha256"
    if not mark.exists() or mark.read_text() != digest:
        # Derived from the briefs, so that one taken out of them must go here too.
        shutil.rmtree(layout.archive(folder), ignore_errors=True)
        Archive(folder).add(read_paths(briefs), "sample")
        mark.write_text(digest)
    if full or not is_current(folder, registry, Archive(folder)):
        build(folder, registry, progress, jobs=jobs, full=full)
    return folder


def _inventory(source: Source) -> tuple[str, dict[str, date | None]]:
    """The digest of the archive and (article id → day) of exactly that state."""
    while True:
        digest = source.digest()
        days = {article.id: publication_of(article).value for article in source.articles()}
        if source.digest() == digest:
            return digest, days


def _decisions(folder: Path) -> tuple[Decision, ...]:
    try:
        return corrections.load(layout.decisions(folder))
    except corrections.DecisionError as error:
        raise StoreError(f"The corrections cannot be read: {error}") from error


def _data_version(folder: Path, digest: str, registry: Registry) -> str:
    path = layout.decisions(folder)
    corrections = path.read_bytes() if path.exists() else b""
    parts = (digest.encode(), corrections, registry.version.encode(),
             annotator_version().encode(), str(tables.FORM).encode())
    return hashlib.sha256(b"\x1f".join(hashlib.sha256(p).digest() for p in parts)).hexdigest()[:12]


def _intact(folder: Path, manifest: publish.Manifest) -> bool:
    paths = [(layout.snapshots(folder) / manifest.folder / publish.EVENTS, manifest.events_bytes)]
    paths += [(_data(folder, one), one.bytes) for one in manifest.segments]
    return all(path.exists() and path.stat().st_size == size for path, size in paths)


def _data(folder: Path, info: publish.SegmentInfo) -> Path:
    return layout.segments(folder) / info.name / segment.DATA


def _reusable(
    folder: Path,
    newest: publish.Manifest | None,
    days: dict[str, date | None],
    registry: Registry,
) -> tuple[publish.Manifest, set[str]] | None:
    """The last snapshot and its article ids, when its segments can stay as they are."""
    if newest is None or not _intact(folder, newest):
        return None
    made_of = (newest.registry, newest.annotator, newest.form)
    if made_of != (registry.version, annotator_version(), tables.FORM):
        return None
    held: set[str] = set()
    for one in newest.segments:
        held |= segment.article_ids(_data(folder, one))
    crowded = len(newest.segments) >= _SEGMENTS and len(held) < len(days)
    return (newest, held) if held <= days.keys() and not crowded else None


def _write_segments(
    folder: Path,
    source: Source,
    days: dict[str, date | None],
    cache: AnnotationCache,
    reusable: tuple[publish.Manifest, set[str]] | None,
    tell: Progress,
    stop: Callable[[], bool],
) -> tuple[publish.SegmentInfo, ...]:
    kept = reusable[0].segments if reusable else ()
    held = reusable[1] if reusable else set()
    added = sorted(days.keys() - held, key=lambda one: (days[one] or date.max, one))
    if not added:
        return kept
    first = sum(one.articles for one in kept)
    numbers = {article: first + place for place, article in enumerate(added)}

    def rows() -> Iterator[tuple[int, Article, Annotation]]:
        wanted = (article for article in source.articles() if article.id in numbers)
        done = 0
        for batch in batched(wanted, 200):
            tell(done, len(numbers), "build.tables")
            if stop():
                raise BuildCancelled
            found = cache.get([article.id for article in batch])
            for article, annotation in zip(batch, found, strict=True):
                yield numbers[article.id], article, annotation
            done += len(batch)
        tell(done, len(numbers), "build.tables")

    name = publish.new_name()
    target = layout.segments(folder) / name
    try:
        segment.write(target, rows(), [_data(folder, one) for one in kept])
    except BaseException:
        shutil.rmtree(target, ignore_errors=True)
        raise
    for path in (target, *target.rglob("*")):
        publish.flush(path)
    info = publish.SegmentInfo(name, len(added), (target / segment.DATA).stat().st_size)
    return (*kept, info)


def _publish(
    folder: Path,
    source: Source,
    parts: tuple[publish.SegmentInfo, ...],
    version: str,
    digest: str,
    registry: Registry,
    newest: publish.Manifest | None,
    tell: Progress,
    stop: Callable[[], bool],
) -> publish.Manifest:
    tell(0, 1, "build.meetings")
    data = [_data(folder, one) for one in parts]
    decisions = _decisions(folder)
    told = (report for path in data for report in segment.reports(path))
    meetings = corrections.apply(resolve_meetings(told, registry), decisions)
    numbers = {id_: number for path in data for id_, number in segment.reporting(path).items()}
    if stop():
        raise BuildCancelled
    tell(0, 1, "build.publish")
    staged = layout.snapshots(folder) / f"staged-{publish.new_name()}"
    staged.mkdir(parents=True)
    try:
        events.write(
            staged / publish.EVENTS, meetings, numbers, registry,
            corrections.in_force(decisions), _reprints(folder, newest, parts),
        )
        (staged / publish.REGISTRY).write_bytes(encode(registry))
        manifest = publish.Manifest(
            version=version,
            folder=publish.new_name(version),
            built="",
            articles=sum(one.articles for one in parts),
            rejected=sum(1 for _ in source.rejected()),
            meetings_known=sum(1 for one in meetings if one.known),
            meetings_reported=sum(1 for one in meetings if one.reports),
            segments=parts,
            events_bytes=(staged / publish.EVENTS).stat().st_size,
            archive=digest,
            decisions=len(decisions),
            registry=registry.version,
            annotator=annotator_version(),
            form=tables.FORM,
        )
        published = publish.publish(folder, manifest, staged)
    except BaseException:
        shutil.rmtree(staged, ignore_errors=True)
        raise
    tell(1, 1, "build.publish")
    return published


def _reprints(
    folder: Path, newest: publish.Manifest | None, parts: tuple[publish.SegmentInfo, ...]
) -> list[tuple[int, Reprint]]:
    """Reprints with the numbers of their articles; taken over when the articles are the same."""
    if newest and newest.segments == parts and newest.form == tables.FORM:
        return events.reprints(layout.snapshots(folder) / newest.folder / publish.EVENTS)
    found = [one for info in parts for one in segment.fingerprints(_data(folder, info))]
    numbers = {prints.article: a for a, prints in found}
    return [(numbers[one.article], one) for one in group([prints for _, prints in found])]
