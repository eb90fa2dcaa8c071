"""From the rows of `data/registry` to the dataclasses of the model, every reference checked."""

from __future__ import annotations

from collections import defaultdict

from didgah import registry_schema as schema
from didgah.language.fold import key
from didgah.model import (
    ENTITY_KINDS,
    LANGUAGES,
    Cue,
    Entity,
    Language,
    Office,
    Series,
    Theme,
)
from didgah.registry_schema import Row

Tables = dict[str, list[Row]]


def _each(prefix: str, languages: tuple[str, ...] = LANGUAGES) -> tuple[str, ...]:
    return tuple(f"{prefix}_{language}" for language in languages)


def _worded(*prefixes: str) -> tuple[str, ...]:
    return tuple(column for prefix in prefixes for column in _each(prefix, schema.WORDED))


_NAMED = _each("name") + _each("variants")
# What the header of each table must be.
COLUMNS: dict[str, tuple[str, ...]] = {
    "people.csv": (
        "id", "country", *_NAMED, *_each("guarded"), *_each("unseen", ("fa", "ru", "ar")),
        "sources",
    ),
    "people_offices.csv": ("person", "office", "of", *_each("title"), "since", "until"),
    "organisations.csv": ("id", "type", "country", *_NAMED, *_each("guarded")),
    "places.csv": (
        "id", "type", "country", "latitude", "longitude", *_NAMED, *_each("guarded"),
        *_each("adjectives"),
    ),
    "outlets.csv": ("id", "language", "country", "type", "domain", *_NAMED, *_each("guarded")),
    "series.csv": ("id", "lane", "organisation", *_NAMED),
    "meetings.csv": (
        "id", "series", "kind", "status", "ordinal", "first", "last", "precision", "place",
        "country", *_worded("venue", "theme", "outcome"), "confidence", *_each("name"), "sources",
        *_worded("note"),
    ),
    "meeting_participants.csv": (
        "meeting", "role", "kind", "entity", *_worded("name", "office"),
    ),
    "statements.csv": (
        "id", "meeting", "speaker", *_worded("speaker_name", "office"), "mode", "read_by", "date",
        "themes", *_each("gist", ("fa", "en")), "confidence", "sources", "note",
    ),
    "unaddressed.csv": ("id", *_worded("words")),
    "themes.csv": ("id", *_each("name")),
    "theme_terms.csv": ("theme", "language", "term"),
    "cues.csv": (
        "entity", "language", "form", "before", "after", "near", "not_before", "not_after",
        "article",
    ),
    "office_words.csv": ("office", "language", "form"),
    "first_names.csv": ("language", "name"),
}
# In cues.csv: every person, every place, every office.
GENERIC = tuple(f"{kind}:*" for kind in (*ENTITY_KINDS, "office"))


def series(rows: list[Row], problems: list[str]) -> dict[str, Series]:
    """The runs of meetings in the order of their lanes."""
    lanes: dict[str, int] = {}
    found = {}
    for id_, row in schema.unique(rows, "id", problems).items():
        lane = row["lane"]
        if not lane.isdecimal():
            problems.append(row.says(f"lane {lane!r} is no whole number"))
            lane = "0"
        elif lane in lanes:
            problems.append(row.says(f"lane {lane} is already taken on line {lanes[lane]}"))
        lanes[lane] = row.line
        found[id_] = Series(
            id_, schema.names(row, problems), schema.by_language(row, "variants", problems),
            row["organisation"], int(lane),
        )
    return dict(sorted(found.items(), key=lambda item: item[1].lane))


def entities(
    tables: Tables, series: dict[str, Series], problems: list[str]
) -> dict[str, Entity]:
    """People, organisations, places, outlets and series by registry key."""
    offices = defaultdict(list)
    for row in tables["people_offices.csv"]:
        offices[row["person"]].append(_office(row, problems))
    found: dict[str, Entity] = {}
    origin: dict[str, Row] = {}
    for kind, table in (
        ("person", "people.csv"), ("organisation", "organisations.csv"),
        ("place", "places.csv"), ("outlet", "outlets.csv"),
    ):
        for id_, row in schema.unique(tables[table], "id", problems).items():
            cells = row.cells
            entity = Entity(
                id=id_, kind=kind, names=schema.names(row, problems),  # type: ignore[arg-type]
                variants=schema.by_language(row, "variants", problems),
                guarded=schema.by_language(row, "guarded", problems),
                unseen=schema.by_language(row, "unseen", problems),
                adjectives=schema.by_language(row, "adjectives", problems),
                country=schema.country(row, "country", problems),
                type=cells.get("type", ""), domain=cells.get("domain", ""),
                language=cells.get("language", ""), offices=tuple(offices.get(id_, ())),
                latitude=schema.number(row, "latitude", -90, 90, problems)
                if kind == "place" else None,
                longitude=schema.number(row, "longitude", -180, 180, problems)
                if kind == "place" else None,
                sources=schema.sources(row, problems, required=True)
                if kind == "person" else (),
            )
            problems += _twice(row, entity)
            found[entity.key], origin[entity.key] = entity, row
    problems += _claims(origin, found)
    for row in tables["people_offices.csv"]:
        if f"person:{row['person']}" not in found:
            problems.append(row.says(f"person {row['person']!r} is not known"))
    for item in series.values():
        found[f"series:{item.id}"] = Entity(item.id, "series", item.names, item.variants)
    return found


