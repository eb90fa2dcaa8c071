"""A segment: one immutable folder with the tables and the text index of some articles.

Rows are streamed in batches into a working file and then written out sorted, each table
in the order its questions read it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import duckdb

from didgah.model import Annotation, Article, MeetingReport, Published
from didgah.resolve.shingles import Fingerprint, read_arrays
from didgah.store import article_rows, tables, textindex
from didgah.store.codec import decode

DATA, TEXT = "data.duckdb", "text"
_BATCH = 500


def write(
    folder: Path,
    articles: Iterable[tuple[int, Article, Annotation]],
    known_terms: Sequence[Path] = (),
) -> None:
    """Write a segment into the new `folder`.

    `articles` are (article number, article, its annotation); numbers ascend with the day.
    `known_terms` are the data files of earlier segments, whose term numbers are kept.
    """
    folder.mkdir(parents=True)
    work = folder / "work.duckdb"
    with duckdb.connect(str(work)) as db:
        _create_stages(db)
        textindex.write(folder / TEXT, _stage(db, articles))
        db.execute(f"ATTACH '{_quoted(folder / DATA)}' AS out")
        _write_terms(db, known_terms)
        _write_sorted(db)
        db.execute("DETACH out")
    work.unlink()


def article_ids(data: Path) -> set[str]:
    """The ids of the articles in the data file of a segment."""
    with duckdb.connect(str(data), read_only=True) as db:
        return {row[0] for row in db.execute("SELECT id FROM art").fetchall()}


def reporting(data: Path) -> dict[str, int]:
    """Article id → number, of the articles in a segment that report a meeting."""
    with duckdb.connect(str(data), read_only=True) as db:
        return dict(db.execute("SELECT DISTINCT article, a FROM reports").fetchall())


def reports(data: Path) -> Iterator[tuple[str, Published, MeetingReport]]:
    """(article id, its publication, report) of a segment, articles in order of day."""
    with duckdb.connect(str(data), read_only=True) as db:
        found = db.execute("SELECT article, published, report FROM reports ORDER BY a, idx")
        while batch := found.fetchmany(1000):
            for article, published, report in batch:
                yield article, decode(Published, published), decode(MeetingReport, report)


def fingerprints(data: Path) -> Iterator[tuple[int, Fingerprint]]:
    """(article number, what tells its reprints) of a segment."""
    with duckdb.connect(str(data), read_only=True) as db:
        found = db.execute(
            "SELECT a, article, day, outlet, cites, prints FROM fingerprints ORDER BY a")
        while batch := found.fetchmany(1000):
            for a, article, day, outlet, cites, prints in batch:
                yield a, Fingerprint(article, day, outlet, tuple(cites), *read_arrays(prints))


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")


def _create_stages(db: duckdb.DuckDBPyConnection) -> None:
    for name, columns in article_rows.SHAPES.items():
        db.execute(f"CREATE TABLE {name} ({tables.definition(columns)})")


def _stage(
    db: duckdb.DuckDBPyConnection, articles: Iterable[tuple[int, Article, Annotation]]
) -> Iterator[tuple[int, str]]:
    """Stage the rows batch by batch; yields what the text index needs on the way."""
    batch: dict[str, list[tuple]] = defaultdict(list)
    for count, (number, article, annotation) in enumerate(articles, 1):
        article_rows.add(batch, number, article, annotation)
        yield number, article.text
        if count % _BATCH == 0:
            _flush(db, batch)
    _flush(db, batch)


def _flush(db: duckdb.DuckDBPyConnection, batch: dict[str, list[tuple]]) -> None:
    for name, rows in batch.items():
        if not rows:
            continue
        db.register("arriving", tables.arrow(article_rows.SHAPES[name], rows))
        db.execute(f"INSERT INTO {name} SELECT * FROM arriving")
        db.unregister("arriving")
        rows.clear()


def _write_terms(db: duckdb.DuckDBPyConnection, known_terms: Sequence[Path]) -> None:
    """Number the terms: those of earlier segments keep theirs, new ones follow."""
    db.execute("CREATE TEMP TABLE known (term BIGINT, language VARCHAR, lemma VARCHAR)")
    for path in known_terms:
        db.execute(f"ATTACH '{_quoted(path)}' AS earlier (READ_ONLY)")
        db.execute("INSERT INTO known SELECT term, language, lemma FROM earlier.terms")
        db.execute("DETACH earlier")
    db.execute("""
        CREATE TABLE out.terms AS
        SELECT row_number() OVER (ORDER BY language, lemma)
               + (SELECT coalesce(max(term), 0) FROM known) AS term, language, lemma
        FROM (SELECT DISTINCT language, lemma FROM raw_terms
              EXCEPT SELECT language, lemma FROM known)
        ORDER BY term""")
    db.execute("""
        INSERT INTO known SELECT term, language, lemma FROM out.terms;
        CREATE TEMP TABLE numbered AS
            SELECT k.term, r.a, r.n, r.day, r.language, r.outlet, r.is_name
            FROM raw_terms r JOIN known k USING (language, lemma);
        CREATE TABLE out.term_articles AS SELECT term, a, n FROM numbered ORDER BY term, a;
        CREATE TABLE out.term_tot AS
            SELECT term, sum(n)::BIGINT AS n, count(*) AS articles,
                   count(*) FILTER (is_name) AS names
            FROM numbered GROUP BY term ORDER BY term;
        CREATE TABLE out.dterms AS
            SELECT a, any_value(day) AS day, any_value(language) AS language,
                   any_value(outlet) AS outlet, list(term ORDER BY term) AS terms,
                   list(n ORDER BY term) AS counts
            FROM numbered GROUP BY a ORDER BY a;
        CREATE TABLE out.term_forms AS
            SELECT k.term, r.surface, sum(r.n)::BIGINT AS n
            FROM raw_forms r JOIN known k USING (language, lemma)
            GROUP BY k.term, r.surface ORDER BY k.term, n DESC, r.surface""")


def _write_sorted(db: duckdb.DuckDBPyConnection) -> None:
    for table, order in (
        ("art", "a"), ("articles", "a"), ("ae", "a, entity"), ("stopped", "a, lemma"),
        ("themes", "theme, a"), ("reports", "a, idx"), ("report_people", "entity, a, idx"),
        ("statements", "a, idx"), ("candidates", "candidate, a, surface"),
        ("cites", "cited, a"), ("fingerprints", "a"),
    ):
        db.execute(f"CREATE TABLE out.{table} AS SELECT * FROM {table} ORDER BY {order}")
    db.execute("""
        CREATE TABLE out.ae_e AS SELECT * FROM ae ORDER BY entity, a;
        CREATE TABLE out.ent_month AS
            SELECT entity, any_value(kind) AS kind, date_trunc('month', day)::DATE AS month,
                   language, outlet, count(*) AS articles, sum(n)::BIGINT AS n
            FROM ae GROUP BY entity, month, language, outlet
            ORDER BY entity, month, language, outlet;
        CREATE TABLE out.entity_forms AS
            SELECT entity, language, surface, sum(n)::BIGINT AS n FROM raw_entity_forms
            GROUP BY entity, language, surface ORDER BY entity, language, n DESC, surface""")
