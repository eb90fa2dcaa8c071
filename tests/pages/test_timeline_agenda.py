"""The list that stands in for the chart on a phone: the same meetings, a page at a time."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from components import timeline_agenda
from didgah.charts.rounds import gaps
from didgah.filters import Filters
from didgah.language.messages import INTERFACE_LANGUAGES, plural
from didgah.queries import meetings
from tests.pages.opening import Markup, open_page


@pytest.fixture
def home(small_folder, monkeypatch):
    monkeypatch.setenv("DIDGAH_HOME", str(small_folder.parent))


def agenda(app) -> str:
    return next(one.proto.body for one in app.get("html") if "class='agenda'" in one.proto.body)


def listed(app) -> list[str]:
    return [parse_qs(urlsplit(link).query)["meeting"][0] for link in Markup(agenda(app)).links()]


def test_pages_of_the_agenda_hold_every_dated_meeting_once_newest_first(
    home, small_snapshot, monkeypatch
):
    monkeypatch.setattr(timeline_agenda, "PAGE", 4)
    rows = meetings.timeline(small_snapshot, Filters())
    dated = rows[rows["first"].notna()]
    day = dict(zip(dated["meeting"], dated["first"], strict=True))
    app = open_page("meetings", lang="en", span="all")
    seen = listed(app)
    pager = next(one.proto.id for one in app.get("pagination") if "agenda_" in one.proto.id)
    pager = pager[pager.index("agenda_"):]
    for number in range(2, -(-len(dated) // 4) + 1):
        app.session_state[pager] = number
        app.run()
        seen += listed(app)
    assert sorted(seen) == sorted(dated["meeting"])
    assert [day[one] for one in seen] == sorted(day.values(), reverse=True)


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
def test_an_item_says_the_days_since_the_round_before(home, small_snapshot, language):
    gap = gaps(meetings.timeline(small_snapshot, Filters()))
    app = open_page("meetings", lang=language, span="all", series="kazanforum")
    words = Markup(agenda(app)).words
    for one in listed(app):
        if one in gap:
            assert plural("meetings.gap_after", language, gap[one].days) in words


@pytest.mark.parametrize(
    ("calendar", "words"),
    [("solar_hijri", "Azar 1400"), ("gregorian", "November 2021"), ("lunar_hijri", "1443")],
)
def test_months_are_those_of_the_calendar_chosen(home, calendar, words):
    app = open_page("meetings", lang="en", calendar=calendar, meetings="svg-2021-jeddah")
    heading = agenda(app).partition("<h3>")[2].partition("</h3>")[0]
    assert words in heading


def test_a_short_window_is_told_by_weeks(home):
    app = open_page("meetings", lang="en", span="3m", at="2021-11-30")
    assert "<h3>week of 22 November 2021</h3>" in agenda(app)
