"""What is served beside the pages: headers, the drawing library, the launcher itself."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest
import streamlit as st
from starlette.applications import Starlette
from starlette.testclient import TestClient

from components.shell.assets import ROUTES
from components.shell.headers import HEADERS, MIDDLEWARE

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def client() -> TestClient:
    return TestClient(Starlette(routes=list(ROUTES), middleware=list(MIDDLEWARE)))


@pytest.mark.parametrize("path", ["/didgah-assets/plotly.js", "/some/base/didgah-assets/plotly.js"])
def test_plotly_is_served_below_any_base(client, path):
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/javascript")
    assert b"plotly.js v4" in answer.content[:200], "the figures are those of plotly.js 4"


def test_every_answer_carries_the_security_headers(client):
    for path in ("/didgah-assets/plotly.js", "/nothing/here"):
        answer = client.get(path)
        for name, value in HEADERS.items():
            assert answer.headers[name] == value


def test_launcher_makes_an_app_of_the_main_script_that_has_no_pages_beside_it():
    app = runpy.run_path(str(ROOT / "app.py"))["app"]
    assert isinstance(app, st.App)
    script = Path(app._script_path)
    assert script == ROOT / "components" / "shell" / "main.py"
    assert not (script.parent / "pages").exists()
