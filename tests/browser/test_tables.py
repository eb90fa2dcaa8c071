"""Tables leave the page as files that say what they are."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def taken(tab, name: str) -> str:
    """The CSV behind the menu `name`, as text with its byte-order mark."""
    page = tab.page
    page.locator(f".st-key-take_{name} button").first.click()
    with page.expect_download() as download:
        page.locator(f".st-key-csv_{name} button").first.click()
    return Path(download.value.path()).read_bytes().decode("utf-8")


def test_the_list_of_articles_is_a_file_of_its_length(server, visit) -> None:
    tab = visit(locale="en-US")
    page = tab.open(f"{server.url}/reader?lang=en&series=kazanforum")
    said = page.locator("[data-testid=stMain]").inner_text()
    promised = int(re.search(r"([\d,]+) articles", said)[1].replace(",", ""))
    content = taken(tab, "articles")
    assert content.startswith("\ufeff")
    rows = list(csv.reader(content.removeprefix("\ufeff").splitlines()))
    body = [row for row in rows[1:] if row and not row[0].startswith("#")]
    assert len(body) == promised
    assert any("KazanForum" in row[0] for row in rows if row and row[0].startswith("#"))
    assert any(re.search(r"[0-9a-f]{12}", row[0]) for row in rows if row and row[0][0] == "#")


@pytest.mark.parametrize(
    ("where", "name"),
    [
        ("entities?lang=en&entity=person:putin", "name-meetings"),
        ("entities?lang=en&entity=person:putin", "name-forms"),
        ("meetings?lang=en&meeting=svg-2021-jeddah", "participants-svg-2021-jeddah"),
        ("?lang=en", "next-and-latest-meetings"),
    ],
)
def test_tables_of_records_can_be_taken_away(server, visit, where, name) -> None:
    tab = visit(locale="en-US")
    tab.open(f"{server.url}/{where}")
    rows = list(csv.reader(taken(tab, name).removeprefix("\ufeff").splitlines()))
    assert len(rows) > 5
    assert len({len(row) for row in rows if row and not row[0].startswith("#")}) == 1
