"""The tables of a snapshot: names, columns and types, in one place.

Each is an unbound ibis table: queries are expressions over these, and the writer makes
its DuckDB tables from the same schemas.

`a` is an article's number inside one snapshot. Most tables repeat the article's day,
language group and outlet, so that a filter on those needs no join. `SEGMENT` tables hold
the articles of one segment and are added up over segments; `EVENTS` tables are written
anew with every snapshot, because one new report can change how reports join into meetings.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import ibis
import ibis.expr.types as ir
import pyarrow as pa

# Raised when tables or files change their form, so that older snapshots are built anew.
FORM = 3

_DIMENSIONS = {"day": "date", "language": "string", "outlet": "string"}


def _table(name: str, /, **columns: str) -> ir.Table:
    return ibis.table(columns, name=name)


# One narrow row per article, in order of day. `language` is one of the four or "und";
# `outlet` a registry id, "name:<as stated>" or "unknown". Undated articles have no day.
# `topic` is that of the screen, "unsure" where a text was not screened.
ART = _table("art", a="int64", id="string", **_DIMENSIONS, precision="string",
             n_mentions="int64", topic="string")

# What is fetched by number for the few articles on screen. `article` and `annotation`
# are encoded dataclasses (didgah.store.codec).
ARTICLES = _table("articles", a="int64", id="string", title="string", outlet_name="string",
                  url="string", lead="string", article="binary", annotation="binary")

# Entities in articles: `n` counts names and offices, not pronouns. AE in order of
# articles, AE_E of entities.
_AE = {"a": "int64", "entity": "string", "kind": "string", "n": "int64", **_DIMENSIONS}
AE = _table("ae", **_AE)
AE_E = _table("ae_e", **_AE)
ENT_MONTH = _table("ent_month", entity="string", kind="string", month="date", language="string",
                   outlet="string", articles="int64", n="int64")
ENTITY_FORMS = _table("entity_forms", entity="string", language="string", surface="string",
                      n="int64")

# Words: a dictionary, the words of each article as two parallel lists, and the other way
# round. `names` counts the articles in which the term is a name of the registry.
TERMS = _table("terms", term="int64", language="string", lemma="string")
DTERMS = _table("dterms", a="int64", **_DIMENSIONS, terms="array<int64>", counts="array<int64>")
TERM_ARTICLES = _table("term_articles", term="int64", a="int64", n="int64")
TERM_TOT = _table("term_tot", term="int64", n="int64", articles="int64", names="int64")
TERM_FORMS = _table("term_forms", term="int64", surface="string", n="int64")
STOPPED = _table("stopped", a="int64", lemma="string", n="int64", **_DIMENSIONS)

THEMES = _table("themes", a="int64", theme="string", n="int64", **_DIMENSIONS)

# What articles say of meetings; `report` is the encoded MeetingReport, `passages` a JSON
# list of [start, end, text] of its evidence.
REPORTS = _table("reports", a="int64", idx="int64", article="string", published="binary",
                 report="binary", passages="string")
REPORT_PEOPLE = _table("report_people", a="int64", idx="int64", entity="string", role="string")
STATEMENTS = _table("statements", a="int64", idx="int64", speaker="string", surface="string",
                    mode="string", verb="string", start="int64", end="int64", text="string",
                    report="int64", office="string", place="string", **_DIMENSIONS)

# Names that the registry does not have, per article and spelling. `candidate` is
# "kind:" with the comparison key of the name in list form, `n` counts the spelling.
CANDIDATES = _table("candidates", a="int64", candidate="string", name="string", kind="string",
                    surface="string", n="int64", **_DIMENSIONS)

# Whom articles cite as their source: a key like `outlet`; `n` counts how often.
CITES = _table("cites", a="int64", cited="string", n="int64", **_DIMENSIONS)

# What tells reprints: `prints` are the arrays of `didgah.resolve.shingles.Fingerprint`.
FINGERPRINTS = _table("fingerprints", a="int64", article="string", day="date", outlet="string",
                      cites="array<string>", prints="binary")

SEGMENT: tuple[ir.Table, ...] = (
    ART, ARTICLES, AE, AE_E, ENT_MONTH, ENTITY_FORMS, TERMS, DTERMS, TERM_ARTICLES, TERM_TOT,
    TERM_FORMS, STOPPED, THEMES, REPORTS, REPORT_PEOPLE, STATEMENTS, CANDIDATES,
    CITES, FINGERPRINTS,
)

# `meeting` is the encoded Meeting.
MEETINGS = _table(
    "meetings", id="string", known="boolean", series="string", kind="string", status="string",
    first="date", last="date", precision="string", place="string", country="string",
    confidence="string", titles_only="boolean", name_fa="string", name_en="string",
    name_ru="string", name_ar="string", latitude="float64", longitude="float64",
    parties="array<string>", n_participants="int64", meeting="binary",
)
MEETING_REPORTS = _table("meeting_reports", meeting="string", a="int64", idx="int64")
MEETING_PARTIES = _table("meeting_parties", meeting="string", entity="string", role="string")

# Decisions in force about names: `action` is accept_name or reject_name.
NAME_DECISIONS = _table("name_decisions", candidate="string", action="string", decision="string")

# Articles that print a text others print too; `original` is the id of the first of them.
REPRINTS = _table("reprints", a="int64", article="string", original="string", first="boolean",
                  jaccard="float64", contained="float64", containing="float64", sure="boolean")

EVENTS: tuple[ir.Table, ...] = (
    MEETINGS, MEETING_REPORTS, MEETING_PARTIES, NAME_DECISIONS, REPRINTS,
)

_DUCKDB_TYPES = {
    "int64": "BIGINT", "string": "VARCHAR", "date": "DATE", "binary": "BLOB",
    "boolean": "BOOLEAN", "float64": "DOUBLE", "array<int64>": "BIGINT[]",
    "array<string>": "VARCHAR[]",
}

_ARROW_TYPES = {
    "BIGINT": pa.int64(), "VARCHAR": pa.string(), "DATE": pa.date32(), "BLOB": pa.binary(),
    "BOOLEAN": pa.bool_(), "DOUBLE": pa.float64(), "BIGINT[]": pa.list_(pa.int64()),
    "VARCHAR[]": pa.list_(pa.string()),
}


def columns(table: ir.Table) -> dict[str, str]:
    """Column names and their DuckDB types."""
    return {name: _DUCKDB_TYPES[str(kind)] for name, kind in table.schema().items()}


def definition(columns: Mapping[str, str]) -> str:
    """The column list of a CREATE TABLE."""
    return ", ".join(f'"{column}" {kind}' for column, kind in columns.items())


def arrow(columns: Mapping[str, str], rows: Sequence[tuple]) -> pa.Table:
    """Rows of Python values as an Arrow table of these columns."""
    schema = pa.schema([(name, _ARROW_TYPES[kind]) for name, kind in columns.items()])
    arrays = [
        pa.array(list(values), type=field.type)
        for values, field in zip(zip(*rows, strict=True), schema, strict=True)
    ]
    return pa.Table.from_arrays(arrays, schema=schema)
