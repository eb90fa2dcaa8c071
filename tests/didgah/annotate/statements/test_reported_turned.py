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
