"""Publishing: which snapshots there are, and how a new one takes over.

    snapshots/<version>-<build>/snapshot.json   what it is made of, with sizes
    snapshots/<version>-<build>/events.duckdb   its meetings
    snapshots/<version>-<build>/registry.bin    the registry it was built with
    snapshots/segments/<name>/                  articles, shared with other snapshots
    manifest.json                               snapshots newest first, and pinned versions

Everything is written beside what is served and flushed to disk before `manifest.json` is
replaced in one step, so a reader finds either the old state or the new one.
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from didgah.store import layout
from didgah.store.layout import StoreError
from didgah.store.locks import Held, alone

EVENTS, REGISTRY, DESCRIPTION = "events.duckdb", "registry.bin", "snapshot.json"
_PATIENCE = 10.0  # seconds; the list is held for the time of writing one small file
KEEP = 3  # snapshots that stay, besides the pinned ones


@dataclass(frozen=True, slots=True)
class SegmentInfo:
    """One segment: its folder's name, its articles, the bytes of its data file."""

    name: str
    articles: int
    bytes: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """What one snapshot is made of.

    `version` (the data version) is a digest of the inputs, equal for equal input.
    `built` is when it was published, in UTC, ISO 8601. `folder` is its own folder's name.
    """

    version: str
    folder: str
    built: str
    articles: int
    rejected: int
    meetings_known: int
    meetings_reported: int
    segments: tuple[SegmentInfo, ...]
    events_bytes: int
    archive: str  # digest of the archive
    decisions: int  # how many there were
    registry: str
    annotator: str
    form: int  # of tables and files


@dataclass(frozen=True, slots=True)
class Published:
    """The content of `manifest.json`: folders of snapshots newest first, pinned versions."""

    folders: tuple[str, ...] = ()
    pinned: tuple[str, ...] = ()


def new_name(version: str = "") -> str:
    """A name no other build uses."""
    return f"{version}-{secrets.token_hex(4)}" if version else secrets.token_hex(6)


def read_published(folder: Path) -> Published:
    """Which snapshots are published; empty when none is. Raises StoreError when unreadable."""
    path = layout.manifest(folder)
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        return Published(
            tuple(_name(one) for one in found["snapshots"]),
            tuple(_name(one) for one in found["pinned"]),
        )
    except FileNotFoundError:
        if any(layout.snapshots(folder).glob(f"*/{DESCRIPTION}")):
            raise StoreError(f"{path}: the list of snapshots is missing") from None
        return Published()
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoreError(f"{path}: the list of snapshots is damaged ({error})") from error


def read_manifest(folder: Path, name: str) -> Manifest:
    """The description of the snapshot in `snapshots/<name>`. Raises StoreError."""
    path = layout.snapshots(folder) / name / DESCRIPTION
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        parts = tuple(
            SegmentInfo(_name(one["name"]), int(one["articles"]), int(one["bytes"]))
            for one in found.pop("segments")
        )
        manifest = Manifest(segments=parts, **found)
        if manifest.folder != name:
            raise ValueError(f"it describes {manifest.folder!r}")
        return manifest
    except FileNotFoundError:
        raise StoreError(f"{folder}: there is no snapshot {name}") from None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoreError(f"{path}: the description is damaged ({error})") from error


def snapshot_folders(folder: Path) -> tuple[str, ...]:
    """Folders of the snapshots that may be served, newest first.

    When `manifest.json` is damaged or lost the snapshots' own descriptions stand in for it.
    """
    try:
        return read_published(folder).folders
    except StoreError:
        names = [path.parent.name for path in layout.snapshots(folder).glob(f"*/{DESCRIPTION}")]
        found = [one for one in (_readable(folder, name) for name in names) if one]
        return tuple(one.folder for one in sorted(found, key=lambda m: m.built, reverse=True))


def manifests(folder: Path) -> Iterator[Manifest]:
    """Every published snapshot that can be read, newest first."""
    for name in snapshot_folders(folder):
        if found := _readable(folder, name):
            yield found


def published_articles(folder: Path) -> int:
    """How many articles the newest readable snapshot of `folder` holds; 0 without one."""
    return next((one.articles for one in manifests(folder)), 0)


def publish(folder: Path, manifest: Manifest, staged: Path) -> Manifest:
    """Make the snapshot served. Its segments are in place, all else is in `staged`.

    Returns the manifest as published, with the time.
    """
    manifest = replace(manifest, built=datetime.now(UTC).isoformat(timespec="microseconds"))
    _write_json(staged / DESCRIPTION, asdict(manifest))
    for file in staged.iterdir():
        flush(file)
    target = layout.snapshots(folder) / manifest.folder
    os.replace(staged, target)
    flush(target.parent)
    with _changing(folder):
        published = read_published(folder)
        others = tuple(one for one in published.folders if one != target.name)
        _swap(folder, replace(published, folders=(manifest.folder, *others)))
    collect(folder)
    return manifest


