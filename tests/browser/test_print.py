"""On paper stand the title, the filters in words, whole charts and the data version."""

from __future__ import annotations

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

A4 = 718  # CSS pixels between margins of 12 mm


def test_a_printed_page_has_no_controls_and_whole_charts(server, visit) -> None:
    page = visit().open(f"{server.url}/")
    page.locator(".js-plotly-plot .main-svg").first.wait_for()
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": A4, "height": 1000})
    page.wait_for_timeout(500)
    assert page.locator("[data-testid=stApp] button:visible").count() == 0
    assert page.locator("h1.title").is_visible()
    assert page.locator("p.sentence").is_visible()
    assert page.locator("p.printed").is_visible()
    chart = page.locator(".js-plotly-plot .main-svg").first.bounding_box()
    assert A4 * 0.9 < chart["width"] <= A4
    assert page.evaluate("document.documentElement.scrollWidth") <= A4
