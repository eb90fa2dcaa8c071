"""The sheet of A4: what stands on it, that it is one page, that its words are found."""

import re
import subprocess

import pytest
from hypothesis import given, settings

from didgah.export import document, one_page
from didgah.language.messages import INTERFACE_LANGUAGES, text
from tests.didgah.export import decks
from tests.didgah.export.page_reader import Page, loads
from tests.didgah.export.pdf_reader import browser, pages_of, poppler, words_of

LONG = "هیئت‌ها دربارهٔ همکاری اسلامی و لایحهٔ تازه گفت‌وگو کردند و بیانیه‌ای دادند. " * 40


@pytest.fixture
def no_fonts(monkeypatch):
    monkeypatch.setattr(document, "faces", lambda written: "")


def read(*slides, language="fa", **more):
    return Page(one_page.to_html(decks.deck(language, *slides, **more)))


@settings(max_examples=30)
@given(decks.decks)
def test_nothing_in_a_deck_breaks_the_sheet(deck):
    kept, document.faces = document.faces, lambda written: ""
    try:
        written = one_page.to_html(deck)
    finally:
        document.faces = kept
    written.encode()
    page = Page(written)
    assert len(page.all("script")) == 1
    assert not loads(page)


def test_the_presenters_first_three_are_the_findings(no_fonts):
    slides = [decks.slide(body, n, f"یافتهٔ {n}") for n, body in enumerate(
        (decks.chart(), None, decks.timeline(), decks.chart("lines"), decks.chart()), 1)]
    found = [words for _, words in read(*slides).all("li") if words.startswith("یافتهٔ")]
    assert [one.split()[1] for one in found] == ["1", "3", "4"]


def test_statements_come_before_sentences_that_numbers_rest_on(no_fonts):
    first = decks.slide(decks.chart(), 1, "جملهٔ گواه")
    said = decks.slide(decks.quotes("گفتهٔ دوم"), 2, "گواه دوم")
    page = read(first, said)
    assert [words for _, words in page.all("blockquote")] == ["گفتهٔ دوم", "جملهٔ گواه", "گواه دوم"]
    assert page.all("figcaption")[0][1] == "سخنگو · وزارت"


def test_a_strip_of_too_many_meetings_says_how_many_it_draws(no_fonts):
    marks = tuple(decks.mark(f"m{n}", decks.date(2024, 1, 1 + n % 28), articles=n % 2)
                  for n in range(100))
    timeline = decks.Timeline(("الف",), marks, decks.date(2024, 1, 1), decks.date(2024, 2, 1))
    page = read(decks.slide(timeline))
    assert len(page.all("g", "hit")) == 50
    assert any("۵۰" in words for _, words in page.all("h2"))


def test_an_empty_deck_is_a_sheet_too(no_fonts):
    page = read()
    assert page.all("section") == []
    assert page.all("h1")[0][1] == "عنوان"


@pytest.mark.browser
@browser
@poppler
@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
def test_it_is_one_page_whose_words_are_found_in_their_order(language):
    title = {"fa": "همکاری اسلامی در سال تازه", "ar": "التعاون الإسلامي في العام الجديد",
             "ru": "Сотрудничество в новом году", "en": "Cooperation in the new year"}[language]
    slides = (decks.slide(decks.chart()), decks.slide(decks.timeline(), 2),
              decks.slide(decks.quotes("سلام بر جهان اسلام"), 3))
    pdf = one_page.to_pdf(decks.deck(language, *slides, text=title))
    assert pages_of(pdf) == 1
    found = words_of(pdf)
    assert title in found
    assert "سلام بر جهان اسلام" in found
    fonts = subprocess.run(["pdffonts", "-"], input=pdf, capture_output=True, check=True)
    rows = fonts.stdout.decode().splitlines()[2:]
    assert rows
    assert all(re.search(r" yes yes yes ", row) for row in rows), "embedded, subset, with Unicode"


@pytest.mark.browser
@browser
@poppler
def test_what_is_too_long_is_shortened_and_said_to_be():
    slides = tuple(decks.slide(body, n, LONG) for n, body in enumerate(decks.bodies(LONG), 1))
    said = text("one_page.shortened", "fa").split("؛")[0]
    long = one_page.to_pdf(decks.deck("fa", *slides, text="عنوان"))
    assert pages_of(long) == 1
    assert said in words_of(long)
    assert "…" in words_of(long)
    short = one_page.to_pdf(decks.deck("fa", decks.slide(decks.chart())))
    assert said not in words_of(short)
