"""What the corpus holds: counts, coverage over time, outlets, and what rises."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

import ibis
import numpy as np
import pandas as pd

from didgah import registry as registry_tables
from didgah.filters import Filters
from didgah.model import Registry
from didgah.queries import meetings, periods, scope
from didgah.queries.marks import openings, texts
from didgah.queries.periods import Grain
from didgah.store.reader import Snapshot
from didgah.store.tables import AE, REPRINTS, STATEMENTS

RECENT_DAYS = 90
_GAP_DAYS, _GAP_FACTOR, _GAPS_SHOWN = 14, 10, 50


@dataclass(frozen=True, slots=True)
class Summary:
    """Figures for the articles in scope; `all_articles` is the whole corpus.

    `gaps` are closed stretches of days without any article that are at least two weeks
    long and ten times the usual distance between days of publication, at most the fifty
    longest, in order of time.
    """

    articles: int
    all_articles: int
    outlets: int
    languages: int
    first: date | None
    last: date | None
    undated: int
    meetings_known: int  # of the chronology, that fit the filters
    meetings_reported: int  # with at least one article in scope
    statements: int
    mentions: int
    gaps: tuple[tuple[date, date], ...]
    texts: int  # articles, reprints counted once
    reprints: int  # articles whose text somebody printed before
    off_topic: int
    unsure: int  # of their topic


def summary(snapshot: Snapshot, filters: Filters) -> Summary:
    """The figures above a page."""
    found = scope.articles(snapshot, filters)
    counts = snapshot.rows(found.agg(
        articles=found.count(), outlets=found.outlet.nunique(),
        languages=found.language.nunique(), first=found.day.min(), last=found.day.max(),
        undated=found.day.isnull().sum().fill_null(0).cast("int64"),
        mentions=found.n_mentions.sum().fill_null(0).cast("int64"),
        off_topic=(found.topic == "off").sum().fill_null(0).cast("int64"),
        unsure=(found.topic == "unsure").sum().fill_null(0).cast("int64"),
    ))[0]
    copies = scope.within(REPRINTS, snapshot, filters)
    printed = snapshot.rows(copies.agg(
        n=copies.count(), groups=copies.original.nunique(),
        reprints=(~copies.first).sum().fill_null(0).cast("int64"),
    ))[0]
    said = snapshot.rows(scope.within(STATEMENTS, snapshot, filters).count().as_table())[0]
    events = meetings.counted(snapshot, filters)
    days = found.filter(found.day.notnull()).select("day").distinct().order_by("day")
    return Summary(
        **counts, all_articles=snapshot.manifest.articles,
        meetings_known=int(events.known.sum()),
        meetings_reported=int((events.articles > 0).sum()),
        statements=next(iter(said.values())), gaps=_gaps(snapshot.frame(days).day),
        texts=counts["articles"] - printed["n"] + printed["groups"],
        reprints=printed["reprints"],
    )


def _gaps(days: pd.Series) -> tuple[tuple[date, date], ...]:
    steps = days.diff().dt.days.iloc[1:]
    if steps.empty:
        return ()
    least = max(_GAP_DAYS, _GAP_FACTOR * float(np.median(steps)))
    long = steps[steps - 1 >= least].nlargest(_GAPS_SHOWN).sort_index()
    one = timedelta(days=1)
    return tuple(
        (days.loc[at - 1].date() + one, days.loc[at].date() - one) for at in long.index
    )


def last_reported(snapshot: Snapshot, filters: Filters, today: date) -> pd.DataFrame:
    """The meeting held last, by `today`, of those that articles in scope report.

    One row with the columns of `meetings.timeline`, or none.
    """
    rows = meetings.timeline(snapshot, filters)
    over = rows["last"].notna() & (rows["last"] <= pd.Timestamp(today))
    rows = rows[over & (rows.status == "held") & (rows.articles > 0)]
    order = rows.sort_values(["last", "meeting"], ascending=[False, True])
    return order.head(1).reset_index(drop=True)


def coverage(
    snapshot: Snapshot, filters: Filters, grain: Grain = "auto", solar: bool = False
) -> pd.DataFrame:
    """Dated articles per period and language, only periods that have some.

    `solar` makes the years that "auto" comes to those of the Solar Hijri calendar.
    Columns: period, until (first and last day, datetime64), language, articles, open.
    `attrs["grain"]` is the grain used, `attrs["undated"]` counts the articles left out.
    """
    found = scope.articles(snapshot, filters)
    daily = snapshot.frame(found.group_by("day", "language").agg(articles=found.count()))
    undated = int(daily.articles[daily.day.isna()].sum())
    daily = daily[daily.day.notna()]
    first, last = (daily.day.min().date(), daily.day.max().date()) if len(daily) else (None, None)
    by_itself = grain == "auto"
    grain = periods.chosen(grain, first, last)
    if by_itself and solar and grain == "year":
        grain = "solar_year"
    daily["period"] = periods.starts(daily.day, grain)
    rows = daily.groupby(["period", "language"], as_index=False).articles.sum()
    untils = [periods.until(start.date(), grain) for start in rows.period]
    rows.insert(1, "until", pd.Series(untils, dtype=object).astype(rows.period.dtype))
    rows["open"] = openings(rows, (
        Filters(since=start.date(), until=end, languages=(language,))
        for start, end, language in zip(rows.period, untils, rows.language, strict=True)
    ))
    rows.attrs |= {"grain": grain, "undated": undated}
    return rows


def outlets(snapshot: Snapshot, filters: Filters) -> pd.DataFrame:
    """Articles per outlet and language, most first.

    Columns: outlet, name, language, articles, first, last (datetime64), open.
    """
    found = scope.articles(snapshot, filters)
    rows = snapshot.frame(
        found.group_by("outlet", "language")
        .agg(articles=found.count(), first=found.day.min(), last=found.day.max())
        .order_by(ibis.desc("articles"), "outlet", "language")
    )
    names = (outlet_name(snapshot.registry, one) for one in rows.outlet)
    rows.insert(1, "name", texts(rows, names))
    rows["open"] = openings(rows, (
        Filters(outlets=(outlet,), languages=(language,))
        for outlet, language in zip(rows.outlet, rows.language, strict=True)
    ))
    return rows


def outlet_name(registry: Registry, key: str) -> str:
    """What an outlet calls itself: the registry's name in its language, else as stated."""
    known = registry.entities.get(f"outlet:{key}")
    if known:
        return registry_tables.label(known, known.language)
    return "" if key == "unknown" else key.removeprefix("name:")


