"""The tour of one screen: once by itself on the plain front page, later only when asked for."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from components.shell.pages import PAGES
from didgah.language.messages import INTERFACE_LANGUAGES, text

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def _button(page, language: str):
    return page.get_by_role("button", name=text("tour.open", language), exact=True)


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
def test_first_visit_is_shown_around_and_remembered(server, visit, language) -> None:
    tab = visit(first=True)
    page = tab.open(f"{server.url}/?lang={language}")
    tour = page.get_by_role("region", name=text("tour.title", language))
    tour.wait_for()
    expect(tour.get_by_role("link")).to_have_count(len(PAGES))
    for one in PAGES:
        assert text(f"tour.{one.name}", language) in tour.inner_text()
    assert page.evaluate("document.documentElement.scrollWidth") <= 1440
    tour.get_by_role("button", name=text("tour.close", language)).click()
    tour.wait_for(state="hidden")
    tab.open(f"{server.url}/?lang={language}")
    _button(page, language).wait_for()
    expect(tour).to_have_count(0)
    assert tab.errors == []


def test_it_fits_the_screen_of_a_phone(server, visit) -> None:
    page = visit(first=True, width=390, height=844).open(f"{server.url}/")
    tour = page.locator(".tour")
    tour.wait_for()
    box = tour.bounding_box()
    assert box["height"] <= 844
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390


@pytest.mark.parametrize("where", ["?grain=year", "?languages=ru", "meetings", "reader?q=x"])
def test_an_address_that_says_what_to_look_at_is_not_covered(server, visit, where) -> None:
    page = visit(first=True).open(f"{server.url}/{where}")
    _button(page, "fa").wait_for()
    expect(page.locator(".tour:visible")).to_have_count(0)


def test_keyboard_alone_opens_and_leaves_it(server, visit) -> None:
    page = visit().open(f"{server.url}/meetings?lang=en")
    button = _button(page, "en")
    button.focus()
    page.keyboard.press("Enter")
    tour = page.get_by_role("region", name=text("tour.title", "en"))
    tour.wait_for()
    expect(button).to_have_attribute("aria-expanded", "true")
    assert tour.get_by_role("link", name=text("meetings.title", "en")).get_attribute(
        "aria-current") == "page"
    page.keyboard.press("Tab")
    assert page.evaluate("() => { let a = document.activeElement; while (a.shadowRoot) "
                         "a = a.shadowRoot.activeElement; return a.className }") == "tour-close"
    page.keyboard.press("Escape")
    tour.wait_for(state="hidden")
    expect(button).to_have_attribute("aria-expanded", "false")
    assert button.evaluate("one => one === one.getRootNode().activeElement")
