"""Who said what, with the words and where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import ibis
import ibis.expr.types as ir
import pandas as pd

from didgah.filters import Filters
from didgah.queries import scope
from didgah.queries.marks import openings
from didgah.store.reader import Snapshot
from didgah.store.tables import ARTICLES, MEETING_REPORTS, STATEMENTS


@dataclass(frozen=True, slots=True)
class StatementView:
    """One statement; `start` and `end` are offsets into the article's text."""

    article: str
    title: str
    outlet: str
    outlet_name: str
    language: str
    day: date | None
    speaker: str  # registry key, "" when the registry does not have the speaker
    surface: str
    mode: str
    verb: str
    text: str
    start: int
    end: int
    office: str  # registry key of the office held that day, or ""
    place: str  # place id, or ""


def statements(
    snapshot: Snapshot,
    filters: Filters,
    speaker: str | None = None,
    meeting: str | None = None,
    n: int = 200,
) -> pd.DataFrame:
    """Statements in articles in scope, newest first.

    Columns: article, speaker (key, or ""), surface, mode, verb, text, start, end, day,
    outlet (key), outlet_name, language, meeting (id or ""), office (registry key or ""),
    place (id or ""), open (the article's speaker). `attrs["total"]` counts all,
    `attrs["truncated"]` is True when only the first `n` are here.
    """
    found = _joined(snapshot, filters, speaker, meeting)
    total = next(iter(snapshot.rows(found.count().as_table())[0].values()))
    rows = snapshot.frame(
        found.order_by(ibis.desc("day", nulls_first=False), "article", "idx").limit(n).select(
            "article", "speaker", "surface", "mode", "verb", "text", "start", "end", "day",
            "outlet", "outlet_name", "language", "meeting", "office", "place",
        )
    )
    rows["open"] = openings(rows, (
        Filters(entities=(one,) if one else ()) for one in rows.speaker
    ))
    rows.attrs |= {"total": total, "truncated": total > n}
    return rows


def of_meeting(
    snapshot: Snapshot, meeting: str, filters: Filters
) -> tuple[StatementView, ...]:
    """What articles in scope say was said at a meeting, oldest first."""
    found = _joined(snapshot, filters, None, meeting)
    rows = snapshot.rows(
        found.order_by(ibis.asc("day", nulls_first=False), "article", "idx").select(
            "article", "title", "outlet", "outlet_name", "language", "day", "speaker", "surface",
            "mode", "verb", "text", "start", "end", "office", "place",
        )
    )
    return tuple(StatementView(**row) for row in rows)


def _joined(
    snapshot: Snapshot, filters: Filters, speaker: str | None, meeting: str | None
) -> ir.Table:
    table = STATEMENTS if speaker is None else STATEMENTS.filter(STATEMENTS.speaker == speaker)
    table = scope.within(table, snapshot, filters)
    met = MEETING_REPORTS.rename(report="idx")
    joined = table.left_join(met, ["a", "report"]).select(
        *[table[name] for name in STATEMENTS.columns], meeting=met.meeting.fill_null("")
    )
    if meeting is not None:
        joined = joined.filter(joined.meeting == meeting)
    heads = ARTICLES.select("a", "title", "outlet_name", article=ARTICLES.id)
    return joined.join(heads, "a")
