"""Meetings on lanes over a stretch of time."""

from __future__ import annotations

from datetime import date

import pandas as pd

from didgah.briefing.context import Context
from didgah.briefing.frame import NothingToShow, choice, slide, unreadable, viewed
from didgah.briefing.items import Item
from didgah.briefing.slides import Mark, Slide, Timeline
from didgah.charts import lanes, meeting_words, parties, theme, window
from didgah.charts.window import Window
from didgah.language.calendars import format_interval, format_interval_pair
from didgah.language.messages import plural, text
from didgah.queries import meetings, meetings_heads
from didgah.store.reader import Snapshot


def compose(item: Item, context: Context) -> Slide:
    """The meetings of the window; `n` counts them, those without a day are told beside."""
    language = context.language
    kind = choice(item, "lane", lanes.KINDS, lanes.KINDS[0])
    bounded = bool(item.filters.since or item.filters.until)
    span = choice(item, "span", window.SPANS, "all" if bounded else window.DEFAULT)
    rows = meetings.timeline(context.snapshot, item.filters)
    if choice(item, "covered", ("", "1"), ""):
        rows = rows[rows["articles"] > 0]
    if rows.empty:
        raise NothingToShow("briefing.reading.nothing")
    shown = window.choose(rows, span, _day(item), context.today, item.filters.since,
                          item.filters.until)
    laned, order = _laned(rows, kind, context.snapshot)
    ends = laned["last"].fillna(laned["first"])
    inside = laned[laned["first"].notna() & (laned["first"] <= pd.Timestamp(shown.last))
                   & (ends >= pd.Timestamp(shown.first))]
    undated = int(laned["first"].isna().sum())
    labels = meeting_words.lane_labels(order, context.snapshot.registry, language)
    heads = meetings_heads.heads(context.snapshot)
    kept = [key for key in order if (inside["lane"] == key).any()]
    marks = tuple(
        _mark(row, labels[key], heads[row["meeting"]].level, context)
        for key in kept
        for row in inside[inside["lane"] == key].sort_values(
            ["first", "last", "meeting"]).to_dict("records")
    )
    return slide(
        item, context, page="meetings", headline=text("briefing.headline.timeline", language),
        view=viewed(item, "covered", "time") | {
            "lane": kind, "span": span, "at": shown.last.isoformat()},
        reading=_reading(inside, undated, shown, language), n=len(marks),
        n_words=plural("meetings.count", language, len(marks)),
        body=Timeline(tuple(labels[key] for key in kept), marks, shown.first, shown.last),
        evidence=context.passages(item.filters.narrow(_reporting(inside))),
    )


def _day(item: Item) -> date | None:
    written = item.about.get("at", "")
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        raise unreadable("at", written) from None


def _laned(rows: pd.DataFrame, kind: str, snapshot: Snapshot) -> tuple[pd.DataFrame, list[str]]:
    """The rows with their lane, and the lanes in order, as on the page."""
    registry, heads = snapshot.registry, meetings_heads.heads(snapshot)
    rows = rows.assign(leader=[heads[one].leader for one in rows["meeting"]])
    keys, order = lanes.gather(
        lanes.lane_keys(rows, kind, parties.of_rows(rows, registry)),
        {f"series:{one.id}": one.lane for one in registry.series.values()},
    )
    return rows.assign(lane=keys), order


def _mark(row: dict, lane: str, level: str, context: Context) -> Mark:
    language, registry = context.language, context.snapshot.registry
    n = int(row["articles"])
    first, last = row["first"].date(), row["last"]
    last = first if pd.isna(last) else last.date()
    return Mark(
        meeting=row["meeting"], title=meeting_words.title(row, language), lane=lane,
        when=format_interval_pair(first, last, row["precision"], language),
        where=meeting_words.where(row["place"], row["country"], registry, language),
        first=first, last=last, precision=row["precision"], status=row["status"],
        status_words=text(f"status.{row['status']}", language),
        level_words=text(f"level.{level}", language) if level else "", articles=n,
        colour=theme.series_colour(row["series"]) if n else theme.colours()["uncovered"],
    )


def _reading(inside: pd.DataFrame, undated: int, shown: Window, language: str) -> str:
    covered = int((inside["articles"] > 0).sum())
    said = plural(
        "briefing.reading.timeline", language, len(inside),
        when=format_interval(shown.first, shown.last, "days", language),
        covered=plural("briefing.covered", language, covered),
    )
    return f"{said} {plural('briefing.undated', language, undated)}" if undated else said


def _reporting(inside: pd.DataFrame) -> str:
    """The filter of the newest meeting that articles report."""
    told = inside[inside["articles"] > 0].sort_values(["first", "meeting"])
    return str(told["open"].iloc[-1]) if len(told) else "meetings=none"
