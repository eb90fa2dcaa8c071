"""What Didgah reads as labels: every layer, with the kinds and keys that gold uses."""

from __future__ import annotations

from datetime import date

from didgah.evaluate.labels import Date, Encounter, Name, Said, TakingPart
from didgah.evaluate.ours import labels_of
from didgah.model import (
    Annotation,
    Candidate,
    DateExpression,
    MeetingReport,
    Mention,
    Participant,
    Screen,
    Span,
    Statement,
)

DAY = date(2021, 11, 24)


def test_every_layer():
    found = labels_of(Annotation(
        "0" * 16, "ar", "", "",
        mentions=(Mention("tass", "outlet", "تاس", 30, 33),
                  Mention("kazanforum", "series", "کازان‌فروم", 40, 50)),
        candidates=(Candidate("علی", "person", "علی", 10, 13, "model"),),
        dates=(DateExpression("امروز", 0, 5, DAY, DAY, "day", "relative", ("year",)),
               DateExpression("ساعت ۱۰", 6, 9, None, None, "unknown", "relative", type="time")),
        meetings=(MeetingReport(
            "", None, "visit", "kazan", "RU", DAY, DAY, "day", (), "held",
            (Participant("putin", "person", "participant", level="head_of_state"),
             Participant("", "person", "host", name="علی")), (Span(0, 9),), focus=False),),
        statements=(Statement("putin", "person", "وی", "indirect", 14, 20, "گفت"),),
        screen=Screen("on", 1.0),
    ), " " * 60)
    assert found.linked
    assert found.typed
    assert found.names == (
        Name(10, 13, "person", ""), Name(30, 33, "organisation", "outlet:tass"),
        Name(40, 50, "organisation", "series:kazanforum"))
    assert found.dates == (Date(0, 5, "date", DAY, DAY, "day", assumed=True),
                           Date(6, 9, "time"))
    assert [one.sure for one in found.dates] == [False, False]
    assert found.meetings == (Encounter(
        False, "visit", "", DAY, DAY, "day", "place:kazan", "RU", "held", (Span(0, 9),),
        (TakingPart("person:putin", "participant", "head_of_state"),
         TakingPart("علی", "host"))),)
    assert found.statements == (Said(14, 20, "person:putin", "indirect", "گفت", "وی"),)
    assert found.topic == "on"


def test_no_screen_is_no_answer():
    assert labels_of(Annotation("0" * 16, "fa", "", ""), "").topic is None
