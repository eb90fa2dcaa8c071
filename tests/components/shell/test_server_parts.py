"""What is served beside the pages: headers, the drawing library, the launcher itself."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest
import streamlit as st
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from components.shell import server
from components.shell.headers import headers
from didgah.access import AccessError

ROOT = Path(__file__).resolve().parents[3]
SECRET = "a-secret-of-a-proxy"


@pytest.fixture
def start(monkeypatch):
    """A server with these settings and no Streamlit inside."""

    def make(base_url: str = "http://127.0.0.1", **settings: str) -> TestClient:
        for name, value in settings.items():
            monkeypatch.setenv(name, value)
        taken = Route("/{path:path}", lambda request: PlainTextResponse("taken"),
                      methods=["GET", "POST", "PUT"])
        app = Starlette(routes=[*server.routes(), taken], middleware=list(server.middleware()))
        return TestClient(app, base_url=base_url)

    return make


@pytest.mark.parametrize("path", ["/didgah-assets/plotly.js", "/some/base/didgah-assets/plotly.js"])
def test_plotly_is_served_below_any_base(start, path):
    answer = start().get(path)
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/javascript")
    assert b"plotly.js v4" in answer.content[:200], "the figures are those of plotly.js 4"


def test_every_answer_carries_the_security_headers(start):
    client = start()
    for path in ("/didgah-assets/plotly.js", "/nothing/here"):
        answer = client.get(path)
        for name, value in headers().items():
            assert answer.headers[name] == value
    refused = client.post("/x", content=b"0" * (2 << 20))
    assert refused.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(("settings", "expected"), [
    ({}, "frame-ancestors *"),
    ({"DIDGAH_EDITORS": "login"}, "frame-ancestors 'self'"),
    ({"DIDGAH_EDITORS": "login", "DIDGAH_EMBED": "https://a.example https://b.example"},
     "frame-ancestors 'self' https://a.example https://b.example"),
])
def test_only_what_has_no_sign_in_may_stand_in_any_frame(start, settings, expected):
    answer = start(**settings).get("/x")
    assert answer.headers["content-security-policy"].endswith(expected)


def test_other_hosts_are_not_answered(start):
    settings = {"DIDGAH_HOSTS": "didgah.example *.press.example"}
    for base, status in (("http://didgah.example", 200), ("http://fa.press.example", 200),
                         ("http://127.0.0.1:8501", 200), ("http://evil.example", 400)):
        assert start(base, **settings).get("/x").status_code == status


def test_a_long_body_is_refused_whatever_it_says_of_itself(start):
    client = start()
    assert client.post("/x", content=b"short").text == "taken"
    assert client.post("/x", content=b"0" * (2 << 20)).status_code == 413

    def pieces():
        for _ in range(40):
            yield b"0" * (1 << 16)

    async def reads(request):
        return PlainTextResponse(str(len(await request.body())))

    reading = Starlette(routes=[Route("/x", reads, methods=["POST"])],
                        middleware=list(server.middleware()))
    assert TestClient(reading).post("/x", content=pieces()).status_code == 413
    assert TestClient(reading).post("/x", content=b"short").text == "5"


def test_uploads_are_long_and_for_editors(start):
    where = "/_stcore/upload_file/session/file"
    assert start().put(where, content=b"0" * (2 << 20)).text == "taken"
    assert start(DIDGAH_EDITORS="nobody").put(where, content=b"0").status_code == 403


def test_a_visitor_who_asks_too_often_waits(start):
    client = start(DIDGAH_RATE="3/minute")
    assert [client.get("/x").status_code for _ in range(4)] == [200, 200, 200, 429]
    assert int(client.get("/x").headers["retry-after"]) == 60


@pytest.mark.parametrize("settings", [
    {"DIDGAH_RATE": "often"}, {"DIDGAH_READERS": "nobody"},
    {"DIDGAH_IDENTITY_HEADER": "X-Email"},
])
def test_settings_that_make_no_sense_stop_the_start(start, settings):
    with pytest.raises((AccessError, ValueError), match="DIDGAH_"):
        start(**settings)


def test_our_own_routes_are_closed_where_the_pages_are(start):
    client = start(DIDGAH_READERS="r@example.org", DIDGAH_IDENTITY_HEADER="X-Email",
                   DIDGAH_PROXY_SECRET=SECRET)
    path = "/didgah-assets/plotly.js"
    told = {"X-Email": "r@example.org"}
    assert client.get(path).status_code == 401
    assert client.get(path, headers=told).status_code == 401
    assert client.get(path, headers=told | {"X-Didgah-Proxy": SECRET}).status_code == 200
    other = {"X-Email": "x@example.org", "X-Didgah-Proxy": SECRET}
    assert client.get(path, headers=other).status_code == 401


def test_readiness_is_told_without_detail(start, small_folder, tmp_path, monkeypatch):
    monkeypatch.setenv("DIDGAH_HOME", str(tmp_path))
    answer = start().get("/didgah-ready")
    assert (answer.status_code, answer.json()) == (503, {"ready": False})
    (tmp_path / "corpus").symlink_to(small_folder)
    answer = start().get("/base/didgah-ready")
    assert answer.status_code == 200
    assert answer.json()["ready"] is True
    assert answer.json()["version"]


def test_launcher_makes_an_app_of_the_main_script_that_has_no_pages_beside_it():
    app = runpy.run_path(str(ROOT / "app.py"))["app"]
    assert isinstance(app, st.App)
    script = Path(app._script_path)
    assert script == ROOT / "components" / "shell" / "main.py"
    assert not (script.parent / "pages").exists()
