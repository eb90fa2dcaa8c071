"""In which roles names stand: in reported meetings, and as those whose words are told."""

from __future__ import annotations

import json

import ibis
import pandas as pd

from didgah.filters import Filters
from didgah.queries import scope
from didgah.store.reader import Snapshot
from didgah.store.tables import ART, ARTICLES, REPORT_PEOPLE, REPORTS, STATEMENTS

QUOTED = "quoted"  # beside the roles of the model: the speaker of a statement


def roles(snapshot: Snapshot, filters: Filters, keys: tuple[str, ...]) -> pd.DataFrame:
    """Columns entity, role, n: reports of meetings that give it the role, and under `QUOTED`
    the statements it is the speaker of; in articles in scope."""
    people = scope.within(
        REPORT_PEOPLE.filter(REPORT_PEOPLE.entity.isin(keys)).distinct(), snapshot, filters)
    told = people.group_by("entity", "role").agg(n=people.count())
    said = scope.within(STATEMENTS.filter(STATEMENTS.speaker.isin(keys)), snapshot, filters)
    quoted = said.group_by(entity="speaker").agg(n=said.count())
    quoted = quoted.mutate(role=ibis.literal(QUOTED)).select("entity", "role", "n")
    both = told.union(quoted)
    return snapshot.frame(both.order_by("entity", ibis.desc("n"), "role"))


def reports(snapshot: Snapshot, filters: Filters, key: str, role: str) -> pd.DataFrame:
    """The reports that give `key` the role, newest first.

    Columns: article, title, outlet, language, day, start, text (of the first sentence that
    is evidence; "" without one).
    """
    people = REPORT_PEOPLE.filter((REPORT_PEOPLE.entity == key) & (REPORT_PEOPLE.role == role))
    mine = scope.within(people.select("a", "idx").distinct(), snapshot, filters)
    rows = snapshot.frame(
        REPORTS.join(mine, ["a", "idx"]).select("a", "idx", "article", "passages")
        .join(ART.select("a", "day", "language", "outlet"), "a")
        .join(ARTICLES.select("a", "title"), "a")
        .order_by(ibis.desc("day", nulls_first=False), "article", "idx"))
    first = [next(iter(json.loads(one)), [0, 0, ""]) for one in rows.passages]
    rows["start"] = [one[0] for one in first]
    rows["text"] = pd.Series([one[2] for one in first], rows.index, dtype="str")
    return rows.drop(columns=["a", "idx", "passages"])
