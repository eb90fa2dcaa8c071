"""Where somebody lands after signing in: at the link they came with, or at the first page."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import RedirectResponse
from starlette.routing import Route
from starlette.testclient import TestClient
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from components.shell.sign_in_return import COOKIE, ReturnAfterSignIn, wanted_address

LINK = "/meetings?lane=pair&query=%D8%AC%D8%AF%D9%87&version=abc"


def landing(cookie: str, *, success: bool = True, path: str = "/oauth2callback") -> str:
    def callback(request):
        answer = RedirectResponse("/", 302)
        answer.set_cookie(USER_COOKIE_NAME, "signed" if success else "")
        return answer

    app = Starlette(routes=[Route(path, callback)], middleware=[Middleware(ReturnAfterSignIn)])
    client = TestClient(app, cookies={COOKIE: cookie} if cookie else None)
    return client.get(path, follow_redirects=False).headers["location"]


def test_a_sign_in_leads_back_to_the_link():
    assert landing(quote(LINK, safe="")) == LINK
    assert landing(quote("/base" + LINK, safe=""), path="/base/oauth2callback") == "/base" + LINK


def test_without_a_link_or_without_success_the_first_page_comes():
    assert landing("") == "/"
    assert landing(quote(LINK, safe=""), success=False) == "/"


@pytest.mark.parametrize("hostile", [
    "//evil.example/", "/\\evil.example", "https://evil.example/", "javascript:alert(1)",
    "/a\r\nSet-Cookie: x=y", "meetings", "/%5cevil\\", "/\tevil", "/پ",
])
def test_a_cookie_leads_nowhere_else(hostile):
    assert wanted_address(quote(hostile, safe="")) == ""
    assert landing(quote(hostile, safe="")) == "/"


@given(st.text())
def test_any_cookie_leads_within_the_dashboard(cookie):
    found = wanted_address(cookie)
    assert not found or (found[0] == "/" and found[1:2] not in ("/", "\\"))
    assert not any(ord(one) <= 32 for one in found)
