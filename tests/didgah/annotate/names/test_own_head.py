"""A bare title on the site of the president's own office."""

from datetime import date

import pytest

from didgah import registry
from didgah.annotate.names.own_head import find_own_head
from didgah.model import Reference

TABLES = registry.load()
DAY = date(2025, 4, 16)


@pytest.mark.parametrize(("text", "titles"), [
    ("Президент провёл совещание.", ["Президент"]),
    ("Глава государства открыл форум, глава Российского государства выступил.",
     ["Глава государства", "глава Российского государства"]),
    ("Уважаемый господин Президент!", []),
    ("Президент Узбекистана провёл совещание.", []),
    ("помощник Президента, вице-Президент", []),
    ("Иван Петров, Президент", []),
    ("", []),
])
def test_bare_titles(text: str, titles: list[str]) -> None:
    found = find_own_head(text, "kremlin", (), DAY, TABLES)
    assert [one.surface for one in found] == titles
    assert all(text[one.start:one.end] == one.surface for one in found)
    assert {one.entity for one in found} <= {"putin"}


def test_who_it_is_depends_on_the_day_and_on_who_publishes() -> None:
    text = "Президент провёл совещание."
    assert [r.entity for r in find_own_head(text, "kremlin", (), date(2010, 3, 1), TABLES)] == [
        "medvedev"]
    assert find_own_head(text, "kremlin", (), None, TABLES) == ()
    assert find_own_head(text, "tass", (), DAY, TABLES) == ()
    assert find_own_head(text, "", (), DAY, TABLES) == ()


def test_what_an_earlier_step_read_stays() -> None:
    known = Reference("putin", "person", "Президент", 0, 9, "office")
    assert find_own_head("Президент провёл совещание.", "kremlin", (known,), DAY, TABLES) == ()
