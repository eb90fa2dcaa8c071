"""A file that is uploaded on the Corpus page can be read on the Reader page."""

from __future__ import annotations

import json

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def test_uploaded_articles_are_read_and_refused_rows_are_named(
    fresh_server, visit, tmp_path
) -> None:
    good = {
        "عنوان": "نشست آزمایشی هیئت‌ها در قازان",
        "متن": "هیئت‌ها روز سه‌شنبه در کازان دیدار کردند و دربارهٔ همکاری گفت‌وگو کردند.",
        "تاریخ": "۱۴۰۲/۰۲/۲۹",
        "خبرگزاری": "دفتر آزمایش",
    }
    file = tmp_path / "خبرها.jsonl"
    file.write_text(json.dumps(good, ensure_ascii=False) + "\n{broken\n", encoding="utf-8")
    server = fresh_server()
    tab = visit(locale="en-US")
    page = tab.open(f"{server.url}/corpus?lang=en")
    page.locator("[data-testid=stFileUploader] input[type=file]").set_input_files(str(file))
    tab.settle()
    page.locator(".st-key-corpus_import button").click()
    page.get_by_text("Read the articles").first.wait_for(timeout=120_000)
    tab.settle()
    assert page.get_by_text("خبرها.jsonl").first.is_visible()
    reader = tab.open(f"{server.url}/reader?lang=en&query=قازان")
    assert reader.get_by_text(good["عنوان"]).first.is_visible()
    assert "sample" not in reader.locator("[data-testid=stMain]").inner_text().lower()
