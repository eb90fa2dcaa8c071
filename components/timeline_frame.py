"""The meetings of the timeline in the reader's words, and how they hang together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from didgah.charts import meeting_words, parties
from didgah.charts.rounds import gaps
from didgah.filters import Filters
from didgah.language import calendars
from didgah.queries import meetings, meetings_heads

if TYPE_CHECKING:
    import pandas as pd

    from didgah.model import Calendar
    from didgah.store.reader import Snapshot


def described(
    snapshot: Snapshot, filters: Filters, language: str, calendar: Calendar | None
) -> pd.DataFrame:
    """The timeline query with what the page says of each meeting; to be asked with `data.ask`,
    for writing hundreds of dates in three calendars takes longer than the query does.

    Besides the columns of `meeting_words.describe`: level and leader (`meetings_heads`), sides
    (frozensets of parties, as `didgah.charts.parties` tells them), between (two or three of them
    in words, "" for fewer and more), and gap and before: days since the round before in its
    series, whatever the filters, and the id of that one; None and "" without one. `calendar` is
    the one chosen to be written first, None the language's own.
    """
    calendars.choose(calendar)
    registry = snapshot.registry
    found = meetings.timeline(snapshot, filters)
    heads = meetings_heads.heads(snapshot)
    between = gaps(meetings.timeline(snapshot, Filters()))
    those = [between.get(one) for one in found["meeting"]]
    sides = parties.of_rows(found, registry)
    found = found.assign(
        level=[heads[one].level for one in found["meeting"]],
        leader=[heads[one].leader for one in found["meeting"]],
        sides=sides,
        between=[
            meeting_words.parties_named(those, registry, language) if 1 < len(those) < 4 else ""
            for those in sides
        ],
        gap=[one.days if one else None for one in those],
        before=[one.before if one else "" for one in those],
    )
    return meeting_words.describe(found, registry, language)
