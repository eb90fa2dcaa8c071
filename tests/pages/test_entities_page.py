"""The page of names through the real shell: ranking, trends, pairs, records."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from didgah.filters import Filters
from didgah.queries import articles, entities, entity_record, sentences
from didgah.queries.roles import QUOTED, roles
from tests.pages.opening import Markup, open_page, shown

SOURCE = Path(__file__).resolve().parents[2] / "pages" / "entities.py"


@pytest.fixture
def home(small_folder, monkeypatch):
    monkeypatch.setenv("DIDGAH_HOME", str(small_folder.parent))


def trace(app: AppTest, chart: int, name: str) -> dict:
    spec = json.loads(app.get("plotly_chart")[chart].proto.spec)
    return next(one for one in spec["data"] if one.get("name") == name)


def test_page_is_a_thin_script():
    lines = SOURCE.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 60
    assert not any(name in line for line in lines if "import" in line
                   for name in ("pandas", "plotly", "duckdb", "hazm"))


@pytest.mark.parametrize(
    ("kind", "unit"), [("person", "articles"), ("organisation", "mentions"), ("outlet", "articles")]
)
def test_bars_are_the_numbers_of_the_query(home, small_snapshot, kind, unit):
    app = open_page("entities", lang="en", kind=kind, unit=unit, copies="all")
    assert not app.exception
    expected = entities.top(small_snapshot, Filters(), (kind,), unit)
    if expected.empty:
        assert "No name of this kind" in shown(app)
        return
    assert trace(app, 0, "bars")["customdata"] == [
        [opening, key] for opening, key in zip(expected["open"], expected["entity"], strict=True)
    ]


def test_an_open_bar_lists_exactly_its_articles(home, small_snapshot):
    row = entities.top(small_snapshot, Filters()).iloc[0]
    app = open_page("entities", lang="en", open_top=row["open"])
    assert not app.exception
    assert f"{row['n']} articles" in shown(app)
    assert articles.count(small_snapshot, Filters().narrow(row["open"])) == row["n"]
    app.button(key="evidence_top_close").click().run()
    assert "open_top" not in app.query_params


def test_a_pair_opens_the_articles_that_name_both(home, small_snapshot):
    row = entities.comention(small_snapshot, Filters()).iloc[0]
    app = open_page("entities", lang="en", open_pairs=row["open"])
    assert f"{row['n']} articles" in shown(app)


def test_unit_and_kind_are_in_the_url_and_close_what_was_open(home, small_snapshot):
    row = entities.top(small_snapshot, Filters()).iloc[0]
    app = open_page("entities", open_top=row["open"])
    app.segmented_control(key="entities_unit").set_value("mentions").run()
    assert app.query_params["unit"] == "mentions"
    assert "open_top" not in app.query_params
    app.segmented_control(key="entities_kind").set_value("place").run()
    assert app.query_params["kind"] == "place"
    assert not app.exception


def test_names_to_follow_are_in_the_url(home):
    app = open_page("entities", lang="en", names="person:lavrov,person:putin,person:mars")
    assert app.multiselect(key="entities_names").value == ["person:lavrov", "person:putin"]
    app.multiselect(key="entities_names").set_value(["person:putin"]).run()
    assert app.query_params["names"] == "person:putin"


def test_record_of_a_name(home, small_snapshot):
    found = entity_record.record(small_snapshot, Filters(), "person:lavrov")
    app = open_page("entities", lang="en", entity="person:lavrov")
    assert not app.exception
    page = Markup(shown(app))
    words = " ".join(page.words)
    assert "Sergey Lavrov" in words
    assert str(found.articles) in words
    assert "Сергей Лавров" in words
    for surface in found.forms["surface"].head(3):
        assert surface in words
    for meeting in ("kaz-2021", "svg-2022-moscow"):
        assert any(f"meeting={meeting}" in link for link in page.links())
    bars = trace(app, 1, "bars")
    assert bars["customdata"] == [
        [opening, key] for opening, key in zip(
            found.with_whom["open"], found.with_whom["entity"], strict=True)
    ]


def test_a_name_nobody_mentions_still_has_a_record(home):
    app = open_page("entities", lang="en", entity="person:nobody")
    assert not app.exception
    assert "No article within these filters names it" in shown(app)


def test_an_unknown_name_says_what_to_do(home):
    app = open_page("entities", lang="en", entity="person:<script>")
    assert not app.exception
    assert "The registry knows no such name" in shown(app)
    assert "script" not in {tag for tag, _ in Markup(shown(app)).elements}
    app.button(key="entity_back").click().run()
    assert "entity" not in app.query_params
    assert app.get("plotly_chart")


def test_nothing_within_the_filters_offers_to_clear_them(home):
    app = open_page("entities", lang="en", since="1990-01-01", until="1990-01-02")
    assert not app.exception
    assert "No name of this kind" in shown(app)
    assert [one for one in app.button if one.key.startswith("empty_reset")]


def test_a_role_opens_as_many_reports_as_it_says(home, small_snapshot):
    rows = roles(small_snapshot, Filters(reprints="first"), ("person:putin", "person:lavrov"))
    for row in rows[rows["role"].isin(["message_sender", QUOTED])].itertuples():
        app = open_page("entities", lang="en", open_role=f"{row.entity} {row.role}")
        assert not app.exception
        assert f"{row.n} {'statement' if row.role == QUOTED else 'report'}" in shown(app)


def test_a_pair_in_one_sentence_opens_its_sentences(home, small_snapshot):
    keys = ("person:lavrov", "person:putin", "organisation:svg")
    row = sentences.comention(small_snapshot, Filters(reprints="first"), keys).iloc[0]
    opened = Filters(also=(row["a"], row["b"])).to_query()
    app = open_page("entities", lang="en", within="sentence", pairs="network", open_pairs=opened)
    assert not app.exception
    assert f"{row['n']} sentence" in shown(app)
    assert trace(app, -1, "pairs")["customdata"]


def test_a_bar_of_sentences_or_mentions_opens_the_sentences(home, small_snapshot):
    once = Filters(reprints="first")
    for unit, word in (("sentences", "sentence"), ("mentions", "mention")):
        row = entities.top(small_snapshot, once, ("person",), unit).iloc[0]
        app = open_page("entities", lang="en", unit=unit, open_top=row["open"])
        assert f"{row['n']} {word}" in shown(app)
