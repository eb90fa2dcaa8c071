"""What differs between two data versions, against sets of what was put in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from didgah.filters import Filters
from didgah.model import MeetingReport, Registry, Span
from didgah.queries import articles, changes, entities, meetings
from didgah.resolve import decisions
from didgah.store import layout
from didgah.store.reader import Snapshot, open_latest
from tests import corpus_factory
from tests.corpus_factory import Written

DAY = date(2022, 3, 10)


@pytest.fixture(scope="module")
def told(small_registry: Registry) -> dict[str, Written]:
    """Four reports: one meeting told as announced and then as held, one twice on other days."""

    def report(first: date, status: str, place: str = "moscow") -> MeetingReport:
        return MeetingReport(
            "", None, "bilateral", place, "RU", first, first, "day", (), status,
            corpus_factory.invited("person:lavrov", "person:raisi"), (Span(0, 5),))

    def about(number: int, day: date, *reports: MeetingReport) -> Written:
        return corpus_factory.write(
            small_registry, "en", day, "kremlin", f"Report {number}",
            "{person:lavrov} meets {person:raisi}.", reports)

    return {
        "announced": about(1, DAY, report(DAY + timedelta(days=5), "announced")),
        "held": about(2, DAY + timedelta(days=6), report(DAY + timedelta(days=5), "held")),
        "other": about(3, DAY, report(date(2022, 8, 1), "held", "kazan")),
    }


@pytest.fixture(scope="module")
def both(
    tmp_path_factory: pytest.TempPathFactory, small_registry: Registry,
    small_corpus: list[Written], told: dict[str, Written],
) -> Iterator[tuple[Snapshot, Snapshot]]:
    """The later and the earlier of two data versions of one store."""
    folder = tmp_path_factory.mktemp("changes") / "corpus"
    earlier = [*small_corpus[:40], told["announced"], told["other"]]
    corpus_factory.publish(folder, small_registry, corpus_factory.Source(earlier))
    then = open_latest(folder)
    known = meetings.counted(then, Filters())
    moved = known.id[(known.place == "kazan") & (known["first"] == "2022-08-01")].iloc[0]
    decisions.append(layout.decisions(folder), decisions.new_decision(
        "redate_meeting", moved, {"first": "2022-08-02"}, "the outlet corrected itself",
        datetime(2026, 1, 1, tzinfo=UTC)))
    later = [*small_corpus[5:], *told.values()]
    corpus_factory.publish(folder, small_registry, corpus_factory.Source(later))
    now = open_latest(folder)
    yield now, then
    now.close()
    then.close()


@pytest.mark.parametrize("filters", [
    Filters(), Filters(languages=("fa",)), Filters(entities=("person:putin",)),
    Filters(since=date(2022, 1, 1), themes=("halal",)),
])
def test_articles_are_counted_as_sets(both: tuple[Snapshot, Snapshot], filters: Filters) -> None:
    now, then = both
    here, there = (set(articles.page(one, filters, limit=500).id) for one in both)
    found = changes.changes(now, then, filters)
    assert (found.then, found.now) == (then.version, now.version)
    assert (found.articles_then, found.articles_now) == (len(there), len(here))
    assert (found.added, found.gone) == (len(here - there), len(there - here))
    assert set(changes.added(now, then, filters, limit=500).id) == here - there
    assert set(changes.gone(now, then, filters, limit=500).id) == there - here


def test_pages_of_added_articles_follow_each_other(both: tuple[Snapshot, Snapshot]) -> None:
    whole = changes.added(*both, Filters(), limit=500)
    pages = [changes.added(*both, Filters(), offset, 7) for offset in range(0, len(whole), 7)]
    assert [one for page in pages for one in page.id] == list(whole.id)
    days = whole.day.dropna()
    assert days.is_monotonic_decreasing
    assert whole.day.isna().sum() == whole.day.tail(len(whole) - len(days)).isna().sum()


def test_a_version_beside_itself_has_no_changes(both: tuple[Snapshot, Snapshot]) -> None:
    now, _ = both
    found = changes.changes(now, now, Filters())
    assert (found.added, found.gone, found.corrections) == (0, 0, ())
    assert found.meetings.empty
    assert changes.names(now, now, Filters(), ("person", "place")).empty


def test_what_was_announced_and_is_held_is_one_change(both: tuple[Snapshot, Snapshot]) -> None:
    rows = changes.changes(*both, Filters()).meetings
    row = rows[(rows.first_now == "2022-03-15") & (rows.place_now == "moscow")
               & (rows.status_then == "announced")]
    assert list(row.change) == [changes.OTHER]
    assert list(row.status_now) == ["held"]
    assert list(row.articles_now - row.articles_then) == [1]


def test_a_corrected_date_is_a_change_with_its_decision(both: tuple[Snapshot, Snapshot]) -> None:
    found = changes.changes(*both, Filters())
    row = found.meetings[found.meetings.place_now == "kazan"]
    row = row[row.first_then == "2022-08-01"]
    assert [(one.change, one.first_now.date()) for one in row.itertuples()] == [
        (changes.OTHER, date(2022, 8, 2))]
    assert [one.action for one in found.corrections] == ["redate_meeting"]


def test_a_meeting_with_another_id_is_known_by_its_reports(
    tmp_path: Path, small_registry: Registry, told: dict[str, Written]
) -> None:
    folder = tmp_path / "corpus"
    one = told["announced"]
    corpus_factory.publish(folder, small_registry, corpus_factory.Source([one]))
    then = open_latest(folder)
    later = replace(one.annotation.meetings[0], first=date(2022, 4, 1), last=date(2022, 4, 1))
    again = replace(one, annotation=replace(one.annotation, meetings=(later,)))
    newer = replace(small_registry, version="5ma12")  # so that the article is read again
    corpus_factory.publish(folder, newer, corpus_factory.Source([again]))
    now = open_latest(folder)
    rows = changes.changes(now, then, Filters()).meetings
    moved = rows[rows.change == changes.OTHER]
    assert len(moved) == 1
    assert moved.was.iloc[0] != moved.meeting.iloc[0]
    assert moved.first_then.iloc[0].date() == DAY + timedelta(days=5)
    assert moved.first_now.iloc[0].date() == date(2022, 4, 1)
    assert changes.GONE not in set(rows.change)
    for snapshot in (then, now):
        snapshot.close()


def test_names_rise_and_fall_by_their_share(both: tuple[Snapshot, Snapshot]) -> None:
    now, then = both
    found = changes.names(now, then, Filters(), ("person", "organisation"))
    assert not found.empty
    assert found.difference.abs().is_monotonic_decreasing
    for row in found.itertuples():
        for snapshot, n, share in ((then, row.n_then, row.share_then),
                                   (now, row.n_now, row.share_now)):
            top = entities.top(snapshot, Filters(), (row.kind,), n=500).set_index("entity")
            assert n == (top.n[row.entity] if row.entity in top.index else 0)
            assert share == pytest.approx(n / articles.count(snapshot, Filters()))
        assert articles.count(now, Filters().narrow(row.open)) == row.n_now
