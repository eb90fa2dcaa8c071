"""Any mark opens the articles behind it, and the list is as long as the number."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def promised(page) -> int:
    """The number in the head of the drawer."""
    said = page.locator(".st-key-evidence_drawer, [class*=st-key-evidence_]").first.inner_text()
    return int(re.search(r"(\d[\d,]*) article", said)[1].replace(",", ""))


def listed(tab) -> int:
    """How many articles the reader lists behind the drawer's own link."""
    page = tab.page
    page.locator("[class*=st-key-evidence_] [data-testid=stPageLink] a").first.click()
    tab.settle()
    page.wait_for_selector(".st-key-reader_results")
    total = 0
    while True:
        total += page.locator(".st-key-reader_results .result-meta").count()
        onward = page.locator("[data-testid=stPagination] button").last
        if not onward.count() or onward.is_disabled():
            return total
        before = page.locator(".st-key-reader_results").inner_text()
        onward.click()
        expect(page.locator(".st-key-reader_results")).not_to_have_text(
            before, use_inner_text=True)
        tab.settle()


@pytest.mark.parametrize(
    ("where", "mark"),
    [
        ("entities", ".barlayer .point path"),
        ("", ".barlayer .point path"),
    ],
)
def test_click_on_a_bar_opens_a_list_of_that_length(server, visit, where, mark) -> None:
    tab = visit(locale="en-US", height=1400)
    page = tab.open(f"{server.url}/{where}?lang=en&series=kazanforum")
    page.wait_for_selector(f".js-plotly-plot {mark}")
    page.wait_for_timeout(800)
    bar = page.locator(f".js-plotly-plot {mark}").first
    bar.scroll_into_view_if_needed()
    box = bar.bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_selector("[class*=st-key-evidence_]")
    tab.settle()
    n = promised(page)
    assert n > 0
    assert listed(tab) == n
