"""Ranks of offices: one rank whatever the language words it in."""

from datetime import date

import pytest

from didgah import registry
from didgah.annotate.sentences.ranks import held, highest, level_of, rank_of, rank_rules
from didgah.model import LANGUAGES, Participant

WORDINGS = [
    ("head_of_state", "رئیس‌جمهور ترکیه", "президентом Турции", "الرئيس التركي",
     "Turkish president"),
    ("head_of_government", "نخست‌وزیر عراق", "премьер-министр Ирака", "رئيس الوزراء العراقي",
     "Iraqi prime minister"),
    ("minister", "وزیر امور خارجه آلمان", "глава МИД ФРГ", "وزير الخارجية الألماني",
     "German foreign minister"),
    ("deputy_minister", "معاون وزیر دفاع", "замминистра обороны", "نائب وزير الدفاع",
     "deputy defence minister"),
    ("speaker_of_parliament", "رئیس پارلمان لبنان", "спикер парламента Ливана",
     "رئيس مجلس النواب اللبناني", "speaker of the parliament of Lebanon"),
    ("head_of_organisation", "دبیرکل سازمان ملل", "генсек ООН", "الأمين العام للأمم المتحدة",
     "UN secretary-general"),
    ("head_of_region", "استاندار گیلان", "губернатор Пермского края", "محافظ حلب",
     "governor of Perm Region"),
    ("envoy", "نمایندهٔ ویژهٔ سازمان ملل", "спецпосланник ООН", "المبعوث الخاص", "special envoy"),
    ("ambassador", "سفیر ایران در مسکو", "посол Ирана в Москве", "سفير إيران في موسكو",
     "Iran's ambassador to Moscow"),
    ("legislator", "نماینده مجلس", "депутат Госдумы", "نائب في البرلمان",
     "member of parliament"),
    ("cleric", "مفتی مصر", "муфтий Египта", "مفتي مصر", "mufti of Egypt"),
    ("official", "سخنگوی دولت", "помощник президента", "مستشار الرئيس", "aide to the president"),
    ("official", "رئیس‌جمهور پیشین", "бывший президент", "الرئيس السابق", "former president"),
]


@pytest.mark.parametrize("row", WORDINGS, ids=lambda row: row[4])
def test_one_rank_in_four_languages(row):
    level, *wordings = row
    found = {lang: rank_of(words, lang) for lang, words in zip(LANGUAGES, wordings, strict=True)}
    assert found == dict.fromkeys(LANGUAGES, level)


def test_titles_of_the_registry_have_one_rank_whatever_the_language():
    for entity in registry.load().entities.values():
        for office in entity.offices:
            ranks = {rank_of(office.title[language], language) for language in LANGUAGES}
            assert len(ranks) == 1, (entity.id, office.title, ranks)
            assert ranks != {""}, (entity.id, office.title)


def test_every_language_has_its_rules():
    assert set(rank_rules()) == set(LANGUAGES)


@pytest.mark.parametrize(("day", "level"), [
    (date(2010, 1, 1), "head_of_government"), (date(2020, 1, 1), "head_of_state"),
    (date(1990, 1, 1), "minister"),
])
def test_office_held_that_day_goes_before_the_words(day, level):
    putin = registry.load().entities["person:putin"]
    assert level_of(putin, day, [("министр", "ru")]) == level


def test_without_a_day_only_an_office_that_never_changed_counts():
    people = registry.load().entities
    assert held(people["person:putin"], None) == ()
    assert level_of(None, None, [("", "fa"), ("وزیر خارجه", "fa")]) == "minister"


def test_highest_of_those_present():
    some = [Participant("a", "person", "participant", level="ambassador"),
            Participant("b", "person", "participant", level="minister"),
            Participant("c", "person", "absent", level="head_of_state")]
    assert highest(some) == "minister"
    assert highest([]) == ""


@pytest.mark.parametrize(("language", "office"), [
    ("en", "Crown Prince of Saudi Arabia"), ("ru", "наследный принц Саудовской Аравии"),
    ("ar", "ولي العهد السعودي"), ("fa", "ولیعهد عربستان"),
])
def test_an_heir_is_of_the_government_and_heads_it_only_with_that_office(language, office):
    assert rank_of(office, language) == "minister"
