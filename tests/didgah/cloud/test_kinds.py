"""Names of one word are names too."""

from __future__ import annotations

from didgah.cloud.kinds import kind_of, names
from didgah.model import Entity, Registry


def _registry(*entities: Entity) -> Registry:
    return Registry({one.key: one for one in entities}, {}, {}, {}, {}, version="v")


def test_a_country_is_a_name_in_any_spelling_and_its_variants_are_not_taken():
    known = names(
        _registry(
            Entity("russia", "place", {"fa": "روسیه", "en": "Russia"}, {"fa": ("روس",)}),
            Entity("iran", "place", {"en": "Iran"}),
            Entity("mali", "place", {"fa": "مالی"}, guarded={"fa": ("مالی",)}),
            Entity("irna", "outlet", {"fa": "ایرنا"}),
        ),
        "fa",
    )
    assert kind_of("روسيه", "word", known) == "name"
    assert kind_of("روس", "word", known) == "word"
    assert kind_of("مالی", "word", known) == "word"
    assert kind_of("ایرنا", "word", known) == "word"
    assert kind_of("جهان اسلام", "name", known) == "name"
    assert len(known) == 1
