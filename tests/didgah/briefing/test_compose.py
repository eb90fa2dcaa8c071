"""What a deck says is what the questions answer."""

import pytest

from didgah.briefing import compose
from didgah.briefing.context import Context
from didgah.briefing.items import KINDS, Item
from didgah.charts import theme
from didgah.filters import Filters
from didgah.language.messages import INTERFACE_LANGUAGES
from didgah.language.numbers import format_number
from didgah.queries import articles, concordance, keyness, meetings, statements, terms
from tests.didgah.briefing.decks import TODAY, at, deck, slide

NAMED = {"entities": "person:putin person:lavrov"}

languages = pytest.mark.parametrize("language", INTERFACE_LANGUAGES)


@pytest.fixture(scope="module")
def said(small_snapshot):
    return statements.statements(small_snapshot, Filters()).iloc[0]


def test_every_kind_has_a_composer():
    assert set(compose.COMPOSERS) == set(KINDS)


@languages
def test_the_columns_of_coverage_add_up_to_its_articles(small_snapshot, language):
    shown = slide(small_snapshot, language, "coverage")
    counted = sum(sum(one.values) for one in shown.body.series)
    undated = articles.count(small_snapshot, Filters(undated=True))
    assert shown.n == counted == articles.count(small_snapshot, Filters()) - undated
    assert f"version={small_snapshot.version}" in shown.link
    assert all(one.text in articles.get(small_snapshot, one.article).article.text
               for one in shown.evidence)


@languages
def test_the_bars_of_a_ranking_are_the_names_counted(small_snapshot, small_corpus, language):
    shown = slide(small_snapshot, language, "ranking", kind="person", copies="all")
    bars = shown.body.series[0]
    named = {}
    for one in small_corpus:
        for key in {(m.kind, m.entity) for m in (*one.annotation.mentions,
                                                 *one.annotation.references)}:
            named[key] = named.get(key, 0) + 1
    people = sorted((n for (kind, _), n in named.items() if kind == "person"), reverse=True)
    assert list(bars.n) == people
    assert shown.n == len(small_corpus)
    assert bars.values == tuple(n / shown.n for n in people)
    assert all(low < value < high for low, value, high in
               zip(bars.low, bars.values, bars.high, strict=True))
    assert format_number(people[0], language) in shown.reading
    assert bars.colour == theme.kind_colour("person")


@languages
def test_the_lines_of_names_are_their_trend(small_snapshot, language):
    shown = slide(small_snapshot, language, "trend", measure="n", copies="all", **NAMED)
    for line, key in zip(shown.body.series, NAMED["entities"].split(), strict=True):
        found = articles.count(small_snapshot, Filters(entities=(key,))) - articles.count(
            small_snapshot, Filters(entities=(key,), undated=True))
        assert sum(line.values) == found
        assert len(line.values) == len(shown.body.categories) == len(shown.body.days)
    assert len({one.colour for one in shown.body.series}) == 2
    assert not shown.body.percent


def test_a_name_has_its_colour_whoever_stands_beside_it(small_snapshot):
    alone = slide(small_snapshot, "en", "trend", entities="person:lavrov").body.series[0]
    beside = slide(small_snapshot, "en", "trend", **NAMED).body.series[1]
    assert alone.colour == beside.colour


@languages
def test_the_cloud_has_the_commonest_words(small_snapshot, language):
    shown = slide(small_snapshot, language, "cloud", tongue="fa")
    found = terms.frequencies(small_snapshot, Filters(), "fa", n=600)
    assert [(one.text, one.value) for one in shown.body.words] == [
        (row.label, row.n) for row in found.head(len(shown.body.words)).itertuples()]
    assert shown.n == articles.count(small_snapshot, Filters(languages=("fa",)))
    assert shown.body.words[0].text in shown.reading


def test_a_word_that_is_left_out_is_in_no_cloud(small_snapshot):
    first = slide(small_snapshot, "en", "cloud", tongue="fa").body.words[0].text
    lemma = terms.frequencies(small_snapshot, Filters(), "fa").term[0]
    left = slide(small_snapshot, "en", "cloud", tongue="fa", stop=lemma).body.words
    assert first not in [one.text for one in left]


def test_the_words_that_mark_a_part_are_those_of_the_query(small_snapshot):
    part = Filters(series=("svg",))
    shown = slide(small_snapshot, "en", "keyness", part, tongue="fa")
    found = keyness.keyness(small_snapshot, part, "fa", n=600)
    assert {one.text: one.value for one in shown.body.words} == {
        row.label: row.z for row in found.itertuples() if row.z >= 1}
    assert shown.body.words[0].value == max(one.value for one in shown.body.words)