def add(folder: Path, name: str) -> None:
    """List a snapshot that lies in place behind those that are there: it is not served.

    Raises StoreError when the list cannot be written.
    """
    with _changing(folder):
        published = read_published(folder)
        if name not in published.folders:
            _swap(folder, replace(published, folders=(*published.folders, name)))


def pin(folder: Path, version: str, pinned: bool = True) -> None:
    """Keep every snapshot of a version from being collected, or let go of it.

    Raises StoreError when no snapshot has that version, or the list cannot be written.
    """
    with _changing(folder):
        published = read_published(folder)
        if not any(_version(one) == version for one in published.folders):
            raise StoreError(f"{folder}: there is no snapshot {version}")
        if (version in published.pinned) != pinned:
            rest = tuple(one for one in published.pinned if one != version)
            _swap(folder, replace(published, pinned=(*rest, version) if pinned else rest))


def collect(folder: Path) -> None:
    """Delete snapshots beyond the last `KEEP` that nobody pinned, and segments without one.

    Only called by the one build that holds the lock. A reader that still has the files
    open goes on reading them (on Windows the deletion fails and the next build repeats it).
    """
    with _changing(folder):
        published = read_published(folder)
        keep = tuple(
            one
            for place, one in enumerate(published.folders)
            if place < KEEP or _version(one) in published.pinned
        )
        if keep != published.folders:
            _swap(folder, replace(published, folders=keep))
    kept = [_readable(folder, one) for one in keep]
    for path in layout.snapshots(folder).iterdir():
        if path != layout.segments(folder) and path.name not in keep:
            shutil.rmtree(path, ignore_errors=True)
    # What a snapshot is made of whose description cannot be read, nobody knows.
    if None not in kept and layout.segments(folder).exists():
        used = {part.name for one in kept for part in one.segments}
        for path in layout.segments(folder).iterdir():
            if path.name not in used:
                shutil.rmtree(path, ignore_errors=True)


def flush(path: Path) -> None:
    """Have the operating system put a file, or a folder's entries, on disk."""
    if path.is_dir() and os.name == "nt":
        return  # Windows cannot flush a folder, and does not need to
    handle = os.open(path, os.O_RDONLY if os.name != "nt" else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def only_build(folder: Path) -> Iterator[None]:
    """Be the only one to put snapshots and segments in place, or to collect them.

    Raises StoreError when a build is running.
    """
    try:
        with alone(folder / "build.lock"):
            yield
    except Held:
        raise StoreError(f"{folder}: another build is running here") from None


def restore(folder: Path) -> None:
    """Write a damaged or lost list anew from the snapshots' own descriptions.

    Nobody knows any more which of them were pinned, so all are. The first time there is
    nothing to describe, and an empty list is written. Called before anything is put in place.
    Raises StoreError when the list cannot be read or written at all.
    """
    with _changing(folder):
        try:
            read_published(folder)
            lost = not layout.manifest(folder).exists()
        except StoreError as error:
            if isinstance(error.__cause__, OSError):  # it is there, only not now or not for us
                raise
            lost = True
        if lost:
            found = snapshot_folders(folder)
            _swap(folder, Published(found, tuple(dict.fromkeys(map(_version, found)))))


@contextmanager
def _changing(folder: Path) -> Iterator[None]:
    """Be the only one to change the list: a reader may pin while a build publishes."""
    try:
        with alone(folder / "manifest.lock", wait=_PATIENCE):
            yield
    except (Held, OSError) as error:
        raise StoreError(f"{folder}: the list of snapshots cannot be changed ({error})") from error


def _swap(folder: Path, published: Published) -> None:
    beside = layout.manifest(folder).with_suffix(".json.new")
    _write_json(beside, {"snapshots": published.folders, "pinned": published.pinned})
    flush(beside)
    os.replace(beside, layout.manifest(folder))
    flush(folder)


def _write_json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _version(name: str) -> str:
    return name.partition("-")[0]


def _name(value: object) -> str:
    """A folder's name out of a file that may be damaged: never a path."""
    if not isinstance(value, str) or not value.replace("-", "").isalnum():
        raise ValueError(f"{value!r} names no snapshot")
    return value


def _readable(folder: Path, name: str) -> Manifest | None:
    try:
        return read_manifest(folder, name)
    except StoreError:
        return None