def rising(
    snapshot: Snapshot, filters: Filters, kind: str | None = None, n: int = 10
) -> pd.DataFrame:
    """Entities whose share of articles grew most in the last 90 days of the span.

    Columns: entity, kind, recent and before (articles), recent_share and before_share of
    the articles of those days, change (difference of the shares), open (the recent ones).
    Empty when nothing was published before the last 90 days.
    """
    dated = scope.articles(snapshot, replace(filters, undated=False))
    last = snapshot.rows(dated.agg(last=dated.day.max()))[0]["last"]
    columns = ["entity", "kind", "recent", "before", "recent_share", "before_share", "change",
               "open"]
    if last is None or filters.undated:
        return pd.DataFrame(columns=columns)
    since = last - timedelta(days=RECENT_DAYS - 1)
    totals = snapshot.rows(dated.agg(
        recent=(dated.day >= since).sum().fill_null(0).cast("int64"),
        before=(dated.day < since).sum().fill_null(0).cast("int64"),
    ))[0]
    if not totals["before"]:
        return pd.DataFrame(columns=columns)
    table = AE if kind is None else AE.filter(AE.kind == kind)
    found = scope.within(table, snapshot, filters)
    rows = snapshot.frame(found.group_by("entity", "kind").agg(
        recent=(found.day >= since).sum().fill_null(0).cast("int64"),
        before=(found.day < since).sum().fill_null(0).cast("int64"),
    ))
    rows["recent_share"] = rows.recent / totals["recent"]
    rows["before_share"] = rows.before / totals["before"]
    rows["change"] = rows.recent_share - rows.before_share
    rows = rows[rows.change > 0].sort_values(
        ["change", "entity"], ascending=[False, True], ignore_index=True
    ).head(n)
    rows["open"] = openings(
        rows, (Filters(since=since, until=last, entities=(key,)) for key in rows.entity)
    )
    return rows[columns]
