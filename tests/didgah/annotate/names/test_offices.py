"""Offices that stand for their holder, by date and by apposition, in four languages."""

from __future__ import annotations

from datetime import date

import pytest

from didgah.annotate.names.offices import find_references, holders
from didgah.annotate.names.registered import NameMatcher
from didgah.language.sentences import sentences
from didgah.model import Reference
from didgah.registry import load

NOV_2021 = date(2021, 11, 25)


@pytest.fixture(scope="module")
def matcher() -> NameMatcher:
    return NameMatcher(load())


def references(
    matcher: NameMatcher, text: str, language: str, day: date | None
) -> tuple[Reference, ...]:
    """What is found, after checking that spans quote the text and overlap no mention."""
    mentions = matcher.find(text, language)
    found = find_references(text, language, mentions, day, load(), sentences(text, language))
    for reference in found:
        assert text[reference.start : reference.end] == reference.surface
        assert reference.how == "office"
        assert all(m.end <= reference.start or m.start >= reference.end for m in mentions)
    return found


def people(matcher: NameMatcher, text: str, language: str, day: date | None) -> list[str]:
    return [r.entity for r in references(matcher, text, language, day)]


@pytest.mark.parametrize(("text", "language", "expected"), [
    ("رئیس جمهوری روسیه گفت", "fa", "putin"),
    ("رئیس‌جمهور روسیه گفت", "fa", "putin"),
    ("رئيس جمهوري روسيه گفت", "fa", "putin"),
    ("وزیر امور خارجه روسیه افزود", "fa", "lavrov"),
    ("وزیر خارجهٔ روسیه افزود", "fa", "lavrov"),
    ("دبیرکل سازمان همکاری اسلامی آمد", "fa", "taha"),
    ("دبیر کل سازمان همکاریهای اسلامی آمد", "fa", "taha"),
    ("رئیس جمهوری تاتارستان پیام را خواند", "fa", "minnikhanov"),
    ("ولیعهد عربستان", "fa", "mbs"),
    ("رئیس مجلس شورای اسلامی", "fa", "ghalibaf"),
    ("سخنگوی کرملین", "fa", "peskov"),
    ("رهبر معظم انقلاب", "fa", "khamenei"),
    ("وزیر امور خارجه کشورمان افزود", "fa", "amirabdollahian"),
    ("رئیس‌جمهوری کشورمان گفت", "fa", "raisi"),
    ("глава МИД РФ заявил", "ru", "lavrov"),
    ("с главой МИД России", "ru", "lavrov"),
    ("министру иностранных дел Ирана", "ru", "amirabdollahian"),
    ("российский президент", "ru", "putin"),
    ("генсек ОИС", "ru", "taha"),
    ("короля Саудовской Аравии", "ru", "king_salman"),
    ("وزير الخارجية الروسي", "ar", "lavrov"),
    ("وأكد الرئيس الروسي", "ar", "putin"),
    ("الأمين العام لمنظمة التعاون الإسلامي", "ar", "taha"),
    ("الأمين العام لجامعة الدول العربية", "ar", "aboulgheit"),
    ("خادم الحرمين الشريفين", "ar", "king_salman"),
    ("the Russian foreign minister said", "en", "lavrov"),
    ("Russia's president said", "en", "putin"),
    ("the OIC Secretary General", "en", "taha"),
    ("Secretary-General of the Organization of Islamic Cooperation", "en", "taha"),
])
def test_an_office_points_at_its_holder_on_the_day(
    matcher: NameMatcher, text: str, language: str, expected: str
) -> None:
    assert people(matcher, text, language, NOV_2021) == [expected]


@pytest.mark.parametrize(("day", "expected"), [
    (date(2007, 1, 1), "putin"), (date(2008, 5, 6), "putin"), (date(2008, 5, 7), "medvedev"),
    (date(2012, 5, 6), "medvedev"), (date(2012, 5, 7), "putin"), (date(2024, 1, 1), "putin"),
])
def test_an_office_follows_its_holders_to_the_day(
    matcher: NameMatcher, day: date, expected: str
) -> None:
    assert people(matcher, "رئیس جمهوری روسیه گفت", "fa", day) == [expected]


def test_without_a_date_an_office_that_changed_hands_says_nothing(matcher: NameMatcher) -> None:
    assert people(matcher, "رئیس جمهوری روسیه گفت", "fa", None) == []
    assert people(matcher, "شاه اردن گفت", "fa", None) == ["abdullah2"]  # since 1999


def test_without_a_date_the_article_itself_may_name_the_holder(matcher: NameMatcher) -> None:
    text = "دمیتری مدودف رئیس جمهوری روسیه وارد شد.\nرئیس جمهوری روسیه سپس سخن گفت."
    assert people(matcher, text, "fa", None) == ["medvedev", "medvedev"]


