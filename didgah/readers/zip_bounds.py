"""What a zip file claims about itself, looked at before anything is unpacked."""

from __future__ import annotations

import struct
import zipfile

from didgah.readers.options import Limits
from didgah.readers.reading import Source, megabytes
from didgah.readers.unreadable import Unreadable

_DIRECTORY_MOST = 32 * 1024 * 1024  # bytes; zipfile holds all of it in memory
_END = b"PK\x05\x06"
_END64 = b"PK\x06\x06"


def check_directory(source: Source, limits: Limits, most: int = 0) -> None:
    """Raise Unreadable when the list of members is too long or promises too much.

    `most` bytes together, `archive_bytes` when 0. zipfile never unpacks more of a member
    than is promised here.
    """
    if directory_bytes(source) > _DIRECTORY_MOST:
        raise Unreadable("rejected.too_many_members", f"> {limits.archive_members}")
    try:
        with zipfile.ZipFile(source.stream) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise Unreadable("rejected.broken_archive", str(error)) from error
    finally:
        source.stream.seek(0)
    if len(members) > limits.archive_members:
        raise Unreadable("rejected.too_many_members",
                         f"{len(members)} > {limits.archive_members}")
    promised = sum(member.file_size for member in members)
    if promised > (most or limits.archive_bytes):
        raise Unreadable("rejected.archive_bomb",
                         f"{megabytes(promised)} > {megabytes(most or limits.archive_bytes)}")
    check_expansion(promised, source.size, limits)


def check_expansion(unpacked: int, packed: int, limits: Limits) -> None:
    """Raise Unreadable when `unpacked` bytes are too many, or too many for `packed` ones."""
    if unpacked > limits.archive_bytes:
        raise Unreadable("rejected.archive_bomb",
                         f"{megabytes(unpacked)} > {megabytes(limits.archive_bytes)}")
    if unpacked > limits.archive_ratio_from and unpacked > packed * limits.archive_ratio:
        raise Unreadable("rejected.archive_bomb", f"× {unpacked // max(packed, 1)}")


def directory_bytes(source: Source) -> int:
    """Size of the central directory as the end record states it, 0 when there is none."""
    tail = min(source.size, 65_557 + 76)
    source.stream.seek(source.size - tail)
    end = source.stream.read(tail)
    source.stream.seek(0)
    at = end.rfind(_END)
    if at < 0 or len(end) < at + 22:
        return 0
    size = struct.unpack_from("<L", end, at + 12)[0]
    at64 = end.rfind(_END64)
    if at64 >= 0 and len(end) >= at64 + 48:
        size = max(size if size != 0xFFFFFFFF else 0, struct.unpack_from("<Q", end, at64 + 40)[0])
    return size
