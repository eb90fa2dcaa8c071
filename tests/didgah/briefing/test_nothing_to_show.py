"""Items that ask for what is not there: a slide that says why, never an exception."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from didgah.briefing.items import KINDS, Item
from didgah.filters import Filters
from didgah.language.messages import INTERFACE_LANGUAGES
from didgah.queries import statements
from tests.didgah.briefing.decks import at, deck, slide
from tests.didgah.queries.asked import light


@pytest.fixture(scope="module")
def said(small_snapshot):
    return statements.statements(small_snapshot, Filters()).iloc[0]


def test_a_scope_without_articles_says_so(small_snapshot):
    nowhere = Filters(query="nowhere-to-be-found")
    for kind in ("coverage", "ranking", "cloud"):
        shown = slide(small_snapshot, "en", kind, nowhere)
        assert shown.body is None
        assert shown.n == 0
    assert slide(small_snapshot, "en", "coverage", nowhere).reading == (
        "Nothing is known of this in these data.")


@pytest.mark.parametrize(("kind", "about"), [
    ("coverage", {"grain": "fortnight"}), ("timeline", {"lane": "x"}), ("timeline", {"at": "then"}),
    ("timeline", {"span": "100y"}), ("ranking", {"kind": "pie"}), ("ranking", {"rows": "1000000"}),
    ("trend", {}), ("trend", {"entities": "putin"}), ("trend", {"entities": "a:b " * 2 + "c"}),
    ("cloud", {"tongue": "xx"}), ("word_trend", {"compare": "ru:мир"}), ("word_trend", {}),
    ("concordance", {"term": "мир"}), ("concordance", {"term": "ru:мир", "order": "z"}),
])
def test_a_view_that_no_page_has_is_told(small_snapshot, kind, about):
    shown = slide(small_snapshot, "en", kind, **about)
    assert shown.body is None
    assert shown.reading.startswith("This item asks for a view that the pages do not have")


@pytest.mark.parametrize(("kind", "about", "why"), [
    ("meeting", {"meeting": "no-such"}, "The meeting is not in these data"),
    ("statement", {"article": "none", "start": "0", "end": "3"}, "The article is not in"),
    ("passage", {}, "The article is not in these data"),
])
def test_what_is_not_in_the_data_is_told(small_snapshot, kind, about, why):
    assert slide(small_snapshot, "en", kind, **about).reading.startswith(why)


def test_a_statement_that_is_read_otherwise_is_told(small_snapshot, said):
    moved = at(said) | {"end": str(int(said["end"]) - 1)}
    assert slide(small_snapshot, "en", "statement", **moved).reading.startswith("The statement")


def test_an_end_behind_the_text_is_told(small_snapshot, said):
    behind = at(said) | {"end": "999999"}
    assert slide(small_snapshot, "en", "passage", **behind).body is None


def test_a_query_that_cannot_be_read_is_told(small_snapshot):
    shown = slide(small_snapshot, "en", "coverage", Filters(query="(a"))
    assert shown.reading == "The search in the filters cannot be read."


_NAMES = ("grain", "lane", "span", "at", "covered", "kind", "unit", "copies", "rows", "entities",
          "measure", "tongue", "kinds", "stop", "compare", "meeting", "article", "start", "end",
          "term", "order", "entity")
_VALUES = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
    st.sampled_from(("1", "0", "-1", "9" * 30, "fa", "ru", "all", "1y", "person", "pair", "n",
                     "person:putin", "person:putin person:nobody", "fa:صلح", "ru:мир|ru:диалог",
                     "sentences", "mentions", "kaz-2021", "2021-06-01", "next", "leader")),
)
items = st.builds(
    Item, id=st.just("a1"), kind=st.sampled_from(KINDS), filters=light,
    about=st.dictionaries(st.sampled_from(_NAMES), _VALUES, max_size=5),
)


@settings(max_examples=150)
@given(items, st.sampled_from(INTERFACE_LANGUAGES))
def test_any_item_becomes_a_slide(small_snapshot, item, language):
    shown = deck(small_snapshot, language, item).slides[0]
    assert shown.headline
    assert shown.reading
    assert (shown.body is None) == (shown.n_words == "")
