"""The reader through the real shell: lists, facets, marks, links, and hostile text."""

from __future__ import annotations

import dataclasses
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest

from didgah.citation import STYLES
from didgah.highlight import inert
from didgah.language.messages import INTERFACE_LANGUAGES, text
from didgah.model import Article, Published
from tests import corpus_factory
from tests.pages.opening import Markup, component, open_page, shown

HOSTILE = (
    '<script>alert(1)</script><img src=x onerror=alert(1)> [کلیک](javascript:alert(1)) '
    '**پررنگ** $\\href{javascript:alert(1)}{x}$ :material/home: '
    "\u202eevil\u202c \u2067منزوی =HYPERLINK(1)"
)


READING = [
    *(text("shell.language_name", one) for one in INTERFACE_LANGUAGES),
    *(text(f"meetings.calendar_{one}", "en") for one in (
        "solar_hijri", "gregorian", "lunar_hijri")),
]


@pytest.fixture
def home(small_folder, monkeypatch):
    monkeypatch.setenv("DIDGAH_HOME", str(small_folder.parent))


@pytest.fixture(scope="module")
def hostile_folder(tmp_path_factory, small_registry):
    folder = tmp_path_factory.mktemp("hostile") / "corpus"
    written = [
        corpus_factory.write(
            small_registry, "fa", date(2022, 3, 4), "", f"{HOSTILE} {{person:putin}}",
            f"{{person:putin}} {HOSTILE}\n<person:putin|گفت|{HOSTILE.replace('<', '‹')}>.",
            url="javascript:alert(document.cookie)", outlet_name=HOSTILE,
        ),
        corpus_factory.write(small_registry, "en", None, "", "", "A body without a title."),
    ]
    corpus_factory.publish(folder, small_registry, corpus_factory.Source(written))
    return folder, written


@pytest.fixture
def hostile(hostile_folder, monkeypatch):
    folder, written = hostile_folder
    monkeypatch.setenv("DIDGAH_HOME", str(folder.parent))
    return written


def _titles(app) -> list[str]:
    """The addresses that the titles of the list lead to."""
    return [attrs["href"] for _, attrs in Markup(shown(app)).within("result-title")
            if "href" in attrs]


def _ids(app) -> list[str]:
    return [parse_qs(urlsplit(one).query)["article"][0] for one in _titles(app)]


def test_the_list_is_as_long_as_its_number_and_turns_pages(home, small_corpus):
    pages = [_ids(open_page("reader", lang="en", list=str(n))) for n in (1, 2, 3)]
    assert [len(ids) for ids in pages] == [20, 20, 20]
    assert {one for ids in pages for one in ids} == {one.article.id for one in small_corpus}
    assert "60 articles" in shown(open_page("reader", lang="en"))


def test_oldest_first_begins_with_the_oldest(home, small_corpus):
    first = _ids(open_page("reader", order="oldest"))[0]
    dated = [one.article for one in small_corpus if one.article.published.value]
    oldest = min(one.published.value for one in dated)
    assert oldest == next(one for one in dated if one.id == first).published.value


def _row(app, facet: str, value: str) -> dict:
    found = next(one for one in component(app, "didgah_facets")["facets"] if one["name"] == facet)
    return next(one for one in found["rows"] if one["value"] == value)


def test_a_facet_says_how_many_articles_each_choice_leaves(home, small_corpus):
    said = _row(open_page("reader", lang="en"), "language", "ru")
    n = sum(one.annotation.language == "ru" for one in small_corpus)
    assert (said["n"], said["state"]) == (str(n), "")
    app = open_page("reader", lang="en", languages="ru")
    assert f"{n} articles" in shown(app)
    assert len(_ids(app)) == n
    assert _row(app, "language", "ru")["state"] == "in"


def test_what_is_left_out_is_said_and_is_not_in_the_list(home, small_corpus):
    app = open_page("reader", lang="en", excluded="language:ru")
    n = sum(one.annotation.language != "ru" for one in small_corpus)
    assert f"{n} articles" in shown(app)
    assert "without Russian" in shown(app)
    assert (_row(app, "language", "ru")["n"], _row(app, "language", "ru")["state"]) == ("", "out")


