"""What only a browser shows of the words page and the reader."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def test_a_word_of_the_cloud_opens_by_keyboard_and_lists_its_places(visit, server):
    tab = visit(locale="en-US")
    page = tab.open(f"{server.url}/words?lang=en")
    word = page.locator(".cloud text").nth(3)
    n = int(re.search(r"· (\d+) use", word.get_attribute("aria-label"))[1])
    word.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".kwic")
    tab.settle()
    expect(page.locator(".st-key-word_panel")).to_contain_text(f"{n} place")
    expect(page.locator(".kwic .keyword")).to_have_count(min(n, 25))
    assert tab.errors == []
    assert tab.outside == []


def test_a_bar_opens_its_word(visit, server):
    tab = visit(locale="en-US", height=1400)
    page = tab.open(f"{server.url}/words?lang=en")
    page.wait_for_selector(".js-plotly-plot .barlayer .point path")
    page.wait_for_timeout(800)
    box = page.locator(".js-plotly-plot .barlayer .point path").nth(2).bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_selector(".kwic")
    tab.settle()
    page.wait_for_url("**word=**")
    assert tab.errors == []


@pytest.mark.parametrize("width", [1440, 390])
def test_words_of_the_cloud_stand_apart_and_legible(visit, server, width):
    page = visit(width=width).open(f"{server.url}/words")
    boxes = page.locator(".cloud text").evaluate_all(
        "all => all.map(one => { const b = one.getBoundingClientRect();"
        " const size = parseFloat(one.getAttribute('font-size'))"
        " * one.ownerSVGElement.getBoundingClientRect().width"
        " / one.ownerSVGElement.viewBox.baseVal.width;"
        " return [b.left, b.right, size] })"
    )
    assert len(boxes) >= 30
    assert min(size for *_, size in boxes) >= 12
    assert all(left >= -1 and right <= width + 1 for left, right, _ in boxes)


def test_a_link_in_the_text_changes_the_page_without_loading_it_and_back_returns(visit, server):
    tab = visit(locale="en-US")
    page = tab.open(f"{server.url}/words?word={quote('fa:نشست')}&lang=en")
    page.wait_for_selector(".kwic")
    page.evaluate("window.stillHere = true")
    link = page.locator(".kwic .keyword").first
    at = parse_qs(urlsplit(link.get_attribute("href")).query)["at"][0]
    link.click()
    page.wait_for_selector(".hl-here")
    tab.settle()
    assert page.evaluate("window.stillHere")
    starts = page.locator(".article .hl-here").evaluate_all(
        "all => all.map(one => [+one.dataset.start, +one.dataset.end])"
    )
    assert any(start <= int(at) < end for start, end in starts)
    top = page.locator(".hl-here").first.bounding_box()["y"]
    assert 0 < top < 900
    page.go_back()
    page.wait_for_selector(".kwic")
    assert urlsplit(page.url).path == "/words"


def test_on_a_phone_the_facets_wait_behind_their_switch(visit, server):
    tab = visit(locale="en-US", width=390, height=844)
    page = tab.open(f"{server.url}/reader?lang=en")
    expect(page.locator(".st-key-reader_facets")).to_be_hidden()
    page.locator(".st-key-facets_switch label").first.click()
    tab.settle()
    expect(page.locator(".st-key-reader_facets")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_menu_of_a_word_is_reached_by_keyboard_and_a_click_with_shift_filters(visit, server):
    tab = visit(locale="en-US")
    page = tab.open(f"{server.url}/words?lang=en")
    word = page.locator(".cloud text").nth(3)
    word.focus()
    page.keyboard.press("Shift+F10")
    items = page.locator(".cloud [role=menuitem]")
    expect(items).to_have_count(4)
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")  # the last one: leave the word out
    page.wait_for_url("**stop=**")
    tab.settle()
    expect(page.locator("body")).to_contain_text("1 word is left out")
    page.locator(".cloud text").nth(3).click(modifiers=["Shift"])
    page.wait_for_url("**terms=**")
    assert tab.errors == []
