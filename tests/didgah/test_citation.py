"""Citations hold what is known and nothing else."""

from __future__ import annotations

from datetime import date

import pytest

from didgah.citation import cite
from didgah.model import Article, Published

ARTICLE = Article(
    title="پیام به نشست  جده", body="متن", url="https://example.org/1",
    published=Published(date(2021, 11, 25), "day", "stated"),
)


def test_persian_and_english_citations():
    assert cite(ARTICLE, "خبرگزاری نمونه", "fa") == (
        "«پیام به نشست جده»، خبرگزاری نمونه، ۴ آذر ۱۴۰۰ (۲۵ نوامبر ۲۰۲۱)، https://example.org/1."
    )
    assert cite(ARTICLE, "Sample agency", "en") == (
        "“\u2068پیام به نشست جده\u2069”, Sample agency, 25 November 2021 (4 Azar 1400), https://example.org/1."
    )


def test_russian_and_arabic_citations():
    assert cite(ARTICLE, "Агентство", "ru") == (
        "«\u2068پیام به نشست جده\u2069», Агентство, 25 ноября 2021 (4 азара 1400), https://example.org/1."
    )
    assert cite(ARTICLE, "وكالة", "ar") == (
        "«پیام به نشست جده»، وكالة، ٢٥ نوفمبر ٢٠٢١ (٢٠ ربيع الآخر ١٤٤٣ هـ)، https://example.org/1."
    )


def test_what_is_not_known_is_left_out():
    assert cite(Article(title="t", body="b"), "", "en") == "“t”."


def test_hostile_title_and_address_are_inert():
    cited = cite(Article("a\u202eb\n<x>", "b", url="javascript:alert(1)"), "", "fa")
    assert cited == "«\u2068a[RLO]b <x>\u2069»."


def test_an_unknown_style_is_refused():
    with pytest.raises(ValueError, match="de"):
        cite(ARTICLE, "", "de")
