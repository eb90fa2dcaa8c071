"""After signing in, back to the link that somebody came with.

Streamlit comes back to its first page whatever was asked for. The page that asks people to sign
in leaves its address in a cookie; when the sign-in has succeeded we go there instead.
"""

from __future__ import annotations

import re
from http.cookies import SimpleCookie
from urllib.parse import unquote

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from didgah.addresses import is_ours

COOKIE = "didgah_return"
MINUTES = 15
_CALLBACK = "/oauth2callback"


class ReturnAfterSignIn:
    """ASGI middleware around Streamlit's OpenID Connect callback."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Change where the callback leads when it has signed somebody in."""
        if scope["type"] != "http" or not scope["path"].endswith(_CALLBACK):
            await self.app(scope, receive, send)
            return
        wanted = wanted_address(Request(scope).cookies.get(COOKIE, ""))

        async def back(message: Message) -> None:
            if message["type"] == "http.response.start" and wanted:
                found = MutableHeaders(scope=message)
                if message["status"] == 302 and _signs_in(found):
                    found["location"] = wanted
                found.append("set-cookie", f"{COOKIE}=; Path=/; Max-Age=0; SameSite=Lax")
            await send(message)

        await self.app(scope, receive, back)


def wanted_address(cookie: str) -> str:
    """The address within the dashboard that a cookie holds; "" for anything else."""
    address = unquote(cookie, errors="replace")
    rooted = re.match(r"/(?![/\\])", address) is not None
    return address if rooted and address.isascii() and is_ours(address) else ""


def _signs_in(headers: MutableHeaders) -> bool:
    for line in headers.getlist("set-cookie"):
        cookie = SimpleCookie(line).get(USER_COOKIE_NAME)
        if cookie is not None and cookie.value:
            return True
    return False
