"""Who may read a hosted dashboard and who may change what it holds.

The operator says so in the environment, once for a process:

    DIDGAH_READERS          everyone (the default), login, or names parted by commas
    DIDGAH_EDITORS          the same, or nobody; by default those who may read
    DIDGAH_IDENTITY_HEADER  the header in which a proxy says who is there
    DIDGAH_PROXY_SECRET     what that proxy sends as `X-Didgah-Proxy`, so that nobody else can

Names are as the proxy or the identity provider writes them, mostly addresses of e-mail; case
does not count. Without a header, people sign in with Streamlit's own OpenID Connect.
"""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

PROOF = "x-didgah-proxy"
Who = frozenset[str] | Literal["everyone", "login", "nobody"]
_WORDS = ("everyone", "login", "nobody")
_LEAST_SECRET = 16  # characters


class AccessError(ValueError):
    """Settings that contradict each other; the message names them."""


@dataclass(frozen=True, slots=True)
class Policy:
    """Who may read and who may change; `header` and `secret` are "" without a proxy."""

    readers: Who = "everyone"
    editors: Who = "everyone"
    header: str = ""
    secret: str = ""

    @property
    def asks_names(self) -> bool:
        """True when somebody may do what others may not, so that people sign in."""
        return any(who not in ("everyone", "nobody") for who in (self.readers, self.editors))

    def may_read(self, name: str) -> bool:
        """`name` is who is there, "" for somebody who has not said. Editors may read."""
        return _allows(self.readers, name) or (bool(name) and _allows(self.editors, name))

    def may_edit(self, name: str) -> bool:
        """As `may_read`, of changes."""
        return _allows(self.editors, name)

    def named(self, headers: Mapping[str, str]) -> str:
        """Who the proxy says is there; "" when it says nothing or is not ours.

        `headers` have names in lower case.
        """
        if not self.header:
            return ""
        proof = headers.get(PROOF, "").encode()
        if not hmac.compare_digest(proof, self.secret.encode()):
            return ""
        return headers.get(self.header, "").strip()


def read(environment: Mapping[str, str]) -> Policy:
    """The policy of these settings. Raises AccessError for some that contradict each other."""
    header = environment.get("DIDGAH_IDENTITY_HEADER", "").strip().lower()
    secret = environment.get("DIDGAH_PROXY_SECRET", "").strip()
    if header and len(secret) < _LEAST_SECRET:
        raise AccessError(
            "DIDGAH_IDENTITY_HEADER needs a DIDGAH_PROXY_SECRET of at least "
            f"{_LEAST_SECRET} characters: without one every visitor could send the header"
        )
    if header in (PROOF, "host", "cookie", "authorization"):
        raise AccessError(f"DIDGAH_IDENTITY_HEADER cannot be {header!r}")
    readers = _who(environment, "DIDGAH_READERS", "everyone")
    if readers == "nobody":
        raise AccessError("DIDGAH_READERS=nobody leaves nothing to serve")
    editors = _who(environment, "DIDGAH_EDITORS", readers)
    if _wider(editors, readers):
        raise AccessError("DIDGAH_EDITORS lets in people whom DIDGAH_READERS keeps out")
    return Policy(readers, editors, header, secret)


def _wider(editors: Who, readers: Who) -> bool:
    if editors == "everyone":
        return readers != "everyone"
    return editors == "login" and isinstance(readers, frozenset)


def _who(environment: Mapping[str, str], name: str, default: Who) -> Who:
    stated = environment.get(name, "").strip().casefold()
    if not stated:
        return default
    if stated in _WORDS:
        return stated  # type: ignore[return-value]
    names = frozenset(filter(None, (one.strip() for one in stated.split(","))))
    if not names or names & set(_WORDS):
        raise AccessError(f"{name} is one of {', '.join(_WORDS)} or a list of names: {stated!r}")
    return names


def _allows(who: Who, name: str) -> bool:
    if who == "everyone":
        return True
    if who == "nobody" or not name:
        return False
    return who == "login" or name.strip().casefold() in who


def of_claims(claims: Mapping[str, object]) -> str:
    """The name in the claims of an identity token (OpenID Connect Core 1.0, 5.1).

    The address of e-mail unless the provider says that it is not verified, else the provider's
    own name for the person.
    """
    email = claims.get("email")
    if isinstance(email, str) and email and claims.get("email_verified") is not False:
        return email
    subject = claims.get("sub")
    return subject if isinstance(subject, str) else ""
