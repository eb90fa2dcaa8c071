"""What one new article can change: meetings and reprints, in one file written with every build."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import duckdb

from didgah.model import Decision, Meeting, Registry, Reprint
from didgah.store import tables
from didgah.store.codec import encode


def write(
    path: Path, meetings: Iterable[Meeting], numbers: Mapping[str, int], registry: Registry,
    decisions: Iterable[Decision] = (), reprints: Iterable[tuple[int, Reprint]] = (),
) -> None:
    """Write the tables `tables.EVENTS` into the new file `path`.

    `numbers` gives the article number of every article id that the meetings refer to;
    `decisions` are those in force, `reprints` give each with the number of its article.
    """
    rows: dict[str, list[tuple]] = {table.get_name(): [] for table in tables.EVENTS}
    for meeting in meetings:
        rows["meetings"].append(_meeting(meeting, registry))
        rows["meeting_reports"] += [
            (meeting.id, numbers[one.article], one.index) for one in meeting.reports
        ]
        rows["meeting_parties"] += [
            (meeting.id, f"{one.kind}:{one.entity}", one.role)
            for one in meeting.participants
            if one.entity
        ]
    rows["name_decisions"] = [
        (one.target, one.action, one.id) for one in decisions
        if one.action in ("accept_name", "reject_name")
    ]
    rows["reprints"] = [
        (a, one.article, one.group, one.first, one.jaccard, one.contained, one.containing,
         one.sure)
        for a, one in reprints
    ]
    with duckdb.connect(str(path)) as db:
        for table in tables.EVENTS:
            name, columns = table.get_name(), tables.columns(table)
            db.execute(f"CREATE TABLE {name} ({tables.definition(columns)})")
            if rows[name]:
                db.register("arriving", tables.arrow(columns, rows[name]))
                db.execute(f"INSERT INTO {name} SELECT * FROM arriving ORDER BY 1, 2, 3")
                db.unregister("arriving")


def reprints(path: Path) -> list[tuple[int, Reprint]]:
    """The reprints in a file that `write` made, as it was given them."""
    with duckdb.connect(str(path), read_only=True) as db:
        return [(a, Reprint(group, article, *rest)) for a, article, group, *rest in db.execute(
            "SELECT a, article, original, first, jaccard, contained, containing, sure "
            "FROM reprints ORDER BY a").fetchall()]


def _meeting(meeting: Meeting, registry: Registry) -> tuple:
    place = registry.entities.get(f"place:{meeting.place}")
    parties = dict.fromkeys(
        f"{one.kind}:{one.entity}" for one in meeting.participants if one.entity
    )
    present = {one.entity or one.name for one in meeting.participants if one.role != "absent"}
    names = [meeting.names.get(language, "") for language in ("fa", "en", "ru", "ar")]
    return (
        meeting.id, meeting.known, meeting.series, meeting.kind, meeting.status, meeting.first,
        meeting.last, meeting.precision, meeting.place, meeting.country, meeting.confidence,
        meeting.titles_only, *names, place.latitude if place else None,
        place.longitude if place else None, list(parties), len(present), encode(meeting),
    )
