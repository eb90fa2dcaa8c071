"""Who took part in a meeting: names, roles, and the offices they held that day."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from components import links, meeting_style, tables
from components.downloads import downloads
from didgah.annotate.sentences.ranks import highest
from didgah.language.messages import text
from didgah.model import Registry
from didgah.queries import attendance
from didgah.queries.meetings import MeetingRecord
from didgah.registry import label

if TYPE_CHECKING:
    import pandas as pd


def show(found: MeetingRecord, registry: Registry, language: str) -> None:
    """A table of the participants; nothing when none are known."""
    people = attendance.merged(found.meeting.participants)
    if not people:
        return
    meeting_style.heading(text("meetings.column_participants", language))
    rows: list[list[str | tables.Cell]] = []
    for (_, _, name), those in people.items():
        first = those[0]
        entity = registry.entities.get(f"{first.kind}:{first.entity}")
        roles = dict.fromkeys(text(f"role.{one.role}", language) for one in those)
        rows.append([
            tables.Cell(
                label(entity, language) if entity else first.names.get(language, name),
                href=links.url_for("entities", entity=entity.key) if entity else "",
            ),
            text("meetings.list_comma", language).join(roles),
            attendance.office(entity, those, found, language),
            text(f"level.{level}", language) if (level := highest(those)) else "",
        ])
    header = [text(f"meetings.{one}", language) for one in ("name", "role", "office", "level")]
    tables.short(header, rows)
    downloads(
        partial(_plain, header, rows), None, f"participants-{found.meeting.id}",
        text("meetings.column_participants", language),
    )


def _plain(header: list[str], rows: list[list[str | tables.Cell]]) -> pd.DataFrame:
    import pandas as pd

    said = [[one.text if isinstance(one, tables.Cell) else one for one in row] for row in rows]
    return pd.DataFrame(said, columns=header)
