"""What an outlet is called on a page."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest

from components import data
from components.outlet_names import outlet_name
from didgah.model import Entity


@pytest.fixture(autouse=True)
def registry(small_registry, monkeypatch):
    irna = Entity("irna", "outlet", {"fa": "ایرنا", "en": "IRNA"}, language="fa")
    known = replace(small_registry, entities=small_registry.entities | {"outlet:irna": irna})
    monkeypatch.setattr(data, "snapshot", lambda: SimpleNamespace(registry=known))


@pytest.mark.parametrize(("key", "fa", "en"), [
    ("irna", "ایرنا", "IRNA"),
    ("name:Дом: вести", "Дом: вести", "Дом: вести"),
    ("unknown", "رسانهٔ نامعلوم", "outlet not stated"),
])
def test_an_outlet_is_called_as_the_page_does(key, fa, en):
    assert outlet_name(key, "fa") == fa
    assert outlet_name(key, "en") == en
