"""Filters in words."""

import pytest

from didgah import spellings
from didgah.describe import Namer, describe, join
from didgah.filters import Filters
from didgah.language.messages import text
from didgah.model import Entity, KnownMeeting, Registry, Series, Theme
from didgah.registry import load


def _entity(kind: str, name: str, en: str, fa: str) -> Entity:
    return Entity(name, kind, {"en": en, "fa": fa})


@pytest.fixture
def small_registry() -> Registry:
    from datetime import date

    entities = [
        _entity("person", "putin", "Vladimir Putin", "ولادیمیر پوتین"),
        _entity("person", "lavrov", "Sergey Lavrov", "سرگئی لاوروف"),
        _entity("organisation", "oic", "OIC", "سازمان همکاری اسلامی"),
        _entity("place", "jeddah", "Jeddah", "جده"),
        _entity("outlet", "irna", "IRNA", "ایرنا"),
    ]
    meeting = KnownMeeting(
        "svg-2021-jeddah", "svg", "session", {"en": "Session in Jeddah", "fa": "نشست جده"},
        date(2021, 11, 24), date(2021, 11, 24), "day", "held", "jeddah", "SA", (), "", {}, {}, {},
        "high", False, ("https://example.org",),
    )
    return Registry(
        entities={one.key: one for one in entities},
        series={"svg": Series("svg", {"en": "The Group", "fa": "گروه"})},
        meetings={meeting.id: meeting}, statements={},
        themes={"trade": Theme("trade", {"en": "Trade", "fa": "بازرگانی"}, {})}, version="t",
    )


def _bare(sentence: str) -> str:
    return sentence.replace("\u2068", "").replace("\u2069", "")


@pytest.mark.parametrize(
    ("query", "english", "persian"),
    [
        ("", "All articles.", "همهٔ خبرها."),
        ("languages=fa", "Persian articles.", "خبرهای فارسی."),
        ("languages=fa&languages=ru", "Persian and Russian articles.", "خبرهای فارسی و روسی."),
        (
            "since=2021-11-24",
            "All articles, from 24 November 2021 (3 Azar 1400) on.",
            "همهٔ خبرها، از ۳ آذر ۱۴۰۰ (۲۴ نوامبر ۲۰۲۱) به بعد.",
        ),
        (
            "since=2021-11-24&until=2021-11-24",
            "All articles, of 24 November 2021 (3 Azar 1400).",
            "همهٔ خبرها، روز ۳ آذر ۱۴۰۰ (۲۴ نوامبر ۲۰۲۱).",
        ),
        (
            "entities=person:putin&entities=person:lavrov&also=organisation:oic",
            "All articles, mentioning Sergey Lavrov or Vladimir Putin, together with OIC.",
            "همهٔ خبرها، با نام سرگئی لاوروف یا ولادیمیر پوتین، همراه با سازمان همکاری اسلامی.",
        ),
        (
            "also=place:jeddah&also=term:fa:صلح&also=meeting:svg-2021-jeddah",
            "All articles, together with “Session in Jeddah”, Jeddah and “صلح”.",
            "همهٔ خبرها، همراه با «نشست جده»، جده و «صلح».",
        ),
        (
            "places=jeddah&series=svg&themes=trade&meetings=svg-2021-jeddah",
            ("All articles, referring to Jeddah, about the series “The Group”, on the topic "
            "“Trade”, about “Session in Jeddah”."),
            ("همهٔ خبرها، با اشاره به جده، دربارهٔ سلسله‌نشست «گروه»، با موضوع «بازرگانی»، "
            "دربارهٔ «نشست جده»."),
        ),
        (
            "outlets=irna&outlets=name:Daily X&outlets=unknown&undated=1",
            ("All articles, without a date of publication, published by IRNA, Daily X and "
            "unnamed outlets."),
            "همهٔ خبرها، بدون تاریخ انتشار، منتشرشده در ایرنا، Daily X و رسانه‌های بی‌نام.",
        ),
        (
            "query=جده AND صلح&status=held&status=announced",
            ("All articles, matching the search “جده AND صلح”, counting only meetings that are "
            "announced or held."),
            "همهٔ خبرها، در جست‌وجوی «جده AND صلح»، تنها با دیدارهای اعلام‌شده یا برگزارشده.",
        ),
    ],
)
def test_filters_are_said_in_a_sentence(small_registry, query, english, persian):
    filters = Filters.from_query(query)
    assert _bare(describe(filters, "en", small_registry)) == english
    assert _bare(describe(filters, "fa", small_registry)) == persian


def test_unknown_ids_are_called_by_their_id(small_registry):
    filters = Filters.from_query("entities=person:nobody&meetings=r-1")
    assert _bare(describe(filters, "en", small_registry)) == (
        "All articles, mentioning nobody, about “r-1”."
    )
    named = describe(filters, "en", small_registry, {"r-1": "Talks in Doha"})
    assert "Talks in Doha" in named


def test_every_field_of_the_filters_is_said(small_registry):
    """A field nobody says would silently narrow what a caption claims to show."""
    samples = {
        "since": "2021-01-01", "until": "2021-02-01", "undated": "1", "languages": "ru",
        "outlets": "irna", "entities": "person:putin", "also": "organisation:oic",
        "places": "jeddah", "series": "svg", "themes": "trade", "meetings": "svg-2021-jeddah",
        "terms": "fa:صلح", "candidates": "person:صلح", "status": "held", "query": "صلح",
        "topics": "on", "cites": "irna", "texts": "0123456789abcdef", "reprints": "again",
        "excluded": "person:putin",
    }
    from dataclasses import fields

    assert set(samples) == {one.name for one in fields(Filters)}
    plain = describe(Filters(), "fa", small_registry)
    for name, value in samples.items():
        filters, ignored = Filters.read([(name, value)])
        assert not ignored
        assert describe(filters, "fa", small_registry) != plain, name


def test_hostile_query_cannot_reorder_the_sentence(small_registry):
    said = describe(Filters(query="\u202eabc"), "fa", small_registry)
    assert said.count("\u2068") == said.count("\u2069") == 1
    assert said.index("\u2068") < said.index("\u202e") < said.index("\u2069")


def test_names_are_joined_in_the_readers_way():
    assert join([], "and", "en") == ""
    assert join(["a"], "or", "fa") == "a"
    assert join(["a", "b", "c"], "or", "en") == "a, b or c"
    assert join(["الف", "ب", "ج"], "and", "fa") == "الف، ب و ج"


def test_labels_of_chips_carry_no_quotation_marks(small_registry):
    say = Namer(small_registry, "fa")
    assert say("series", "svg") == "گروه"
    assert say("also", "series:svg") == "گروه"
    assert say("status", "held") == text("status.held", "fa")


def test_a_name_sought_in_all_spellings_is_said_once():
    registry = load()
    query = spellings.spread("Putin", spellings.known(registry))
    assert " OR " in query
    said = _bare(describe(Filters(query=query), "en", registry))
    assert said == "All articles, matching the search “Putin”, in all spellings."
    [group] = spellings.spreads(query, spellings.known(registry))
    fewer = spellings.without(query, group, group.others[0])
    assert _bare(describe(Filters(query=fewer), "fa", registry)) == (
        "همهٔ خبرها، در جست‌وجوی «Putin»، با برخی نگارش‌های دیگر.")
