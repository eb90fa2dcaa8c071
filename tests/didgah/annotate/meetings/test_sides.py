"""People of one country meet; people of two hold talks."""

import pytest

from tests.didgah.annotate.small_world import scene


@pytest.mark.parametrize(("sentence", "kind"), [
    ("Владимир Путин провёл рабочую встречу с губернатором области Иваном Петровым.", "meeting"),
    ("Владимир Путин провёл встречу с министром культуры Иваном Петровым.", "meeting"),
    ("Владимир Путин провёл встречу с министром культуры Нарнии Иваном Петровым.", "bilateral"),
    ("Владимир Путин провёл встречу с президентом Нарнии Иваном Петровым.", "bilateral"),
    ("Владимир Путин встретился с Сергеем Лавровым.", "meeting"),
    ("Владимир Путин встретился с Эрдоганом.", "bilateral"),
    ("Владимир Путин встретился с Иваном Петровым.", "bilateral"),
])
def test_kind_of_a_meeting_of_two(sentence: str, kind: str) -> None:
    report, = scene(sentence, language="ru").meetings
    assert report.kind == kind
