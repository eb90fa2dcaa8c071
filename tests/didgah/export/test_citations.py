"""Citations read back by the libraries that reference managers build on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import bibtexparser
import rispy
from hypothesis import given
from hypothesis import strategies as st

from didgah.export.citations import to_bibtex, to_ris
from didgah.export.slide_tables import cited
from tests.didgah.export import decks

ARTICLE = replace(
    decks.evidence(), article="0123456789abcdef", title="رشد ۵٪ تجارت: {گزارش} #1 & $2_x~^\\",
    outlet="TASS", language="fa", day=date(2024, 10, 23))


def ris(*articles):
    return rispy.loads(to_ris(articles).decode())


def bibtex(*articles):
    found = bibtexparser.parse_string(to_bibtex(articles).decode())
    assert found.failed_blocks == []
    return found.entries


def test_ris_has_what_is_known() -> None:
    record, = ris(ARTICLE)
    assert record["type_of_reference"] == "NEWS"
    assert record["title"] == ARTICLE.title
    assert record["date"] == "2024/10/23"
    assert record["language"] == "fa"
    assert record["urls"] == [ARTICLE.url]
    undated, = ris(replace(ARTICLE, day=None, url=""))
    assert not {"date", "year", "urls"} & set(undated)


def test_bibtex_keeps_letters_and_escapes_what_tex_takes_for_its_own() -> None:
    entry, = bibtex(ARTICLE)
    assert entry.key == "tass2024-0123456789abcdef"
    fields = {one.key: one.value for one in entry.fields}
    assert fields["title"].startswith("{رشد ۵٪ تجارت: \\{گزارش\\} \\#1 \\& \\$2\\_x")
    assert fields["langid"] == "persian"
    assert fields["url"] == ARTICLE.url


def test_keys_are_unique_and_an_article_is_cited_once() -> None:
    deck = decks.deck("fa", decks.slide(decks.quotes("الف")), decks.slide(decks.chart(), 2))
    assert len(cited(deck)) == 1
    other = replace(ARTICLE, article="f" * 16)
    assert len({one.key for one in bibtex(ARTICLE, other)}) == 2


@given(st.lists(st.builds(
    replace, st.just(ARTICLE), title=decks.words, outlet=decks.words,
    text=decks.words, day=st.one_of(st.none(), st.dates()),
    url=st.sampled_from(["", "https://a.example/%7B?x=1#y", "https://a.example/}{\\"]),
), max_size=3))
def test_hostile_titles_end_no_record(articles) -> None:
    assert len(ris(*articles)) == len(articles)
    unique = [replace(one, article=f"{n:016x}") for n, one in enumerate(articles)]
    assert len(bibtex(*unique)) == len(articles)
