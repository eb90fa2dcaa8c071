"""Zip and gzip files: what is in them, read without ever being written under its own name."""

from __future__ import annotations

import gzip
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import PurePosixPath
from typing import BinaryIO

from didgah.readers.reading import Item, Reading, Source, refused, share, spooled
from didgah.readers.unreadable import Unreadable
from didgah.readers.zip_bounds import check_directory, check_expansion

_CHUNK = 1 << 18
_JUNK = ("__MACOSX", "Thumbs.db", "desktop.ini")

type ReadSource = Callable[[Source, Reading], Iterator[Item]]


def read_zip(source: Source, reading: Reading, read: ReadSource) -> Iterator[Item]:
    """Each member through `read`, in the order of the archive.

    Members that are encrypted, that are links or whose name leaves the archive are refused
    by themselves. Raises Unreadable for a broken archive and one that unpacks to too much.
    """
    limits = reading.options.limits
    if source.depth >= limits.archive_depth:
        raise Unreadable("rejected.archive_too_deep", f"> {limits.archive_depth}")
    check_directory(source, limits)
    with zipfile.ZipFile(source.stream) as archive:
        for member in archive.infolist():
            name = _name(member)
            if member.is_dir() or is_junk(name):
                continue
            reading.members += 1
            if reading.members > limits.archive_members:
                raise Unreadable("rejected.too_many_members", f"> {limits.archive_members}")
            reason = _objection(member, name)
            label = f"{source.name}/{name}"
            if reason:
                yield refused(label, None, reason)
                continue
            yield from _member(archive, member, label, source, reading, read)


def _member(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, label: str, source: Source,
    reading: Reading, read: ReadSource,
) -> Iterator[Item]:
    try:
        with archive.open(member) as packed:
            stream, size = spooled(_bounded(packed, member.compress_size, reading))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError,
            RuntimeError, ValueError) as error:
        yield refused(label, None, "rejected.broken_archive", error)
        return
    if source.depth == 0:
        reading.begin(label, share(stream, size, member.header_offset, member.compress_size))
    with closing(stream):
        yield from read(Source(label, stream, size, source.depth + 1), reading)


def read_gzip(source: Source, reading: Reading, read: ReadSource) -> Iterator[Item]:
    """The one file in a .gz through `read`, under the name without ".gz"."""
    limits = reading.options.limits
    if source.depth >= limits.archive_depth:
        raise Unreadable("rejected.archive_too_deep", f"> {limits.archive_depth}")
    name = source.name[:-3] if source.name.lower().endswith(".gz") else source.name
    try:
        with gzip.open(source.stream) as packed:
            stream, size = spooled(_bounded(packed, source.size, reading))
    except (gzip.BadGzipFile, zlib.error, EOFError) as error:
        raise Unreadable("rejected.broken_archive", str(error)) from error
    if source.depth == 0:
        reading.begin(name, share(stream, size, 0, source.size))
    with closing(stream):
        yield from read(Source(name, stream, size, source.depth + 1), reading)


def _bounded(stream: BinaryIO, packed: int, reading: Reading) -> Iterator[bytes]:
    """Chunks of `stream`; raises Unreadable as soon as they are too many."""
    limits = reading.options.limits
    size = 0
    while chunk := stream.read(_CHUNK):
        size += len(chunk)
        reading.unpacked += len(chunk)
        check_expansion(size, packed, limits)
        if reading.unpacked > limits.archive_bytes:
            check_expansion(reading.unpacked, reading.unpacked, limits)
        if size > limits.file_bytes:
            raise Unreadable("rejected.file_too_large")
        yield chunk


def _name(member: zipfile.ZipInfo) -> str:
    """The member's name; Persian names zipped on old systems come in as code page 437."""
    if member.flag_bits & 0x800:
        return member.filename
    try:
        return member.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return member.filename


def is_junk(name: str) -> bool:
    """True for what systems leave in folders: hidden files, thumbnails, resource forks."""
    return any(
        part in _JUNK or part.startswith("~$") or (part.startswith(".") and part not in (".", ".."))
        for part in PurePosixPath(name.replace("\\", "/")).parts
    )


def _objection(member: zipfile.ZipInfo, name: str) -> str:
    parts = PurePosixPath(name.replace("\\", "/")).parts
    if member.flag_bits & 0x1:
        return "rejected.encrypted"
    if stat.S_ISLNK(member.external_attr >> 16):
        return "rejected.link"
    outside = not parts or ".." in parts or name.startswith(("/", "\\")) or ":" in parts[0]
    if outside or "\x00" in name:
        return "rejected.unsafe_name"
    return ""
