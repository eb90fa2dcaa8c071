"""The whole reading of one article, with the real registry and word lists."""

import pickle
import sys
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from didgah import registry as registry_module
from didgah.annotate.pipeline import annotate, load_lexicons
from didgah.model import Annotation, Article, Published, Registry

SHARED = Path(__file__).parents[4] / "shared" / "samples" / "putin-message-jeddah.txt"
needs_shared = pytest.mark.skipif(
    not SHARED.is_file(), reason="the article the project started from is not on this machine"
)


@cache
def registry() -> Registry:
    return registry_module.load()


@cache
def lexicons():
    return load_lexicons()


def read(title: str, body: str, published: date | None = None, **more: str) -> Annotation:
    when = Published(published, "day", "stated") if published else Published()
    return annotate(Article(title, body, published=when, **more), registry(), lexicons())


@cache
def jeddah() -> tuple[str, Annotation]:
    lines = SHARED.read_text(encoding="utf-8").strip().splitlines()
    article = Article(
        lines[0], "\n".join(lines[1:]).strip(),
        published=Published(date(2021, 11, 25), "day", "stated"),
    )
    return article.text, annotate(article, registry(), lexicons())


@needs_shared
def test_jeddah_language_outlet_and_source():
    _, found = jeddah()
    assert (found.language, found.outlet) == ("fa", "aran")
    assert [(a.outlet, a.role) for a in found.attribution] == [
        ("aran", "outlet"), ("tatarinform", "source")]


@needs_shared
def test_jeddah_meeting_of_the_group():
    _, found = jeddah()
    group = next(m for m in found.meetings if m.series == "strategic_vision_group")
    assert (group.known, group.place, group.country) == ("svg-2021-jeddah", "jeddah", "SA")
    assert group.first == group.last == date(2021, 11, 24)
    roles = {(p.entity, p.role) for p in group.participants}
    assert {("putin", "message_sender"), ("minnikhanov", "message_reader"),
            ("minnikhanov", "chairman")} <= roles
    assert ("putin", "message_reader") not in roles


@needs_shared
def test_jeddah_forum_keeps_the_reported_day():
    _, found = jeddah()
    forum = next(m for m in found.meetings if m.series == "kazanforum")
    assert (forum.known, forum.place, forum.first) == ("kaz-2021", "kazan", date(2021, 7, 30))
    assert "year" in forum.assumed
    assert {("lavrov", "speaker"), ("iran", "participant")} <= {
        (p.entity, p.role) for p in forum.participants}
    known = registry().meetings["kaz-2021"]
    assert (known.first, known.last) == (date(2021, 7, 28), date(2021, 7, 30))


@needs_shared
def test_jeddah_names_with_exact_offsets():
    text, found = jeddah()
    for mention in found.mentions:
        assert text[mention.start:mention.end] == mention.surface
    counts = {
        key: sum((m.kind, m.entity) == key for m in found.mentions)
        for key in (("person", "putin"), ("person", "minnikhanov"), ("person", "lavrov"),
                    ("organisation", "oic"), ("organisation", "isdb"))
    }
    assert counts["person", "putin"] == text.count("پوتین") == 5
    assert counts["person", "minnikhanov"] == text.count("مینیخانف") == 3
    assert counts["person", "lavrov"] == text.count("لاوروف") == 2
    assert counts["organisation", "oic"] >= 3
    assert counts["organisation", "isdb"] == 1


@needs_shared
def test_jeddah_statements_and_pronouns():
    text, found = jeddah()
    speakers = [s.speaker for s in found.statements]
    assert speakers == sorted(speakers, key=["putin", "minnikhanov", "lavrov"].index)
    assert {"putin", "minnikhanov", "lavrov"} == set(speakers)
    assert len(found.statements) >= 15
    pronouns = {r.start: r.entity for r in found.references if r.how == "pronoun"}
    assert [pronouns[at] for at in sorted(pronouns)] == [
        "putin", "minnikhanov", "lavrov", "lavrov"]
    assert all(text[at:at + 2] == "وی" for at in pronouns)
    told = {s.speaker: s.meeting for s in found.statements}
    assert found.meetings[told["lavrov"]].series == "kazanforum"
    assert found.meetings[told["putin"]].series == "strategic_vision_group"


@needs_shared
def test_jeddah_dates_of_the_right_precision():
    _, found = jeddah()
    years = {d.first.year: d for d in found.dates if d.first and d.precision == "year"}
    assert {2006, 2014} <= years.keys()
    about = next(d for d in found.dates if d.approximate)
    assert about.first <= date(2006, 12, 31) and about.last >= date(2006, 1, 1)  # noqa: PT018


