"""Persian news as agencies write it: who speaks in it and who does not, in sentences of our own."""

from datetime import date

import pytest

from tests.didgah.annotate.small_world import scene


def told(text, **more):
    """(name as written, mode, words) of each statement."""
    spoken = scene(text, **more)
    return [
        (s.surface, s.mode, spoken.reading.text[s.start:s.end]) for s in spoken.spoken.statements
    ]


@pytest.mark.parametrize(("sentence", "speaker", "mode", "words"), [
    ("سناتور \"جان اسمیت\" در واکنش گفت: این طرح بد است.", "جان اسمیت", "direct",
     "این طرح بد است"),
    ("آن‌طور که سخنگوی وزارت نیرو گفته، سد فردا باز می‌شود.", "سخنگوی وزارت نیرو", "indirect",
     "سد فردا باز می‌شود"),
    ("یکی از مقامات وزارت نیرو گفت که سد فردا باز می‌شود.", "یکی از مقامات وزارت نیرو",
     "indirect", "سد فردا باز می‌شود"),
    ("مدیر مدرسه از خانواده‌ها خواست تا در خانه کتاب بخوانند.", "مدیر مدرسه", "indirect",
     "در خانه کتاب بخوانند"),
    ("دادگاه‌های شهر قبلا خواستار پرداخت غرامت شده‌اند.", "دادگاه‌های شهر", "indirect",
     "پرداخت غرامت"),
])
def test_speaker_outside_the_registry(sentence, speaker, mode, words):
    assert told(sentence) == [(speaker, mode, words)]


@pytest.mark.parametrize("sentence", [
    "نیروها که سواحل این کشور را ترک گفتند، به خانه رسیدند.",
    "می‌توان به رئیس باشگاه اشاره کرد که در این خانه مهمان بود.",
    "یکی از این کتاب‌ها گفته است که زندگی زیباست.",
])
def test_nobody_speaks(sentence):
    assert told(sentence) == []


def test_source_without_a_comma_leaves_the_speaker_his_words():
    assert told("به گزارش خبرگزاری مهر سرگئی لاوروف در سخنان خود در مسکو گفت: راه باز است.") == [
        ("سرگئی لاوروف", "direct", "راه باز است")
    ]


def test_possessed_sides_take_no_verb_in_the_singular():
    assert told("لاوروف روابط دو کشور را دیرینه دانست و گفت: راه باز است.") == [
        ("لاوروف", "indirect", "روابط دو کشور را دیرینه"), ("لاوروف", "direct", "راه باز است"),
    ]


def test_object_of_a_verdict_begins_behind_the_subject():
    assert told("لاوروف گفت: راه باز است. وی آمادگی کشورش در زمینه پزشکی، هنر و زبان را اعلام کرد "
                "و خواستار گسترش همکاری شد.")[1:] == [
        ("وی", "indirect", "آمادگی کشورش در زمینه پزشکی، هنر و زبان"),
        ("لاوروف", "indirect", "گسترش همکاری"),
    ]


def test_verbs_within_a_closed_quotation_are_its_own():
    assert told("لاوروف گفت: «مدیر تأکید کرد که کار تمام است و افزود که کار خوب است.»") == [
        ("لاوروف", "direct", "مدیر تأکید کرد که کار تمام است و افزود که کار خوب است")
    ]


def test_name_of_a_work_is_no_quotation():
    assert told("لاوروف بر اهمیت سینما تأکید کرد.\n«این باغ سبز است» در کرمان ساخته شد.") == [
        ("لاوروف", "indirect", "اهمیت سینما")
    ]


def test_pronoun_before_a_day_is_a_subject():
    spoken = scene("لاوروف با اردوغان دیدار کرد. وی روز شنبه گفت: راه باز است.",
                   dates={"روز شنبه": date(2024, 6, 1)})
    assert [s[0] for s in spoken.said()] == ["lavrov"]


def test_clause_beside_whom_words_are_according_to_is_not_said():
    assert [s[0] for s in scene("به گفته لاوروف که در نشست سخن می‌گفت، راه باز است.").said()] == [
        "lavrov"
    ]


def test_reading_a_message_out_is_no_judgement():
    assert told("لاوروف گفت: راه باز است. وی پیام پوتین را برای حاضران خواند.") == [
        ("لاوروف", "direct", "راه باز است")
    ]
