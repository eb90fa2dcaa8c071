"""Which sites a corpus of briefs rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from urllib.parse import urlsplit

from didgah.model import Article


def source_sites(articles: Iterable[Article]) -> tuple[tuple[str, int], ...]:
    """Site (host without "www.") → articles that cite it as a source, most cited first."""
    counts: Counter[str] = Counter()
    for article in articles:
        hosts = {_host(address) for address in article.sources} - {""}
        counts.update(hosts)
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:  # a malformed IPv6 address
        return ""
