"""From paths and uploads to articles: opens, tells the kind, hands to the reader of that kind."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from didgah.readers.archive_file import read_gzip, read_zip
from didgah.readers.feed import read_feed
from didgah.readers.folder import files_below
from didgah.readers.html_page import read_page
from didgah.readers.jsonl import read_document, read_lines
from didgah.readers.options import ReadOptions
from didgah.readers.parquet import read_parquet
from didgah.readers.reading import (
    Item,
    Reading,
    Source,
    Table,
    megabytes,
    refused,
    share,
)
from didgah.readers.sniff import EXTENSIONS, kind_of
from didgah.readers.table import read_delimited
from didgah.readers.text import read_markdown, read_text
from didgah.readers.unreadable import Unreadable
from didgah.readers.workbook import read_workbook

_PREVIEWED = 20  # files

_READERS: dict[str, Callable[[Source, Reading], Iterator[Item]]] = {
    "text": read_text, "markdown": read_markdown, "page": read_page,
    "delimited": read_delimited, "lines": read_lines, "document": read_document,
    "parquet": read_parquet, "workbook": read_workbook, "feed": read_feed,
}


@dataclass(frozen=True, slots=True)
class Preview:
    """A look into some files before they are imported.

    `tables` says of each table met which column holds what; `items` are the first articles
    and refused rows, as an import would give them.
    """

    tables: tuple[Table, ...]
    items: tuple[Item, ...]


def read_path(path: Path, options: ReadOptions = ReadOptions()) -> Reading:  # noqa: B008
    """Articles and refused rows of a file, a folder, a .zip or a .gz, one at a time.

    Nothing is raised for what is in the files: it comes as Rejected, file, line and reason.
    """
    return read_paths([path], options)


def read_paths(paths: Sequence[Path], options: ReadOptions = ReadOptions()) -> Reading:  # noqa: B008
    """As `read_path`, for several; bounds and the progress count over all of them."""
    total = sum(found[2] for found in files_below(paths) if isinstance(found, tuple))
    reading = Reading(options, total)
    return reading.follow(_files(paths, reading))


def read_upload(name: str, data: bytes, options: ReadOptions = ReadOptions()) -> Reading:  # noqa: B008
    """As `read_path`, for the bytes of an uploaded file; `name` only tells the kind."""
    reading = Reading(options, len(data))
    label = name.replace("\\", "/").rsplit("/", 1)[-1][:200] or "upload"
    return reading.follow(_top(Source(label, io.BytesIO(data), len(data)), reading))


def preview(path: Path, options: ReadOptions = ReadOptions(), n: int = 5) -> Preview:  # noqa: B008
    """The columns and the first `n` items of a file, or of the first files of a folder."""
    return preview_paths([path], options, n)


def preview_paths(
    paths: Sequence[Path], options: ReadOptions = ReadOptions(), n: int = 5  # noqa: B008
) -> Preview:
    """As `preview`, for several: up to `n` items of each of the first twenty files."""
    tables: list[Table] = []
    items: list[Item] = []
    for found in islice(files_below(paths), _PREVIEWED):
        if isinstance(found, tuple):
            looked = _look(read_path(found[1], options), n)
            tables += looked.tables
            items += looked.items
        else:
            items.append(found)
    return Preview(tuple(tables), tuple(items))


def preview_upload(
    name: str, data: bytes, options: ReadOptions = ReadOptions(), n: int = 5  # noqa: B008
) -> Preview:
    """As `preview`, for the bytes of an uploaded file."""
    return _look(read_upload(name, data, options), n)


def _look(reading: Reading, n: int) -> Preview:
    items = tuple(islice(reading, n))
    reading.close()  # while its stream is still there to be let go of
    return Preview(tuple(reading.tables), items)


def _files(paths: Sequence[Path], reading: Reading) -> Iterator[Item]:
    for found in files_below(paths):
        if not isinstance(found, tuple):
            yield found
            continue
        name, path, size = found
        try:
            with path.open("rb") as stream:
                yield from _top(Source(name, stream, size), reading)
        except OSError as error:
            yield refused(name, None, "rejected.unreadable", error.strerror or error)


def _top(source: Source, reading: Reading) -> Iterator[Item]:
    reading.begin(source.name, share(source.stream, source.size, 0, source.size))
    reading.unpacked = reading.members = 0
    yield from _source(source, reading)
    reading.finish(source.size)


def _source(source: Source, reading: Reading) -> Iterator[Item]:
    """Items of one source; what cannot be read becomes one refusal."""
    limits = reading.options.limits
    try:
        if source.size > limits.file_bytes:
            raise Unreadable("rejected.file_too_large",
                             f"{megabytes(source.size)} > {megabytes(limits.file_bytes)}")
        if source.size == 0:
            raise Unreadable("rejected.empty_file")
        kind = kind_of(source)
        if kind == "zip":
            yield from read_zip(source, reading, _source)
        elif kind == "gzip":
            yield from read_gzip(source, reading, _source)
        elif kind:
            yield from _READERS[kind](source, reading)
        else:
            raise Unreadable("rejected.unknown_extension", ", ".join(EXTENSIONS))
    except Unreadable as problem:
        yield refused(source.name, problem.line, problem.reason, problem.detail)
