"""The timeline without a mouse, on a phone, and from one visit to the next."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

MARKS = ".marks button"
FOCUSED = """() => {
  let on = document.activeElement
  while (on?.shadowRoot) on = on.shadowRoot.activeElement
  if (!on?.matches('.marks button')) return null
  const box = on.getBoundingClientRect()
  return {name: on.getAttribute('aria-label'), x: box.x + box.width / 2, y: box.y + box.height / 2}
}"""


def focused(page) -> dict:
    """The mark that has the focus: its name and its middle."""
    return page.wait_for_function(FOCUSED).json_value()


def enter_chart(page) -> dict:
    """Tab into the marks, from the last control before them."""
    page.wait_for_selector(MARKS, state="attached")
    page.locator(".st-key-meetings_covered input").focus()
    for _ in range(6):
        page.keyboard.press("Tab")
        if page.evaluate(FOCUSED):
            break
    return focused(page)


@pytest.mark.parametrize(("language", "time"), [("fa", "ltr"), ("fa", "rtl"), ("en", "ltr")])
def test_arrows_move_as_the_eye_does_whichever_way_time_runs(server, visit, language, time):
    page = visit().open(f"{server.url}/meetings?lang={language}&time={time}&span=3y")
    first = enter_chart(page)
    page.keyboard.press("ArrowDown")
    down = focused(page)
    page.keyboard.press("ArrowRight")
    right = focused(page)
    page.keyboard.press("ArrowLeft")
    assert first["y"] < down["y"]
    assert down["x"] < right["x"]
    assert focused(page) == down
    page.keyboard.press("End")
    page.keyboard.press("ArrowRight")
    assert focused(page)["x"] >= right["x"]


def test_a_mark_says_what_it_is_and_opens_and_closes_by_keys(server, visit) -> None:
    tab = visit(locale="en-US")
    page = tab.open(f"{server.url}/meetings?lang=en&meetings=svg-2021-jeddah&span=all")
    page.wait_for_selector(MARKS, state="attached")
    mark = page.locator(f"{MARKS}[aria-label*='Jeddah']")
    name = mark.get_attribute("aria-label")
    for said in ("24–25 November 2021", "3–4 Azar 1400", "Status: Held", "Level: "):
        assert said in name
    expect(page.get_by_role("button", name=name)).to_have_count(1)
    enter_chart(page)
    while focused(page)["name"] != name:
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_selector(".st-key-record_box")
    tab.settle()
    page.wait_for_selector(f"{MARKS}[aria-current]", state="attached")
    assert "meeting=svg-2021-jeddah" in page.url
    assert focused(page)["name"] == name
    page.keyboard.press("Escape")
    page.wait_for_selector(".st-key-record_box", state="detached")
    tab.settle()
    assert "meeting=svg" not in page.url
    assert tab.errors == []


def test_every_mark_of_the_chart_has_one_button_over_it(server, visit) -> None:
    page = visit().open(f"{server.url}/meetings?span=10y")
    page.wait_for_selector(MARKS, state="attached")
    page.wait_for_timeout(500)
    buttons, points = page.evaluate(f"""() => {{
      const roots = [...document.querySelectorAll('*')].map(one => one.shadowRoot).filter(Boolean)
      const buttons = [document, ...roots].flatMap(
        one => [...one.querySelectorAll('{MARKS}')]).map(one => one.getBoundingClientRect())
      const points = [...document.querySelectorAll('.js-plotly-plot .point')].filter(
        one => one.closest('.trace').__data__[0].trace._input.customdata)
        .map(one => one.getBoundingClientRect())
      const middle = box => [box.x + box.width / 2, box.y + box.height / 2].map(Math.round).join()
      return [buttons.map(middle).sort(), points.map(middle).sort()]
    }}""")
    assert len(buttons) > 100
    assert buttons == points


@pytest.mark.parametrize(("width", "seen", "hidden"), [
    (390, ".st-key-timeline_agenda", ".st-key-timeline_chart"),
    (1024, ".st-key-timeline_chart", ".st-key-timeline_agenda"),
])
def test_a_phone_sees_the_list_and_a_desk_the_chart(server, visit, width, seen, hidden) -> None:
    page = visit(width=width).open(f"{server.url}/meetings")
    page.locator(seen).wait_for(state="visible")
    expect(page.locator(hidden)).to_be_hidden()
    expect(page.locator(".st-key-meetings_table")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_meeting_of_the_list_opens_its_record(server, visit) -> None:
    tab = visit(width=390)
    page = tab.open(f"{server.url}/meetings")
    link = page.locator(".agenda a").first
    title = link.inner_text()
    link.click()
    page.wait_for_selector(".st-key-record_box")
    expect(page.locator(".record-head h3")).to_have_text(title)


def test_the_way_time_runs_is_remembered_and_a_link_that_says_it_comes_first(server, visit):
    tab = visit()
    page = tab.open(f"{server.url}/meetings?lang=fa")
    backwards = """() => { const range = document.querySelector('.js-plotly-plot')
      ?._fullLayout?.xaxis?.range; return range && range[0] > range[1] }"""
    forwards = backwards.replace(">", "<", 2).replace("=<", "=>")
    page.wait_for_function(forwards)
    page.locator(".st-key-meetings_time").get_by_text("راست به چپ", exact=True).click()
    page.wait_for_function(backwards)
    tab.settle()
    tab.open(f"{server.url}/meetings?lang=fa")
    page.wait_for_function(backwards)
    tab.settle()
    tab.open(f"{server.url}/meetings?lang=fa&time=ltr")
    page.wait_for_function(forwards)
    tab.settle()
    assert page.evaluate(forwards)


def test_a_stack_opens_in_its_place_and_folds_up_again(server, visit) -> None:
    tab = visit(locale="en-US")
    page = tab.open(f"{server.url}/meetings?lang=en&span=20y")
    page.wait_for_selector(MARKS, state="attached")
    count = page.locator(MARKS).count()
    page.locator(f"{MARKS}[aria-label*='Click to open']").first.press("Enter")
    fold = page.locator(f"{MARKS}[aria-label*='Click to fold']")
    fold.wait_for(state="attached")
    page.wait_for_function(
        "() => document.querySelector('.js-plotly-plot').data.some(one => one.name === 'handle')")
    expect(page.locator(MARKS)).not_to_have_count(count)
    assert page.locator(MARKS).count() > count
    fold.press("Enter")
    fold.wait_for(state="detached")
    expect(page.locator(MARKS)).to_have_count(count)