def test_nothing_marks_the_whole(small_snapshot):
    shown = slide(small_snapshot, "en", "keyness", tongue="en")
    assert shown.body is None
    assert shown.reading == "Distinctiveness needs a part to set against the rest"


@languages
def test_the_line_of_a_word_counts_its_articles(small_snapshot, language):
    shown = slide(small_snapshot, language, "word_trend", tongue="ru", compare="ru:мир|ru:диалог")
    line = shown.body.series[0]
    having = Filters(languages=("ru",), terms=("ru:мир",))
    dated = articles.count(small_snapshot, having) - articles.count(
        small_snapshot, Filters(languages=("ru",), terms=("ru:мир",), undated=True))
    assert sum(line.n) == dated
    assert shown.body.percent


@languages
def test_the_timeline_shows_the_meetings_of_its_window(small_snapshot, language):
    shown = slide(small_snapshot, language, "timeline", span="all")
    rows = meetings.timeline(small_snapshot, Filters())
    dated = rows[rows["first"].notna()]
    assert {one.meeting: one.articles for one in shown.body.marks} == dict(
        zip(dated.meeting, dated.articles, strict=True))
    assert shown.n == len(dated)
    assert list(dict.fromkeys(one.lane for one in shown.body.marks)) == list(shown.body.lanes)
    assert (f" {format_number(len(rows) - len(dated), language)} " in f" {shown.reading} "
            or len(rows) == len(dated))


def test_a_timeline_ends_where_the_page_did(small_snapshot):
    shown = slide(small_snapshot, "en", "timeline", span="1y", at="2021-12-31")
    assert shown.body.until.year in (2021, 2022)
    assert {one.meeting for one in shown.body.marks} >= {"svg-2021-jeddah", "kaz-2021"}
    assert "kaz-2023" not in {one.meeting for one in shown.body.marks}


@languages
def test_a_record_counts_the_articles_that_report_the_meeting(small_snapshot, language):
    shown = slide(small_snapshot, language, "meeting", meeting="kaz-2021")
    assert shown.n == articles.count(small_snapshot, Filters(meetings=("kaz-2021",)))
    values = [one.value for one in shown.body.facts]
    names = [small_snapshot.registry.entities[f"person:{one}"].names[language]
             for one in ("lavrov", "minnikhanov")]
    assert any(all(name in value for name in names) for value in values)
    assert all(values)
    assert "meeting=kaz-2021" in shown.link


@languages
def test_a_statement_has_its_words_and_its_speaker(small_snapshot, said, language):
    shown = slide(small_snapshot, language, "statement", **at(said))
    quote = shown.body.quotes[0]
    assert quote.text == said["text"] == shown.evidence[0].text
    assert quote.who == small_snapshot.registry.entities[said["speaker"]].names[language]
    assert quote.language == said["language"]


def test_a_passage_is_its_sentence_with_the_words_marked(small_snapshot, said):
    quote = slide(small_snapshot, "fa", "passage", **at(said)).body.quotes[0]
    assert quote.text[slice(*quote.hit)] == said["text"]
    assert len(quote.text) > len(said["text"])


@languages
def test_the_lines_of_a_concordance_hold_the_word(small_snapshot, language):
    shown = slide(small_snapshot, language, "concordance", term="ru:мир")
    found = concordance.concordance(small_snapshot, Filters(), "ru", "мир")
    assert shown.n == found.attrs["total"]
    assert [one.text[slice(*one.hit)] for one in shown.body.quotes] == list(
        found.keyword[:len(shown.body.quotes)])
    assert shown.body.aligned


def test_lines_are_put_in_the_order_of_the_page(small_snapshot):
    shown = slide(small_snapshot, "en", "concordance", term="ru:мир", order="next")
    found = concordance.concordance(small_snapshot, Filters(), "ru", "мир")
    lines = concordance.ordered(found, "next")
    assert [one.text for one in shown.body.quotes] == list(
        (lines.left + lines.keyword + lines.right)[:len(shown.body.quotes)])


@pytest.mark.parametrize("kind", ["ranking", "trend"])
def test_names_are_counted_in_every_text_once_unless_all_printings_are_wanted(
    small_snapshot, kind
):
    once = slide(small_snapshot, "en", kind, **NAMED)
    every = slide(small_snapshot, "en", kind, copies="all", **NAMED)
    assert once.scope == scope_of(small_snapshot, Filters(reprints="first"))
    assert every.scope == scope_of(small_snapshot, Filters())


def scope_of(snapshot, filters):
    return Context(snapshot, "en", "", TODAY).scope(filters)


def test_the_presenters_words_stand_before_ours(small_snapshot):
    item = Item("a1", "coverage", headline="Three years", notes="Say this.")
    shown = deck(small_snapshot, "en", item).slides[0]
    assert (shown.headline, shown.notes) == ("Three years", "Say this.")
