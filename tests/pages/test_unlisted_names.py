"""Names outside the registry on the page of names: list, evidence, decisions."""

from __future__ import annotations

import shutil

import pytest

from didgah.filters import Filters
from didgah.queries import articles, candidates
from didgah.resolve import decisions
from didgah.store import layout
from tests.pages.opening import Markup, open_page, shown

KEY = "person:диалог первый"


@pytest.fixture
def home(small_folder, monkeypatch):
    monkeypatch.setenv("DIDGAH_HOME", str(small_folder.parent))


@pytest.fixture
def own(small_folder, tmp_path, monkeypatch):
    """A corpus that a test may write decisions for."""
    shutil.copytree(small_folder, layout.corpus(tmp_path))
    monkeypatch.setenv("DIDGAH_HOME", str(tmp_path))
    return layout.decisions(layout.corpus(tmp_path))


def test_the_list_shows_the_numbers_of_the_query_and_opens_them(home, small_snapshot):
    rows = candidates.listing(small_snapshot, Filters())
    app = open_page("entities", lang="en", list="unlisted")
    assert not app.exception
    page = Markup(shown(app))
    words = " ".join(page.words)
    for row in rows.itertuples():
        assert row.name in words
        assert any("reader?" in link and "candidates=" in link for link in page.links())
        assert articles.count(small_snapshot, Filters.from_query(row.open)) == row.articles


def test_the_switch_is_in_the_url_and_closes_what_was_open(home):
    app = open_page("entities", lang="en", list="unlisted", candidate=KEY)
    assert app.segmented_control(key="entities_list").value == "unlisted"
    app.segmented_control(key="entities_list").set_value("known").run()
    assert "candidate" not in app.query_params
    assert not app.exception
    assert app.get("plotly_chart")


def test_kinds_narrow_the_list(home, small_snapshot):
    app = open_page("entities", lang="en", list="unlisted", unlisted="organisation")
    words = " ".join(Markup(shown(app)).words)
    assert "Trade House" in words
    assert "Диалог Первый" not in words


def test_the_open_name_shows_its_sentences(home, small_snapshot):
    app = open_page("entities", lang="en", list="unlisted", candidate=KEY)
    assert not app.exception
    page = Markup(shown(app))
    assert "found by a rule" in " ".join(page.words)
    wanted = candidates.evidence(small_snapshot, Filters(), KEY)
    for row in wanted.itertuples():
        assert any(f"article={row.article}" in link for link in page.links())
    app.button(key="candidate_close").click().run()
    assert "candidate" not in app.query_params


@pytest.mark.parametrize("language", ["en", "fa"])
def test_a_name_that_is_gone_and_nothing_within_the_filters_say_so(home, language):
    app = open_page("entities", lang=language, list="unlisted", candidate="person:<b>nobody")
    assert not app.exception
    assert "b" not in {tag for tag, _ in Markup(shown(app)).elements}
    app = open_page("entities", lang=language, list="unlisted", since="1990-01-01",
                    until="1990-01-02")
    assert not app.exception
    assert [one for one in app.button if one.key.startswith("empty_reset")]


def _open_form(choice=None):
    app = open_page("entities", lang="en", list="unlisted", candidate=KEY)
    if choice:
        app.radio(key=f"decide_{KEY}_choice").set_value(choice).run()
    return app


def test_a_mark_of_the_reader_leads_to_the_name(home, small_snapshot):
    row = candidates.evidence(small_snapshot, Filters(), KEY).iloc[0]
    plain = open_page("reader", lang="en", article=row["article"])
    assert "hl-unlisted" not in shown(plain)
    app = open_page("reader", lang="en", article=row["article"], marks="unlisted")
    assert not app.exception
    marks = [attrs for tag, attrs in Markup(shown(app)).elements
             if tag == "a" and "hl-unlisted" in (attrs.get("class") or "")]
    assert marks
    assert any("list=unlisted" in one["href"] and "candidate=" in one["href"] for one in marks)
    assert "not in the registry" in marks[0]["title"]


def _check(app):
    next(one for one in app.button if one.label == "Check and go on").click().run()
    return app


def test_a_new_name_is_accepted_after_confirming(own):
    app = _open_form()
    assert app.text_input(key=f"decide_{KEY}_name_ru").value == "Диалог Первый"
    app.text_input(key=f"decide_{KEY}_name_en").set_value("First Dialogue")
    app.text_input(key=f"decide_{KEY}_id").set_value("first-dialogue")
    _check(app)
    assert not own.exists()
    assert any("person:first-dialogue" in one.value.replace("\\", "") for one in app.info)
    app.button(key="decide_confirm").click().run()
    assert not app.exception
    [made] = decisions.load(own)
    assert (made.action, made.target) == ("accept_name", KEY)
    assert made.value == {"kind": "person", "id": "first-dialogue", "name_en": "First Dialogue",
                          "name_ru": "Диалог Первый"}
    assert "candidate" not in app.query_params
    assert app.button(key="decisions_apply")
    app.button(key=f"undo_{made.id}").click().run()
    assert decisions.in_force(decisions.load(own)) == ()


@pytest.mark.parametrize(("ident", "name", "fault"), [
    ("putin", "X", "belongs to Vladimir Putin"), ("First One", "X", "small Latin letters"),
    ("first", "Sergey Lavrov", "is a spelling of Sergey Lavrov"),
])
def test_what_contradicts_the_registry_is_said_and_not_kept(own, ident, name, fault):
    app = _open_form()
    app.text_input(key=f"decide_{KEY}_name_en").set_value(name)
    app.text_input(key=f"decide_{KEY}_id").set_value(ident)
    _check(app)
    assert not app.exception
    assert fault in app.error[0].value.replace("\\", "")
    assert not own.exists()


def test_another_spelling_needs_the_name_it_is_of(own):
    app = _check(_open_form("known"))
    assert "Choose the name" in app.error[0].value
    app.selectbox(key=f"decide_{KEY}_same").set_value("person:putin")
    _check(app)
    app.button(key="decide_confirm").click().run()
    [made] = decisions.load(own)
    assert made.value == {"same_as": "person:putin", "forms_ru": "Диалог Первый"}


def test_not_a_name_can_be_taken_back_before_confirming(own):
    app = _check(_open_form("none"))
    app.button(key="decide_back").click().run()
    assert not own.exists()
    app.radio(key=f"decide_{KEY}_choice").set_value("none").run()
    _check(app)
    app.button(key="decide_confirm").click().run()
    assert [one.action for one in decisions.load(own)] == ["reject_name"]


def test_visitors_of_a_read_only_instance_decide_nothing(own, monkeypatch):
    monkeypatch.setenv("DIDGAH_EDITORS", "nobody")
    app = _open_form()
    assert not app.exception
    assert "decided on by whoever runs it" in shown(app)
    assert not [one for one in app.button if one.label == "Check and go on"]


def test_a_damaged_file_of_decisions_is_said(own):
    own.write_text("{", encoding="utf-8")
    app = open_page("entities", lang="en", list="unlisted")
    assert not app.exception
    assert "decisions cannot be read" in shown(app)
