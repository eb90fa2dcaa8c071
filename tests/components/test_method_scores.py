"""The scores on the Method page: whole, escaped, and honest about what was not measured."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from components import method_scores
from didgah.evaluate.saved import Run, SavedError
from didgah.evaluate.scores import Counted, scores
from didgah.evaluate.tally import Tally, share
from didgah.evaluate.told import PARTS
from didgah.language.messages import text
from tests.pages.opening import Markup, open_page, shown

MADE = scores([
    Counted(str(n), "fa", (Tally("registry", "", 9, 10, 9, 12), share("value", "", 3, 4)))
    for n in range(3)])
RUNS = (
    Run("names", "domain", "report", "held-out", "didgah evaluate names domain.jsonl",
        date(2026, 11, 23), "0", "a", "r", {"domain.jsonl": "f" * 64}, 3,
        {"didgah": MADE, "string match": MADE, "<b>bold</b>": MADE}),
    Run("dates", "<script>", "all", "in-sample", "didgah evaluate dates x", date(2026, 11, 23),
        "0", "a", "r", {}, 3, {"didgah": MADE}),
)


@pytest.fixture
def page(small_folder, monkeypatch):
    monkeypatch.setenv("DIDGAH_HOME", str(small_folder.parent))

    def opened(language: str, runs=RUNS):
        monkeypatch.setattr(method_scores, "load", lambda: runs)
        return open_page("method", lang=language)

    return opened


@pytest.mark.parametrize(("language", "sentence", "measured", "interval"), [
    ("en", "Of a hundred names marked, 90 are marked rightly;",
     "news of the domain, held out; texts: 3, cases: 36", "F1, between 82 and 82"),
    ("fa", "که در متن‌ها آمده، ۷۵ نام پیدا می‌شود.",
     "خبرهای همین حوزه، متن‌های کنارگذاشته: ۳ متن، ۳۶ مورد", "F1، میان ۸۲ و ۸۲"),
])
def test_a_score_is_told_with_what_it_means(page, language, sentence, measured, interval):
    app = page(language)
    assert not app.exception
    words = Markup(shown(app)).words
    assert any(sentence in one for one in words)
    assert measured in words
    assert interval in words
    assert text("scores.system_string_match", language) + " " in words


def test_nothing_is_said_of_a_hundred_when_there_are_few(page):
    few = scores([Counted("a", "fa", (Tally("registry", "", 1, 1, 1, 9),))])
    words = Markup(shown(page("en", (replace(RUNS[0], systems={"didgah": few}),)))).words
    assert "Too few cases to say what it means." in words
    assert not any("Of a hundred names marked" in one for one in words)
    assert "news of the domain, held out; texts: 1, cases: 9" in words


def test_what_was_not_measured_says_so(page):
    words = Markup(shown(page("en"))).words
    # In Persian all but two parts, and everything in the three other languages.
    assert words.count("not measured") == 4 * len(PARTS) - 2
    assert Markup(shown(page("en", ()))).words.count("not measured") == 4 * len(PARTS)


def test_names_out_of_the_file_are_no_markup(page):
    html = shown(page("en"))
    assert "<script>" not in html
    assert "<b>bold</b>" not in html


def test_a_damaged_file_is_said_and_the_page_stands(page, monkeypatch):
    def broken():
        raise SavedError("current.json is no scores file")

    page("en")
    monkeypatch.setattr(method_scores, "load", broken)
    app = open_page("method", lang="en")
    assert not app.exception
    assert "current.json is no scores file" in app.warning[0].value


@pytest.mark.parametrize(("value", "shown_as"), [
    (0.0, "0"), (1.0, "100"), (0.9996, "99.9"), (0.997, "99.7"), (0.994, "99"), (0.002, "0.2"),
    (0.0001, "0.1"), (None, "–"), (0.5, "50"),
])
def test_never_all_or_none_where_it_is_not(value, shown_as):
    assert method_scores._hundredth(value, "en") == shown_as
