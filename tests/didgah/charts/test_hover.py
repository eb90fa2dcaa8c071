"""Hover text: three calendars, right to left where it must be, and no markup of others."""

from __future__ import annotations

from datetime import date

import pandas as pd

from didgah.charts import hover
from tests.didgah.charts.meeting_frames import meeting


def test_meeting_says_three_calendars_status_coverage_and_grounds() -> None:
    row = meeting("m", pd.Timestamp(2021, 11, 24), articles=3, languages=["fa", "ru"],
                  confidence="medium", titles_only=True)
    said = hover.meeting(row, "fa")
    for words in ("۳ آذر ۱۴۰۰", "۲۴ نوامبر ۲۰۲۱", "۱۹ ربیع‌الثانی ۱۴۴۳", "برگزارشده",
                  "۳ خبر (فارسی، روسی)", "تنها بر پایهٔ تیتر خبرها"):
        assert words in said, words


def test_persian_lines_run_from_right_to_left_one_by_one() -> None:
    said = hover.lines(("یک", "دو"), "fa", bold="سر")
    assert said.split("<br>") == ["\u202b<b>سر</b>\u202c", "\u202bیک\u202c", "\u202bدو\u202c"]
    assert "\u202b" not in hover.lines(("one",), "en")


def test_names_of_others_are_escaped() -> None:
    assert "<script>" not in hover.lines(("<script>",), "en", bold="<b onclick=x>")
    assert hover.escape("a & <b>") == "a &amp; &lt;b&gt;"


def test_uncovered_and_reported_meetings_say_so() -> None:
    uncovered = hover.meeting(meeting("m", pd.Timestamp(2021, 1, 1)), "en")
    assert "No article in this corpus covers it" in uncovered
    reported = hover.meeting(meeting("m", None, known=False, precision="unknown"), "en")
    assert "Known from the coverage alone" in reported


def test_interval_of_a_year_is_not_said_as_a_day() -> None:
    words = hover.span_words(date(2019, 1, 1), date(2019, 12, 31), "year", "en")
    assert words[0] == "2019"
