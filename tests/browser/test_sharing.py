"""A copied link shows another person the same numbers."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest

from didgah.store import layout
from didgah.store.publish import read_published

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def numbers(page) -> list[str]:
    """The figures at the head of the overview."""
    found = re.findall(r"[\d٬,]+", page.locator(".figures").inner_text())
    assert len(found) >= 4
    return found


def test_filter_then_copied_link_gives_a_stranger_the_same_numbers(server, visit) -> None:
    first = visit(locale="en-US")
    page = first.open(f"{server.url}/?lang=en")
    everything = numbers(page)
    page.locator(".st-key-filter_query input").fill("Jeddah OR جده")
    page.keyboard.press("Enter")
    page.wait_for_url("**query=**")
    first.settle()
    filtered = numbers(page)
    assert filtered != everything
    page.locator(".st-key-copy_link button").click()
    page.wait_for_function("async () => /version=/.test(await navigator.clipboard.readText())")
    link = page.evaluate("navigator.clipboard.readText()")
    asked = parse_qs(urlsplit(link).query)
    assert asked["query"] == ["Jeddah OR جده"]
    assert asked["lang"] == ["en"]
    assert asked["version"][0] in read_published(layout.sample(server.home)).pinned
    second = visit(locale="fa-IR")
    other = second.open(link)
    assert numbers(other) == filtered


def test_filters_survive_a_change_of_page_and_of_language(server, visit) -> None:
    tab = visit(locale="en-US")
    page = tab.open(f"{server.url}/?lang=en&series=strategic_vision_group")
    page.locator(".st-key-frame_pages a", has_text="Reader").first.click()
    tab.settle()
    page.wait_for_url("**/reader?**series=strategic_vision_group**")
    page.locator(".st-key-frame_language button").first.click()
    page.locator("[data-testid=stPopoverBody]").get_by_text("فارسی").click()
    page.wait_for_function("document.documentElement.dir === 'rtl'")
    tab.settle()
    assert "series=strategic_vision_group" in page.url


def test_chosen_calendar_comes_first_on_every_page_and_stays_in_the_link(server, visit) -> None:
    tab = visit()
    page = tab.open(f"{server.url}/overview")
    page.locator(".st-key-frame_language button").first.click()
    page.locator("[data-testid=stPopoverBody]").get_by_text("میلادی").click()
    page.wait_for_url("**calendar=gregorian**")
    tab.settle()
    page.locator(".st-key-frame_pages a", has_text="متن خبرها").first.click()
    page.wait_for_url("**/reader?**calendar=gregorian**")
    tab.settle()
    first = page.locator(".st-key-reader_results .result").first.inner_text()
    assert first.index("۲۰۲۶") < first.index("۱۴۰۴")
