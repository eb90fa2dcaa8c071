"""Only names that the registry has in both languages are translated."""

from __future__ import annotations

from didgah.cloud.glosses import glosses
from didgah.language.fold import key
from didgah.model import Entity, Registry


def _registry(*entities: Entity) -> Registry:
    return Registry({one.key: one for one in entities}, {}, {}, {}, {}, version="v")


def test_names_are_said_in_the_readers_language_and_nothing_is_guessed():
    registry = _registry(
        Entity("kazan", "place", {"ru": "Казань", "fa": "کازان"}),
        Entity("lonely", "place", {"ru": "Одинокий"}),
        Entity("mir", "place", {"ru": "Мир", "fa": "میر"}, guarded={"ru": ("мир",)}),
        Entity("one", "person", {"ru": "Два Имени", "fa": "یکی"}),
        Entity("two", "person", {"ru": "Два Имени", "fa": "دیگری"}),
    )
    assert glosses(registry, "ru", "fa") == {key("Казань"): "کازان"}
    assert glosses(registry, "ru", "ru") == {}
    assert glosses(registry, "fa", "ru")[key("كازان")] == "Казань"
