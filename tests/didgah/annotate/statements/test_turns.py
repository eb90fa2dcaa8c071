"""Transcripts: who speaks in each turn, and where his words end."""

import pytest

from tests.didgah.annotate.small_world import scene

HEAD = "Встреча в узком составе "
TAIL = (" <…> География Москва Темы Экономика Статус материала Опубликован в разделах: Новости"
        " Дата публикации: 1 марта 2021 года")


def test_turns_of_one_line_have_their_speakers_and_end_before_the_page():
    told = scene(
        HEAD + "В.Путин: Добрый день! Как дела? И.Козлов Козлов Иван Петрович директор завода : "
        "Хорошо. В.Путин: Спасибо." + TAIL, "ru",
    )
    assert told.said() == [
        ("putin", "direct", "Добрый день! Как дела?"), ("", "direct", "Хорошо."),
        ("putin", "direct", "Спасибо."),
    ]
    assert told.spoken.statements[1].surface == "Козлов Иван Петрович"
    assert {s.verb for s in told.spoken.statements} == {""}


def test_a_name_without_a_full_form_is_told_as_its_label():
    told = scene("В.Путин: Сколько? И.Козлов: Здесь тридцать два. В.Путин: Спасибо вам.", "ru")
    assert [s.surface for s in told.spoken.statements] == ["В.Путин", "И.Козлов", "В.Путин"]


@pytest.mark.parametrize(("lead", "label", "name"), [
    ("с директором Иваном Козловым", "И.Козлов", "Иван Козлов"),
    ("с директором Анной Козловой", "А.Козлова", "Анна Козлова"),
    ("с директором Тагерисом Козловым", "Т.Козлов", "Тагерис Козлов"),
    ("с директором Иваном Белинским", "И.Белинский", "Иван Белинский"),
    ("с Петром Козловым", "И.Козлов", "И.Козлов"),
    ("с Иваном Ивановичем Козловым", "И.Козлов", "Иван Козлов"),
    ("с Петром Ивановичем Козловым", "И.Козлов", "И.Козлов"),
])
def test_a_full_name_in_another_case_is_put_straight(lead: str, label: str, name: str) -> None:
    told = scene(f"Встреча {lead} прошла. {label}: Добрый день всем вам.", "ru")
    assert [s.surface for s in told.spoken.statements] == [name]


def test_interpreted_words_and_voices_from_the_hall():
    told = scene(
        "Ли Цян (как переведено): Добрый день. В.Путин: Прошу. Реплика: Можно? "
        "Ли Цян: Благодарю вас.", "ru",
    )
    assert [s.surface for s in told.spoken.statements] == ["Ли Цян", "В.Путин", "Реплика", "Ли Цян"]


def test_links_of_the_page_after_a_turn_are_not_said():
    told = scene(
        "В.Путин: Как дела? Смотрите также Встреча на заводе 5 марта 2021 года И.Козлов: Хорошо.",
        "ru",
    )
    assert [s[2] for s in told.said()] == ["Как дела?", "Хорошо."]


def test_a_reported_name_before_a_colon_is_no_turn():
    told = scene("Об этом сказал И.Козлов: «Путь открыт».", "ru")
    assert len(told.said()) <= 1
    assert all(s.verb for s in told.spoken.statements)


def test_interviews_by_lines_leave_the_outlet_out():
    told = scene(
        "به گزارش خبرگزاری مهر، گفت‌وگویی انجام شد.\n"
        "خبرگزاری مهر: کار چگونه است؟\nکریمی: خوب است.\nخبرگزاری مهر: و فردا؟\nکریمی: بهتر.",
    )
    assert [(s.surface, w[2]) for s, w in zip(told.spoken.statements, told.said(), strict=True)] \
        == [("کریمی", "خوب است."), ("کریمی", "بهتر.")]


def test_a_list_with_colons_is_no_conversation():
    assert scene("مکان: جده\nزمان: فردا\nموضوع: همکاری").said() == []
