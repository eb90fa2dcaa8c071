"""What differs between two data versions, within the same filters.

Articles are matched by id, known meetings by theirs. A reported meeting gets another id
when its day, place or parties are read differently; such a pair is matched by the reports
the two have in common, so that a corrected date shows as one change and not as a meeting
lost and another found.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import ibis
import ibis.expr.types as ir
import pandas as pd

from didgah.filters import Filters
from didgah.model import Decision
from didgah.queries import articles, entities, meetings, scope
from didgah.queries.marks import openings
from didgah.resolve import decisions
from didgah.store import layout
from didgah.store.reader import Snapshot
from didgah.store.tables import AE_E, ART, ARTICLES, MEETING_REPORTS

_CANDIDATES = 200  # commonest names of each version among which risers are sought
# What may be told otherwise, and the columns that tell it.
PARTS = {"status": ("status",), "date": ("first", "last", "precision"), "place": ("place",)}
_TOLD = tuple(column for columns in PARTS.values() for column in columns)
_NAMES = ("name_fa", "name_en", "name_ru", "name_ar")
NEW, GONE, OTHER = "new", "gone", "other"
_COLUMNS = ["meeting", "was", "change", "differs", *(f"{one}_{when}" for one in (*_TOLD, "articles")
                                          for when in ("then", "now")), *_NAMES]


@dataclass(frozen=True, slots=True, eq=False)
class Changes:
    """From the version `then` to the version `now`; both are data versions.

    `articles_then`, `articles_now` count articles in scope, `added` those in scope now that
    were not, `gone` the other way round. `meetings` has a row for each that is new, gone or
    told of otherwise: meeting (the id it has now, or had), was (the id it had; "" when new),
    change (`NEW`, `GONE`, `OTHER`), differs (which of `PARTS`, when it is `OTHER`), for each of
    status, first, last, precision, place a column with `_then` and one with `_now` (days as
    datetime64), articles_then, articles_now, the four names and open. `corrections` are the
    analysts' decisions that came in between, oldest first.
    """

    then: str
    now: str
    articles_then: int
    articles_now: int
    added: int
    gone: int
    meetings: pd.DataFrame
    corrections: tuple[Decision, ...]


def changes(now: Snapshot, then: Snapshot, filters: Filters) -> Changes:
    """What is different in `now`. Raises `decisions.DecisionError` for a damaged file."""
    here, there = articles.count(now, filters), articles.count(then, filters)
    fresh = now.count(_only_in(now, then, filters))
    return Changes(
        then=then.version, now=now.version, articles_then=there, articles_now=here,
        added=fresh, gone=there - (here - fresh),
        meetings=_meetings(now, then, filters), corrections=_corrections(now, then),
    )


def added(
    now: Snapshot, then: Snapshot, filters: Filters, offset: int = 0, limit: int = 20
) -> pd.DataFrame:
    """Articles in scope in `now` and not in `then`, newest first, undated last.

    Columns: id, title, outlet, outlet_name, language, day (NaT when undated).
    """
    found = _only_in(now, then, filters)
    found = found.order_by(ibis.desc("day", nulls_first=False), "id").limit(limit, offset=offset)
    rows = now.frame(found)
    told = ARTICLES.filter(ARTICLES.a.isin([int(one) for one in rows.a]))
    rows = rows.merge(now.frame(told.select("a", "title", "outlet_name")), on="a", how="left")
    return rows[["id", "title", "outlet", "outlet_name", "language", "day"]]


def gone(
    now: Snapshot, then: Snapshot, filters: Filters, offset: int = 0, limit: int = 20
) -> pd.DataFrame:
    """Articles in scope in `then` and not in `now`: rows as those of `added`."""
    return added(then, now, filters, offset, limit)


def _only_in(one: Snapshot, other: Snapshot, filters: Filters) -> ir.Table:
    """The articles in scope in `one` that are not in scope in `other`, as rows of ART."""
    known = other.arrow(scope.articles(other, filters).select("id"))
    return scope.articles(one, filters).anti_join(ibis.memtable(known), "id")


def _meetings(now: Snapshot, then: Snapshot, filters: Filters) -> pd.DataFrame:
    here = {row["id"]: row for row in meetings.counted(now, filters).to_dict("records")}
    there = {row["id"]: row for row in meetings.counted(then, filters).to_dict("records")}
    was = _same(now, then, sorted(here.keys() - there.keys()), sorted(there.keys() - here.keys()))
    was |= {one: one for one in here.keys() & there.keys()}
    pairs = [(here[one], there.get(was.get(one, ""))) for one in here]
    pairs += [(None, there[one]) for one in there.keys() - set(was.values())]
    rows = [_row(after, before) for after, before in pairs]
    frame = pd.DataFrame([row for row in rows if row["change"]], columns=_COLUMNS)
    for one in ("first_then", "first_now", "last_then", "last_now"):
        frame[one] = pd.to_datetime(frame[one])  # also where no row has one
    frame = frame.sort_values(
        ["first_now", "first_then", "meeting"], ascending=[False, False, True],
        na_position="last", ignore_index=True,
    )
    frame["open"] = openings(frame, (Filters(meetings=(one,)) for one in frame.meeting))
    return frame


def _row(after: dict | None, before: dict | None) -> dict[str, object]:
    """The two states of one meeting beside each other; `change` is "" when nothing differs."""
    either = after or before
    row: dict[str, object] = {
        "meeting": either["id"], "was": before["id"] if before else "",
        "articles_then": before["articles"] if before else 0,
        "articles_now": after["articles"] if after else 0,
    } | {name: either[name] for name in _NAMES}
    for name in _TOLD:
        row[f"{name}_then"] = before[name] if before else None
        row[f"{name}_now"] = after[name] if after else None
    row["differs"] = () if after is None or before is None else tuple(
        part for part, columns in PARTS.items()
        if any(not _equal(after[one], before[one]) for one in columns)
    )
    if after is None or before is None:
        row["change"] = GONE if after is None else NEW
    else:
        row["change"] = OTHER if row["differs"] else ""
    return row


def _equal(one: object, other: object) -> bool:
    return one == other or (pd.isna(one) and pd.isna(other))  # a missing day is not itself


def _same(
    now: Snapshot, then: Snapshot, fresh: list[str], lost: list[str]
) -> dict[str, str]:
    """Which of the meetings `lost` each of the `fresh` ones is: most reports in common first."""
    if not fresh or not lost:
        return {}
    reports = _reports(now, fresh).merge(_reports(then, lost), on=["article", "idx"])
    shared = Counter(zip(reports.meeting_x, reports.meeting_y, strict=True))
    found: dict[str, str] = {}
    for (one, other), _ in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        if one not in found and other not in found.values():
            found[one] = other
    return found


def _reports(snapshot: Snapshot, ids: list[str]) -> pd.DataFrame:
    told = MEETING_REPORTS.filter(MEETING_REPORTS.meeting.isin(ids))
    return snapshot.frame(told.join(ART.select("a", article="id"), "a").drop("a"))


def _corrections(now: Snapshot, then: Snapshot) -> tuple[Decision, ...]:
    made = decisions.load(layout.decisions(now.folder))
    return made[then.manifest.decisions:now.manifest.decisions]


def names(
    now: Snapshot, then: Snapshot, filters: Filters, kinds: Sequence[str] = ("person",)
) -> pd.DataFrame:
    """Names whose share of the articles in scope differs, the largest difference first.

    Sought among the two hundred commonest of `kinds` in either version. Columns: entity, kind,
    n_then, n_now, share_then, share_now (0 to 1; 0 without any article), difference (of the
    shares), open (in the version `now`).
    """
    listed = [entities.top(one, filters, kinds, n=_CANDIDATES) for one in (now, then)]
    kind = {row.entity: row.kind for frame in listed for row in frame.itertuples()}
    frame = pd.DataFrame({"entity": list(kind), "kind": list(kind.values())}, dtype="str")
    for one, when in ((then, "then"), (now, "now")):
        counts, of = _counts(one, filters, tuple(kind)), articles.count(one, filters)
        frame[f"n_{when}"] = pd.Series([counts.get(key, 0) for key in kind], dtype="int64")
        frame[f"share_{when}"] = frame[f"n_{when}"] / max(of, 1)
    frame["difference"] = frame.share_now - frame.share_then
    frame = frame[frame.difference != 0]
    order = frame.difference.abs().sort_values(ascending=False, kind="stable").index
    frame = frame.loc[order].reset_index(drop=True)
    frame["open"] = openings(frame, (Filters(entities=(key,)) for key in frame.entity))
    return frame


def _counts(snapshot: Snapshot, filters: Filters, keys: tuple[str, ...]) -> dict[str, int]:
    named = scope.within(AE_E.filter(AE_E.entity.isin(keys)), snapshot, filters)
    rows = snapshot.rows(named.group_by("entity").agg(n=named.count()))
    return {row["entity"]: row["n"] for row in rows}
