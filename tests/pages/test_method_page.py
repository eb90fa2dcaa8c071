"""The method page: complete, and with the figures of the snapshot that is served."""

from __future__ import annotations

import pytest

from components.method import SECTIONS
from components.method_scores import ANCHOR
from didgah.filters import Filters
from didgah.language.messages import text
from didgah.language.numbers import format_number
from didgah.queries import overview
from tests.pages.opening import Markup, open_page, shown


@pytest.fixture
def home(small_folder, monkeypatch):
    monkeypatch.setenv("DIDGAH_HOME", str(small_folder.parent))


@pytest.mark.parametrize("language", ["fa", "en"])
def test_every_chapter_is_told_and_can_be_jumped_to(home, language):
    app = open_page("method", lang=language)
    assert not app.exception
    read = Markup(shown(app))
    chapters = [attrs["id"] for tag, attrs in read.elements if tag == "section"]
    assert chapters == list(SECTIONS)
    assert [link for link in read.links() if link.startswith("#")] == [
        *(f"#{s}" for s in SECTIONS), f"#{ANCHOR}"]
    assert ANCHOR in [attrs.get("id") for _, attrs in read.elements]
    words = " ".join(read.words)
    for name in SECTIONS:
        assert text(f"method.{name}.title", language) in words
    assert "{" not in words, "a figure was not filled in"


def test_figures_are_those_of_the_served_snapshot(home, small_snapshot):
    words = Markup(shown(open_page("method", lang="en"))).words
    found = overview.summary(small_snapshot, Filters())
    assert small_snapshot.version in words
    for number in (found.articles, found.undated, found.mentions, found.meetings_reported):
        assert format_number(number, "en") in words
    assert any(f"a chronology of {len(small_snapshot.registry.meetings)} real meetings" in one
               for one in words)
