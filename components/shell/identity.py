"""Who sends a request to a route of our own, outside of any page."""

from __future__ import annotations

import json

from starlette.requests import Request
from streamlit.auth_util import get_cookie_with_chunks, get_origin_from_redirect_uri
from streamlit.web.server.server_util import get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from components import access
from didgah.access import of_claims


def name_of(request: Request) -> str:
    """As `access.name` of a page: from the proxy's header, else from Streamlit's signed cookie."""
    policy = access.policy()
    if policy.header:
        return policy.named(request.headers)
    return _signed_in(request) if policy.asks_names else ""


def _signed_in(request: Request) -> str:
    secret = get_cookie_secret()

    def one(name: str) -> bytes | None:
        value = request.cookies.get(name)
        return decode_signed_value(secret, name, value.encode("latin-1")) if value else None

    try:
        claims = json.loads(get_cookie_with_chunks(one, USER_COOKIE_NAME) or b"{}")
    except (ValueError, UnicodeEncodeError):
        return ""
    if not isinstance(claims, dict) or not claims.get("is_logged_in"):
        return ""
    return of_claims(claims) if claims.get("origin") == get_origin_from_redirect_uri() else ""
