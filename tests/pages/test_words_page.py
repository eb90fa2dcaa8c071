"""The words page through the real shell: every number against a count by hand."""

from __future__ import annotations

import json
from collections import Counter
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.pages.opening import Markup, component, open_page, shown


@pytest.fixture(autouse=True)
def _home(small_folder, monkeypatch):
    monkeypatch.setenv("DIDGAH_HOME", str(small_folder.parent))


def _counts(corpus, language: str) -> Counter[str]:
    counts: Counter[str] = Counter()
    for one in corpus:
        if one.annotation.language == language:
            for term in one.annotation.terms:
                counts[f"{language}:{term.lemma}"] += term.count
    return counts


def _cloud_words(app) -> dict[str, dict]:
    return {one["term"]: one for one in component(app, "didgah_cloud")["layouts"][0]["words"]}


def test_the_cloud_holds_the_persian_words_with_their_numbers(small_corpus):
    app = open_page("words", lang="en")
    assert not app.exception
    counts, words = _counts(small_corpus, "fa"), _cloud_words(app)
    assert len(words) > 10
    for term, word in words.items():
        assert f"· {counts[term]} use" in word["told"]
    largest = max(words, key=lambda term: words[term]["size"])
    assert counts[largest] == max(counts.values())


def test_russian_by_address_and_names_alone(small_corpus):
    app = open_page("words", tongue="ru", kinds="name")
    assert not app.exception
    words = _cloud_words(app)
    assert words
    assert all(term.startswith("ru:") for term in words)
    assert {one["kind"] for one in words.values()} == {"name"}


def test_the_same_address_gives_the_same_picture():
    first, second = (component(open_page("words"), "didgah_cloud") for _ in range(2))
    assert first == second


def test_every_word_on_every_layout_is_legible():
    for layout in component(open_page("words"), "didgah_cloud")["layouts"]:
        scale = layout["needs"] / layout["width"]
        assert min(word["size"] for word in layout["words"]) * scale >= 12


def test_a_word_opens_every_place_it_stands_in(small_corpus):
    counts = _counts(small_corpus, "fa")
    term, n = next((t, c) for t, c in counts.most_common() if 3 <= c <= 20)
    app = open_page("words", word=term, lang="en")
    assert not app.exception
    html = shown(app)
    assert f"{n} places in the text" in html
    texts = {one.article.id: one.article.text for one in small_corpus}
    opened = [parse_qs(urlsplit(a).query) for a in Markup(html).links() if "article=" in a]
    assert len(opened) == n
    forms = {
        form for one in small_corpus for t in one.annotation.terms
        if f"fa:{t.lemma}" == term for form, _ in t.forms
    }
    for one in opened:
        at = texts[one["article"][0]][int(one["at"][0]) :]
        assert any(at.startswith(form) for form in forms)


def test_distinctiveness_of_everything_says_what_it_lacks_and_leads_back():
    app = open_page("words", by="marked", lang="en")
    assert not app.exception
    assert "needs a part to set against the rest" in shown(app)
    app.button(key="words_to_count").click().run()
    assert "by" not in app.query_params
    assert _cloud_words(app)


def test_distinctiveness_of_a_part_shows_words_with_z():
    app = open_page("words", by="marked", entities=["person:putin"], lang="en")
    assert not app.exception
    words = _cloud_words(app)
    assert words
    assert all("z = " in one["told"] for one in words.values())


def test_a_switch_writes_the_address():
    app = open_page("words")
    app.segmented_control(key="words_tongue").set_value("en").run()
    assert app.query_params["tongue"] == "en"
    assert all(term.startswith("en:") for term in _cloud_words(app))


def test_the_stop_list_is_shown_with_counts(small_corpus):
    counts: Counter[str] = Counter()
    for one in small_corpus:
        if one.annotation.language == "fa":
            counts.update(dict(one.annotation.stopped))
    app = open_page("words", lang="en")
    app.session_state["words_stopped"] = True
    app.run()
    html = shown(app)
    assert f"{len(counts)} word" in html
    assert f"{sum(counts.values())} uses" in html


def test_a_query_that_cannot_be_read_is_explained_and_mended():
    app = open_page("words", query="(روسیه", lang="en")
    assert not app.exception
    assert "The search text cannot be read" in shown(app)
    app.button(key="query_fix").click().run()
    assert not app.exception
    assert "The search text cannot be read" not in shown(app)


def test_unknown_values_in_the_address_fall_back():
    app = open_page("words", tongue="xx", by="?", kinds="none", word="fa:ناموجود")
    assert not app.exception
    assert _cloud_words(app)


def test_a_filter_makes_distinctiveness_the_measure_and_frequency_stays_at_hand():
    app = open_page("words", entities=["person:putin"], lang="en")
    assert not app.exception
    assert all("z = " in one["told"] for one in _cloud_words(app).values())
    app.segmented_control(key="words_by").set_value("count").run()
    assert app.query_params["by"] == "count"
    assert not any("z = " in one["told"] for one in _cloud_words(app).values())


def test_own_stop_words_of_the_link_are_left_out(small_corpus):
    term = _counts(small_corpus, "fa").most_common(1)[0][0]
    assert term in _cloud_words(open_page("words"))
    app = open_page("words", stop=term, lang="en")
    assert term not in _cloud_words(app)
    assert "1 word is left out at your wish" in shown(app)


def test_rows_hold_the_words_in_order_of_their_size():
    sent = component(open_page("words", form="rows"), "didgah_cloud")
    sizes = [one["size"] for one in sent["rows"]]
    assert sizes == sorted(sizes, reverse=True)
    assert min(sizes) >= 12
    assert sent["layouts"] == []


def test_two_kept_sides_are_compared_and_no_word_marks_both():
    app = open_page("words", mode="two", of="kept", a="outlets=irna", b="outlets=mehr", lang="en")
    assert not app.exception
    sent = [
        json.loads(one.proto.json) for one in app.get("bidi_component")
        if one.proto.component_name == "didgah_cloud"
    ]
    assert len(sent) == 2
    first, second = ({word["term"] for word in one["rows"]} for one in sent)
    assert first
    assert second
    assert not first & second


@pytest.mark.parametrize("of", ["languages", "around", "years", "kept", "?"])
def test_every_way_of_comparing_opens(of):
    app = open_page("words", mode="two", of=of, word="fa:صلح", side="b", lang="en")
    assert not app.exception
