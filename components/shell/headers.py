"""Security headers, which Streamlit does not send by itself."""

from __future__ import annotations

import os

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components import access

# Nothing is loaded from elsewhere, whatever an article holds. Streamlit's page and the pieces of
# the pages write scripts and styles into it, and Plotly makes functions of text.
_CONTENT = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
    "connect-src 'self' ws: wss: data: blob:; worker-src 'self' blob:; media-src 'self' blob:; "
    "frame-src 'self' blob:; object-src 'none'; base-uri 'self'; form-action 'self'"
)
_ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def frame_ancestors() -> str:
    """In whose frames a page may stand, as a directive of a content policy.

    A page that anybody may read may stand in anybody's frame; one behind a sign-in only in the
    frames of those whom `DIDGAH_EMBED` names (origins, parted by spaces).
    """
    named = os.environ.get("DIDGAH_EMBED", "").split()
    frames = " ".join(["'self'", *named]) if named or access.policy().asks_names else "*"
    return f"frame-ancestors {frames}"


def headers() -> dict[str, str]:
    """The headers of every answer that has none of its own."""
    return _ALWAYS | {"Content-Security-Policy": f"{_CONTENT}; {frame_ancestors()}"}


class SecurityHeaders:
    """ASGI middleware that sets `headers()` on every HTTP answer that has no own ones."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.headers = headers()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; add the headers when the answer starts."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                found = MutableHeaders(scope=message)
                for name, value in self.headers.items():
                    found.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, with_headers)
