"""Given names and particles in their several spellings."""

from __future__ import annotations

import pytest

from didgah.annotate.names.respelled import SPELLINGS, load_spellings, respelled
from didgah.language.fold import key
from didgah.model import LANGUAGES


def test_every_language_has_its_table_and_no_word_stands_for_two_names() -> None:
    tables = load_spellings(SPELLINGS)
    assert set(tables) == set(LANGUAGES)
    for language, words in tables.items():
        for word, spellings in words.items():
            assert len(spellings) > 1, (language, word)
            # Every spelling leads back to the same line: no word is on two of them.
            assert all(words[key(one)] == spellings for one in spellings), (language, word)


@pytest.mark.parametrize(("text", "language", "other"), [
    ("Мухаммед бен Сальман", "ru", "Мохаммад ибн Салман"),
    ("Абдалла бен Заид", "ru", "Абдулла бин Зайед"),
    ("Sergey Lavrov", "en", "Sergei Lavrov"),
    ("Mohammed bin Zayed", "en", "Muhammad ibn Zayed"),
    ("دمیتری مدودف", "fa", "دیمیتری مدودف"),
    ("سيرغي لافروف", "ar", "سيرجي لافروف"),
])
def test_a_name_is_found_in_its_other_spellings(text: str, language: str, other: str) -> None:
    found = respelled(text, language)  # type: ignore[arg-type]
    assert found[0] == text
    assert other in found
    assert len(set(found)) == len(found)


def test_a_surname_and_a_single_word_keep_their_spelling() -> None:
    assert respelled("Хусейн", "ru") == ("Хусейн",)
    assert {name.split()[-1] for name in respelled("Саддам Хусейн", "ru")} == {"Хусейн"}
    assert respelled("", "ru") == ("",)