def test_the_article_stands_beside_its_list_and_every_sentence_has_a_link(home, small_corpus):
    ids = _ids(open_page("reader", lang="en", list="2"))
    app = open_page("reader", lang="en", article=ids[3])
    beside = next(one for one in shown(app).splitlines() if "reader-beside" in one)
    listed = [parse_qs(urlsplit(one).query)["article"][0] for one in Markup(beside).links()]
    assert listed == ids
    assert "21–40 of 60" in beside
    here = next(one for one in small_corpus if one.article.id == ids[3])
    at = [
        int(parse_qs(urlsplit(attrs["href"]).query)["at"][0])
        for _, attrs in Markup(_article_html(app)).elements
        if attrs.get("class") == "sentence-link"
    ]
    assert at == [one.start for one in here.annotation.sentences]


def test_names_have_cards_with_the_office_of_the_day(home, small_corpus, small_registry):
    one = max(small_corpus, key=lambda written: len(written.annotation.mentions))
    cards = component(open_page("reader", lang="en", article=one.article.id),
                      "didgah_reader_text")["cards"]
    named = (*one.annotation.mentions, *one.annotation.references)
    assert set(cards) == {f"{m.kind}:{m.entity}" for m in named} & set(small_registry.entities)
    for key, card in cards.items():
        assert card["name"] == small_registry.entities[key].names["en"]


def _article_html(app) -> str:
    return next(b.proto.body for b in app.get("html") if b.proto.body.startswith("<article"))


def test_an_article_is_shown_whole_with_every_mention_marked(home, small_corpus):
    one = max(small_corpus, key=lambda written: len(written.annotation.mentions))
    app = open_page("reader", article=one.article.id)
    assert not app.exception
    page = Markup(_article_html(app))
    for line in one.article.text.splitlines():
        assert inert(line) in "".join(page.words)
    marked = {
        (int(attrs["data-start"]), int(attrs["data-end"]))
        for _, attrs in page.elements if attrs.get("data-start")
    }
    named = (*one.annotation.mentions, *one.annotation.references)
    assert {(m.start, m.end) for m in named} <= marked


def test_layers_are_switched_off_by_the_address(home, small_corpus):
    one = small_corpus[0]
    classes = _classes(open_page("reader", article=one.article.id, marks="person"))
    assert classes <= {"hl", "hl-person"}
    assert _classes(open_page("reader", article=one.article.id, marks="none")) == set()


def _classes(app) -> set[str]:
    elements = Markup(_article_html(app)).elements
    return {c for _, attrs in elements for c in (attrs.get("class") or "").split()
            if c.startswith("hl")}


def test_a_name_leads_to_its_page_and_evidence_to_its_meeting(home, small_corpus):
    one = next(w for w in small_corpus if w.annotation.meetings and w.annotation.mentions
               and w.annotation.meetings[0].known and w.annotation.mentions[0].kind != "series")
    app = open_page("reader", article=one.article.id, lang="en")
    links = [urlsplit(address) for address in Markup(_article_html(app)).links()]
    targets = [(link.path, parse_qs(link.query)) for link in links]
    first = one.annotation.mentions[0]
    assert ("entities", {"entity": [f"{first.kind}:{first.entity}"], "lang": ["en"]}) in targets
    meeting = one.annotation.meetings[0].known
    assert ("meetings", {"meeting": [meeting], "lang": ["en"]}) in targets


def test_previous_and_next_walk_the_filtered_list(home, small_corpus):
    ids = _ids(open_page("reader", languages="ru", lang="en"))
    app = open_page("reader", languages="ru", article=ids[1], lang="en")
    assert f"2 of {len(ids)}" in shown(app)
    ways = [one.proto.query_string for one in app.get("page_link")]
    assert [parse_qs(one)["article"][0] for one in ways if "article=" in one][-2:] == [
        ids[0], ids[2]]


def test_an_article_outside_the_filters_is_still_read(home, small_corpus):
    one = next(w for w in small_corpus if w.annotation.language == "fa")
    app = open_page("reader", languages="ru", article=one.article.id, lang="en")
    assert "not among those the filters leave" in shown(app)
    assert _article_html(app)


def test_a_link_to_a_sentence_marks_that_sentence_and_scrolls_to_it(home, small_corpus):
    one = small_corpus[3]
    sentence = one.annotation.sentences[-1]
    app = open_page("reader", article=one.article.id, at=str(sentence.start + 1), marks="none")
    page = Markup(_article_html(app))
    here = [attrs for _, attrs in page.elements if "hl-here" in (attrs.get("class") or "")]
    assert {(int(a["data-start"]), int(a["data-end"])) for a in here} == {
        (sentence.start, sentence.end)
    }
    assert component(app, "didgah_jump")["selector"] == ".hl-here"


