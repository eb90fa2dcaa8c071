"""The calendar sheet is Solar Hijri in an English browser, works by keyboard, fits a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def test_a_solar_month_opens_in_any_browser_and_the_keyboard_takes_a_day(server, visit) -> None:
    tab = visit(locale="en-US")
    page = tab.open(f"{server.url}/reader?since=2021-11-24")
    page.locator(".st-key-filterbar_since .day-picker > button").click()
    sheet = page.locator(".st-key-filterbar_since [popover]")
    expect(sheet.locator("select").first).to_have_value("9")
    chosen = sheet.locator("[aria-pressed=true]")
    assert (chosen.inner_text(), chosen.get_attribute("aria-label")) == ("۳", "۳ آذر")
    assert sheet.locator("th").all_inner_texts() == ["ش", "ی", "د", "س", "چ", "پ", "ج"]
    page.keyboard.press("ArrowLeft")  # the next day stands on the left
    page.keyboard.press("PageDown")
    page.keyboard.press("Enter")
    tab.settle()
    page.wait_for_url("**since=2021-12-25**")  # 4 Dey 1400
    assert tab.errors == []


def test_the_sheet_clears_a_day_and_stays_on_a_phone(server, visit) -> None:
    tab = visit(width=390)
    page = tab.open(f"{server.url}/reader?until=2021-11-24")
    page.locator(".st-key-filterbar_until .day-picker > button").click()
    sheet = page.locator(".st-key-filterbar_until [popover]")
    sheet.wait_for()
    box = sheet.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    sheet.locator(".foot button").last.click()
    tab.settle()
    page.wait_for_url(lambda url: "until" not in url)


@pytest.mark.parametrize("width", [1440, 1024, 390])
def test_a_typed_date_has_room_beside_the_sheet(server, visit, width) -> None:
    page = visit(width=width).open(f"{server.url}/reader?since=2021-11-24")
    field = page.locator(".st-key-filterbar_since input").bounding_box()
    assert field["width"] >= 100