def test_paraphrase_gives_meeting_roles_dates_and_speakers():
    body = (
        "رستم مینیخانوف پیام ولادیمیر پوتین را در نشست گروه دیدگاه راهبردی «روسیه – جهان اسلام» "
        "که روز چهارشنبه سوم آذر ۱۴۰۰ در جده برگزار شد، قرائت کرد.\n"
        "پوتین در این پیام گفت: همکاری ادامه دارد. وی افزود: راه درازی در پیش است.\n"
        "کازان‌فوروم نیز هشتم مرداد در کازان برگزار شده بود و سرگئی لاوروف در این همایش بر توسعهٔ "
        "روابط تأکید کرد."
    )
    found = read("پیام تازه به نشست جده", body, date(2021, 11, 25))
    text = f"پیام تازه به نشست جده\n{body}"
    group, forum = found.meetings
    assert (group.known, group.first, group.place) == (
        "svg-2021-jeddah", date(2021, 11, 24), "jeddah")
    assert {("putin", "message_sender"), ("minnikhanov", "message_reader")} <= {
        (p.entity, p.role) for p in group.participants}
    assert (forum.known, forum.first, forum.assumed) == ("kaz-2021", date(2021, 7, 30), ("year",))
    assert ("lavrov", "speaker") in {(p.entity, p.role) for p in forum.participants}
    assert [(s.speaker, text[s.start:s.end]) for s in found.statements] == [
        ("putin", "همکاری ادامه دارد"), ("putin", "راه درازی در پیش است"),
        ("lavrov", "توسعهٔ روابط"),
    ]
    assert [s.meeting for s in found.statements] == [0, 0, 1]


def test_relative_days_stay_open_without_a_publication_date():
    found = read("دیدار", "پوتین دیروز با اردوغان در مسکو دیدار کرد.")
    assert found.meetings[0].first is None
    assert found.meetings[0].known is None


def test_football_in_kazan_is_no_forum():
    found = read("روبین کازان برنده شد",
                 "تیم روبین کازان عصر امروز در دیدار هفته دهم در کازان برابر زنیت پیروز شد.",
                 date(2021, 7, 29))
    assert found.meetings == ()


def test_stated_outlet_beats_the_text_and_the_address_fills_in():
    assert read("خبر", "به گزارش ایسنا، باران آمد.", outlet="تسنیم").outlet == "tasnim"
    assert read("خبر", "باران آمد.", url="https://www.isna.ir/news/1").outlet == "isna"
    assert read("خبر", "باران آمد.", url="javascript:alert(1)").outlet == ""


def test_annotation_survives_a_process_and_is_repeatable():
    title, body = "پوتین: درها باز است", "پوتین با اردوغان در مسکو دیدار کرد."
    first = read(title, body, date(2021, 9, 30))
    assert pickle.loads(pickle.dumps(first)) == first == read(title, body, date(2021, 9, 30))


def test_unknown_language_gives_a_bare_annotation():
    found = read("日本語の見出し", "これは日本語の本文です。今日は天気がいいですね。")
    assert found.language not in ("fa", "ru", "ar", "en")
    assert found.terms == found.statements == found.meetings == ()


_WORDS = st.lists(st.sampled_from([
    "پوتین", "وی", "گفت:", "«", "»", "با", "اردوغان", "دیدار کرد", "که", "،", ".", "\n", "در مسکو",
    "نشست گروه دیدگاه راهبردی", "دیروز", "به گزارش", "ایسنا", "\u200c", "Путин", "заявил", "\ue000",
    "قال", "بوتين", "said", "\"", "۲۰۲۱", "خواستار", "شد", "و افزود:", "\u202e", "<script>",
]), max_size=40)


@given(_WORDS, st.sampled_from(["fa", "ru", "ar", "en", ""]))
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_is_read_with_spans_inside_it(words, language):
    body = " ".join(words)
    article = Article("تیتر", body, language=language,
                      published=Published(date(2021, 11, 25), "day", "stated"))
    found = annotate(article, registry(), lexicons())
    text = article.text
    for item in (*found.mentions, *found.references):
        assert text[item.start:item.end] == item.surface
    for said in found.statements:
        assert 0 <= said.start < said.end <= len(text)
        assert said.meeting is None or said.meeting < len(found.meetings)
    for report in found.meetings:
        assert report.evidence
        assert set(report.evidence) <= set(found.sentences)
        assert all(a.start < b.start for a, b in pairwise(report.evidence))


def _calls(text: str) -> int:
    """How many functions are called for reading `text`, the second time."""
    article = Article("عنوان", text, language="fa", published=Published(date(2021, 11, 25), "day"))
    annotate(article, registry(), lexicons())
    count = 0

    def called(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(called)
    try:
        annotate(article, registry(), lexicons())
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("piece", [
    "پوتین گفت: «", "پوتین با لاوروف دیدار کرد و ", "ولادیمیر پوتین، ", "رئیس جمهور روسیه ",
    "به نقل از تاس ", "به گزارش ایرنا. ", "او گفت که نشست برگزار شد.\n", "۱۲ خرداد ۱۴۰۰ ",
    "سه شنبه و ", "ها ", "می\u200c", "خواهد ", "« ", "1. ",
])
def test_a_text_four_times_as_long_takes_about_four_times_the_calls(piece):
    short = piece * (4000 // len(piece))
    assert _calls(short * 4) < 5 * _calls(short) + 2000
