"""The front page through the real shell: its numbers are those of the queries."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest

from didgah.filters import Filters
from didgah.language.calendars import format_pair
from didgah.language.messages import INTERFACE_LANGUAGES
from didgah.language.numbers import format_number
from didgah.queries import articles, overview
from tests.pages.opening import Markup, open_page, shown

PAGES = Path(__file__).resolve().parents[2] / "pages"


@pytest.fixture
def home(small_folder, monkeypatch):
    monkeypatch.setenv("DIDGAH_HOME", str(small_folder.parent))


@pytest.mark.parametrize("name", ["overview", "corpus", "method"])
def test_pages_of_the_shell_are_thin_scripts(name):
    lines = (PAGES / f"{name}.py").read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 60
    assert not any(word in line for line in lines if "import" in line
                   for word in ("pandas", "plotly", "duckdb", "hazm"))


@pytest.mark.parametrize("query", ["", "languages=fa", "entities=person:putin&languages=ru"])
@pytest.mark.parametrize("language", ["en", "fa"])
def test_figures_are_those_of_the_filters(home, small_snapshot, query, language):
    filters = Filters.from_query(query)
    params: dict[str, list[str]] = {}
    for key, value in filters.to_pairs():
        params.setdefault(key, []).append(value)
    app = open_page("overview", lang=language, **params)
    assert not app.exception
    found = overview.summary(small_snapshot, filters)
    cards = next(one.proto.body for one in app.get("html") if "class='figures'" in one.proto.body)
    read = Markup(cards).words
    for number in (found.articles, found.meetings_reported, found.mentions, found.statements,
                   found.outlets, found.undated):
        assert format_number(number, language) in read


def test_figures_open_as_many_articles_as_they_say(home, small_snapshot):
    app = open_page("overview", lang="en", languages="fa")
    cards = Markup(next(one.proto.body for one in app.get("html")
                        if "class='figures'" in one.proto.body))
    opened = [urlsplit(link) for link in cards.links() if link.startswith("reader")]
    counts = [articles.count(small_snapshot, Filters.read(parse_qsl(one.query))[0])
              for one in opened]
    found = overview.summary(small_snapshot, Filters(languages=("fa",)))
    assert counts == [one for one in (
        found.articles, found.reprints, found.off_topic, found.undated) if one]


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
def test_the_headline_opens_what_it_counts(home, small_snapshot, language):
    app = open_page("overview", lang=language, languages="fa")
    body = next(one.proto.body for one in app.get("html") if "class='headline'" in one.proto.body)
    said = " ".join(Markup(body).words)
    filters = Filters(languages=("fa",))
    found = overview.summary(small_snapshot, filters)
    for number in (found.articles, found.outlets, found.meetings_reported):
        assert format_number(number, language) in said
    assert format_pair(found.last, language) in said
    opened = [urlsplit(link) for link in Markup(body).links() if link.startswith("reader")]
    counts = [articles.count(small_snapshot, Filters.read(parse_qsl(one.query))[0])
              for one in opened]
    newest = sum(one == found.last for one in articles.page(
        small_snapshot, filters, limit=100)["day"].dt.date)
    assert counts[:2] == [found.articles, newest]


def test_every_bar_of_the_coverage_opens_its_articles(home, small_snapshot):
    app = open_page("overview", grain="year")
    spec = json.loads(app.get("plotly_chart")[0].proto.spec)
    bars = [(data[0], y) for trace in spec["data"] for data, y in zip(
        trace["customdata"], _values(trace["y"]), strict=True)]
    assert bars
    for opens, height in bars:
        assert articles.count(small_snapshot, Filters().narrow(opens)) == height


def _values(column: object) -> list[float]:
    """Plotly sends numbers as a list or as base64 of a typed array."""
    import base64

    import numpy as np

    if isinstance(column, dict):
        return np.frombuffer(base64.b64decode(column["bdata"]), column["dtype"]).tolist()
    return list(column)


def test_an_open_bar_lists_its_articles_and_closes(home, small_snapshot, small_corpus):
    frame = overview.coverage(small_snapshot, Filters(), grain="year")
    row = frame.iloc[0]
    app = open_page("overview", lang="en", grain="year", open_coverage=row["open"])
    assert not app.exception
    rows = articles.page(small_snapshot, Filters().narrow(row["open"]), limit=100)
    links = [urlsplit(link).query for link in Markup(shown(app)).links()]
    listed = {dict(parse_qsl(one)).get("article") for one in links} - {None}
    assert len(rows) == row["articles"]
    assert listed == set(rows["id"][:10])
    whole = {one.article.id: one.article.text for one in small_corpus}
    put = [json.loads(attrs["data-put"])["about"] for tag, attrs in Markup(shown(app)).elements
           if tag == "button" and "data-put" in attrs]
    passages = [one for one in put if "start" in one]
    assert {one["article"] for one in passages} == listed
    for one in passages:
        sentence = whole[one["article"]][int(one["start"]):int(one["end"])]
        assert sentence in "".join(Markup(shown(app)).words)
    app.button(key="evidence_coverage_close").click().run()
    assert "open_coverage" not in app.query_params


def test_filters_without_articles_say_what_to_do(home):
    app = open_page("overview", lang="en", query="zzzznothing")
    assert not app.exception
    assert "No article fits these filters" in shown(app)
    app.button(key="empty_reset_overview").click().run()
    assert "query" not in app.query_params


def test_meetings_ahead_and_behind_are_parted_by_today(home, small_snapshot):
    from didgah.queries import meetings

    ahead, latest = meetings.next_and_latest(small_snapshot, date.today(), 6)
    app = open_page("overview", lang="en")
    tables = [one.proto.body for one in app.get("html") if "<table" in one.proto.body]
    linked = [dict(parse_qsl(urlsplit(link).query)).get("meeting")
              for body in tables for link in Markup(body).links()]
    assert [one for one in linked if one] == [*ahead["meeting"], *latest["meeting"]]
