"""A segment: one immutable folder with the tables and the text index of some articles.

Rows are streamed in batches into a working file and then written out sorted, each table
in the order its questions read it.
"""

from __future__ import annotations

import json
import shutil
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import duckdb

from didgah.model import LANGUAGES, Annotation, Article, Mention, Reference, Span
from didgah.store import tables, textindex
from didgah.store.codec import encode

DATA, TEXT = "data.duckdb", "text"
_BATCH = 500
_LEAD = 280  # characters of the first lines shown in a list

# What is staged per article: tables that are copied as they are, and raw counts.
_STAGES: dict[str, dict[str, str]] = {
    table.get_name(): tables.columns(table)
    for table in (tables.ART, tables.ARTICLES, tables.AE, tables.STOPPED, tables.THEMES,
                  tables.REPORTS, tables.REPORT_PEOPLE, tables.STATEMENTS)
} | {
    "raw_terms": {"a": "BIGINT", "day": "DATE", "language": "VARCHAR", "outlet": "VARCHAR",
                  "lemma": "VARCHAR", "n": "BIGINT", "is_name": "BOOLEAN"},
    "raw_forms": {"language": "VARCHAR", "lemma": "VARCHAR", "surface": "VARCHAR", "n": "BIGINT"},
    "raw_entity_forms": tables.columns(tables.ENTITY_FORMS),
}


def language_group(language: str) -> str:
    """One of the four languages, or "und" for every other."""
    return language if language in LANGUAGES else "und"


def outlet_key(annotation: Annotation) -> str:
    """What filters call the outlet: its id, "name:<as stated>" or "unknown"."""
    if annotation.outlet:
        return annotation.outlet
    name = " ".join("".join(c if c.isprintable() else " " for c in annotation.outlet_name).split())
    return f"name:{name[:200]}" if name else "unknown"


def entity_counts(annotation: Annotation) -> Counter[tuple[str, str]]:
    """(kind, id) → how often the article speaks of it by a name or an office.

    A pronoun is no mention: it follows a name and would count style, not attention.
    """
    counts: Counter[tuple[str, str]] = Counter()
    for one in named(annotation):
        counts[one.kind, one.entity] += 1
    return counts


def named(annotation: Annotation) -> list[Mention | Reference]:
    """The mentions that are counted: names and offices; series are told by their meetings."""
    found = [one for one in annotation.mentions if one.kind != "series"]
    return found + [one for one in annotation.references if one.how != "pronoun"]


def sentence_at(text: str, sentences: Sequence[Span], span: Span) -> Span:
    """The sentence in which `span` begins; without one, the line."""
    for sentence in sentences:
        if sentence.start <= span.start < sentence.end:
            return sentence
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.start)
    return Span(start, len(text) if end < 0 else end)


def lead(body: str) -> str:
    """The beginning of an article's body in one line, cut at a word."""
    line = " ".join(body[: 2 * _LEAD].split())
    return line if len(line) <= _LEAD else line[:_LEAD].rsplit(" ", 1)[0] + "…"


def write(
    folder: Path,
    rows: Iterable[tuple[int, Article, Annotation]],
    known_terms: Sequence[Path] = (),
) -> None:
    """Write a segment into the new `folder`.

    `rows` are (article number, article, its annotation); numbers ascend with the day.
    `known_terms` are the data files of earlier segments, whose term numbers are kept.
    """
    folder.mkdir(parents=True)
    work = folder / "work.duckdb"
    with duckdb.connect(str(work)) as db:
        _create_stages(db)
        textindex.write(folder / TEXT, _stage(db, rows))
        db.execute(f"ATTACH '{_quoted(folder / DATA)}' AS out")
        _write_terms(db, known_terms)
        _write_sorted(db)
        db.execute("DETACH out")
    work.unlink()
    shutil.rmtree(folder / "work.duckdb.wal", ignore_errors=True)


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")


