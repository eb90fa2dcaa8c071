"""The meetings page through the real shell: timeline, records, comparison, all in the URL."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from didgah.filters import Filters
from didgah.language.messages import INTERFACE_LANGUAGES
from didgah.model import Span
from didgah.queries import meetings
from tests import corpus_factory
from tests.pages.opening import Markup, open_page, shown

SOURCE = Path(__file__).resolve().parents[2] / "pages" / "meetings.py"


@pytest.fixture
def home(small_folder, monkeypatch):
    monkeypatch.setenv("DIDGAH_HOME", str(small_folder.parent))


def figure(app: AppTest, at: int = 0) -> dict:
    return json.loads(app.get("plotly_chart")[at].proto.spec)


def opened_by_marks(app: AppTest) -> list[str]:
    """Ids of the meetings that marks of the first chart open."""
    found = []
    for trace in figure(app)["data"]:
        for data in trace.get("customdata", ()):
            found += parse_qs(data[0]).get("meetings", [])
    return found


def test_page_is_a_thin_script():
    lines = SOURCE.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 60
    assert not any(name in line for line in lines if "import" in line
                   for name in ("pandas", "plotly", "duckdb", "hazm"))


def test_every_dated_meeting_is_a_mark_and_every_undated_one_in_the_tray(home, small_snapshot):
    app = open_page("meetings", lang="en", span="all")
    assert not app.exception
    rows = meetings.timeline(small_snapshot, Filters())
    dated = rows[rows["first"].notna()]
    assert sorted(opened_by_marks(app)) == sorted(dated["meeting"])
    undated = set(rows["meeting"]) - set(dated["meeting"])
    assert undated
    linked = {
        parse_qs(urlsplit(link).query)["meeting"][0]
        for link in Markup(shown(app)).links() if "meeting=" in link
    }
    assert undated <= linked


def test_known_meetings_without_coverage_are_drawn(tmp_path, small_registry, monkeypatch):
    folder = tmp_path / "corpus"
    one = corpus_factory.write(small_registry, "fa", date(2021, 12, 1), "irna", "عنوان", "متن.")
    corpus_factory.publish(folder, small_registry, corpus_factory.Source([one]))
    monkeypatch.setenv("DIDGAH_HOME", str(tmp_path))
    assert set(opened_by_marks(open_page("meetings", span="all"))) == set(small_registry.meetings)
    covered = open_page("meetings", span="all", covered="1", lang="en")
    assert not covered.get("plotly_chart")
    assert "No meeting fits these filters" in shown(covered)


@pytest.mark.parametrize("lane", ["place", "pair"])
def test_lane_switch_writes_the_url_and_loses_no_meeting(home, lane):
    app = open_page("meetings", span="all")
    every = sorted(opened_by_marks(app))
    app.segmented_control(key="meetings_lane").set_value(lane).run()
    assert not app.exception
    assert app.query_params["lane"] == lane
    assert sorted(opened_by_marks(app)) == every


def test_status_is_a_filter_like_any_other(home, small_snapshot):
    app = open_page("meetings", span="all")
    app.pills(key="meetings_status").set_value(["postponed"]).run()
    assert app.query_params["status"] == "postponed"
    rows = meetings.timeline(small_snapshot, Filters(status=("postponed",)))
    assert sorted(opened_by_marks(app)) == sorted(rows[rows["first"].notna()]["meeting"])


def test_unknown_views_in_the_link_fall_back(home):
    app = open_page("meetings", lane="colour", span="ages", at="yesterday")
    assert not app.exception
    assert opened_by_marks(app)


def test_record_has_three_dates_participants_statements_evidence_and_sources(
    home, small_snapshot
):
    app = open_page("meetings", lang="en", meeting="svg-2021-jeddah")
    assert not app.exception
    html = shown(app)
    page = Markup(html)
    words = " ".join(page.words)
    for expected in ("3–4 Azar 1400", "24–25 November 2021", "1443", "Jeddah, Saudi Arabia",
                     "Rustam Minnikhanov", "Sender of a message", "He greeted them.",
                     "Well sourced"):
        assert expected in words, expected
    record = meetings.record(small_snapshot, "svg-2021-jeddah")
    articles = {view.article for view in record.reports}
    assert f"{len(articles)} articles" in words
    links = page.links()
    assert any("/entities?entity=person%3Aminnikhanov" in f"/{link}" for link in links)
    assert any(link.startswith("reader?") and "at=" in link for link in links)
    assert "https://example.org" in links


def test_record_lists_every_report_over_its_pages(home, small_snapshot):
    record = meetings.record(small_snapshot, "kaz-2021")
    articles = {view.article for view in record.reports}
    app = open_page("meetings", lang="en", meeting="kaz-2021")
    seen: set[str] = set()
    for number in range(1, -(-len(articles) // 6) + 1):
        if number > 1:
            app.session_state["record_reports_page"] = number
            app.run()
        seen |= {
            parse_qs(urlsplit(attrs["href"]).query)["article"][0]
            for _, attrs in Markup(shown(app)).within("listed-title") if "href" in attrs
        }
    assert seen == articles


def test_evidence_points_at_the_sentence_in_the_original_text(home, small_snapshot, small_corpus):
    written = {one.article.id: one for one in small_corpus}
    record = meetings.record(small_snapshot, "svg-2021-jeddah")
    for view in record.reports:
        for passage in view.passages:
            text = written[view.article].article.text
            assert text[passage.start:passage.end] == passage.text
    page = Markup(shown(open_page("meetings", meeting="svg-2021-jeddah")))
    places = [parse_qs(urlsplit(link).query) for link in page.links() if "at=" in link]
    assert places
    for place in places:
        annotation = written[place["article"][0]].annotation
        assert any(span.start <= int(place["at"][0]) < span.end for span in annotation.sentences)


def test_a_meeting_that_is_gone_says_what_to_do(home):
    app = open_page("meetings", lang="en", meeting="no-such-meeting")
    assert not app.exception
    assert "This meeting is not in the data" in shown(app)
    assert app.get("plotly_chart")


def test_two_meetings_stand_side_by_side_and_either_can_be_changed(home):
    app = open_page("meetings", lang="en", compare="svg-2021-jeddah,kaz-2021")
    assert not app.exception
    both = ("svg-2021-jeddah", "kaz-2021")
    heads = [words for words in Markup(shown(app)).words if words in both]
    assert heads[0] == both[0]
    assert set(heads) == set(both)
    app.selectbox(key="compare_1").set_value("series:kazanforum").run()
    assert app.query_params["compare"] == "svg-2021-jeddah,series:kazanforum"
    assert f"{(date(2023, 5, 18) - date(2021, 7, 30)).days} days later" in shown(app)


def test_comparison_is_offered_and_can_be_left(home):
    app = open_page("meetings", lang="en")
    app.button(key="compare_offer").click().run()
    assert app.query_params["compare"] == "svg-2021-jeddah,kaz-2021"
    assert "chart_timeline" not in {one.key for one in app.get("plotly_chart")}
    app.button(key="compare_back").click().run()
    assert "compare" not in app.query_params
    assert app.get("plotly_chart")


def test_disagreement_stands_beside_what_is_held(tmp_path, small_registry, monkeypatch):
    folder = tmp_path / "corpus"
    known = small_registry.meetings["kaz-2021"]
    said = corpus_factory._known(small_registry, known.id, (Span(0, 3),))
    other = type(said)(**{name: getattr(said, name) for name in said.__slots__} | {
        "first": date(2021, 8, 4), "last": date(2021, 8, 4)})
    one = corpus_factory.write(small_registry, "fa", date(2021, 8, 5), "irna", "عنوان خبر",
                               "متن خبر.", meetings=[other])
    corpus_factory.publish(folder, small_registry, corpus_factory.Source([one]))
    monkeypatch.setenv("DIDGAH_HOME", str(tmp_path))
    html = shown(open_page("meetings", lang="en", meeting="kaz-2021"))
    assert "Where reports disagree" in html
    assert "4 August 2021" in html
    assert "28–30 July 2021" in html


def test_hostile_text_is_inert(tmp_path, small_registry, monkeypatch):
    hostile = "<script>alert(1)</script>\u202e<img src=x onerror=alert(1)>"
    folder = tmp_path / "corpus"
    one = corpus_factory.write(
        small_registry, "fa", date(2021, 8, 5), "", hostile,
        f"{hostile} <person:putin|گفت|{hostile.replace('<', '‹')}>.",
        meetings=["kaz-2021"], url="javascript:alert(1)", outlet_name=hostile,
    )
    corpus_factory.publish(folder, small_registry, corpus_factory.Source([one]))
    monkeypatch.setenv("DIDGAH_HOME", str(tmp_path))
    for where in ({"meeting": "kaz-2021"}, {"compare": "kaz-2021,svg-2021-jeddah"}):
        app = open_page("meetings", lang="en", **where)
        assert not app.exception
        html = shown(app)
        page = Markup(html)
        assert not {"script", "img"} & {tag for tag, _ in page.elements}
        assert not any(link.startswith("javascript:") for link in page.links())
        assert "\u202e" not in html
        assert "alert(1)" in " ".join(page.words)  # shown, not dropped


def test_the_table_lists_the_marks_and_the_undated(home, small_snapshot):
    app = open_page("meetings", lang="en", span="all")
    app.session_state["meetings_table"] = True
    app.run()
    assert not app.exception
    rows = meetings.timeline(small_snapshot, Filters())
    table = app.dataframe[0].value
    assert len(table) == len(rows)
    assert sorted(table["articles"]) == sorted(rows["articles"])


def test_announced_meetings_and_one_meeting_can_go_into_a_calendar(home, small_snapshot):
    rows = meetings.timeline(small_snapshot, Filters(status=("announced",)))
    app = open_page("meetings", lang="en", span="all", meeting="svg-2021-jeddah")
    assert not app.exception
    labels = [one.proto.label for one in app.get("download_button")]
    assert "To your calendar" in labels
    said = [one for one in labels if "announced meeting" in one]
    assert bool(said) == bool(rows["first"].notna().sum())


def test_lanes_by_leader_lose_no_meeting_and_time_can_be_turned(home):
    every = sorted(opened_by_marks(open_page("meetings", span="all")))
    app = open_page("meetings", span="all", lane="leader", time="rtl")
    assert not app.exception
    assert sorted(opened_by_marks(app)) == every
    first, last = figure(app)["layout"]["xaxis"]["range"]
    assert first > last


@pytest.mark.parametrize("span", ["1w", "1m", "3m", "1y", "nowruz", "3y", "10y", "20y", "all"])
def test_every_zoom_draws(home, span):
    app = open_page("meetings", span=span, at="2021-11-24")
    assert not app.exception
    assert app.get("plotly_chart")


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
def test_every_record_of_the_chronology_opens_in_every_language(home, small_snapshot, language):
    for one in small_snapshot.registry.meetings:
        app = open_page("meetings", lang=language, meeting=one)
        assert not app.exception, one
        assert "chart_timeline" in {chart.key for chart in app.get("plotly_chart")}, one
