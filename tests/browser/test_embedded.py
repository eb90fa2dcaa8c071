"""In another page's frame: the view alone, its sentence, and the way to the dashboard."""

from __future__ import annotations

from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def test_a_page_in_a_frame_shows_its_view_and_no_controls(server, visit) -> None:
    tab = visit(locale="en-US")
    page = tab.open(
        f"{server.url}/entities?embed=true&lang=en&series=strategic_vision_group&kind=person")
    page.locator(".js-plotly-plot .main-svg").first.wait_for()
    assert page.locator("p.sentence").is_visible()
    for hidden in (".st-key-frame_bar", ".st-key-filter_query", ".st-key-copy_link"):
        assert page.locator(hidden).count() == 0
    out = page.get_by_role("link", name="Open in Didgah")
    assert out.get_attribute("target") == "_blank"
    assert "series=strategic_vision_group" in out.get_attribute("href")
    assert "embed" not in out.get_attribute("href")
    assert tab.errors == []


def test_another_site_may_frame_it(server, browser, tmp_path) -> None:
    frame = f"<iframe src='{server.url}/overview?embed=true' width=900 height=700></iframe>"
    (tmp_path / "index.html").write_text(frame, encoding="utf-8")
    files = partial(SimpleHTTPRequestHandler, directory=tmp_path)
    with ThreadingHTTPServer(("127.0.0.1", 0), files) as site:
        Thread(target=site.serve_forever, daemon=True).start()
        context = browser.new_context()
        page = context.new_page()
        page.goto(f"http://127.0.0.1:{site.server_port}/")
        page.frame_locator("iframe").locator("h1.title").wait_for(timeout=30_000)
        context.close()
        site.shutdown()


def test_no_page_breaks_its_own_content_policy(server, visit) -> None:
    tab = visit()
    said: list[str] = []
    tab.page.on("console", lambda message: said.append(message.text))
    for where in ("", "meetings", "meetings?show=map", "entities", "words", "reader", "corpus"):
        tab.open(f"{server.url}/{where}")
    assert [one for one in said if "Content Security Policy" in one] == []
