"""When two texts are the same article: the key they share, and how much of their words."""

from __future__ import annotations

import hashlib
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from didgah.language.fold import key
from didgah.model import Article

SHARED_ENOUGH = 0.3  # of the shorter text's word triples
_TRACKING = ("fbclid", "gclid", "yclid", "igshid", "mc_cid", "mc_eid")


def canonical_url(url: str) -> str:
    """An address for comparing: host in lower case, no scheme, fragment, tracking or last "/".

    http and https are one, and so are «اخبار» and "%D8%A7…". "" when the address leads to no
    page of its own (a home page) or is none.
    """
    try:
        parts = urlsplit(url.strip())
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return ""
    if parts.scheme.lower() not in ("http", "https") or not host:
        return ""
    if port and port not in (80, 443):
        host = f"{host}:{port}"
    asked = sorted(
        (name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if not name.lower().startswith("utm_") and name.lower() not in _TRACKING
    )
    path = unquote(parts.path).rstrip("/")
    if not path and not asked:
        return ""
    return f"{host}{path}" + (f"?{urlencode(asked)}" if asked else "")


def article_key(article: Article) -> tuple[bytes, bool]:
    """Sixteen bytes that all versions of an article share, and whether they rest on its URL.

    Without a usable address they rest on outlet and title.
    """
    url = canonical_url(article.url)
    parts = ("url", url) if url else ("title", key(article.outlet), key(article.title))
    text = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(text, digest_size=16).digest(), bool(url)


def containment(a: str, b: str) -> float:
    """Share of the shorter text's distinct word triples that the other has too, 0 to 1.

    Broder 1997, "On the resemblance and containment of documents".
    """
    first, second = _shingles(a), _shingles(b)
    smaller = min(len(first), len(second))
    return len(first & second) / smaller if smaller else float(first == second)


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = key(text).split()
    width = min(3, len(words))
    return {tuple(words[n:n + width]) for n in range(len(words) - width + 1)} if words else set()
