"""The page of a briefing in a browser: keys, evidence and back, no network, phone, print."""

from __future__ import annotations

from importlib.resources import files

import pytest

from didgah.export.deck_page import to_html
from tests.browser.test_accessible import FAULTS
from tests.didgah.export import decks

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
# A key of a keyboard that Playwright does not have: its letter and its place.
PRESS = """(key) => document.activeElement.dispatchEvent(
  new KeyboardEvent("keydown", { ...key, bubbles: true, cancelable: true }))"""
SWIPE = """([from, to]) => {
  const send = (kind, where, x) => document.body.dispatchEvent(new TouchEvent(kind, {
    bubbles: true,
    [where]: [new Touch({ identifier: 1, target: document.body, clientX: x, clientY: 300 })],
  }));
  send("touchstart", "touches", from);
  send("touchend", "changedTouches", to);
}"""
HERE = "[...document.querySelectorAll('.now')].map(one => one.id).join()"


@pytest.fixture
def shown(browser, tmp_path):
    """Opens a deck of every body from a file: the tab, and all that it asked for."""
    contexts = []

    def start(language="fa", room=True, width=1920, height=1080, dark=False, touch=False, query=""):
        deck = decks.deck(language, *(
            decks.slide(body, n, "خوانده شد") for n, body in enumerate(
                decks.bodies("این نشست سه‌شنبه برگزار شد."), 1)))
        path = tmp_path / "deck.html"
        path.write_text(to_html(deck, room=room), encoding="utf-8")
        context = browser.new_context(
            viewport={"width": width, "height": height}, has_touch=touch,
            color_scheme="dark" if dark else "light")
        contexts.append(context)
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("pageerror", lambda error: asked.append(f"error: {error}"))
        page.on("console", lambda said: asked.append(f"said: {said.text}"))
        page.goto(path.as_uri() + query)
        page.wait_for_function("document.fonts.status === 'loaded'")
        return page, lambda: [
            one for one in asked if not one.startswith(("file:", "data:font/woff"))]

    yield start
    for context in contexts:
        context.close()


def where(page) -> str:
    return page.evaluate(HERE)


@pytest.mark.parametrize(("language", "forward", "back"), [
    ("fa", "ArrowLeft", "ArrowRight"), ("ar", "ArrowLeft", "ArrowRight"),
    ("en", "ArrowRight", "ArrowLeft"), ("ru", "ArrowRight", "ArrowLeft"),
])
def test_arrows_go_the_way_the_language_does(shown, language, forward, back):
    page, asked = shown(language)
    assert where(page) == "title"
    page.keyboard.press(forward)
    page.keyboard.press(forward)
    assert where(page) == "s2"
    page.keyboard.press(back)
    assert where(page) == "s1"
    assert asked() == []


def test_clickers_and_the_ends(shown):
    page, _ = shown()
    for key, place in (("PageDown", "s1"), (" ", "s2"), ("PageUp", "s1"), ("End", "s11"),
                       ("PageDown", "s11"), ("Home", "title"), ("PageUp", "title")):
        page.keyboard.press(key)
        assert where(page) == place


@pytest.mark.parametrize("key", ["b", ".", "ذ", "и"])
def test_the_screen_goes_black_and_comes_back_to_the_same_slide(shown, key):
    page, _ = shown()
    page.keyboard.press("PageDown")
    page.evaluate(PRESS, {"key": key, "code": "Period" if key == "." else "KeyB"})
    assert page.is_visible("#black")
    assert page.evaluate("getComputedStyle(document.getElementById('black')).backgroundColor") == (
        "rgb(0, 0, 0)")
    assert page.evaluate("document.elementFromPoint(900, 500).id") == "black"
    page.keyboard.press("PageDown")
    assert not page.is_visible("#black")
    assert where(page) == "s1"


@pytest.mark.parametrize("key", ["e", "Enter"])
def test_evidence_opens_and_escape_comes_back_to_the_very_slide(shown, key):
    page, _ = shown()
    page.keyboard.press("PageDown")
    page.keyboard.press("PageDown")
    page.keyboard.press(key)
    assert page.is_visible("#s2 ol.evidence blockquote")
    page.keyboard.press("PageDown")  # scrolls, and stays
    assert where(page) == "s2"
    page.keyboard.press("Escape")
    assert not page.is_visible("#s2 ol.evidence")
    assert where(page) == "s2"
    page.keyboard.press("PageDown")
    assert where(page) == "s3"


