"""An OpenID Connect provider of one's own: it asks nobody and signs in whom the test names.

Authorization code flow of OpenID Connect Core 1.0 (3.1), signed with RS256; one process, no
network but this machine's.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import time
from dataclasses import dataclass, field
from threading import Thread
from urllib.parse import urlencode

import uvicorn
from joserfc import jwt
from joserfc.jwk import RSAKey
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse
from starlette.routing import Route

CLIENT, SECRET = "didgah", "a-client-secret-of-a-test"


@dataclass
class Provider:
    """Where it listens, and who is signed in next."""

    url: str
    email: str = "editor@example.org"
    asked: list[dict[str, str]] = field(default_factory=list)


def start(port: int) -> Provider:
    """Serve on `port` of this machine for the rest of the process."""
    key = RSAKey.generate_key(2048, {"kid": "one"})
    provider = Provider(f"http://127.0.0.1:{port}")
    codes: dict[str, dict[str, str]] = {}

    def configuration(request: Request) -> JSONResponse:
        return JSONResponse({
            "issuer": provider.url,
            "authorization_endpoint": f"{provider.url}/authorize",
            "token_endpoint": f"{provider.url}/token",
            "jwks_uri": f"{provider.url}/jwks",
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "code_challenge_methods_supported": ["S256"],
        })

    def jwks(request: Request) -> JSONResponse:
        return JSONResponse({"keys": [key.as_dict(private=False)]})

    def authorize(request: Request) -> RedirectResponse:
        asked = dict(request.query_params)
        provider.asked.append(asked)
        code = secrets.token_urlsafe()
        codes[code] = asked
        back = urlencode({"code": code, "state": asked["state"]})
        return RedirectResponse(f"{asked['redirect_uri']}?{back}", 302)

    async def token(request: Request) -> JSONResponse:
        form = await request.form()
        asked = codes.pop(str(form["code"]))
        challenge = hashlib.sha256(str(form["code_verifier"]).encode()).digest()
        assert base64.urlsafe_b64encode(challenge).decode().rstrip("=") == asked["code_challenge"]
        now = int(time.time())
        claims = {"iss": provider.url, "sub": provider.email, "aud": CLIENT, "iat": now,
                  "exp": now + 600, "nonce": asked["nonce"], "email": provider.email,
                  "email_verified": True}
        signed = jwt.encode({"alg": "RS256", "kid": "one"}, claims, key)
        return JSONResponse({"access_token": secrets.token_urlsafe(), "token_type": "Bearer",
                             "expires_in": 600, "id_token": signed})

    app = Starlette(routes=[
        Route("/.well-known/openid-configuration", configuration), Route("/jwks", jwks),
        Route("/authorize", authorize), Route("/token", token, methods=["POST"]),
    ])
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="error"))
    Thread(target=server.run, daemon=True).start()
    while not server.started:
        time.sleep(0.05)
    return provider


def secrets_file(provider: Provider, dashboard: str) -> str:
    """What `secrets.toml` of a dashboard at that address says of the provider."""
    values = {
        "redirect_uri": f"{dashboard}/oauth2callback", "cookie_secret": secrets.token_hex(32),
        "client_id": CLIENT, "client_secret": SECRET,
        "server_metadata_url": f"{provider.url}/.well-known/openid-configuration",
    }
    return "[auth]\n" + "".join(f"{name} = {json.dumps(value)}\n" for name, value in values.items())
