"""One published state as one file, which another installation opens with the same numbers.

A ZIP: `frozen.json` names the form, the version and every file with its size and SHA-256; below
`files/` lie the snapshot and its segments. Articles as they came, analysts' decisions and briefings
stay at home: the state is read, not built on.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from didgah.store import layout, publish
from didgah.store.layout import StoreError
from didgah.store.publish import Manifest
from didgah.store.reader import Snapshot

FORM = 1  # to be raised when an older Didgah could not read the file
_LIST = "frozen.json"
_CHUNK = 1 << 20
_MOST_LISTED = 10 << 20  # bytes of the list of files
_DAY = (1980, 1, 1, 0, 0, 0)  # so that the same state is the same file


def export(folder: Path, version: str, out: BinaryIO) -> Manifest:
    """Write the newest snapshot of a version. Raises StoreError when it is not kept here."""
    manifest = next((one for one in publish.manifests(folder) if one.version == version), None)
    if manifest is None:
        raise StoreError(f"{folder}: the state {version} is not kept here any more")
    root = layout.snapshots(folder)
    paths = [root / manifest.folder, *(layout.segments(folder) / one.name
                                       for one in manifest.segments)]
    files = sorted(file for path in paths for file in path.rglob("*") if file.is_file())
    listed = {
        file.relative_to(root).as_posix(): {"size": file.stat().st_size, "sha256": _digest(file)}
        for file in files
    }
    said = {"didgah": FORM, "version": version, "folder": manifest.folder,
            "sample": layout.is_sample(folder), "files": listed}
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
        _write(packed, _LIST, json.dumps(said, indent=1).encode())
        for file in files:
            _write(packed, f"files/{file.relative_to(root).as_posix()}", file.read_bytes())
    return manifest


def take(home: Path, file: BinaryIO) -> Manifest:
    """Put an exported state beside the others and pin it; it is not served unless asked for.

    Raises StoreError naming what is wrong with the file, or when a build is running, which
    would collect what is not listed yet: nothing of it is then kept.
    """
    try:
        with zipfile.ZipFile(file) as packed:
            said = _listed(packed)
            folder = layout.sample(home) if said["sample"] else layout.corpus(home)
            return _taken(folder, packed, said)
    except (zipfile.BadZipFile, EOFError, OSError, RuntimeError, NotImplementedError) as error:
        raise StoreError(f"this file cannot be opened: {error}") from error


def _taken(folder: Path, packed: zipfile.ZipFile, said: dict) -> Manifest:
    root = layout.snapshots(folder)
    layout.segments(folder).mkdir(parents=True, exist_ok=True)
    with (publish.only_build(folder),
          tempfile.TemporaryDirectory(prefix=".taking-", dir=folder) as place):
        beside = Path(place) / "snapshots"
        for name, about in said["files"].items():
            _unpack(packed, name, about, beside)
        manifest = publish.read_manifest(Path(place), said["folder"])
        if manifest.version != said["version"]:
            raise StoreError("this file says another version than the state in it")
        Snapshot(Path(place), manifest).close()  # raises StoreError for what would not open here
        publish.restore(folder)
        for one in manifest.segments:
            _move(beside / "segments" / one.name, layout.segments(folder) / one.name)
        _move(beside / manifest.folder, root / manifest.folder)
    publish.add(folder, manifest.folder)
    publish.pin(folder, manifest.version)
    return manifest


def _listed(packed: zipfile.ZipFile) -> dict:
    try:
        if packed.getinfo(_LIST).file_size > _MOST_LISTED:
            raise StoreError("this file lists too much")
        said = json.loads(packed.read(_LIST))
        if said["didgah"] != FORM:
            raise StoreError(f"this file is of form {said['didgah']}, this Didgah reads {FORM}")
        parts = [PurePosixPath(name).parts for name, _ in said["files"].items()]
        names = {said["folder"], "segments"}
        plain = all(
            part[0] in names and not {"..", ".", ""} & set(part) and "\\" not in "".join(part)
            for part in parts
        )
        if not plain or not isinstance(said["sample"], bool):
            raise ValueError("it names files that are no part of a state")
        return said
    except StoreError:
        raise
    except (KeyError, ValueError, TypeError, IndexError, AttributeError) as error:
        raise StoreError(f"this is no exported state: {error}") from error


def _unpack(packed: zipfile.ZipFile, name: str, about: dict, beside: Path) -> None:
    """Write one file, no longer than it says, and hold it against its digest."""
    try:
        size, expected = int(about["size"]), str(about["sha256"])
        source = packed.open(f"files/{name}")
    except (KeyError, TypeError, ValueError) as error:
        raise StoreError(f"{name}: missing in this file") from error
    path = beside / name
    path.parent.mkdir(parents=True, exist_ok=True)
    digest, left = hashlib.sha256(), size
    with source, path.open("wb") as file:
        for chunk in _chunks(source):
            left -= len(chunk)
            if left < 0:
                raise StoreError(f"{name}: longer than it says")
            digest.update(chunk)
            file.write(chunk)
        file.flush()
        os.fsync(file.fileno())
    if left or digest.hexdigest() != expected:
        raise StoreError(f"{name}: altered or cut short on its way")


def _move(source: Path, target: Path) -> None:
    """Put a folder in place in one step; one of that name is there already and the same."""
    if not target.exists():
        os.replace(source, target)
    elif source.exists():
        shutil.rmtree(source)


def _chunks(file: BinaryIO) -> Iterator[bytes]:
    while chunk := file.read(_CHUNK):
        yield chunk


def _digest(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        for chunk in _chunks(file):
            digest.update(chunk)
    return digest.hexdigest()


def _write(packed: zipfile.ZipFile, name: str, content: bytes) -> None:
    info = zipfile.ZipInfo(name, _DAY)
    info.compress_type = zipfile.ZIP_DEFLATED
    packed.writestr(info, content)
