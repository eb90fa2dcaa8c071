"""The page that a briefing becomes: whole, inert, and saying the deck's numbers."""

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings

from didgah.briefing.slides import Chart
from didgah.export import document, faces
from didgah.export.deck_page import to_html
from didgah.language.messages import INTERFACE_LANGUAGES
from didgah.language.numbers import format_number
from tests.didgah.export import decks
from tests.didgah.export.page_reader import Page, digest, loads


@pytest.fixture(autouse=True)
def _no_fonts(monkeypatch):
    """Fonts have tests of their own and take half a second."""
    monkeypatch.setattr(document, "faces", lambda written: "")


def page(*slides, language="fa", room=False, note="", **more):
    return Page(to_html(decks.deck(language, *slides, **more), room=room, note=note))


@settings(max_examples=60)
@given(decks.decks)
def test_nothing_in_a_deck_breaks_the_page(deck):
    written = to_html(deck, room=False)
    written.encode()  # no half of a character pair is left
    read = Page(written)
    scripts = read.all("script")
    assert [attrs.get("type", "") for attrs, _ in scripts] == ["application/json", ""]
    assert len(read.all("section")) == len(deck.slides) + 1
    assert not [name for _, attrs, _ in read.elements for name in attrs
                if name.startswith("on") or name == "style"]
    assert not loads(read)
    assert all(attrs["href"].startswith(("https://didgah.example/", "https://outlet.example/"))
               for attrs, _ in read.all("a"))


def test_the_policy_allows_its_own_style_and_script_and_nothing_else():
    read = page(decks.slide(decks.chart()))
    rules = dict(part.strip().partition(" ")[::2] for part in read.policy().split(";"))
    assert rules["default-src"] == "'none'"
    assert rules["style-src"] == f"'{digest(read.all('style')[0][1])}'"
    assert rules["script-src"] == f"'{digest(read.all('script')[1][1])}'"
    assert document.policy(to_html(decks.deck("fa"), room=False)).startswith("default-src 'none'")
    assert document.policy("<p>another</p>") == ""


def test_override_characters_of_an_article_are_shown_not_obeyed():
    read = page(decks.slide(decks.quotes("سلام \u202eabc")))
    said = [words for _, words in read.all("blockquote")]
    assert "سلام [RLO]abc" in said
    assert not any("\u202e" in words for words in said)


def test_isolates_around_names_of_the_deck_are_kept():
    read = page(decks.slide(decks.chart(), text="نام \u2068TASS\u2069: ۳"))
    assert read.all("p", "reading")[0][1] == "نام \u2068TASS\u2069: ۳"


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
def test_the_table_behind_a_chart_says_its_values_in_the_readers_digits(language):
    chart = decks.chart(values=((3, 0, 1700), (1, 4, 2)))
    read = page(decks.slide(chart), language=language)
    cells = [words for _, words in read.all("td")]
    for one in chart.series:
        for value in one.values:
            assert format_number(int(value), language) in cells


def test_the_numbers_of_the_deck_are_in_the_file_as_numbers():
    chart = decks.chart()
    read = page(decks.slide(chart, 4), decks.slide(decks.timeline()), decks.slide(None))
    data = json.loads(read.all("script")[0][1])
    assert [one["n"] for one in data["slides"]] == [4, 1, 1]
    assert [tuple(one["values"]) for one in data["slides"][0]["body"]["series"]] == [
        one.values for one in chart.series]
    assert data["slides"][1]["body"]["since"] == "2024-01-01"
    assert data["slides"][2]["body"] is None


def test_language_and_direction_stand_at_each_block():
    read = page(decks.slide(decks.quotes("Встреча прошла", language="ru")), language="ar")
    assert read.all("html")[0][0] | {"class": ""} == {"lang": "ar", "dir": "rtl", "class": ""}
    assert all((attrs["lang"], attrs["dir"]) == ("ru", "ltr") for attrs, words
               in read.all("blockquote") if words == "Встреча прошла")


def test_every_sentence_of_evidence_stands_behind_its_slide_with_its_citation():
    read = page(decks.slide(decks.chart(), text="جملهٔ گواه"))
    assert [words for _, words in read.all("blockquote")] == ["جملهٔ گواه"]
    cited = decks.evidence("جملهٔ گواه").cited
    assert any(words.startswith(cited) for _, words in read.all("p", "cited"))
    assert f"{decks.LINK}reader?article=a1" in [attrs["href"] for attrs, _ in read.all("a", "live")]


def test_an_address_that_is_relative_is_no_link_in_a_file():
    read = page(link="briefing?briefing=b1")
    assert read.all("a") == []


def test_the_room_is_the_same_page_begun_otherwise():
    deck = decks.deck("fa", decks.slide(decks.chart()))
    shown, kept = to_html(deck, room=True), to_html(deck, room=False)
    assert shown.replace(" class=room", "", 1) == kept
    assert "class=room" in shown


def test_what_the_presenter_noted_stays_with_the_presenter():
    noted = replace(decks.slide(decks.chart()), notes="تنها برای من")
    assert "تنها برای من" not in to_html(decks.deck("fa", noted), room=True)


def test_the_code_of_a_link_is_there_when_there_is_a_link():
    assert len(page().all("div", "qr")) == 1
    assert page(link="briefing?x").all("div", "qr") == []


def test_a_note_is_said_first_and_aloud():
    read = page(note="<b>دیگر</b>")
    assert read.all("p", "notice") == [({"class": "notice", "role": "alert"}, "<b>دیگر</b>")]
    assert page().all("p", "notice") == []


def test_every_class_of_colour_has_its_colour_in_both_themes():
    read = page(decks.slide(decks.chart()), decks.slide(decks.timeline()))
    style = read.all("style")[0][1]
    used = {name for _, attrs, _ in read.elements
            for name in attrs.get("class", "").split() if name.startswith("c-")}
    assert used == {"c-2a72c9", "c-bd5304"}
    for name in used:
        assert len(re.findall(rf"\.{name}\{{--c:#", style)) == 2


def test_a_colour_that_is_none_is_grey():
    chart = decks.chart()
    odd = Chart("stacked", chart.categories, (
        chart.series[0].__class__("x", (1, 2, 3), "red;}body{display:none"),), "u", days=chart.days)
    read = page(decks.slide(odd))
    assert "display:none}" not in read.all("style")[0][1].split("/* One page")[0]
    assert read.all("rect", "c-other")


def test_fonts_hold_the_letters_of_the_page_and_cyrillic_only_when_there_is_some():
    persian, russian = faces.faces("سلام 12"), faces.faces("سلام мир")
    assert persian.count("@font-face") == 2
    assert russian.count("@font-face") == 4
    assert "http" not in persian
