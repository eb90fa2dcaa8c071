"""People whom no table has, in sentences of our own about meetings that took place."""

import pytest

from didgah.annotate.sentences.full_names import load_names, straight
from didgah.bundled import LEXICONS
from tests.didgah.annotate.small_world import scene


@pytest.mark.parametrize(("language", "sentence", "name"), [
    ("ru", "Владимир Путин провёл переговоры с председателем Китая Си Цзиньпином.", "Си Цзиньпин"),
    ("ru", "Владимир Путин встретился с Александром Лукашенко.", "Александр Лукашенко"),
    ("ru", "Владимир Путин встретился с губернатором Пермского края Дмитрием Махониным.",
     "Дмитрий Махонин"),
    ("ru", "Владимир Путин принял министра культуры Ольгу Любимову.", "Ольга Любимова"),
    ("en", "Vladimir Putin met Alexander Lukashenko in Moscow.", "Alexander Lukashenko"),
    ("en", "Lavrov held talks with German Foreign Minister Annalena Baerbock in Moscow.",
     "Annalena Baerbock"),
    ("fa", "پوتین با الکساندر لوکاشنکو در مسکو دیدار کرد.", "الکساندر لوکاشنکو"),
    ("fa", "لاوروف با آنالنا بربوک وزیر خارجه آلمان در مسکو دیدار و گفت‌وگو کرد.", "آنالنا بربوک"),
    ("fa", "لاوروف با «اکمل‌الدین احسان‌اوغلو» دبیرکل سازمان همکاری اسلامی دیدار کرد.",
     "اکمل‌الدین احسان‌اوغلو"),
    ("ar", "التقى لافروف وزير الخارجية الألماني فرانك فالتر شتاينماير في موسكو.",
     "فرانك فالتر شتاينماير"),
    ("ar", "اجتمع لافروف في موسكو مساء أمس مع سامح شكري.", "سامح شكري"),
])
def test_a_full_name_is_the_other_side(language, sentence, name):
    report, = scene(sentence, language).meetings
    stranger, = [p for p in report.participants if not p.entity]
    assert (stranger.name, stranger.kind) == (name, "person")


@pytest.mark.parametrize(("language", "sentence"), [
    ("ru", "Владимир Путин говорил об Александре Невском."),
    ("fa", "پوتین از پیام‌های دیدار گفت."),
    ("ar", "قال بوتين إن محمد يشارك."),
    ("en", "Putin praised Alexander Nevsky."),
])
def test_a_name_alone_is_no_meeting(language, sentence):
    assert scene(sentence, language).meetings == ()


def test_two_tellings_of_one_stranger_are_one_person():
    told = scene(
        "Встреча с Александром Лукашенко.\nВладимир Путин встретился с Александром Лукашенко. "
        "Путин и Александр Лукашенко провели переговоры.", "ru",
    )
    report, = told.meetings
    assert [p.name for p in report.participants if not p.entity] == ["Александр Лукашенко"]


def test_office_stands_by_the_stranger():
    report, = scene("Владимир Путин провёл переговоры с председателем Китая Си Цзиньпином.",
                    "ru").meetings
    stranger, = [p for p in report.participants if not p.entity]
    assert stranger.office == "председателем Китая"


@pytest.mark.parametrize(("word", "given", "nominative"), [
    ("Махониным", "дмитрий", "Махонин"), ("Любимову", "ольга", "Любимова"),
    ("Матвиенко", "валентина", "Матвиенко"), ("Крымского", "андрей", "Крымский"),
])
def test_russian_surnames_straight(word, given, nominative):
    assert straight(word, given) == nominative


def test_given_names_are_known_in_every_case():
    names = load_names(LEXICONS / "given")
    assert names["ru"].nominative["павлом"] == "павел"
    assert {"александра", "александром"} <= names["ru"].given
    assert "دیدار" in names["fa"].stops
