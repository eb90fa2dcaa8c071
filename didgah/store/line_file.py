"""Lines of JSON in gzip members, so that one line can be read without those before it.

A member is about a megabyte of text; any tool reads the whole (`zcat`).
"""

from __future__ import annotations

import gzip
import json
import os
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO

from didgah.store.layout import StoreError

_MEMBER = 1 << 20  # bytes of text in one gzip member
_LEVEL = 4  # four times as fast as 6, files a tenth larger


class ArchiveDamaged(StoreError):
    """A file of the archive is missing, cut short or altered; `str()` names it."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line is: the member's first byte in the file, the line within the member."""

    member: int
    line: int


class LineWriter:
    """Lines of JSON into a gzip file that appears only when it is kept."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.part = path.with_name(path.name + ".part")
        self.file: BinaryIO = self.part.open("w+b")
        self.waiting: list[bytes] = []
        self.size = 0
        self.member = 0  # where the waiting lines will begin

    def write(self, value: dict[str, Any]) -> Place:
        """Add a line; raises UnicodeEncodeError when there are halves of surrogate pairs."""
        line = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
        place = Place(self.member, len(self.waiting))
        self.waiting.append(line)
        self.size += len(line)
        if self.size >= _MEMBER:
            self.flush()
        return place

    def flush(self) -> None:
        """Close the member that is being filled."""
        if self.waiting:
            self.file.seek(0, os.SEEK_END)
            self.file.write(gzip.compress(b"".join(self.waiting), _LEVEL, mtime=0))
            self.waiting, self.size = [], 0
            self.member = self.file.tell()

    def read(self, place: Place) -> dict[str, Any]:
        """A line written earlier."""
        if place.member == self.member:
            return json.loads(self.waiting[place.line])
        self.file.flush()
        return read_line(self.part, place)

    def keep(self) -> int:
        """Put the file under its own name; its size in bytes."""
        self.flush()
        self.file.flush()
        os.fsync(self.file.fileno())
        self.file.close()
        os.replace(self.part, self.path)
        return self.path.stat().st_size

    def __enter__(self) -> LineWriter:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.file.close()
        self.part.unlink(missing_ok=True)


def read_line(path: Path, place: Place) -> dict[str, Any]:
    """One line of a file of gzip members. Raises ArchiveDamaged."""
    try:
        with path.open("rb") as stream:
            stream.seek(place.member)
            with gzip.open(stream) as lines:
                for n, line in enumerate(lines):
                    if n == place.line:
                        return json.loads(line)
    except (OSError, EOFError, zlib.error, ValueError) as error:
        raise ArchiveDamaged(f"{path.name}: damaged ({error})") from error
    raise ArchiveDamaged(f"{path.name}: cut short")


def read_lines(path: Path, size: int) -> Iterator[tuple[dict[str, Any], Place]]:
    """The lines of a file of `size` bytes and where they are. Raises ArchiveDamaged."""
    try:
        found = path.stat().st_size
    except OSError as error:
        raise ArchiveDamaged(f"{path.name}: missing") from error
    if found != size:
        raise ArchiveDamaged(f"{path.name}: {found} bytes instead of {size}")
    try:
        with path.open("rb") as stream:
            at = 0
            while at < size:
                member, used = _member(stream, at)
                for n, line in enumerate(member.splitlines()):
                    yield json.loads(line), Place(at, n)
                at += used
    except (OSError, EOFError, zlib.error, ValueError) as error:
        raise ArchiveDamaged(f"{path.name}: damaged ({error})") from error


def _member(stream: BinaryIO, at: int) -> tuple[bytes, int]:
    """The text of the gzip member that begins at byte `at`, and the member's size."""
    stream.seek(at)
    unpack = zlib.decompressobj(wbits=31)
    parts = []
    used = 0
    while not unpack.eof:
        chunk = stream.read(1 << 16)
        if not chunk:
            raise EOFError("cut short")
        parts.append(unpack.decompress(chunk))
        used += len(chunk)
    return b"".join(parts), used - len(unpack.unused_data)


def sync_folder(folder: Path) -> None:
    """Make renames in `folder` survive a power cut, where the system can."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
