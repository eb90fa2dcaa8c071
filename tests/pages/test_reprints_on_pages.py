"""Reprints, topic and sources as the pages show them, hostile text among them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from urllib.parse import parse_qsl, urlsplit

import pytest

from didgah.filters import Filters
from didgah.model import Attribution, Screen, ScreenReason
from didgah.queries import articles
from didgah.store.reader import open_latest
from tests import corpus_factory
from tests.pages.opening import Markup, open_page, shown

_STORY = (
    "The delegation arrived in the morning and laid a wreath at the memorial of the city.",
    "Ministers of both countries signed a plan for joint work on roads, ports and schools.",
    "The guests visited the old mosque and met students who learn both languages there.",
)
_HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)> \u202eevil"


@pytest.fixture(scope="module")
def printed(tmp_path_factory, small_registry):
    folder = tmp_path_factory.mktemp("printed") / "corpus"
    day = date(2022, 3, 1)
    first = corpus_factory.write(small_registry, "en", day, "tass", _STORY[0], " ".join(_STORY[1:]))
    again = corpus_factory.write(
        small_registry, "en", day + timedelta(1), "irna", _STORY[0],
        f"{' '.join(_STORY[1:])} {_HOSTILE}", outlet_name=_HOSTILE)
    reasons = (ScreenReason("screen.title", 3.0, 0, 20), ScreenReason("screen.sport", -0.6, 4, 14))
    again = replace(again, annotation=replace(
        again.annotation, screen=Screen("on", 1.15, reasons),
        attribution=(Attribution("tass", "TASS", 0, 4, "source"),)))
    corpus_factory.publish(folder, small_registry, corpus_factory.Source([first, again]))
    return folder, first.article.id, again.article.id


@pytest.fixture
def ids(printed, monkeypatch):
    monkeypatch.setenv("DIDGAH_HOME", str(printed[0].parent))
    return printed[1:]


def _safe(app) -> Markup:
    assert not app.exception
    page = Markup(shown(app))
    assert not {tag for tag, _ in page.elements} & {"script", "img"}
    assert "\u202e" not in shown(app)
    return page


def _count(folder, address: str) -> int:
    snapshot = open_latest(folder)
    try:
        return articles.count(snapshot, Filters.read(parse_qsl(urlsplit(address).query))[0])
    finally:
        snapshot.close()


@pytest.mark.parametrize("lang", ["fa", "en"])
def test_the_list_says_reprint_and_how_many(printed, ids, lang):
    page = _safe(open_page("reader", lang=lang))
    again = [one for one in page.links() if "reprints=again" in one]
    assert len(again) == 1
    assert _count(printed[0], again[0]) == 1
    words = " ".join(page.words)
    assert ("+۱ بازنشر" if lang == "fa" else "+1 reprint") in words
    assert ("بازنشر از" if lang == "fa" else "reprint of") in words


@pytest.mark.parametrize("lang", ["fa", "en"])
def test_the_reader_tells_who_else_printed_it_and_why_it_is_on_topic(ids, lang):
    first, again = ids
    page = _safe(open_page("reader", article=again, lang=lang))
    assert any(f"article={first}" in one for one in page.links())
    assert any(f"diff={first}" in one for one in page.links())
    words = " ".join(page.words)
    assert ("هر دو طرف در عنوان" if lang == "fa" else "both sides in the title") in words
    assert ("\u2066−۰٫۶\u2069" if lang == "fa" else "\u2066−0.6\u2069") in words


@pytest.mark.parametrize("lang", ["fa", "en"])
def test_two_texts_stand_side_by_side_with_what_was_added(ids, lang):
    first, again = ids
    page = _safe(open_page("reader", article=again, diff=first, lang=lang))
    marks = [attrs for tag, attrs in page.elements if tag == "mark" and "data-start" in attrs]
    assert marks
    assert all("hl-added" in attrs["class"] for attrs in marks)
    texts = [one for one, _, _ in page.spoken() if "wreath" in one]
    assert texts == [texts[0]] * 4  # as titles above the columns, and in the texts


@pytest.mark.parametrize("other", ["no-such", "<script>"])
def test_a_pair_that_is_none_is_said_to_be_none(ids, other):
    _safe(open_page("reader", article=ids[0], diff=other, lang="en"))
    assert not open_page("reader", article=ids[0], diff=ids[0], lang="en").exception


def test_sources_open_their_articles(printed, ids):
    page = _safe(open_page("overview", lang="en"))
    cites = [one for one in page.links() if "cites=tass" in one]
    assert cites
    assert _count(printed[0], cites[0]) == 1
