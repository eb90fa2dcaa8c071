"""Parquet tables, a few rows at a time and only the columns that are needed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pyarrow as pa
import pyarrow.parquet as pq

from didgah.readers.reading import Item, Reading, Source, megabytes
from didgah.readers.table import Row, table_articles
from didgah.readers.unreadable import Unreadable

_BATCH = 64  # rows


def read_parquet(source: Source, reading: Reading) -> Iterator[Item]:
    """Articles of a .parquet file, in row order; the line is the row number from 1.

    A row group that unpacks beyond `archive_bytes` is refused before it is read. Text columns
    stay dictionary-encoded, so that one long value repeated is held once.
    """
    file = _open(source)
    names = file.schema_arrow.names
    mapping = reading.recognise(source.name, names)
    limit = reading.options.limits.archive_bytes
    for group in range(file.metadata.num_row_groups):
        size = file.metadata.row_group(group).total_byte_size
        if size > limit:
            raise Unreadable("rejected.archive_bomb", f"{megabytes(size)} > {megabytes(limit)}")
    wanted = [name for name in names if name in mapping.values()]
    texts = [name for name in wanted if _is_text(file.schema_arrow.field(name).type)]
    file = _open(source, texts)
    rows = _rows(file, wanted, source, reading)
    yield from table_articles(rows, source.name, reading, mapping=mapping)


def _open(source: Source, dictionaries: Sequence[str] = ()) -> pq.ParquetFile:
    source.stream.seek(0)
    try:
        return pq.ParquetFile(source.stream, read_dictionary=list(dictionaries))
    except (pa.ArrowException, OSError, ValueError) as error:
        raise Unreadable("rejected.broken_parquet", str(error)) from error


def _is_text(kind: pa.DataType) -> bool:
    return pa.types.is_string(kind) or pa.types.is_large_string(kind)


def _cell(value: pa.Scalar) -> object:
    """The cell; of a moment beyond what Python can hold, only that it is one."""
    try:
        return value.as_py()
    except (ValueError, OverflowError):
        return str(value.type)


def _rows(
    file: pq.ParquetFile, wanted: list[str], source: Source, reading: Reading
) -> Iterator[Row]:
    yield 0, wanted
    number, total = 0, max(file.metadata.num_rows, 1)
    try:
        for batch in file.iter_batches(batch_size=_BATCH, columns=wanted):
            for n in range(batch.num_rows):
                number += 1
                yield number, [_cell(batch.column(name)[n]) for name in wanted]
            done = min(source.size, source.size * number // total)
            if source.depth == 0:
                reading.begin(source.name, lambda done=done: done)
    except (pa.ArrowException, OSError, ValueError) as error:
        raise Unreadable("rejected.broken_parquet", str(error), line=number + 1) from error