def _twice(row: Row, entity: Entity) -> list[str]:
    """A form stands in one of the columns of a language; only a name may also be guarded."""
    found = []
    for language in LANGUAGES:
        seen: set[str] = set()
        for forms in (entity.guarded, entity.variants, entity.unseen):
            if forms is entity.variants:
                seen.add(entity.names[language])
            again = seen & set(forms.get(language, ()))
            found += [row.says(f"{form!r} stands twice ({language})") for form in sorted(again)]
            seen |= set(forms.get(language, ()))
    return found


def _claims(rows: dict[str, Row], entities: dict[str, Entity]) -> list[str]:
    """No form may name two entities without a doubt: one of them must be guarded."""
    owners: dict[tuple[str, str], str] = {}
    found = []
    for entity_key, row in rows.items():
        entity = entities[entity_key]
        for language in LANGUAGES:
            guarded = entity.guarded.get(language, ())
            for form in (entity.names[language], *entity.variants.get(language, ())):
                if form in guarded or "(" in form:
                    continue
                owner = owners.setdefault((language, key(form)), entity_key)
                if owner != entity_key:
                    found.append(row.says(f"{form!r} already names {owner} ({language})"))
    return found


def _office(row: Row, problems: list[str]) -> Office:
    since, until = schema.span(row, "since", problems), schema.span(row, "until", problems)
    if since and until and since[0] > until[1]:
        problems.append(row.says(f"since {row['since']} is after until {row['until']}"))
    title = {language: row[f"title_{language}"] for language in LANGUAGES}
    problems += [row.says(f"title_{lang} is empty") for lang, text in title.items() if not text]
    if bool(row["office"]) != bool(row["of"]):
        problems.append(row.says("office and of are given together or not at all"))
    return Office(
        title, since[0] if since else None, until[1] if until else None, row["office"], row["of"]
    )


def check_references(
    tables: Tables, entities: dict[str, Entity],
    words: dict[str, dict[Language, tuple[str, ...]]], problems: list[str],
) -> None:
    """What points from one table into another that is read later."""
    for row in tables["people_offices.csv"]:
        schema.refers(row, "office", words, problems)
        schema.refers(row, "of", entities, problems)
    organisations = {id_ for kind, _, id_ in (k.partition(":") for k in entities)
                     if kind == "organisation"}
    for row in tables["series.csv"]:
        schema.refers(row, "organisation", organisations, problems)


def themes(tables: Tables, problems: list[str]) -> dict[str, Theme]:
    """Themes with their terms."""
    """Themes with their terms."""
    rows = schema.unique(tables["themes.csv"], "id", problems)
    terms: dict[str, dict[str, list[str]]] = {id_: defaultdict(list) for id_ in rows}
    for row in tables["theme_terms.csv"]:
        theme = schema.refers(row, "theme", rows, problems)
        language = schema.one_of(row, "language", LANGUAGES, problems)
        if not row["term"] or not theme:
            problems.append(row.says("theme and term must be given"))
        elif row["term"] in terms[theme][language]:
            problems.append(row.says(f"term {row['term']!r} stands twice"))
        else:
            terms[theme][language].append(row["term"])
    return {
        id_: Theme(id_, schema.names(row, problems), {k: tuple(v) for k, v in terms[id_].items()})
        for id_, row in rows.items()
    }


def office_words(
    rows: list[Row], problems: list[str]
) -> dict[str, dict[Language, tuple[str, ...]]]:
    """Templates of office titles by office and language."""
    found: dict[str, dict[str, list[str]]] = {}
    for row in rows:
        language = schema.one_of(row, "language", LANGUAGES, problems)
        forms = found.setdefault(row["office"], {}).setdefault(language, [])
        if not row["office"] or not row["form"]:
            problems.append(row.says("office and form must be given"))
        elif row["form"] in forms:
            problems.append(row.says(f"form {row['form']!r} stands twice"))
        forms.append(row["form"])
    return {
        office: {language: tuple(forms) for language, forms in by_language.items()}
        for office, by_language in found.items()
    }


def first_names(rows: list[Row], problems: list[str]) -> dict[Language, tuple[str, ...]]:
    """Common first names by language."""
    found: dict[str, list[str]] = {}
    for row in rows:
        language = schema.one_of(row, "language", LANGUAGES, problems)
        if not row["name"] or row["name"] in found.setdefault(language, []):
            problems.append(row.says(f"name {row['name']!r} is empty or stands twice"))
        found[language].append(row["name"])
    return {language: tuple(names) for language, names in found.items()}


def cues(
    rows: list[Row], entities: dict[str, Entity], problems: list[str]
) -> tuple[Cue, ...]:
    """The rows of cues.csv, one per entity, language and form."""
    found: dict[tuple[str, str, str], Cue] = {}
    for row in rows:
        entity, language, form = row["entity"], row["language"], row["form"]
        if entity in GENERIC:
            if form:
                problems.append(row.says(f"{entity} takes no form"))
        elif entity not in entities:
            problems.append(row.says(f"entity {entity!r} is not known"))
        elif form and not _has_form(entities[entity], language, form):
            problems.append(row.says(f"{form!r} is no form of {entity} ({language})"))
        cue = Cue(
            entity, schema.one_of(row, "language", LANGUAGES, problems), form,
            *(
                schema.many(row, column, problems)
                for column in ("before", "after", "near", "not_before", "not_after", "article")
            ),
        )
        if (entity, language, form) in found:
            problems.append(row.says("a cue for this form stands above"))
        found[entity, language, form] = cue
    return tuple(found.values())


def _has_form(entity: Entity, language: Language, form: str) -> bool:
    return form in (
        entity.names.get(language), *entity.variants.get(language, ()),
        *entity.guarded.get(language, ()), *entity.unseen.get(language, ()),
    )
