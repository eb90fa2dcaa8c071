"""Signing in with a provider: the link survives it, and nothing goes round it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect

from scripts import browsing
from tests.browser import identity_provider

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

LINK = "meetings?lang=en&lane=pair&query=Jeddah"


@pytest.fixture
def private(sample_home: Path, tmp_path: Path):
    """Starts a dashboard behind a provider; gives its address and the provider."""
    running = []

    def start(**settings: str) -> tuple[str, identity_provider.Provider]:
        provider = identity_provider.start(browsing.free_port())
        port = browsing.free_port()
        file = tmp_path / "secrets.toml"
        file.write_text(identity_provider.secrets_file(provider, f"http://127.0.0.1:{port}"))
        home = tmp_path / "home"
        shutil.copytree(sample_home / "sample", home / "sample")
        process, url = browsing.serve(
            home, tmp_path / "log", port=port, options=("--secrets.files", str(file)), **settings)
        running.append(process)
        return url, provider

    yield start
    for process in running:
        process.terminate()
        process.wait(20)


def test_a_cold_deep_link_asks_to_sign_in_and_is_there_after(private, visit) -> None:
    url, provider = private(DIDGAH_READERS="editor@example.org")
    tab = visit(locale="en-US")
    page = tab.page
    page.goto(f"{url}/{LINK}")
    page.get_by_text("This dashboard is private").wait_for(timeout=60_000)
    expect(page.locator(".js-plotly-plot, .st-key-frame_bar, h1.title")).to_have_count(0)
    assert page.request.get(f"{url}/didgah-assets/plotly.js").status == 401
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/meetings?**query=Jeddah**")
    page.locator(".js-plotly-plot .main-svg").first.wait_for(timeout=60_000)
    assert "lane=pair" in page.url
    assert provider.asked[0]["client_id"] == identity_provider.CLIENT
    assert page.request.get(f"{url}/didgah-assets/plotly.js").status == 200
    expect(page.locator(".st-key-filter_query input")).to_have_value("Jeddah")


def test_somebody_else_stays_outside_and_a_reader_cannot_edit(private, visit) -> None:
    url, provider = private(DIDGAH_READERS="reader@example.org,editor@example.org",
                            DIDGAH_EDITORS="editor@example.org")
    for email, sees, edits in (("x@example.org", False, False),
                               ("reader@example.org", True, False),
                               ("editor@example.org", True, True)):
        provider.email = email
        page = visit(locale="en-US").page
        page.goto(f"{url}/corpus?lang=en")
        page.get_by_role("button", name="Sign in").click(timeout=60_000)
        if not sees:
            page.get_by_text("is not open to you").wait_for(timeout=60_000)
            expect(page.locator("h1.title")).to_have_count(0)
            continue
        reads, writes = (page.get_by_text("This instance is for reading"),
                         page.locator("[data-testid=stFileUploader]").first)
        (writes if edits else reads).wait_for(timeout=60_000)
        expect(reads if edits else writes).to_have_count(0)


def test_a_proxy_says_who_is_there(fresh_server, browser) -> None:
    secret = "a-secret-of-a-proxy"
    url = fresh_server(DIDGAH_READERS="login", DIDGAH_IDENTITY_HEADER="X-Forwarded-Email",
                       DIDGAH_PROXY_SECRET=secret).url
    for sent, opens in (({}, False), ({"X-Forwarded-Email": "a@example.org"}, False),
                        ({"X-Forwarded-Email": "a@example.org", "X-Didgah-Proxy": secret}, True)):
        context = browser.new_context(extra_http_headers=sent)
        context.add_init_script(browsing.SEEN_TOUR)
        page = context.new_page()
        page.goto(f"{url}/reader?lang=en")
        there, closed = page.locator("h1.title"), page.get_by_text("is private")
        (there if opens else closed).wait_for(timeout=60_000)
        expect(closed if opens else there).to_have_count(0)
        context.close()
