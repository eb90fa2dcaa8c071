"""The filter bar through the real shell: the URL fills it, and it writes the URL."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from didgah.language.messages import text
from tests.pages.opening import MAIN, Markup, shown


@pytest.fixture
def home(small_folder, monkeypatch):
    monkeypatch.setenv("DIDGAH_HOME", str(small_folder.parent))


def visit(**params: str | list[str]) -> AppTest:
    app = AppTest.from_file(str(MAIN), default_timeout=60)
    for key, value in params.items():
        app.query_params[key] = value
    app.run()
    assert not app.exception
    return app


def asked(app: AppTest) -> dict[str, list[str]]:
    """The address, every value in a list however Streamlit keeps it."""
    return {name: [value] if isinstance(value, str) else list(value)
            for name, value in app.query_params.items()}


def sentence(app: AppTest) -> str:
    said = next(one for one in app.get("html") if "class='sentence'" in one.proto.body)
    words = "".join(Markup(said.proto.body).words)
    return words.replace("\u2068", "").replace("\u2069", "")


def notes(app: AppTest) -> str:
    return " ".join("".join(Markup(one.proto.body).words) for one in app.get("html")
                    if "class='note'" in one.proto.body)


def test_widgets_show_what_the_address_asks(home):
    app = visit(since="2021-11-24", languages=["fa", "ru"], query="جده", lang="en")
    assert app.text_input(key="filter_since").value == "2021-11-24"
    assert app.text_input(key="filter_until").value == ""
    assert app.text_input(key="filter_query").value == "جده"
    assert set(app.multiselect(key="filter_languages").value) == {"fa", "ru"}
    assert sentence(app) == ("Persian and Russian articles, from 24 November 2021 (3 Azar 1400) "
                             "on, matching the search “جده”.")


def test_persian_readers_get_their_own_calendar_and_words(home):
    app = visit(since="2021-11-24", languages="fa")
    assert app.text_input(key="filter_since").value == "۱۴۰۰/۰۹/۰۳"
    assert app.multiselect(key="filter_languages").options[0] == text("language.fa", "fa")
    assert sentence(app) == "خبرهای فارسی، از ۳ آذر ۱۴۰۰ (۲۴ نوامبر ۲۰۲۱) به بعد."


@pytest.mark.parametrize(
    ("field", "typed", "written"),
    [
        ("since", "۱۴۰۰/۹/۳", "2021-11-24"), ("since", "1400", "2021-03-21"),
        ("until", "1400", "2022-03-20"), ("until", "November 2021", "2021-11-30"),
    ],
)
def test_typed_dates_of_any_calendar_go_into_the_address(home, field, typed, written):
    app = visit()
    app.text_input(key=f"filter_{field}").input(typed).run()
    assert asked(app)[field] == [written]


def test_dates_in_the_wrong_order_are_put_right(home):
    app = visit(since="2022-01-01")
    app.text_input(key="filter_until").input("2021-01-01").run()
    assert asked(app)["since"] == ["2021-01-01"]
    assert asked(app)["until"] == ["2022-01-01"]


def test_what_is_no_date_stays_in_the_field_and_is_explained(home):
    app = visit(lang="en")
    app.text_input(key="filter_since").input("whenever").run()
    assert "since" not in app.query_params
    assert app.text_input(key="filter_since").value == "whenever"
    assert "“whenever” is not a date that can be read" in notes(app)
    assert sentence(app) == "All articles."


def test_a_broken_search_is_explained_with_its_fix_and_changes_nothing(home):
    app = visit(lang="en", languages="fa")
    app.text_input(key="filter_query").input('"half a phrase').run()
    assert "query" not in app.query_params
    assert "A quotation mark is not closed." in notes(app)
    assert 'Did you mean: "half a phrase"' in notes(app)
    app.text_input(key="filter_query").input('"half a phrase"').run()
    assert asked(app)["query"] == ['"half a phrase"']
    assert "not closed" not in notes(app)


def test_choosing_and_clearing_languages(home):
    app = visit()
    app.multiselect(key="filter_languages").set_value(["ar"]).run()
    assert asked(app)["languages"] == ["ar"]
    app.multiselect(key="filter_languages").set_value([]).run()
    assert "languages" not in app.query_params


def test_every_active_filter_is_a_chip_that_takes_it_away(home):
    app = visit(languages=["fa", "ru"], entities="person:putin", also="place:kazan",
                since="2021-01-01", query="صلح", undated="1", lang="en")
    chips = {one.key: one.label for one in app.button if one.key and one.key.startswith("chip_")}
    assert set(chips) == {
        "chip_languages_fa", "chip_languages_ru", "chip_entities_person:putin",
        "chip_also_place:kazan", "chip_since_None", "chip_query_None", "chip_undated_None",
        "chip_reset",
    }
    assert chips["chip_entities_person:putin"] == "Vladimir Putin"
    app.button(key="chip_languages_fa").click().run()
    assert asked(app)["languages"] == ["ru"]
    app.button(key="chip_reset").click().run()
    assert asked(app) == {"lang": ["en"]}
    assert sentence(app) == "All articles."


def test_unusable_parts_of_a_link_are_named(home):
    app = visit(lang="en", since="<b>soon</b>", languages="xx")
    assert "since=<b>soon</b>" in notes(app)
    assert "languages=xx" in notes(app)
    assert "<b>soon" not in shown(app)


def test_pages_that_are_not_about_articles_have_no_filters(home):
    app = visit()
    app.switch_page("../../pages/method.py").run()
    assert not app.exception
    assert "filter_query" not in {one.key for one in app.text_input}
