"""Three presses put three things aside; the page of briefings keeps them, in their order."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

BUTTON = "button.put[data-put*='\"{}\"']"


def press(tab, page, url: str, kind: str) -> str:
    """Open a page, put its `kind` aside, and what the frame says of it."""
    tab.open(url)
    page.locator(BUTTON.format(kind)).first.click()
    told = page.locator(".basket-told")
    told.wait_for()
    return told.inner_text()


def headlines(page):
    return page.locator(".briefing-item strong")


def test_three_presses_make_a_briefing_that_stays(fresh_server, visit) -> None:
    served = fresh_server()
    tab = visit(locale="en-US")
    page = tab.page
    base = served.url
    assert "Added" in press(tab, page, f"{base}/?lang=en", "coverage")
    press(tab, page, f"{base}/meetings?lang=en&meeting=svg-2021-jeddah", "meeting")
    scrolled = page.evaluate("document.querySelector('.st-key-record_box').isConnected")
    assert scrolled  # the record stays open: a press reruns the frame alone
    press(tab, page, f"{base}/words?lang=en&tongue=fa", "cloud")
    expect(page.locator(".st-key-frame_pages")).to_contain_text("(3)")

    page.locator(".basket-told .undo").click()
    page.get_by_text("Taken out again.").wait_for()
    expect(page.locator(".st-key-frame_pages")).to_contain_text("(2)")
    press(tab, page, f"{base}/words?lang=en&tongue=fa", "cloud")

    tab.open(f"{base}/briefing?lang=en")
    expect(headlines(page)).to_have_count(3)
    first = headlines(page).all_inner_texts()
    page.locator("[class*='st-key-down_'] button").first.focus()
    page.keyboard.press("Enter")
    tab.settle()
    expect(headlines(page)).to_have_text([first[1], first[0], first[2]])
    page.reload()
    tab.settle()
    expect(headlines(page)).to_have_text([first[1], first[0], first[2]])

    page.locator(".st-key-briefing_duplicate button").click()
    tab.settle()
    page.wait_for_url("**briefing=**")
    expect(headlines(page)).to_have_text([first[1], first[0], first[2]])
    page.locator("[class*='st-key-remove_'] button").first.click()
    tab.settle()
    expect(headlines(page)).to_have_count(2)
    page.go_back()
    tab.settle()
    assert not tab.outside


def test_a_line_of_a_concordance_and_a_sentence_go_in(fresh_server, visit) -> None:
    served = fresh_server()
    tab = visit(locale="en-US")
    page = tab.page
    press(tab, page, f"{served.url}/words?lang=en&tongue=fa&word=fa:روسیه", "passage")
    tab.open(f"{served.url}/reader?lang=en")
    page.locator("a[href*=\"article=\"]").first.click()
    tab.settle()
    page.locator(BUTTON.format("passage")).first.click()
    page.get_by_text("(2)").first.wait_for()
    tab.open(f"{served.url}/briefing?lang=en")
    expect(headlines(page)).to_have_count(2)
