"""What may become a link."""

from __future__ import annotations

import pytest

from didgah.addresses import is_ours, is_web


@pytest.mark.parametrize(
    ("address", "web", "ours"),
    [
        ("https://example.org/a?b=1", True, False),
        ("HTTP://example.org", True, False),
        ("http:///nohost", False, False),
        ("http:example.org", False, False),
        ("entities?entity=person%3Aputin", False, True),
        ("./?query=a", False, True),
        ("javascript:alert(1)", False, False),
        ("JaVaScRiPt:alert(1)", False, False),
        ("java\tscript:alert(1)", False, False),
        (" javascript:alert(1)", False, False),
        ("//example.org", False, False),
        ("/\\example.org", False, False),
        ("data:text/html,x", False, False),
        ("file:///etc/passwd", False, False),
        ("ftp://example.org", False, False),
        ("http://[", False, False),
        ("", False, False),
    ],
)
def test_addresses_that_may_become_links(address, web, ours):
    assert is_web(address) is web
    assert is_ours(address) is ours