@pytest.mark.parametrize("at", ["-1", "99999999", "x", "²", "1" * 40])
def test_an_odd_place_marks_nothing_and_breaks_nothing(home, small_corpus, at):
    app = open_page("reader", article=small_corpus[0].article.id, at=at, marks="none")
    assert not app.exception
    assert "hl-here" not in _article_html(app)


@pytest.mark.parametrize("name", ["page", "label", "filters", "icon", "self", "width", "x-y"])
def test_an_address_with_odd_parameters_opens_all_the_same(home, name):
    app = open_page("reader", lang="en", **{name: "x"})
    assert not app.exception
    assert "60 articles" in shown(app)


def test_an_unknown_article_is_said_to_be_missing(home):
    app = open_page("reader", article="../../etc/passwd", lang="en")
    assert not app.exception
    assert "There is no such article" in shown(app)


def test_the_words_searched_for_are_marked(home, small_corpus):
    word = "Kazan"
    app = open_page("reader", query=word, lang="en")
    if not _ids(app):
        pytest.fail("the small corpus has no article with the word searched for")
    article = open_page("reader", query=word, article=_ids(app)[0], marks="hit")
    hits = [
        attrs for _, attrs in Markup(_article_html(article)).elements
        if "hl-hit" in (attrs.get("class") or "")
    ]
    text = next(w.article.text for w in small_corpus if w.article.id == _ids(app)[0])
    assert hits
    for one in hits:
        found = text[int(one["data-start"]) : int(one["data-end"])]
        assert found.casefold() == word.casefold()


def test_a_broken_query_is_explained(home):
    app = open_page("reader", query='"جده', lang="en")
    assert not app.exception
    assert "The search text cannot be read" in shown(app)


def test_hostile_text_is_inert_in_the_list(hostile):
    app = open_page("reader", lang="en")
    assert not app.exception
    _nothing_runs(shown(app))
    assert "\u202e" not in shown(app)
    words = Markup(shown(app)).words
    assert any("**پررنگ** $" in one and "[RLO]" in one for one in words)
    assert "(no title)" in words


def test_hostile_text_is_inert_in_the_article(hostile):
    one = hostile[0].article
    app = open_page("reader", article=one.id, lang="en", query="evil")
    assert not app.exception
    html = shown(app)
    _nothing_runs(html)
    words = "".join(Markup(_article_html(app)).words)
    assert "<script>alert(1)</script>" in words
    assert "[RLO]evil" in words
    assert "\u202e" not in html + "".join(block.proto.code_text for block in app.get("code"))
    assert "Original page" not in html


def _nothing_runs(html: str) -> None:
    page = Markup(html)
    tags = {tag for tag, _ in page.elements}
    assert not tags & {"script", "img", "iframe", "object", "svg", "form", "meta"}
    for _, attrs in page.elements:
        assert not [name for name in attrs if name.startswith("on")]
    for address in page.links():
        assert urlsplit(address).scheme in ("", "http", "https"), address


def test_a_citation_in_every_style_can_be_copied(home, small_corpus):
    one = next(w for w in small_corpus if w.article.published.value)
    app = open_page("reader", article=one.article.id, lang="en")
    cited = [block.value for block in app.code]
    assert len(cited) == len(STYLES)
    assert all(one.article.url in line for line in cited)


def test_sources_of_a_sample_brief_are_listed_and_it_is_called_a_sample(
    tmp_path, small_registry, monkeypatch
):
    written = corpus_factory.write(small_registry, "fa", date(2021, 11, 24), "", "عنوان", "متن.")
    article = Article(
        "عنوان", "متن.", published=Published(date(2021, 11, 24), "day", "stated"),
        sources=("https://example.org/a", "javascript:alert(1)"),
    )
    annotation = dataclasses.replace(written.annotation, article=article.id)
    source = corpus_factory.Source([corpus_factory.Written(article, annotation)])
    corpus_factory.publish(tmp_path / "corpus", small_registry, source)
    monkeypatch.setenv("DIDGAH_HOME", str(tmp_path))
    html = shown(open_page("reader", article=article.id, lang="en"))
    assert "A sample brief written for this demonstration" in html
    assert "https://example.org/a" in Markup(html).links()
    _nothing_runs(html)
