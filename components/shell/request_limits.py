"""How much and how often a visitor may send."""

from __future__ import annotations

import os
from collections.abc import Mapping

from limits import RateLimitItem, parse
from limits.storage import MemoryStorage
from limits.strategies import SlidingWindowCounterRateLimiter
from starlette.requests import HTTPConnection, Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import config

from components import access
from components.shell.identity import name_of

_UPLOADS = "/_stcore/upload_file/"
_ELSEWHERE = 1 << 20  # bytes; nothing but uploads sends more
_ENVELOPE = 1 << 16  # bytes around the content of an upload


class TooMuch(Exception):
    """A body is longer than it may be."""


class BodyLimit:
    """ASGI middleware: uploads are for editors and as long as Streamlit allows, the rest short."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on while its body is short enough; 413 or 403 otherwise."""
        if scope["type"] != "http" or scope["method"] in ("GET", "HEAD", "OPTIONS"):
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        refusal = _refused(request)
        if refusal is not None:
            await refusal(scope, receive, send)
            return
        most, seen = _most(scope["path"]), 0
        started = False

        async def counted() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > most:
                raise TooMuch
            return message

        async def sent(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            await self.app(scope, counted, sent)
        except TooMuch:
            if started:
                raise
            await _too_long(scope, receive, send)


def _refused(request: Request) -> Response | None:
    path = request.scope["path"]
    if _UPLOADS in path and not access.policy().may_edit(name_of(request)):
        return PlainTextResponse("Not allowed", 403)
    stated = request.headers.get("content-length", "0")
    return _too_long if not stated.isdigit() or int(stated) > _most(path) else None


def _most(path: str) -> int:
    if _UPLOADS in path:
        return int(config.get_option("server.maxUploadSize")) * (1 << 20) + _ENVELOPE
    return _ELSEWHERE


_too_long = PlainTextResponse("Too long", 413)


class RateLimit:
    """ASGI middleware: at most `DIDGAH_RATE` ("600/minute") requests and connections a visitor.

    A visitor is an address as the server sees it, through a proxy the one the proxy states. The
    count is an estimate over a sliding window, kept in memory (`limits`' own strategy).
    """

    def __init__(self, app: ASGIApp, rate: RateLimitItem) -> None:
        self.app = app
        self.rate = rate
        self.limiter = SlidingWindowCounterRateLimiter(MemoryStorage())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer 429; a connection is not accepted."""
        if scope["type"] not in ("http", "websocket") or self.limiter.hit(self.rate, _who(scope)):
            await self.app(scope, receive, send)
        elif scope["type"] == "http":
            wait = {"Retry-After": str(self.rate.get_expiry())}
            await PlainTextResponse("Too many requests", 429, wait)(scope, receive, send)
        else:
            await receive()
            await send({"type": "websocket.close", "code": 1013, "reason": "Too many requests"})


def _who(scope: Scope) -> str:
    client = HTTPConnection(scope).client
    return client.host if client else ""


def rate(environment: Mapping[str, str] = os.environ) -> RateLimitItem | None:
    """`DIDGAH_RATE` read; None when it is not set. Raises ValueError when it makes no sense."""
    stated = environment.get("DIDGAH_RATE", "").strip()
    if not stated:
        return None
    try:
        return parse(stated)
    except ValueError as error:
        raise ValueError(f'DIDGAH_RATE is like "600/minute": {stated!r}') from error
