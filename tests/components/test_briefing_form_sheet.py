"""The sheet among the forms: what a reader is told when the host cannot print it."""

import pytest

from components import briefing_forms
from didgah.export import chromium
from didgah.language.messages import INTERFACE_LANGUAGES, text
from tests.didgah.export import decks


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
def test_a_browser_that_fails_is_told_of_in_the_decks_language(monkeypatch, language):
    monkeypatch.setattr(chromium, "find", lambda: None)
    with pytest.raises(briefing_forms.FormError) as told:
        briefing_forms._one_page(decks.deck(language))
    assert str(told.value) == text("one_page.failed", language, why="no Chromium on this host")


def test_every_form_has_a_name_of_its_own_and_the_page_is_one():
    names = [one.name for one in briefing_forms.FORMS]
    assert len(names) == len(set(names))
    page = next(one for one in briefing_forms.FORMS if one.name == "html")
    assert page.make(decks.deck("fa")).startswith(b"<!doctype html>")
