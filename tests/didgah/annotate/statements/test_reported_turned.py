"""Who said what where the reporting clause is turned round, passed on or has an addressee."""

import pytest

from tests.didgah.annotate.small_world import scene


@pytest.mark.parametrize(("text", "language", "words"), [
    ("Россия стоит за открытие форума, заявил Лавров по итогам встречи.", "ru",
     "Россия стоит за открытие форума"),
    ("Россия выступает за открытие форума, сообщил Лавров.", "ru",
     "Россия выступает за открытие форума"),
    ("The date of the Kazan forum has not been set, Lavrov told reporters on Monday.", "en",
     "The date of the Kazan forum has not been set"),
])
def test_who_says_it_stands_at_the_end(text, language, words):
    assert scene(text, language).said() == [("lavrov", "indirect", words)]


def test_stranger_at_the_end_is_no_part_of_his_words():
    told = scene("Делегация прибыла в Казань, рассказал источник в министерстве.", "ru")
    assert told.said() == [("", "indirect", "Делегация прибыла в Казань")]


@pytest.mark.parametrize("text", [
    "In March, Lavrov said talks had begun.", "When the talks ended, Lavrov said little.",
])
def test_time_before_a_verb_is_not_what_was_said(text):
    said = scene(text, "en").said()
    assert not [words for _, _, words in said if words.startswith(("In March", "When"))]


@pytest.mark.parametrize(("text", "language", "mode", "verb"), [
    ("ونقلت الوكالة عن لافروف قوله إن باب الحوار مفتوح.", "ar", "indirect", "نقلت"),
    ("ونقلت الوكالة عن لافروف قوله: \"إن باب الحوار مفتوح\".", "ar", "direct", "نقلت"),
    ("The agency quoted Lavrov as saying that the door was open.", "en", "indirect", "quoted"),
    ("خبرگزاری از قول لاوروف نوشت: درهای گفت‌وگو باز است.", "fa", "direct", "نوشت"),
])
def test_words_that_an_outlet_passes_on(text, language, mode, verb):
    told = scene(text, language)
    assert [(speaker, how) for speaker, how, _ in told.said()] == [("lavrov", mode)]
    assert told.spoken.statements[0].verb == verb


@pytest.mark.parametrize(("text", "words"), [
    ("أكد لافروف، دعم بلاده للحوار.", ["دعم بلاده للحوار"]),
    ("قال لافروف إن الباب مفتوح، داعيا الدول الأعضاء إلى الحضور.",
     ["الباب مفتوح", "الدول الأعضاء إلى الحضور"]),
    ("وطالب لافروف المجتمع الدولي بالتحرك السريع.", ["المجتمع الدولي بالتحرك السريع"]),
    ("اكتفى لافروف بالقول إن التنسيق مستمر.", ["التنسيق مستمر"]),
    ("وعلق لافروف على الأنباء قائلا: \"هذا غير صحيح\".", ["هذا غير صحيح"]),
    ("ندد لافروف بهذه الممارسات.", ["هذه الممارسات"]),
    ("وعبر لافروف عن ذلك عبر صفحته.", []),
])
def test_arabic_objects_addressees_and_participles(text, words):
    assert [(who, what) for who, _, what in scene(text, "ar").said()] == [
        ("lavrov", one) for one in words]


def test_arabic_outlet_in_quotation_marks_stands_between():
    told = scene("وقال لافروف في حوار مع صحيفة \"الجزيرة\" أن الباب مفتوح.", "ar")
    assert told.said() == [("lavrov", "indirect", "الباب مفتوح")]


@pytest.mark.parametrize(("text", "language", "said"), [
    ("Asked about the forum, Lavrov replied that it would open.", "en", ["it would open"]),
    ("Lavrov has said the forum will open, insisting that guests must be invited.", "en",
     ["the forum will open", "guests must be invited"]),
    ("\"The forum is open,\" Lavrov said, adding that guests had come.", "en",
     ["The forum is open", "guests had come"]),
    ("Tatarstan's Grand Judge Sergey Lavrov said the forum was open to all.", "en",
     ["the forum was open to all"]),
    ("Лавров отметил, что форум готовится, и призвал к его открытию.", "ru",
     ["форум готовится", "его открытию"]),
    ("Лавров осудил шум на форуме, назвав его неуместным делом.", "ru",
     ["шум на форуме", "его неуместным делом"]),
    ("Постпред России при ОИС Сергей Лавров заявил: «Форум открыт».", "ru", ["Форум открыт"]),
])
def test_further_verbs_and_offices_before_a_name(text, language, said):
    assert [(who, words) for who, _, words in scene(text, language).said()] == [
        ("lavrov", one) for one in said]


def test_minister_of_a_country_is_not_the_country():
    told = scene("Russia Economy Minister Ivan Testov said trade had doubled.", "en")
    assert [(who, words) for who, _, words in told.said()] == [("", "trade had doubled")]


def test_body_speaks_as_a_place_behind_how():
    told = scene("Как сообщили в МИД России, форум открыт.", "ru")
    assert told.said() == [("mfa", "indirect", "форум открыт")]


def test_words_that_a_paper_quotes_are_of_whoever_is_in_play():
    told = scene("Лавров открыл форум. «Гостей на форуме много», – цитирует его газета.", "ru")
    assert told.said() == [("lavrov", "direct", "Гостей на форуме много")]


def test_a_person_is_heard_and_not_his_office_at_the_end():
    told = scene("Lavrov reiterated the need for the forum, his office said.", "en")
    assert [who for who, _, _ in told.said()] == ["lavrov"]
