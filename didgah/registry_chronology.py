"""The chronology from its rows: meetings, who took part, what was said; references checked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from typing import get_args

from didgah import registry_schema as schema
from didgah.model import (
    ENTITY_KINDS,
    PRECISIONS,
    ROLES,
    STATUSES,
    Confidence,
    Entity,
    KnownMeeting,
    KnownStatement,
    Language,
    MeetingKind,
    Participant,
    Series,
    Theme,
)
from didgah.registry_schema import Row
from didgah.registry_tables import Tables

_CONFIDENCES = get_args(Confidence)
_MODES = ("speech", "message", "remarks", "press", "interview")


def meetings(
    tables: Tables, entities: dict[str, Entity], series: dict[str, Series],
    unaddressed: Collection[str], problems: list[str],
) -> dict[str, KnownMeeting]:
    """The chronology with its participants."""
    rows = schema.unique(tables["meetings.csv"], "id", problems)
    participants: dict[str, list[Participant]] = defaultdict(list)
    for row in tables["meeting_participants.csv"]:
        meeting = schema.refers(row, "meeting", rows, problems)
        participant = _participant(row, entities, problems)
        if participant in participants[meeting]:
            problems.append(row.says("this participant stands twice"))
        participants[meeting].append(participant)
    places = {key.partition(":")[2] for key in entities if key.startswith("place:")}
    found = {}
    for id_, row in rows.items():
        first, last = schema.day(row, "first", problems), schema.day(row, "last", problems)
        if first > last != date.min:
            problems.append(row.says(f"first {first} is after last {last}"))
        if not row["series"]:
            problems.append(row.says("series is empty"))
        sources = schema.sources(row, problems, required=True, unaddressed=unaddressed)
        found[id_] = KnownMeeting(
            id=id_, series=schema.refers(row, "series", series, problems),
            kind=schema.one_of(row, "kind", get_args(MeetingKind), problems),  # type: ignore[arg-type]
            names=schema.names(row, problems), first=first, last=last,
            precision=schema.one_of(row, "precision", PRECISIONS, problems),  # type: ignore[arg-type]
            status=schema.one_of(row, "status", STATUSES, problems),  # type: ignore[arg-type]
            place=schema.refers(row, "place", places, problems),
            country=schema.country(row, "country", problems),
            participants=tuple(participants[id_]), ordinal=row["ordinal"],
            venue=schema.worded(row, "venue", problems),
            theme=schema.worded(row, "theme", problems),
            outcome=schema.worded(row, "outcome", problems),
            confidence=schema.one_of(row, "confidence", _CONFIDENCES, problems),  # type: ignore[arg-type]
            titles_only=titles_only(sources), sources=sources,
            note=schema.worded(row, "note", problems),
        )
    return found


def titles_only(sources: tuple[str, ...]) -> bool:
    """True when a meeting rests on headlines alone.

    Channel One addresses were read as dated titles, and the index of the ministry's posts
    (github.com/lobsterbush/kremlin-speeches) cuts each post at about 120 characters.
    """
    return all("://www.1tv.ru/" in s or "://1tv.ru/" in s or "lobsterbush" in s for s in sources)


def _participant(row: Row, entities: dict[str, Entity], problems: list[str]) -> Participant:
    kind = schema.one_of(row, "kind", ENTITY_KINDS, problems)
    role = schema.one_of(row, "role", ROLES, problems)
    if row["entity"] and f"{kind}:{row['entity']}" not in entities:
        problems.append(row.says(f"{kind} {row['entity']!r} is not known"))
    names = _called(row, "name", row["entity"], problems)
    return Participant(
        row["entity"], kind, role, names["en"],  # type: ignore[arg-type]
        names={} if row["entity"] else names, offices=schema.worded(row, "office", problems),
    )


def _called(row: Row, prefix: str, entity: str, problems: list[str]) -> dict[Language, str]:
    """A name: in English, to be read in the table; in Persian only where no entity has it."""
    needed = ("en",) if entity else schema.WORDED
    found = {language: row[f"{prefix}_{language}"] for language in needed}
    problems += [
        row.says(f"{prefix}_{language} is empty") for language, name in found.items() if not name
    ]
    if entity and row[f"{prefix}_fa"]:
        problems.append(row.says(f"{prefix}_fa is given, but {entity!r} has its name elsewhere"))
    return found


def unaddressed(rows: list[Row], problems: list[str]) -> dict[str, dict[Language, str]]:
    """How sources that nobody can open are called, by id."""
    found = {}
    for id_, row in schema.unique(rows, "id", problems).items():
        found[id_] = schema.worded(row, "words", problems)
        if not found[id_]:
            problems.append(row.says("words_en and words_fa must be given"))
    return found


def statements(
    rows: list[Row], entities: dict[str, Entity], meetings: dict[str, KnownMeeting],
    themes: dict[str, Theme], unaddressed: Collection[str], problems: list[str],
) -> dict[str, KnownStatement]:
    """The sourced gists of what was said."""
    people = {key.partition(":")[2] for key in entities if key.startswith("person:")}
    found = {}
    for id_, row in schema.unique(rows, "id", problems).items():
        about = schema.many(row, "themes", problems)
        problems += [row.says(f"theme {t!r} is not known") for t in about if t not in themes]
        gist = {language: row[f"gist_{language}"] for language in ("fa", "en")}
        problems += [row.says(f"gist_{lang} is empty") for lang, text in gist.items() if not text]
        if not row["meeting"]:
            problems.append(row.says("meeting is empty"))
        schema.span(row, "date", problems)
        found[id_] = KnownStatement(
            id=id_, meeting=schema.refers(row, "meeting", meetings, problems),
            speaker=schema.refers(row, "speaker", people, problems),
            speaker_names=_called(row, "speaker_name", row["speaker"], problems),
            office=schema.worded(row, "office", problems),
            mode=schema.one_of(row, "mode", _MODES, problems), read_by=row["read_by"],
            date=row["date"], gist=gist, themes=about,
            sources=schema.sources(row, problems, required=True, unaddressed=unaddressed),
            confidence=schema.one_of(row, "confidence", _CONFIDENCES, problems),  # type: ignore[arg-type]
            note=row["note"],
        )
    return found