def test_apposition_is_stronger_than_the_date(matcher: NameMatcher) -> None:
    text = "در سال ۲۰۱۰ دمیتری مدودف، رئیس جمهوری روسیه، آنجا بود."
    assert people(matcher, text, "fa", NOV_2021) == ["medvedev"]


def test_a_neighbour_who_never_held_the_office_is_no_apposition(matcher: NameMatcher) -> None:
    text = "پوتین رئیس جمهوری ایران را به مسکو دعوت کرد."
    assert people(matcher, text, "fa", NOV_2021) == ["raisi"]


@pytest.mark.parametrize(("text", "language"), [
    ("معاون وزیر خارجه روسیه", "fa"),
    ("نماینده ویژه رئیس جمهوری روسیه", "fa"),
    ("رئیس جمهور سابق روسیه", "fa"),
    ("رئیس جمهوری پیشین روسیه", "fa"),
    ("заместитель министра иностранных дел России", "ru"),
    ("экс-президент Ирана", "ru"),
    ("نائب وزير الخارجية الروسي", "ar"),
    ("الرئيس الروسي السابق", "ar"),
    ("the former Russian president", "en"),
    ("Deputy Foreign Minister of Russia", "en"),
])
def test_deputies_and_former_holders_are_not_the_holder(
    matcher: NameMatcher, text: str, language: str
) -> None:
    assert people(matcher, text, language, NOV_2021) == []


def test_an_unknown_name_behind_the_office_takes_it(matcher: NameMatcher) -> None:
    text = "Президент Египта Мухаммед Мурси прибыл в Сочи."
    assert people(matcher, text, "ru", date(2021, 4, 19)) == []
    assert people(matcher, "Президент Египта прибыл.", "ru", date(2021, 4, 19)) == ["sisi"]
    next_sentence = "Прибыл президент Египта. Встреча началась."
    assert people(matcher, next_sentence, "ru", date(2021, 4, 19)) == ["sisi"]


def test_a_post_nobody_of_the_registry_held_then_says_nothing(matcher: NameMatcher) -> None:
    assert people(matcher, "وزیر خارجه ایران گفت", "fa", date(2007, 6, 1)) == []


def test_the_span_leaves_the_name_inside_it_out(matcher: NameMatcher) -> None:
    (one,) = references(matcher, "رئیس جمهوری روسیه گفت", "fa", NOV_2021)
    assert one.surface == "رئیس جمهوری"
    (other,) = references(matcher, "the president of Russia said", "en", NOV_2021)
    assert other.surface == "president"


def test_holders_are_ordered_and_open_ends_are_open() -> None:
    terms = holders(load())["president", "place:russia"]
    assert [person for person, _, _ in terms] == ["putin", "medvedev", "putin"]
    assert terms[-1][2] == date.max


def test_a_language_without_office_words_gives_nothing(matcher: NameMatcher) -> None:
    assert find_references("le président russe", "fr", (), NOV_2021, load(), ()) == ()


@pytest.mark.parametrize(("text", "language"), [
    ("وزیر خارجه ایران، علی ناشناس گفت", "fa"),
    ("«وزیر خارجه ایران، ناصر ناشناس»", "fa"),
    ("وزیر خارجه ایران علی ناشناس گفت", "fa"),
    ("وزیر خارجه ایران علی لاریجانی گفت", "fa"),  # known, and never held it
    ("وقال وزير الخارجية الإيراني أحمد مجهول", "ar"),
    ("وقال وزير الخارجية الإيراني، أحمد مجهول", "ar"),
])
def test_another_name_beside_an_office_is_not_the_holder(matcher, text, language):
    assert people(matcher, text, language, date(2022, 5, 1)) == []


@pytest.mark.parametrize(("text", "language", "expected"), [
    ("وزیر خارجه ایران حسین امیر عبداللهیان", "fa", "amirabdollahian"),  # his own first name
    ("وزیر خارجه ایران علی رغم مخالفت‌ها گفت", "fa", "amirabdollahian"),
    ("التقى وزير الخارجية الإيراني سيرغي لافروف", "ar", "amirabdollahian"),
    ("وزیر خارجه ایران در مسکو", "fa", "amirabdollahian"),
])
def test_what_follows_an_office_need_not_be_another_name(matcher, text, language, expected):
    assert expected in people(matcher, text, language, date(2022, 5, 1))


@pytest.mark.parametrize(("text", "language", "day"), [
    ("ولیعهد عربستان گفت", "fa", date(2003, 9, 3)),
    ("наследный принц Саудовской Аравии", "ru", date(2003, 9, 3)),
])
def test_a_king_was_crown_prince_before(matcher, text, language, day):
    assert people(matcher, text, language, day) == ["king_abdullah_sa"]
