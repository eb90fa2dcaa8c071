"""Whatever is typed into the search box is answered or explained, never an error of ours."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from didgah import textquery
from didgah.describe import describe
from didgah.filters import Filters
from didgah.language.messages import INTERFACE_LANGUAGES
from didgah.queries import articles, snippets

_PIECES = st.sampled_from(["AND", "OR", "NOT", "(", ")", '"', "*", "«", "»", "صلح", "мир", "سلام",
                           "peace", "^2", "~", ":", "a:b", "[a TO b]", "\\", "+", "-", "\ud800"])


@settings(max_examples=60, deadline=None,
          suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_PIECES, max_size=8).map(" ".join) | st.text(max_size=30))
def test_any_query_is_answered_or_explained(small_snapshot, query):
    filters, ignored = Filters.read([("query", query)])
    for language in INTERFACE_LANGUAGES:
        describe(filters, language, small_snapshot.registry)
    try:
        node = textquery.parse(filters.query) if filters.query else None
    except textquery.QueryError:
        return
    total = articles.count(small_snapshot, filters)
    rows = articles.page(small_snapshot, filters, order="relevance")
    assert len(rows) == min(total, 20)
    shown = snippets.snippets(small_snapshot, tuple(rows["id"]), filters)
    assert set(shown) == set(rows["id"])
    assert node is not None or ignored or not query.strip() or total
