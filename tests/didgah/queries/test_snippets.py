"""The sentence shown of an article holds what was asked for, and the marks are right."""

from datetime import date

from hypothesis import HealthCheck, given, settings

from didgah import textquery
from didgah.filters import Filters
from didgah.queries import snippets
from didgah.store.reader import open_latest
from tests import corpus_factory
from tests.corpus_factory import Source, write
from tests.didgah.queries import asked

_CALM = settings(max_examples=10, deadline=None,
                 suppress_health_check=[HealthCheck.function_scoped_fixture])


@_CALM
@given(filters=asked.light)
def test_snippets_show_a_sentence_of_the_article_and_mark_what_was_asked(
    small_snapshot, naive, filters
):
    inside = naive.within(filters)[:10]
    found = snippets.snippets(small_snapshot, [one.id for one in inside], filters)
    assert set(found) == {one.id for one in inside}
    for one in inside:
        sentence, marks = found[one.id].text, found[one.id].marks
        start = found[one.id].start
        assert one.article.text[start : start + len(sentence)] == sentence
        assert sentence.strip()
        for mark in marks:
            assert 0 <= mark.start < mark.end <= len(sentence)
        if filters == Filters(query=filters.query) and filters.query:
            node = textquery.parse(filters.query)
            assert [m for m in marks] == list(textquery.spans(node, sentence))


def test_a_snippet_prefers_the_sentence_with_more_of_what_was_asked(tmp_path, small_registry):
    written = write(
        small_registry, "en", date(2021, 1, 1), "kremlin", "{person:putin} speaks",
        "{person:putin} left. Nobody halal came. {person:putin} praised halal food. halal again.")
    corpus_factory.publish(tmp_path, small_registry, Source([written]))
    snapshot = open_latest(tmp_path)
    ids = [written.article.id]

    def snippet(**asked_for):
        found = snippets.snippets(snapshot, ids, Filters(**asked_for))[ids[0]]
        return found.text, [found.text[one.start : one.end] for one in found.marks]

    assert snippet(query="halal") == ("Nobody halal came.", ["halal"])
    assert snippet(query="halal", entities=("person:putin",)) == (
        "Vladimir Putin praised halal food.", ["Vladimir Putin", "halal"])
    assert snippet(entities=("person:putin",)) == ("Vladimir Putin left.", ["Vladimir Putin"])
    assert snippet() == ("Vladimir Putin left.", [])
    snapshot.close()


def test_a_long_sentence_is_cut_around_its_match(tmp_path, small_registry):
    written = write(small_registry, "en", date(2021, 1, 1), "kremlin", "t",
                    "many words " * 100 + "then halal and " + "more words " * 100)
    corpus_factory.publish(tmp_path, small_registry, Source([written]))
    snapshot = open_latest(tmp_path)
    id_ = written.article.id
    found = snippets.snippets(snapshot, [id_], Filters(query="halal"))[id_]
    assert len(found.text) <= 400
    assert [found.text[one.start : one.end] for one in found.marks] == ["halal"]
    assert written.article.text[found.start :].startswith(found.text)
    snapshot.close()


@_CALM
@given(filters=asked.light)
def test_the_newest_answers_are_spans_of_their_articles(small_snapshot, naive, filters):
    found = snippets.newest(small_snapshot, filters, 5)
    inside = sorted(naive.within(filters), key=lambda one: (-(one.day or date.min).toordinal(),
                                                           one.id))
    assert [one.article.id for one in found] == [one.id for one in inside[:5]]
    for one in found:
        assert one.text == one.article.text[one.start:one.end]
