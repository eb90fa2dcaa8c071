"""The list of names outside the registry."""

from __future__ import annotations

import pytest

from components.candidate_list import others


@pytest.mark.parametrize(("name", "spellings", "shown"), [
    ("Казань Экспо", "Казань Экспо", ""),
    ("كاخ كتاب", "کاخ کتاب · كاخ كتاب", ""),
    ("کاخ کتاب", "کاخ کتاب · کتاب · كتاب", "کتاب"),
    ("Казань Экспо", "Казани Экспо · Казань Экспо · Казанью Экспо", "Казани Экспо · Казанью Экспо"),
])
def test_spellings_that_look_like_the_name_are_not_repeated(name, spellings, shown):
    assert others({"name": name, "spellings": spellings}) == shown
