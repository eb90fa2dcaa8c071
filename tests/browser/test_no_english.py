"""On a page in Persian nothing of the interface is English, menus and labels included."""

from __future__ import annotations

import re

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

PAGES = ["", "meetings", "entities", "words", "reader", "briefing", "corpus", "method"]
# Names of formats and operators of the query, the name of the other language in itself.
_ALLOWED = re.compile(r"\b(AND|OR|NOT|CSV|PNG|SVG|ICS|JSON|JSONL|XLSX|ZIP|HTML|English|Didgah)\b")

# What Streamlit and we write around the data. Left out: what articles and records say, which
# is drawn as HTML or is an option or a link of a list, symbols, and pictures.
SAID = """
() => {
  const data = `[data-testid=stHtml], [data-testid=stPlotlyChart] svg, canvas, [role=option],
    [data-testid=stPageLink], [class*="st-key-link"][class*="article"],
    [data-testid=stIconMaterial], script, style, noscript, code,
    [data-testid=stExpanderIcon], [data-testid=stFileUploaderDropzoneInstructions]`
  const words = new Set()
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walk.nextNode()) {
    const { data: said, parentElement: box } = walk.currentNode
    if (box && !box.closest(data)) words.add(said)
  }
  for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
    for (const one of document.querySelectorAll(`[${name}]`)) {
      if (!one.closest('[data-testid=stHtml]')) words.add(one.getAttribute(name))
    }
  }
  return [...words]
}
"""


def _english(page) -> set[str]:
    return {
        said for said in page.evaluate(SAID) if re.search("[A-Za-z]{2}", _ALLOWED.sub("", said))
    }


@pytest.mark.parametrize("where", PAGES)
def test_persian_page_and_its_menus_hold_no_english(server, visit, where) -> None:
    page = visit(locale="en-US").open(f"{server.url}/{where}")
    # On a server just started the script that translates comes after the page is at rest.
    page.wait_for_function("() => Boolean(window.didgahWidgetWords)")
    found = _english(page)
    menus = page.locator("[data-testid=stPopover] button:visible")
    for n in range(menus.count()):
        menus.nth(n).click()
        page.get_by_test_id("stPopoverBody").wait_for()
        page.wait_for_timeout(500)  # its content comes with a run of its own
        found |= _english(page)
        page.keyboard.press("Escape")
        page.get_by_test_id("stPopoverBody").wait_for(state="hidden")
    assert found == set()


def test_a_list_without_a_match_says_so_in_persian(server, visit) -> None:
    page = visit(locale="en-US").open(f"{server.url}/reader")
    field = page.locator(".st-key-filter_languages input")
    field.click()
    field.type("qqqq")
    page.get_by_text("موردی یافت نشد").wait_for()
