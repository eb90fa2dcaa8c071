"""Words of an article in a list."""

from __future__ import annotations

import pytest

from components import links, statement_list


@pytest.fixture(autouse=True)
def address(monkeypatch):
    monkeypatch.setattr(links, "url_for", lambda *_, at, **__: f"reader?at={at}")


def test_a_speech_is_cut_between_words_and_keeps_its_way_to_the_text():
    shown = statement_list.quoted("слово " * 5_000, "ru", "a1", 7, "fa")
    assert len(shown) < 1_000
    assert "слово…" in shown
    assert "reader?at=7" in shown
    assert 'lang="ru" dir="ltr"' in shown


def test_words_of_usual_length_are_whole_and_letters():
    words = "<b>همهٔ</b> این جمله می‌ماند " * 5
    shown = statement_list.quoted(words.strip(), "fa", "a1", 0, "fa")
    assert "&lt;b&gt;همهٔ&lt;/b&gt;" in shown
    assert "…" not in shown