def test_a_press_on_a_column_opens_the_evidence_with_its_words(shown):
    page, _ = shown()
    page.keyboard.press("PageDown")
    mark = page.locator("#s1 rect.hit").first
    mark.hover()
    said = mark.get_attribute("data-tip")
    assert page.text_content("#tip") == said
    mark.click()
    assert page.text_content("#s1 .chosen") == said
    page.click("#s1 .back")
    assert where(page) == "s1"


def test_marks_are_walked_with_the_keyboard(shown):
    page, _ = shown(room=False)
    page.locator("#s1 rect.hit").first.focus()
    page.keyboard.press("ArrowDown")
    second = page.locator("#s1 rect.hit").nth(1).get_attribute("data-tip")
    assert page.text_content("#tip") == second
    page.keyboard.press("Enter")
    assert page.text_content("#s1 .chosen") == second
    assert page.is_visible("#s1 ol.evidence")


def test_without_a_network_all_is_there_and_links_say_so(shown):
    page, asked = shown()
    page.context.set_offline(True)
    for n in range(1, 12):
        page.keyboard.press("PageDown")
        assert where(page) == f"s{n}"
    page.keyboard.press("Home")
    page.click("#title a.live")
    assert "شبکه" in page.inner_text("#say")
    assert len(page.context.pages) == 1
    assert asked() == []


def test_time_is_kept_and_too_long_is_quiet(shown):
    page, _ = shown(query="?minutes=1")
    assert "۱:۰۰" in page.inner_text("#timer")
    page.evaluate("was = performance.now(); performance.now = () => was + 61e3")
    page.wait_for_selector("#timer.over")
    page.keyboard.press("t")
    assert not page.is_visible("#timer")


def test_all_slides_at_once_and_one_of_them(shown):
    page, _ = shown()
    page.keyboard.press("o")
    assert page.locator(".slide:visible").count() == 11
    page.click("#s4")
    assert where(page) == "s4"
    assert page.locator(".slide:visible").count() == 1
    page.reload()
    assert where(page) == "s4"


def test_a_finger_turns_the_page(shown):
    page, _ = shown(width=390, height=844, touch=True)
    page.evaluate(SWIPE, [100, 300])  # to the right: on in Persian
    assert where(page) == "s1"
    page.evaluate(SWIPE, [300, 100])
    assert where(page) == "title"
    page.evaluate(SWIPE, [300, 290])
    assert where(page) == "title"


def test_the_file_is_read_as_a_list_and_shown_at_a_press(shown):
    page, _ = shown(room=False)
    assert page.locator("section.slide:visible").count() == 11
    page.keyboard.press("PageDown")
    assert page.locator("section.slide:visible").count() == 11
    page.click("#present")
    assert where(page) == "title"
    assert page.locator("section.slide:visible").count() == 0
    page.keyboard.press("q")
    assert page.locator("section.slide:visible").count() == 11


@pytest.mark.parametrize("language", ["fa", "en"])
@pytest.mark.parametrize(("width", "height"), [(390, 844), (1440, 900), (1920, 1080)])
def test_nothing_sticks_out_sideways(shown, language, width, height):
    over = "document.documentElement.scrollWidth - innerWidth"
    page, _ = shown(language, room=False, width=width, height=height)
    assert page.evaluate(over) <= 0
    page, _ = shown(language, width=width, height=height)
    for _ in range(11):
        page.keyboard.press("PageDown")
        assert page.evaluate(over) <= 0


@pytest.mark.parametrize("room", [False, True])
@pytest.mark.parametrize("dark", [False, True])
def test_page_has_no_serious_fault(browser, shown, room, dark):
    page, _ = shown(room=room, dark=dark)
    if room:
        page.keyboard.press("PageDown")
        page.keyboard.press("PageDown")
    # Its policy lets no script in; the rules are run beside it.
    client = page.context.new_cdp_session(page)
    client.send("Page.setBypassCSP", {"enabled": True})
    page.reload()
    page.evaluate(AXE)
    assert page.evaluate(FAULTS) == []


def test_on_paper_each_slide_has_a_sheet_and_its_evidence(shown):
    page, _ = shown(room=True, width=1200, height=800)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("section.slide:visible").count() == 11
    assert page.locator("ol.evidence:visible").count() == 10
    assert not page.is_visible("#bar")
    assert page.pdf().count(b"/Type /Page\n") >= 12
