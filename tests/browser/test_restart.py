"""The server is stopped and started again under people's hands."""

from __future__ import annotations

import json
import signal
from pathlib import Path

import pytest

from scripts import browsing

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def test_a_restart_loses_no_edit_and_the_page_comes_back(
    sample_home: Path, tmp_path: Path, visit
) -> None:
    port = browsing.free_port()
    process, url = browsing.serve(sample_home, tmp_path / "log", port=port)
    try:
        tab = visit(locale="en-US")
        page = tab.open(f"{url}/entities?lang=en&series=strategic_vision_group")
        page.locator(".st-key-copy_link button").click()
        page.wait_for_function("() => Boolean(document.querySelector('.st-key-copy_link'))")
        link = page.evaluate("navigator.clipboard.readText()")
        process.send_signal(signal.SIGTERM)
        process.wait(20)
        manifest = json.loads((sample_home / "sample" / "manifest.json").read_text())
        assert any(f"version={one}" in link for one in manifest["pinned"])
        process, again = browsing.serve(sample_home, tmp_path / "log2", port=port)
        assert again == url
        # The page that was open finds the new server by itself and shows the same question.
        page.locator(".js-plotly-plot .main-svg").first.wait_for(timeout=60_000)
        tab.settle()
        assert "series=strategic_vision_group" in page.url
        page.locator(".st-key-frame_pages a", has_text="Reader").first.click()
        page.locator(".st-key-reader_results .result").first.wait_for(timeout=60_000)
        assert "series=strategic_vision_group" in page.url
    finally:
        process.terminate()
        process.wait(20)
