"""Offices without their country, in Persian and Arabic: whose they are, and when nobody's."""

from __future__ import annotations

from datetime import date

import pytest

from didgah.annotate.names.offices import find_references
from didgah.annotate.names.registered import NameMatcher
from didgah.language.sentences import sentences
from didgah.registry import load

JUNE_2022 = date(2022, 6, 23)
_RAISI = "سید ابراهیم رئیسی به تهران بازگشت. "
_MBS = "وصل الأمير محمد بن سلمان إلى جدة. "


@pytest.fixture(scope="module")
def matcher() -> NameMatcher:
    return NameMatcher(load())


def people(
    matcher: NameMatcher, text: str, language: str, outlet_country: str = "",
    day: date | None = JUNE_2022,
) -> list[tuple[str, str]]:
    found = find_references(
        text, language, matcher.find(text, language), day, load(), sentences(text, language),
        outlet_country=outlet_country,
    )
    return [(one.entity, one.surface) for one in found]


@pytest.mark.parametrize(("text", "language", "expected"), [
    (_RAISI + "رئیس‌جمهور در دیدار با نمایندگان گفت", "fa", ("raisi", "رئیس‌جمهور")),
    (_RAISI + "سفر رئیس جمهور به قزوین", "fa", ("raisi", "رئیس جمهور")),
    (_RAISI + "رئیس‌جمهوری، عصر چهارشنبه سخن گفت", "fa", ("raisi", "رئیس‌جمهوری")),
    (_MBS + "ورحب سمو ولي العهد في بداية الجلسة بالحضور", "ar", ("mbs", "سمو ولي العهد")),
    (_MBS + "كما استقبل ولي العهد اليوم ضيوفه", "ar", ("mbs", "ولي العهد")),
])
def test_a_bare_office_is_its_named_holder(
    matcher: NameMatcher, text: str, language: str, expected: tuple[str, str]
) -> None:
    assert people(matcher, text, language)[-1:] == [expected]


@pytest.mark.parametrize(("text", "language"), [
    (_RAISI + "رئیس‌جمهور چاد سخن گفت", "fa"),  # a country that the registry has no holder of
    (_RAISI + "معاون اجرایی رئیس‌جمهور سخن گفت", "fa"),
    (_RAISI + "این رئیس‌جمهور در پایان سخن گفت", "fa"),
    (_RAISI + "رئیس‌جمهور سابق در مراسم بود", "fa"),
    (_RAISI + "وزیر خارجه در مراسم بود", "fa"),  # another office than that of whoever is named
    (_MBS + "وقال ولي العهد النرويجي إن الحفل جميل", "ar"),
    (_MBS + "وقال رئيس جمهورية غواتيمالا إن الحفل جميل", "ar"),
])
def test_an_office_that_is_somebody_elses(matcher: NameMatcher, text: str, language: str) -> None:
    assert not people(matcher, text, language)


def test_the_country_of_the_outlet_decides_where_nobody_is_named(matcher: NameMatcher) -> None:
    text = "رئیس‌جمهور در دیدار با نمایندگان سخن گفت"
    assert people(matcher, text, "fa") == []
    assert people(matcher, text, "fa", "RU") == []
    assert people(matcher, text, "fa", "IR") == [("raisi", "رئیس‌جمهور")]
    assert people(matcher, text, "fa", "IR", None) == []


def test_two_who_could_be_meant_are_nobody(matcher: NameMatcher) -> None:
    text = ("التقى الأمير محمد بن سلمان ولي عهد البحرين سلمان بن حمد آل خليفة. "
            "وقال ولي العهد إن اللقاء مهم")
    assert all(surface != "ولي العهد" for _, surface in people(matcher, text, "ar"))


def test_the_name_of_another_behind_the_office(matcher: NameMatcher) -> None:
    text = "وصل الأمير فيصل بن فرحان إلى جدة. وقال وزير الخارجية أحمد عطاف إن اللقاء مهم"
    assert people(matcher, text, "ar", "DZ") == []
