"""A short link leads to the page it stands for, below any path, and nowhere else."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from components.shell import assets
from didgah.store import layout, short_links

ADDRESS = "meetings?lane=pair&query=%D8%AC%D8%AF%D9%87&version=abc"


@pytest.fixture
def client(tmp_path, monkeypatch) -> TestClient:
    monkeypatch.setenv("DIDGAH_HOME", str(tmp_path))
    return TestClient(Starlette(routes=list(assets.ROUTES)), follow_redirects=False)


@pytest.mark.parametrize("base", ["", "/a/base"])
def test_a_code_leads_to_its_page_below_any_base(client, tmp_path, base):
    code = short_links.save(layout.sample(tmp_path), ADDRESS)
    answer = client.get(f"{base}/go/{code}")
    assert answer.status_code == 302
    assert answer.headers["location"] == f"../{ADDRESS}"
    assert answer.next_request.url.path == f"{base}/meetings"
    assert answer.next_request.url.params["query"] == "جده"


def test_a_path_before_it_cannot_lead_it_elsewhere(client, tmp_path):
    code = short_links.save(layout.sample(tmp_path), ADDRESS)
    answer = client.get(f"http://testserver//evil.example/go/{code}")
    assert answer.headers["location"] == f"../{ADDRESS}"


@pytest.mark.parametrize("kept", ["nowhere?x=1", "meetings/../../x", "overview.js"])
def test_only_pages_are_led_to(client, tmp_path, kept):
    code = short_links.save(layout.sample(tmp_path), kept)
    assert client.get(f"/go/{code}").status_code == 404


@pytest.mark.parametrize(("language", "said"), [("fa", "چنین پیوند کوتاهی"), ("en-GB", "Nobody")])
def test_an_unknown_code_is_answered_in_words(client, language, said):
    answer = client.get("/go/zzzzzz", headers={"Accept-Language": language})
    assert answer.status_code == 404
    assert said in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]
