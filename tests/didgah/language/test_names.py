"""Languages and countries that our tables do not name still have names."""

from __future__ import annotations

from didgah.language.names import language_name, territory_name


def test_our_own_word_comes_first_then_unicode_then_the_code() -> None:
    assert language_name("fa", "fa") == "فارسی"
    assert language_name("de", "en") == "German"
    assert language_name("de", "fa") == "آلمانی"
    assert language_name("und", "en") == "Unknown language"
    assert language_name("qqq", "en") == "qqq"


def test_countries() -> None:
    assert territory_name("CN", "fa") == "چین"
    assert territory_name("ZZQ", "en") == "ZZQ"
