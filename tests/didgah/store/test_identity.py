"""When two texts are the same article."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from didgah.model import Article
from didgah.store.identity import article_key, canonical_url, containment


@pytest.mark.parametrize("other", [
    "HTTPS://News.Example/a/b?x=1&y=2", "http://news.example/a/b/?y=2&x=1#comments",
    "https://news.example:443/a/b?x=1&utm_source=tg&y=2&fbclid=z",
])
def test_addresses_of_one_page_are_one(other: str) -> None:
    assert canonical_url(other) == canonical_url("https://news.example/a/b?x=1&y=2")


def test_percent_encoded_persian_is_the_same_address() -> None:
    assert canonical_url("https://x.ir/خبر/1") == canonical_url("https://x.ir/%D8%AE%D8%A8%D8%B1/1")


@pytest.mark.parametrize("other", [
    "https://news.example/a/c", "https://other.example/a/b", "https://news.example/a/b?id=2",
    "https://news.example/A/b", "https://news.example:8080/a/b",
])
def test_addresses_of_different_pages_differ(other: str) -> None:
    assert canonical_url(other) != canonical_url("https://news.example/a/b")


@pytest.mark.parametrize("address", [
    "", "https://news.example", "https://news.example/", "https://news.example/#top",
    "https://news.example/?utm_source=x", "javascript:alert(1)", "news.example/a", "http://[bad",
])
def test_addresses_that_identify_no_article(address: str) -> None:
    assert canonical_url(address) == ""


def test_without_an_address_outlet_and_title_identify() -> None:
    key = article_key(Article("دیدار در کازان", "یک", outlet="فارس"))
    assert key == article_key(Article("ديدار  در كازان", "دو", outlet="فارس"))
    assert key != article_key(Article("دیدار در کازان", "یک", outlet="ایرنا"))
    assert key[1] is False
    assert article_key(Article("x", "y", url="https://a.org/1"))[1] is True


words = st.lists(st.sampled_from("ab cd ef gh یک دو سه".split()), max_size=12).map(" ".join)


@given(words, words)
def test_containment_against_a_plain_second_way(a: str, b: str) -> None:
    def triples(text: str) -> set[str]:
        parts = text.split()
        if len(parts) < 3:
            return {text} if parts else set()
        return {" ".join(parts[i:i + 3]) for i in range(len(parts) - 2)}

    first, second = triples(a), triples(b)
    least = min(len(first), len(second))
    expected = len(first & second) / least if least else float(not first and not second)
    assert containment(a, b) == expected
    assert containment(b, a) == expected
    assert containment(a, a) == 1.0
