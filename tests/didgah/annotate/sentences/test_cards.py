"""Cards that a page puts behind names are found and left out of skeletons."""

import pytest

from didgah.annotate.sentences.cards import cards_in
from didgah.annotate.sentences.skeleton import Skeleton, outside
from didgah.model import Span


@pytest.mark.parametrize(
    ("text", "cards"),
    [
        ("директор Иван Петров Петров Иван Сергеевич директор завода , инженер",
         [" Петров Иван Сергеевич директор завода "]),
        ("беседа с Иваном Петровым Петров Иван Сергеевич . Потом", [" Петров Иван Сергеевич "]),
        ("И.Петров Петров Иван директор клуба «Луч» : Да.", [" Петров Иван директор клуба «Луч» "]),
        ("Иван Петров Петров Иван директор клуба сказал", [" Петров Иван"]),
        ("и Анна-Мария Лунд Лунд Анна-Мария .", [" Лунд Анна-Мария "]),
        ("братья Иван Петров и Петров Сергей", []),
        ("Мария Петрова Петров Иван", []),
        ("Ново-Петров Петров", []),
        ("", []),
    ],
)
def test_cards(text: str, cards: list[str]) -> None:
    assert [text[c.start:c.end] for c in cards_in(text)] == cards


def test_a_long_text_of_names_takes_linear_time() -> None:
    assert cards_in("Иван Петров " * 100_000) == ()


def test_a_skeleton_without_a_span_keeps_its_offsets() -> None:
    whole = Skeleton("abcdef", range(10, 16), range(11, 17), {})
    rest = outside(whole, Span(12, 14))
    assert rest.text == "abef"
    assert rest.span(0, 4) == (10, 16)
    assert list(rest.starts) == [10, 11, 14, 15]
    assert outside(whole, Span(20, 30)).text == "abcdef"
