"""The map of meetings in a browser: nothing fetched from outside, every mark opens its list."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

# Labels of the map that is seen: how many, and those that overlap or leave it.
OVERLAPS = """
() => {
  const boxes = []
  for (const plot of document.querySelectorAll('.st-key-meetings_map .js-plotly-plot')) {
    const frame = plot.getBoundingClientRect()
    if (!frame.width) continue
    for (const label of plot.querySelectorAll('.annotation-text')) {
      const box = label.getBoundingClientRect()
      if (box.width) boxes.push({ words: label.textContent, box, frame })
    }
  }
  const bad = []
  boxes.forEach((one, n) => {
    const { box, frame } = one
    if (box.left < frame.left - 1 || box.right > frame.right + 1) bad.push(one.words)
    boxes.slice(n + 1).forEach(other => {
      const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left)
      const high = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top)
      if (wide > 1 && high > 3) bad.push(`${one.words} | ${other.words}`)
    })
  })
  return { n: boxes.length, bad }
}
"""


@pytest.mark.parametrize(("language", "width"), [("fa", 1440), ("ru", 1024), ("fa", 390)])
def test_labels_stand_apart_and_nothing_is_fetched(server, visit, language, width) -> None:
    tab = visit(width=width)
    page = tab.open(f"{server.url}/meetings?show=map&lang={language}")
    page.locator(".st-key-meetings_map .annotation-text:visible").first.wait_for()
    page.wait_for_timeout(500)
    assert tab.outside == []
    assert tab.errors == []
    found = page.evaluate(OVERLAPS)
    assert found["n"] > 3
    assert found["bad"] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    expect(page.locator(".st-key-meetings_map .js-plotly-plot:visible")).to_have_count(1)


def test_a_mark_opens_as_many_meetings_as_it_counts(server, visit) -> None:
    page = visit(width=1440).open(f"{server.url}/meetings?show=map&lang=en")
    plot = page.locator(".st-key-map_wide .js-plotly-plot")
    plot.locator(".annotation-text").first.wait_for()
    count = int(plot.locator(".textpoint text").first.text_content())
    box = plot.locator(".textpoint text").first.bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    heading = page.locator(".st-key-map_list .record-heading")
    heading.wait_for()
    assert re.search(r"(\d+) meetings?$", heading.text_content()).group(1) == str(count)
    expect(page.locator(".st-key-map_list tbody tr")).to_have_count(count)
    page.wait_for_url("**open_map=place**")