def _create_stages(db: duckdb.DuckDBPyConnection) -> None:
    for name, columns in _STAGES.items():
        db.execute(f"CREATE TABLE {name} ({tables.definition(columns)})")


def _stage(
    db: duckdb.DuckDBPyConnection, rows: Iterable[tuple[int, Article, Annotation]]
) -> Iterator[tuple[int, str]]:
    """Stage the rows batch by batch; yields what the text index needs on the way."""
    batch: dict[str, list[tuple]] = defaultdict(list)
    for count, (number, article, annotation) in enumerate(rows, 1):
        _add(batch, number, article, annotation)
        yield number, article.text
        if count % _BATCH == 0:
            _flush(db, batch)
    _flush(db, batch)


def _flush(db: duckdb.DuckDBPyConnection, batch: dict[str, list[tuple]]) -> None:
    for name, rows in batch.items():
        if not rows:
            continue
        db.register("arriving", tables.arrow(_STAGES[name], rows))
        db.execute(f"INSERT INTO {name} SELECT * FROM arriving")
        db.unregister("arriving")
        rows.clear()


def _add(batch: dict[str, list[tuple]], a: int, article: Article, found: Annotation) -> None:
    day = article.published.value
    dims = (day, language_group(found.language), outlet_key(found))
    counts = entity_counts(found)
    batch["art"].append((a, article.id, *dims, article.published.precision, sum(counts.values())))
    batch["articles"].append((
        a, article.id, article.title, found.outlet_name, article.url, lead(article.body),
        encode(article), encode(found),
    ))
    batch["ae"] += [(a, f"{kind}:{id_}", kind, n, *dims) for (kind, id_), n in counts.items()]
    surfaces = Counter(
        (f"{one.kind}:{one.entity}", " ".join(one.surface.split())) for one in named(found)
    )
    batch["raw_entity_forms"] += [(k, dims[1], form, n) for (k, form), n in surfaces.items()]
    batch["themes"] += [
        (a, theme, n, *dims) for theme, n in Counter(hit.theme for hit in found.themes).items()
    ]
    batch["stopped"] += [(a, lemma, n, *dims) for lemma, n in found.stopped]
    _add_terms(batch, a, dims, found)
    _add_events(batch, a, dims, article, found)


def _add_terms(batch: dict[str, list[tuple]], a: int, dims: tuple, found: Annotation) -> None:
    # A lemma is one term of its language, whether it was met as a word or as a name.
    counts: Counter[str] = Counter()
    names = {term.lemma for term in found.terms if term.kind == "name"}
    for term in found.terms:
        counts[term.lemma] += term.count
        batch["raw_forms"] += [(dims[1], term.lemma, form, n) for form, n in term.forms]
    batch["raw_terms"] += [(a, *dims, lemma, n, lemma in names) for lemma, n in counts.items()]


def _add_events(
    batch: dict[str, list[tuple]], a: int, dims: tuple, article: Article, found: Annotation
) -> None:
    text = article.text
    for idx, report in enumerate(found.meetings):
        passages = []
        for span in report.evidence:
            sentence = sentence_at(text, found.sentences, span)
            end = max(sentence.end, span.end)
            passages.append([sentence.start, end, text[sentence.start : end]])
        unique = sorted({tuple(one) for one in passages})
        batch["reports"].append((
            a, idx, article.id, encode(article.published), encode(report),
            json.dumps(unique, ensure_ascii=False),
        ))
        batch["report_people"] += [
            (a, idx, f"{one.kind}:{one.entity}", one.role)
            for one in report.participants
            if one.entity
        ]
    batch["statements"] += [
        (a, idx, f"{one.kind}:{one.speaker}", one.surface, one.mode, one.verb, one.start, one.end,
         text[one.start : one.end], one.meeting, *dims)
        for idx, one in enumerate(found.statements)
    ]


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
        ("statements", "a, idx"),
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
