"""The reader by keyboard, and letters that stay joined under the marks."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

# Width of each paragraph on one line, with its marks and as bare text.
_WIDTHS = """() => [...document.querySelectorAll('.article p:not(.article-meta), .article h2')]
  .map((block) => {
    const wide = (held) => {
      const probe = document.createElement('span');
      probe.style.cssText = 'position:absolute;white-space:nowrap;visibility:hidden';
      probe.append(held);
      block.append(probe);
      const found = probe.getBoundingClientRect().width;
      probe.remove();
      return found;
    };
    const copy = block.cloneNode(true);
    copy.querySelectorAll('.sentence-link, .put').forEach((one) => one.remove());
    const words = copy.textContent, marked = document.createDocumentFragment();
    const marks = copy.querySelectorAll('.hl').length;
    marked.append(...copy.childNodes);
    return [marks, wide(marked), wide(words)];
  })"""


def test_articles_are_read_by_keyboard_and_the_place_in_the_list_is_kept(visit, server):
    tab = visit(locale="en-US")
    page = tab.open(f"{server.url}/reader?lang=en")
    page.keyboard.press("j")
    page.keyboard.press("j")
    second = page.evaluate("document.activeElement.innerText")
    page.keyboard.press("Enter")
    page.wait_for_selector(".article")
    tab.settle()
    here = page.locator(".reader-beside [aria-current] a")
    assert here.inner_text() == second
    page.keyboard.press("k")
    page.wait_for_function("old => document.querySelector('.reader-beside [aria-current] a')"
                           "?.innerText !== old", arg=second)
    tab.settle()
    page.keyboard.press("n")
    assert page.locator(".hl-now").count() == 1
    first = here.inner_text()
    page.keyboard.press("Escape")
    page.wait_for_selector(".st-key-reader_results")
    tab.settle()
    page.wait_for_function("said => document.activeElement.innerText === said", arg=first)
    assert tab.errors == []


def test_keys_are_told_and_do_nothing_while_one_writes(visit, server):
    tab = visit()
    page = tab.open(f"{server.url}/reader")
    page.keyboard.press("?")
    sheet = page.locator("dialog[open]")
    expect(sheet.locator("kbd")).to_have_count(8)
    page.keyboard.press("Escape")
    expect(sheet).to_have_count(0)
    page.keyboard.press("/")
    page.keyboard.type("jk?")
    expect(page.locator(".st-key-filter_query input")).to_have_value("jk?")
    assert sheet.count() == 0


@pytest.mark.parametrize("language", ["fa", "ar"])
def test_letters_stay_joined_under_the_marks(visit, server, language):
    tab = visit()
    page = tab.open(f"{server.url}/reader?languages={language}")
    page.locator(".st-key-reader_results .result-title a").first.click()
    page.wait_for_selector(".article")
    tab.settle()
    found = page.evaluate(_WIDTHS)
    assert sum(marks for marks, *_ in found) > 3
    for _, marked, bare in found:
        assert marked == pytest.approx(bare, abs=0.5)


def test_leaving_out_a_language_leaves_it_out_of_the_list(visit, server):
    tab = visit(locale="en-US")
    page = tab.open(f"{server.url}/reader?lang=en")
    page.get_by_role("button", name="Leave out Persian").click()
    page.wait_for_function("location.search.includes('excluded=language%3Afa')")
    tab.settle()
    badges = page.locator(".st-key-reader_results .result-meta").all_inner_texts()
    assert badges
    assert not any("Persian" in one for one in badges)
