"""The short link of a view opens the same view for somebody else."""

from __future__ import annotations

import re

import pytest

from tests.browser.test_sharing import numbers

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def test_the_short_link_opens_the_same_numbers(server, visit) -> None:
    tab = visit(locale="en-US")
    page = tab.open(f"{server.url}/overview?lang=en&series=strategic_vision_group")
    found = numbers(page)
    page.locator(".st-key-short_link button").click()
    link = page.locator("[data-testid=stPopoverBody] code")
    link.wait_for()
    short = link.inner_text().strip()
    assert re.fullmatch(re.escape(server.url) + r"/go/[0-9a-z]{6,}", short)
    page.locator("[data-testid=stPopoverBody] img").wait_for()
    other = visit(locale="fa-IR")
    opened = other.open(short)
    assert "series=strategic_vision_group" in opened.url
    assert "version=" in opened.url
    assert numbers(opened) == found
