"""Annotations as JSON and back."""

import json
from dataclasses import replace
from datetime import date

from didgah.annotate.to_json import annotation_from_json, annotation_to_json
from didgah.model import (
    Annotation,
    Article,
    Attribution,
    Candidate,
    DateExpression,
    MeetingReport,
    Mention,
    Participant,
    Published,
    Reference,
    Screen,
    ScreenReason,
    Span,
    Statement,
    Term,
    ThemeHit,
)
from tests.didgah.annotate.small_world import small_registry

DAY = date(2021, 7, 30)
ARTICLE = Article("پوتین", "متن", url="https://a.example/", published=Published(DAY, "day", "feed"))
FULL = Annotation(
    article=ARTICLE.id, language="fa", outlet="tass", outlet_name="تاس",
    attribution=(Attribution("tass", "تاس", 0, 3, "source"),),
    mentions=(Mention("putin", "person", "پوتین", 0, 5),),
    references=(Reference("putin", "person", "وی", 6, 8, "pronoun"),),
    dates=(
        DateExpression("حدود", 0, 4, None, None, "unknown", "relative", ("year",), True),
        DateExpression("متن", 6, 9, None, None, "unknown", "relative", type="duration"),
    ),
    meetings=(MeetingReport(
        "kazanforum", "kaz-2021", "forum", "kazan", "RU", DAY, DAY, "day", ("year",), "held",
        (Participant("putin", "person", "speaker", "", "رئیس"),), (Span(0, 5), Span(6, 9)), False,
    ),),
    statements=(Statement("putin", "person", "وی", "direct", 1, 4, "گفت", 0),),
    terms=(Term("نشست", 2, (("نشست", 1), ("نشست‌ها", 1)), "word"),),
    themes=(ThemeHit("economy", "اقتصاد", 2, 5),),
    sentences=(Span(0, 5), Span(6, 9)),
    stopped=(("که", 3),),
    candidates=(Candidate("متن", "person", "متن", 6, 9, "rule"),),
    screen=Screen("on", 1.5, (ScreenReason("screen.title", 3.0, 0, 5),)),
)


def test_round_trip_through_text():
    text = json.dumps(annotation_to_json(ARTICLE, FULL), ensure_ascii=False)
    assert annotation_from_json(json.loads(text)) == FULL


def test_keys_are_those_that_others_read():
    value = annotation_to_json(ARTICLE, FULL, small_registry())
    assert {"article", "mentions", "dates", "meetings", "statements", "terms"} <= value.keys()
    assert {"id", "title", "text", "language", "outlet", "attribution", "published"} <= (
        value["article"].keys())
    assert value["article"]["published"] == {
        "value": "2021-07-30", "precision": "day", "known_from": "feed"}
    assert value["article"]["text"] == "پوتین\nمتن"
    plain = annotation_to_json(ARTICLE, replace(FULL, language="ar"))
    assert plain["names"] == [
        {"start": 0, "end": 5, "kind": "person", "entity": "person:putin"},
        {"start": 6, "end": 9, "kind": "person", "entity": ""},
    ]
    meeting, = value["meetings"]
    assert (meeting["from"], meeting["to"], meeting["known"]) == (
        "2021-07-30", "2021-07-30", "kaz-2021")
    assert (meeting["known_from"], meeting["known_to"]) == ("2021-07-28", "2021-07-30")
    assert meeting["evidence"] == [{"start": 0, "end": 5}, {"start": 6, "end": 9}]
    assert {"text", "start", "end", "from", "to", "precision", "calendar", "assumed"} <= (
        value["dates"][0].keys())
    assert {"speaker", "mode", "start", "end", "verb"} <= value["statements"][0].keys()
    assert value["terms"][0]["forms"] == [["نشست", 1], ["نشست‌ها", 1]]
