"""The registry: people, organisations, places, outlets, series and the chronology.

The tables live under `data/registry` and are kept by people; `data/registry/README.md`
says what each column means. `load` turns them into a checked `Registry` or says, with
file and line, everything that is wrong with them.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from didgah import registry_chronology as chronology
from didgah import registry_tables as tables
from didgah.bundled import DATA
from didgah.model import Entity, KnownMeeting, Language, Meeting, Registry, Series, Theme
from didgah.registry_schema import RegistryError, read_table

__all__ = ["HOME_COUNTRY", "ROOT", "RegistryError", "label", "load", "office_title"]

ROOT = DATA / "registry"
HOME_COUNTRY = "RU"  # whose meetings the chronology collects: a side of nearly every pair

# One registry per state of the files: loading again is asking again, not reading again.
_loaded: dict[str, Registry] = {}


def load(root: Path | None = None) -> Registry:
    """The registry in `root` (default: `data/registry` of this project), checked.

    Raises RegistryError with every fault as "file:line: reason". The same files give the
    same object; `version` is sixteen hex digits of a digest over all tables.
    """
    folder = ROOT if root is None else root
    version = _digest(folder)
    if version not in _loaded:
        _loaded[version] = _read(folder, version)
    return _loaded[version]


def label(thing: Entity | Series | KnownMeeting | Meeting | Theme, language: Language) -> str:
    """The name of anything that has `names`, in `language`, else in English, else its id."""
    return thing.names.get(language) or thing.names.get("en") or thing.id


def office_title(person: Entity, office: str, language: Language) -> str:
    """The title of one of a person's offices ("president@place:russia"); "" when they have none
    such."""
    titles = [one.title for one in person.offices if office and f"{one.office}@{one.of}" == office]
    return (titles[0].get(language) or titles[0]["en"]) if titles else ""


def _digest(folder: Path) -> str:
    digest = hashlib.sha256()
    for name in tables.COLUMNS:
        path = folder / name
        digest.update(name.encode() + b"\0")
        digest.update(path.read_bytes() if path.is_file() else b"\0missing")
    return digest.hexdigest()[:16]


def _read(folder: Path, version: str) -> Registry:
    problems: list[str] = []
    rows = {
        name: read_table(folder / name, columns, problems)
        for name, columns in tables.COLUMNS.items()
    }
    series = tables.series(rows["series.csv"], problems)
    entities = tables.entities(rows, series, problems)
    themes = tables.themes(rows, problems)
    unaddressed = chronology.unaddressed(rows["unaddressed.csv"], problems)
    meetings = chronology.meetings(rows, entities, series, unaddressed, problems)
    statements = chronology.statements(
        rows["statements.csv"], entities, meetings, themes, unaddressed, problems
    )
    words = tables.office_words(rows["office_words.csv"], problems)
    tables.check_references(rows, entities, words, problems)
    cues = tables.cues(rows["cues.csv"], entities, problems)
    first_names = tables.first_names(rows["first_names.csv"], problems)
    if problems:
        raise RegistryError(sorted(problems, key=_by_place))
    return Registry(
        entities, series, meetings, statements, themes, version, cues, words, first_names,
        unaddressed,
    )


def _by_place(problem: str) -> tuple[str, int]:
    file, line, _ = problem.split(":", 2)
    return file, int(line)
