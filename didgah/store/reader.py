"""Reading a published snapshot: read-only DuckDB over its segments, and their text indexes.

One Snapshot serves all threads of a process: every query runs on its own cursor.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path

import duckdb
import ibis
import ibis.expr.types as ir
import pandas as pd
import pyarrow as pa
from ibis.expr import operations

from didgah import textquery
from didgah.model import Registry
from didgah.store import layout, publish, segment, tables
from didgah.store.codec import decode
from didgah.store.layout import StoreError
from didgah.store.textindex import TextIndex

_ANSWERS_KEPT = 64  # sets of articles that are remembered; each at most some MB at a million


class Snapshot:
    """One published state, opened.

    `version` is the data version; `trouble` is None, or says in words why an older state
    is served than the newest published one.
    """

    def __init__(self, folder: Path, manifest: publish.Manifest) -> None:
        """Raises StoreError when a file is missing or not as it was written."""
        self.folder = folder
        self.manifest = manifest
        self.version = manifest.version
        self.is_sample = layout.is_sample(folder)
        self.trouble: StoreError | None = None
        self._lock = threading.Lock()
        self._answers: OrderedDict[str, object] = OrderedDict()
        own = layout.snapshots(folder) / manifest.folder
        if manifest.form != tables.FORM:
            raise StoreError(
                f"{own}: this was published by another version of Didgah; "
                "`didgah build` publishes the corpus anew"
            )
        parts = [layout.segments(folder) / one.name for one in manifest.segments]
        _check_size(own / publish.EVENTS, manifest.events_bytes)
        for path, info in zip(parts, manifest.segments, strict=True):
            _check_size(path / segment.DATA, info.bytes)
        self._connection = duckdb.connect(":memory:")
        try:
            self.registry = decode(Registry, (own / publish.REGISTRY).read_bytes())
            self._texts = [TextIndex(path / segment.TEXT) for path in parts]
            self._attach(own / publish.EVENTS, [path / segment.DATA for path in parts])
        except (duckdb.Error, OSError, ValueError) as error:
            self._connection.close()
            raise StoreError(f"{own}: the snapshot cannot be read ({error})") from error

    def _attach(self, events: Path, data: list[Path]) -> None:
        run = self._connection.execute
        for number, path in enumerate((events, *data)):
            run(f"ATTACH '{_quoted(path)}' AS s{number} (READ_ONLY)")
        for table in tables.EVENTS:
            name = table.get_name()
            run(f"CREATE VIEW {name} AS SELECT * FROM s0.{name}")
        for table in tables.SEGMENT:
            name = table.get_name()
            columns = ", ".join(f'"{one}"' for one in tables.columns(table))
            parts = [f"SELECT {columns} FROM s{n}.{name}" for n in range(1, len(data) + 1)]
            if parts:
                run(f"CREATE VIEW {name} AS {' UNION ALL '.join(parts)}")
            else:
                run(f"CREATE TABLE {name} ({tables.definition(tables.columns(table))})")
        # Nothing that could be smuggled into a query reaches a file or the network.
        run("SET enable_external_access = false")
        run("SET python_enable_replacements = false")
        run("SET lock_configuration = true")

    def cursor(self) -> duckdb.DuckDBPyConnection:
        """A connection of one's own to the same read-only data, for one thread."""
        return self._connection.cursor()

    def arrow(self, expression: ir.Table) -> pa.Table:
        """The rows of an ibis expression over `didgah.store.tables`."""
        with self.cursor() as cursor:
            for node in expression.op().find(operations.InMemoryTable):
                cursor.register(node.name, node.data.to_pyarrow(node.schema))
            found = cursor.sql(ibis.to_sql(expression, dialect="duckdb")).to_arrow_table()
        return found.cast(expression.schema().to_pyarrow())

    def frame(self, expression: ir.Table) -> pd.DataFrame:
        """The same as a pandas frame; dates are datetime64, missing ones NaT."""
        return self.arrow(expression).to_pandas(date_as_object=False)

    def rows(self, expression: ir.Table) -> list[dict[str, object]]:
        """The same as Python values, for few rows."""
        return self.arrow(expression).to_pylist()

    def count(self, expression: ir.Table) -> int:
        """How many rows the expression has."""
        return int(self.rows(expression.agg(n=expression.count()))[0]["n"])

    def hits(self, query: str) -> dict[int, float]:
        """Article number → BM25 score for a text query. Raises textquery.QueryError.

        Scores compare within a segment; between segments they nearly do.
        """

        def work_out() -> dict[int, float]:
            node = textquery.parse(query)
            return {number: score for index in self._texts for number, score in index.find(node)}

        return self.remembered(f"text:{query}", work_out)

    def remembered[T](self, key: str, work_out: Callable[[], T]) -> T:
        """The answer of `work_out`, kept under `key` while it is among the last used."""
        with self._lock:
            if key in self._answers:
                self._answers.move_to_end(key)
                return self._answers[key]  # type: ignore[return-value]
        found = work_out()
        with self._lock:
            self._answers[key] = found
            while len(self._answers) > _ANSWERS_KEPT:
                self._answers.popitem(last=False)
        return found

    def close(self) -> None:
        """Let go of the files."""
        self._connection.close()


def open_latest(folder: Path) -> Snapshot:
    """The newest snapshot that can be read.

    When a newer one is damaged, `trouble` of the returned one says so. Raises StoreError
    when there is none at all.
    """
    trouble: StoreError | None = None
    try:
        publish.read_published(folder)
    except StoreError as error:
        trouble = error
    for name in publish.snapshot_folders(folder):
        try:
            snapshot = Snapshot(folder, publish.read_manifest(folder, name))
        except StoreError as error:
            trouble = trouble or error
            continue
        snapshot.trouble = trouble
        return snapshot
    raise trouble or StoreError(f"{folder}: nothing has been published here yet")


def open_version(folder: Path, version: str) -> Snapshot:
    """The newest snapshot with this data version. Raises StoreError when it is not kept."""
    for manifest in publish.manifests(folder):
        if manifest.version == version:
            return Snapshot(folder, manifest)
    raise StoreError(f"{folder}: the state {version} is not kept here any more")


def latest_name(folder: Path) -> str:
    """The folder name of the newest snapshot, cheap enough to ask at every page load; or ""."""
    return next(iter(publish.snapshot_folders(folder)), "")


def _check_size(path: Path, expected: int) -> None:
    try:
        size = path.stat().st_size
    except OSError as error:
        raise StoreError(f"{path}: a file of the snapshot is missing ({error.strerror})") from error
    if size != expected:
        raise StoreError(f"{path}: {size} bytes where {expected} were written")


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
