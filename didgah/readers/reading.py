"""One reading of some files: what has been found so far, and how far it has come."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO, cast

from didgah.model import Article, Rejected
from didgah.readers.columns import recognise
from didgah.readers.options import ReadOptions

type Item = Article | Rejected

_DETAIL = 200  # characters, as model.Rejected promises
_IN_MEMORY = 8 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes to read: a seekable stream at its beginning, its size, and a name for people.

    `name` is relative ("folder/list.zip/a.csv"); it is shown, and never opened.
    """

    name: str
    stream: BinaryIO
    size: int
    depth: int = 0  # how many archives it was unpacked from

    @property
    def base(self) -> str:
        """The last part of the name."""
        return self.name.replace("\\", "/").rsplit("/", 1)[-1]


@dataclass(frozen=True, slots=True)
class Table:
    """The columns of one table and what they were taken for."""

    file: str
    columns: tuple[str, ...]
    mapping: dict[str, str]  # field → column; empty when they were not recognised


class Reading(Iterator[Item]):
    """Articles and refused rows, one after the other, with counters for a progress bar."""

    def __init__(self, options: ReadOptions, total_bytes: int) -> None:
        self.options = options
        self.total_bytes = total_bytes
        self.rows = 0
        self.tables: list[Table] = []
        self.current = ""  # name of the file being read
        self.unpacked = 0  # bytes
        self.members = 0
        self._finished_bytes = 0
        self._position: Callable[[], int] = lambda: 0
        self._items: Iterator[Item] = iter(())

    def follow(self, items: Iterator[Item]) -> Reading:
        """Read `items` from here on; returns itself."""
        self._items = items
        return self

    def __next__(self) -> Item:
        if self.rows > self.options.limits.rows:
            raise StopIteration
        item = next(self._items)
        self.rows += 1
        if self.rows > self.options.limits.rows:
            self.close()
            return refused(self.current, None, "rejected.too_many_rows",
                           f"> {self.options.limits.rows}")
        return item

    def close(self) -> None:
        """Read no further, and let go of what is open."""
        close = getattr(self._items, "close", None)
        if close:
            close()

    def begin(self, name: str, position: Callable[[], int]) -> None:
        """A file is opened; `position` tells how many of its bytes are behind us."""
        self.current, self._position = name, position

    def finish(self, size: int) -> None:
        """The file that was begun is done with."""
        self._finished_bytes += size
        self._position = lambda: 0

    def recognise(
        self, file: str, columns: Sequence[str], *, fixed: bool = True, told: bool = True
    ) -> dict[str, str]:
        """`columns.recognise` under these options; remembers the table, unless `told` is off."""
        mapping: dict[str, str] = {}
        try:
            mapping = recognise(columns, self.options.mapping, fixed=fixed)
        finally:
            if told:
                self.tables.append(Table(file, tuple(columns), mapping))
        return mapping

    @property
    def done_bytes(self) -> int:
        """Bytes of the given files that have been read, about."""
        return min(self._finished_bytes + self._position(), self.total_bytes)


def refused(
    file: str, line: int | None, reason: str, detail: object = "", excerpt: str = ""
) -> Rejected:
    """A Rejected whose detail and excerpt are one line, cut to 200 characters."""
    return Rejected(file, line, reason, _short(str(detail)), _short(excerpt))


def _short(text: str) -> str:
    cut = " ".join(text[:_DETAIL * 4].split())[:_DETAIL]
    return "".join("�" if _unprintable(c) else c for c in cut)


def _unprintable(char: str) -> bool:
    return char < " " or "\x7f" <= char <= "\x9f" or "\ud800" <= char <= "\udfff"


def spooled(chunks: Iterator[bytes]) -> tuple[BinaryIO, int]:
    """The chunks as one seekable stream at its beginning, and its size in bytes.

    In memory up to 8 MB, then in an unnamed temporary file. The caller closes it.
    """
    stream = cast(BinaryIO, tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY))  # noqa: SIM115
    try:
        size = sum(stream.write(chunk) for chunk in chunks)
    except BaseException:
        stream.close()
        raise
    stream.seek(0)
    return stream, size


def share(stream: BinaryIO, size: int, before: int, packed: int) -> Callable[[], int]:
    """How far an unpacked stream is, in bytes of the archive it came from.

    Its `size` bytes were `packed` ones there, with `before` ahead of them.
    """
    def position() -> int:
        at = size if stream.closed else stream.tell()
        return before + packed * at // max(size, 1)

    return position


def megabytes(size: int) -> str:
    """A size for a detail: "734 MB"."""
    return f"{size / 1024 / 1024:.1f} MB"
