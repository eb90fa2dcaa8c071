"""What the server does around Streamlit: its own routes, and what every request passes."""

from __future__ import annotations

import inspect
import os
from collections.abc import Iterable

from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from components import access
from components.shell import refusal
from components.shell.assets import ROUTES as PAGES_AND_FILES
from components.shell.headers import SecurityHeaders
from components.shell.health import ready
from components.shell.identity import name_of
from components.shell.request_limits import BodyLimit, RateLimit, rate
from components.shell.sign_in_return import ReturnAfterSignIn

_OWN_HOSTS = ("127.0.0.1", "localhost", "[::1]")  # whoever watches over us on this machine


def routes(own: Iterable[Route] = PAGES_AND_FILES) -> tuple[Route, ...]:
    """Our routes, closed to whom the pages are closed, and the one that says we are ready."""
    return (*map(_guarded, own), Route("/{base:path}didgah-ready", ready))


def middleware() -> tuple[Middleware, ...]:
    """What a request passes, outermost first.

    `DIDGAH_HOSTS` names the hosts that we answer to, parted by spaces; all when it is not set.
    Raises AccessError or ValueError for settings that make no sense.
    """
    access.policy()
    limit = rate()
    hosts = os.environ.get("DIDGAH_HOSTS", "").split()
    return (
        Middleware(SecurityHeaders),
        *([Middleware(RateLimit, rate=limit)] if limit else []),
        *([Middleware(TrustedHostMiddleware, allowed_hosts=[*hosts, *_OWN_HOSTS],
                      www_redirect=False)] if hosts else []),
        Middleware(BodyLimit),
        Middleware(ReturnAfterSignIn),
    )


def _guarded(route: Route) -> Route:
    async def closed(request: Request) -> Response:
        name = name_of(request)
        if not access.policy().may_read(name):
            if request.headers.get("sec-fetch-dest", "document") == "document":
                return refusal.page(request, 401, "access.not_you" if name else "access.outside")
            return PlainTextResponse("Sign in first", 401)  # to a script or a picture
        return await handle(request)

    handle = _as_coroutine(route.endpoint)
    return Route(route.path, closed, methods=list(route.methods or ("GET",)), name=route.name)


def _as_coroutine(endpoint):
    if inspect.iscoroutinefunction(endpoint):
        return endpoint
    return lambda request: run_in_threadpool(endpoint, request)
