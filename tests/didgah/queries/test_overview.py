"""The overview's figures against a naive count."""

from datetime import date, timedelta

import pandas as pd
from hypothesis import HealthCheck, given, settings

from didgah.filters import Filters
from didgah.queries import meetings, overview
from didgah.store.reader import open_latest
from tests import corpus_factory
from tests.didgah.queries import asked

_CALM = settings(max_examples=15, deadline=None,
                 suppress_health_check=[HealthCheck.function_scoped_fixture])


@_CALM
@given(filters=asked.light)
def test_summary_counts_what_a_loop_counts(small_snapshot, naive, filters):
    found, inside = overview.summary(small_snapshot, filters), naive.within(filters)
    days = sorted(one.day for one in inside if one.day)
    assert (found.articles, found.all_articles) == (len(inside), len(naive.all))
    assert found.outlets == len({one.outlet for one in inside})
    assert found.languages == len({one.language for one in inside})
    assert (found.first, found.last) == ((days[0], days[-1]) if days else (None, None))
    assert found.undated == sum(one.day is None for one in inside)
    assert found.off_topic == sum(one.annotation.screen.topic == "off" for one in inside)
    assert found.unsure == sum(one.annotation.screen.topic == "unsure" for one in inside)
    assert found.texts == len({one.original or one.id for one in inside})
    assert found.reprints == sum(one.original not in ("", one.id) for one in inside)
    assert found.statements == sum(len(one.annotation.statements) for one in inside)
    assert found.mentions == sum(sum(one.entities.values()) for one in inside)


def test_meetings_are_counted_as_known_and_as_reported(small_snapshot, naive):
    found = overview.summary(small_snapshot, Filters())
    assert found.meetings_known == 4
    assert found.meetings_reported == len({m.id for one in naive.all for m in one.meetings})


@_CALM
@given(filters=asked.light)
def test_the_last_meeting_reported_is_over_held_and_told_of(small_snapshot, naive, filters):
    rows = meetings.timeline(small_snapshot, filters)
    for today in (date(2021, 6, 1), date(2022, 1, 1), date(2030, 1, 1)):
        fitting = [
            (one["last"].date(), one["meeting"]) for one in rows.to_dict("records")
            if one["status"] == "held" and one["articles"] and not pd.isna(one["last"])
            and one["last"].date() <= today
        ]
        found = overview.last_reported(small_snapshot, filters, today)
        latest = max((day for day, _ in fitting), default=None)
        expected = min((name for day, name in fitting if day == latest), default=None)
        assert list(found["meeting"]) == ([expected] if expected else [])


def test_gaps_are_long_stretches_without_an_article(small_snapshot, naive):
    days = {one.day for one in naive.all if one.day}
    gaps = overview.summary(small_snapshot, Filters()).gaps
    assert gaps
    for first, last in gaps:
        assert first - timedelta(days=1) in days
        assert last + timedelta(days=1) in days
        assert not any(first <= day <= last for day in days)


def test_gaps_need_two_weeks_and_ten_usual_distances():
    daily = pd.Series(pd.date_range("2021-01-01", periods=30)).drop(range(10, 23))
    assert overview._gaps(daily.reset_index(drop=True)) == ()
    wider = pd.Series(pd.date_range("2021-01-01", periods=30)).drop(range(10, 24))
    assert overview._gaps(wider.reset_index(drop=True)) == ((date(2021, 1, 11), date(2021, 1, 24)),)
    monthly = pd.Series(pd.date_range("2021-01-01", periods=12, freq="MS"))
    assert overview._gaps(monthly) == ()


def test_coverage_says_when_a_period_begins_and_ends(small_snapshot, naive):
    rows = overview.coverage(small_snapshot, Filters(languages=("fa",)), "month")
    days = [one.day for one in naive.all if one.day and one.language == "fa"]
    by_month: dict[tuple[int, int], int] = {}
    for day in days:
        by_month[day.year, day.month] = by_month.get((day.year, day.month), 0) + 1
    assert {(p.year, p.month): n for p, n in zip(rows.period, rows.articles, strict=True)} == (
        by_month
    )
    assert (rows.period.dt.day == 1).all()
    assert (rows.until + pd.Timedelta(days=1)).dt.day.eq(1).all()
    assert rows.attrs["grain"] == "month"


def test_outlets_bear_the_name_the_registry_or_the_article_gives(small_snapshot):
    rows = overview.outlets(small_snapshot, Filters()).set_index("outlet").name
    assert rows["tass"] == "ТАСС"
    assert (rows["name:Own desk"] == "Own desk").all()
    assert (rows["unknown"] == "").all()


def test_rising_compares_the_last_ninety_days_with_what_went_before(small_snapshot, naive):
    dated = [one for one in naive.all if one.day]
    since = max(one.day for one in dated) - timedelta(days=89)
    recent = [one for one in dated if one.day >= since]
    before = [one for one in dated if one.day < since]
    rows = overview.rising(small_snapshot, Filters(), "person")
    assert len(rows)
    for row in rows.itertuples():
        now = sum(row.entity in one.entities for one in recent)
        then = sum(row.entity in one.entities for one in before)
        assert (row.recent, row.before) == (now, then)
        assert row.change == now / len(recent) - then / len(before) > 0
    assert list(rows.change) == sorted(rows.change, reverse=True)


def test_nothing_rises_without_a_before(small_snapshot):
    assert overview.rising(small_snapshot, Filters(undated=True)).empty
    assert overview.rising(small_snapshot, Filters(since=date(2023, 5, 1))).empty


def test_years_of_a_long_span_are_those_of_the_calendar_asked_for(small_registry, tmp_path):
    written = [corpus_factory.write(small_registry, "fa", date(year, 6, 1), "irna", f"{year}",
                                    "صلح.")
               for year in (1999, 2021)]
    corpus_factory.publish(tmp_path, small_registry, corpus_factory.Source(written))
    snapshot = open_latest(tmp_path)
    found = {solar: overview.coverage(snapshot, Filters(), solar=solar).attrs["grain"]
             for solar in (False, True)}
    month = overview.coverage(snapshot, Filters(), "month", solar=True).attrs["grain"]
    snapshot.close()
    assert found == {False: "year", True: "solar_year"}
    assert month == "month"
