"""Article text is hostile: every page shows it as letters and runs none of it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

PAYLOADS = [
    "<script>window.pwned=1</script>",
    "&lt;script&gt;window.pwned=7&lt;/script&gt;",
    "<img src=x onerror='window.pwned=2'>",
    "[click](javascript:window.pwned=3)",
    "![x](https://evil.example/pixel.png)",
    "$\\href{javascript:window.pwned=4}{x}$",
    ":red[red] :material/home: `code` **bold**",
    "\u202eevil\u202c \u2066isolate",
    "=HYPERLINK(\"https://evil.example\";\"x\")",
    "../../../etc/passwd",
    "</style><svg onload='window.pwned=5'>",
    "{{7*7}} ${7*7} %(x)s {0}",
]


@pytest.fixture
def hostile(fresh_server, tmp_path):
    """A dashboard on a corpus in which every field is an attack."""
    rows = [
        {
            "title": f"پوتین {payload}",
            "body": f"ولادیمیر پوتین در جده با {payload} دیدار کرد.\nلاوروف گفت: {payload}",
            "date": f"2021-11-{n + 1:02d}",
            "outlet": payload,
            "url": "javascript:window.pwned=6" if n % 2 else "https://example.org/" + "a" * n,
            "language": "fa",
        }
        for n, payload in enumerate(PAYLOADS)
    ]
    file = tmp_path / "hostile.jsonl"
    file.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), "utf-8")
    home = tmp_path / "hostile-home"
    home.mkdir()
    subprocess.run(
        [sys.executable, "-m", "didgah.cli", "add", str(file), "--yes"], cwd=ROOT, check=True,
        env=os.environ | {"DIDGAH_HOME": str(home)}, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    return fresh_server(home)


def stored(home: Path) -> list[str]:
    """The ids of the articles that went in."""
    answer = subprocess.run(
        [sys.executable, "-m", "didgah.cli", "query", "articles", "--json"], cwd=ROOT, check=True,
        env=os.environ | {"DIDGAH_HOME": str(home)}, capture_output=True, text=True,
    )  # fmt: skip
    return [row["id"] for row in json.loads(answer.stdout)["rows"]]


def test_hostile_text_is_inert_on_every_page(hostile, visit) -> None:
    tab = visit(locale="en-US")
    for where in ("?", "meetings?", "entities?", "entities?list=unlisted&", "words?", "reader?",
                  "reader?topics=off&", "corpus?", "method?"):
        page = tab.open(f"{hostile.url}/{where}lang=en")
        page.wait_for_timeout(300)
        assert page.evaluate("window.pwned") is None, where
        assert page.locator("a[href^='javascript']").count() == 0, where
        assert page.locator("[data-testid=stException]").count() == 0, where
    assert tab.outside == []


def test_hostile_article_is_shown_as_its_letters(hostile, visit) -> None:
    tab = visit(locale="en-US")
    page = tab.open(f"{hostile.url}/reader?lang=en&query=پوتین")
    shown = page.locator(".st-key-reader_results").inner_text()
    assert "<script>window.pwned=7</script>" in shown
    assert "**bold**" in shown
    articles = stored(hostile.home)
    assert len(articles) == len(PAYLOADS)
    for article in articles:
        page = tab.open(f"{hostile.url}/reader?lang=en&article={article}")
        assert page.get_by_text("پوتین").first.is_visible()
        assert page.evaluate("window.pwned") is None
        assert page.locator("a[href^='javascript']").count() == 0
        assert page.locator("[data-testid=stException]").count() == 0
    assert tab.outside == []
    assert tab.errors == []
