"""Persian stands right to left, and nothing sticks out, on a desk and on a phone."""

from __future__ import annotations

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

PAGES = ["", "meetings", "entities", "words", "reader", "briefing", "corpus", "method"]

# Text that is cut off by its own box, and Plotly labels that leave their picture.
CLIPPED = """
() => {
  const out = []
  for (const plot of document.querySelectorAll('.js-plotly-plot')) {
    const frame = plot.getBoundingClientRect()
    for (const label of plot.querySelectorAll('text')) {
      const box = label.getBoundingClientRect()
      if (!box.width || !label.textContent.trim()) continue
      if (box.left < frame.left - 2 || box.right > frame.right + 2) out.push(label.textContent)
    }
  }
  return out
}
"""


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("where", PAGES)
def test_persian_page_keeps_to_its_width(server, visit, where, width) -> None:
    tab = visit(width=width)
    page = tab.open(f"{server.url}/{where}")
    page.wait_for_timeout(800)
    assert page.evaluate("getComputedStyle(document.documentElement).direction") == "rtl"
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(CLIPPED) == []
    heading = page.locator(".st-key-frame_heading").bounding_box()
    assert heading["x"] >= 0
    assert heading["x"] + heading["width"] <= width


@pytest.mark.parametrize("where", PAGES)
@pytest.mark.parametrize(("language", "width"), [("en", 1024), ("ru", 1024), ("ar", 390)])
def test_pages_of_other_languages_keep_to_their_width(
    server, visit, where, language, width
) -> None:
    tab = visit(locale="en-US", width=width)
    page = tab.open(f"{server.url}/{where}?lang={language}")
    page.wait_for_timeout(800)
    assert page.evaluate("document.documentElement.lang") == language
    assert page.evaluate("document.documentElement.dir") == ("rtl" if language == "ar" else "ltr")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(CLIPPED) == []


@pytest.mark.parametrize("where", [
    "entities?list=unlisted", "meetings?meeting=kaz-2025", "reader?reprints=again",
])
def test_a_view_within_a_page_keeps_to_the_width_of_a_phone(server, visit, where) -> None:
    page = visit(width=390).open(f"{server.url}/{where}")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize(("language", "two"), [("fa", "۲"), ("en", "2")])
def test_page_numbers_are_written_in_the_digits_of_the_language(server, visit, language, two):
    page = visit().open(f"{server.url}/reader?lang={language}")
    page.get_by_test_id("stPagination").get_by_text(two, exact=True).click()
    page.wait_for_function(
        """two => document.querySelector(
            '[data-testid=stPagination] button[aria-current=page]').textContent === two""",
        arg=two)


def test_wordmark_stands_on_the_right_in_persian_and_on_the_left_in_english(server, visit) -> None:
    where = {}
    for language in ("fa", "en"):
        page = visit().open(f"{server.url}/?lang={language}")
        box = page.locator(".st-key-frame_bar").bounding_box()
        mark = page.locator(".wordmark").bounding_box()
        where[language] = (mark["x"] - box["x"]) / box["width"]
    assert where["fa"] > 0.5 > where["en"]
