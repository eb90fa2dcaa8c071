"""The first visitor of a cold server follows a link into the middle of the dashboard."""

from __future__ import annotations

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


PAGES = ["", "meetings", "entities", "words", "reader", "briefing", "corpus", "method"]


def test_cold_deep_link_has_frame_filters_and_record(fresh_server, visit) -> None:
    server = fresh_server()
    tab = visit(locale="en-US")
    page = tab.open(f"{server.url}/meetings?meeting=svg-2021-jeddah&lang=en&languages=fa")
    assert page.locator(".st-key-frame_pages").is_visible()
    assert page.locator(".st-key-filterbar_chips").inner_text().count("Persian") == 1
    assert page.get_by_text("Jeddah 2021").first.is_visible()
    assert tab.errors == []


def test_values_a_link_cannot_mean_are_named_and_not_a_traceback(server, visit) -> None:
    tab = visit(locale="en-US")
    page = tab.open(f"{server.url}/?lang=en&since=yesterday&languages=xx&meeting=no-such")
    said = page.locator("[data-testid=stMain]").inner_text()
    assert "since=yesterday" in said
    assert "languages=xx" in said
    assert "Traceback" not in said


@pytest.mark.parametrize("where", PAGES)
@pytest.mark.parametrize("language", ["fa", "en"])
def test_every_page_opens_cold_without_a_fault(server, visit, where, language) -> None:
    tab = visit()
    page = tab.open(f"{server.url}/{where}?lang={language}")
    assert page.locator("[data-testid=stException]").count() == 0
    assert page.locator("[data-testid=stAlertContentError]").count() == 0
    way = {"fa": "rtl", "en": "ltr"}[language]
    page.wait_for_function(
        "([language, way]) => document.documentElement.lang === language"
        " && document.documentElement.dir === way",
        arg=[language, way],
    )
    assert tab.errors == []
    assert tab.outside == []
