"""On paper: title, filters, day and data version, whole charts, light colours, no controls."""

from __future__ import annotations

import re

import pytest

from didgah.charts import theme

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

A4 = 718  # CSS pixels between margins of 12 mm
PAGES = ["", "meetings", "meetings?show=map", "meetings?meeting=kaz-2025", "entities",
         "entities?entity=person:putin", "words", "reader", "corpus", "method"]  # fmt: skip
NO_CHARTS = ("words", "reader", "corpus", "method")

# What is dark on paper, what sticks out sideways, and what is cut by a box that scrolls.
FAULTS = """
() => {
  const light = (colour) => {
    const [r, g, b, a = 1] = colour.match(/[\\d.]+/g).map(Number)
    const most = colour.startsWith('color(') ? 1 : 255  // as a mixture is written
    return a < 0.2 || 0.2126 * r + 0.7152 * g + 0.0722 * b > most / 2
  }
  const faults = []
  for (const one of document.querySelectorAll('[data-testid=stMain], [data-testid=stMain] *')) {
    const box = one.getBoundingClientRect()
    if (!box.width || !box.height || one.closest('svg')) continue
    const style = getComputedStyle(one)
    const name = one.dataset.testid ?? one.className
    // A swatch is as small as a letter; anything larger is ground.
    if (box.width > 40 && !light(style.backgroundColor)) faults.push(['dark ground', name])
    const words = [...one.childNodes].some((n) => n.nodeType === 3 && n.data.trim())
    if (words && light(style.color)) faults.push(['pale words', name, one.textContent.slice(0, 40)])
    if (words && (box.left < -1 || box.right > innerWidth + 1)) faults.push(['sticks out', name])
    const scrolls = ['auto', 'scroll', 'hidden'].includes(style.overflowY)
    const hidden = one.scrollHeight > one.clientHeight + 4
    if (scrolls && hidden && !one.closest('.js-plotly-plot')) faults.push(['cut', name])
  }
  return faults
}
"""
INKS = """
() => [...document.querySelectorAll('.js-plotly-plot [style]')].map(
  (one) => one.getAttribute('style'))
"""


def _inks(page) -> set[str]:
    return {
        "#" + "".join(f"{int(n):02x}" for n in found)
        for style in page.evaluate(INKS)
        for found in re.findall(r"rgba?\((\d+), (\d+), (\d+)", style)
    }


@pytest.mark.parametrize("where", PAGES)
def test_a_page_of_the_dark_theme_prints_light_and_whole(server, visit, where) -> None:
    page = visit(dark=True).open(f"{server.url}/{where}")
    if not where.startswith(NO_CHARTS):
        page.locator(".js-plotly-plot .main-svg").first.wait_for(state="attached")
    page.wait_for_function("() => Boolean(window.onbeforeprint)")  # the frame's script has come
    page.wait_for_timeout(500)
    screen = page.evaluate(INKS)
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print", color_scheme="dark")
    page.set_viewport_size({"width": A4, "height": 1000})
    page.wait_for_timeout(500)
    assert page.locator("[data-testid=stApp] button:visible").count() == 0
    assert page.locator("h1.title").is_visible()
    assert page.locator("p.printed").is_visible()
    if where not in ("corpus", "method"):
        assert page.locator("p.sentence").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= A4
    assert page.evaluate(FAULTS) == []
    dark = {colour.lower() for colour in theme.on_paper()}
    for _ in range(50):  # a chart is drawn anew for the width of the paper
        if not _inks(page) & dark:
            break
        page.wait_for_timeout(200)
    assert _inks(page) & dark == set()
    for n in range(page.locator(".js-plotly-plot .main-svg:visible").count()):
        chart = page.locator(".js-plotly-plot .main-svg:visible").nth(n).bounding_box()
        assert chart["width"] <= A4
    page.emulate_media(media="screen", color_scheme="dark")
    page.set_viewport_size({"width": 1440, "height": 900})
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert len(page.evaluate(INKS)) == len(screen)
    assert page.locator(".main-svg[viewBox]").count() == 0


def test_the_browser_makes_sheets_of_it(server, visit) -> None:
    page = visit(dark=True).open(f"{server.url}/meetings")
    page.locator(".js-plotly-plot .main-svg").first.wait_for()
    page.evaluate("window.addEventListener('beforeprint', () => { window.onPaper = true })")
    sheets = page.pdf(format="A4", prefer_css_page_size=True)
    assert page.evaluate("window.onPaper")
    count = int(re.search(rb"/Type /Pages\b.*?/Count (\d+)", sheets, re.DOTALL).group(1))
    assert 1 <= count <= 4
    sizes = {tuple(map(float, found)) for found in re.findall(
        rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", sheets)}
    assert {(round(wide), round(high)) for wide, high in sizes} == {(595, 842)}


def test_the_day_stands_in_three_calendars(server, visit) -> None:
    page = visit().open(f"{server.url}/method?lang=en&calendar=lunar_hijri")
    said = page.locator("p.printed").text_content()
    assert re.search(r"\d+ \w[^·]* AH · ", said)
    assert said.count(" · ") == 3


def test_a_chart_that_comes_late_is_light_too(server, visit) -> None:
    page = visit(dark=True).open(f"{server.url}/meetings")
    page.locator(".js-plotly-plot .main-svg").first.wait_for(state="attached")
    page.wait_for_function("() => Boolean(window.onbeforeprint)")
    page.evaluate("""() => {
      const chart = document.querySelector('.js-plotly-plot')
      const [place, after] = [chart.parentElement, chart.nextSibling]
      chart.remove()
      window.dispatchEvent(new Event('beforeprint'))
      place.insertBefore(chart, after)
    }""")
    dark = {colour.lower() for colour in theme.on_paper()}
    page.wait_for_function("() => Boolean(document.querySelector('.main-svg[viewBox]'))")
    assert _inks(page) & dark == set()
