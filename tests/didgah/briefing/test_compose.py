"""What a deck says is what the questions answer."""

from datetime import UTC, date, datetime

import pytest

from didgah.briefing import compose
from didgah.briefing.context import Context
from didgah.briefing.items import KINDS, Briefing, Item
from didgah.filters import Filters
from didgah.language.messages import INTERFACE_LANGUAGES
from didgah.queries import articles

MADE = datetime(2026, 11, 24, tzinfo=UTC)


def deck(snapshot, language, *items):
    context = Context(snapshot, language, "https://didgah.example/", date(2026, 11, 24))
    return compose.deck(Briefing("b1", "t", language, "", items, MADE, MADE), context, MADE)


def test_every_kind_has_a_composer():
    assert set(compose.COMPOSERS) <= set(KINDS)


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
def test_the_columns_of_coverage_add_up_to_its_articles(small_snapshot, language):
    slide = deck(small_snapshot, language, Item("a1", "coverage")).slides[0]
    counted = sum(sum(one.values) for one in slide.body.series)
    undated = articles.count(small_snapshot, Filters(undated=True))
    assert slide.n == counted == articles.count(small_snapshot, Filters()) - undated
    assert f"version={small_snapshot.version}" in slide.link
    assert all(one.text in articles.get(small_snapshot, one.article).article.text
               for one in slide.evidence)


def test_a_scope_without_articles_says_so(small_snapshot):
    item = Item("a1", "coverage", Filters(query="nowhere-to-be-found"))
    slide = deck(small_snapshot, "en", item).slides[0]
    assert slide.body is None
    assert slide.n == 0
    assert slide.reading == "Nothing is known of this in these data."
