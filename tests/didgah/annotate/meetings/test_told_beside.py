"""What one sentence says of a meeting and another leaves out: names, places, days, the way."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from didgah import registry
from didgah.annotate.pipeline import annotate, load_lexicons
from didgah.model import Article, MeetingReport, Published

DAY = date(2025, 9, 3)


@cache
def world():
    """The registry without its chronology: what is read is read from the text."""
    return replace(registry.load(), meetings={}, statements={}), load_lexicons()


def meetings(title: str, body: str, language: str = "fa") -> list[MeetingReport]:
    article = Article(title, body, language=language, published=Published(DAY, "day", "stated"))
    return list(annotate(article, *world()).meetings)


def people(report: MeetingReport) -> set[str]:
    return {one.entity or one.name for one in report.participants}


def test_a_surname_of_many_is_whose_office_the_text_names():
    told, = meetings("دیدار لاریجانی با شهباز شریف", (
        "دبیر شورای عالی امنیت ملی ایران در اسلام‌آباد با نخست‌وزیر پاکستان دیدار کرد."))
    assert people(told) == {"larijani", "shehbaz"}


def test_a_surname_of_many_alone_stays_a_stranger():
    told, = meetings("دیدار لاریجانی با شهباز شریف", "")
    assert people(told) == {"لاریجانی", "shehbaz"}


def test_talks_of_a_headline_were_by_telephone_where_the_text_says_so():
    told, = meetings("شهباز شریف و پوتین رایزنی کردند", (
        "شهباز شریف در گفت‌وگویی تلفنی با ولادیمیر پوتین از مسکو قدردانی کرد."))
    assert (told.kind, people(told)) == ("call", {"shehbaz", "putin"})


def test_a_call_beside_talks_at_a_place_is_another():
    told = meetings("شهباز شریف و پوتین در مسکو رایزنی کردند", (
        "شهباز شریف دوشنبه در گفت‌وگویی تلفنی با ولادیمیر پوتین از مسکو قدردانی کرده بود."))
    assert {one.kind for one in told} == {"bilateral", "call"}


def test_also_on_the_same_trip_was_at_the_same_place():
    first = "عباس عراقچی در قاهره با بدر عبدالعاطی دیدار کرد.\n"
    _, also = meetings("", first + "وی همچنین با عبدالفتاح السیسی رئیس‌جمهور مصر دیدار کرد.")
    assert also.place == "cairo"
    _, other = meetings("", first + "عباس عراقچی با سرگئی لاوروف دیدار کرد.")
    assert other.place == ""


@pytest.mark.parametrize(("language", "body"), [
    ("fa", "عباس عراقچی راهی کابل شد."),
    ("ar", "وصل سيرغي لافروف إلى كابل."),
    ("ru", "Сергей Лавров прибыл в Кабул."),
    ("en", "Sergey Lavrov arrived in Kabul."),
])
def test_news_of_who_has_set_out_is_of_the_day_it_came_out(language, body):
    told, = meetings("", body, language)
    assert (told.kind, told.first, told.assumed) == ("visit", DAY, ("publication",))


def test_a_trip_told_without_a_departure_has_no_day():
    told, = meetings("", "سفر سرگئی لاوروف به کابل مهم بود.")
    assert told.first is None


def test_a_delegation_travels_without_a_name():
    told, = meetings("", "هیأت دومای دولتی فردا به تهران سفر می‌کند.")
    assert (told.kind, told.place, people(told)) == ("visit", "tehran", {"duma"})


def test_who_says_that_others_will_talk_is_no_side():
    told, = meetings("", (
        "دیمیتری پسکوف گفت که ولادیمیر پوتین با مسعود پزشکیان تلفنی گفت‌وگو خواهد کرد."))
    assert people(told) == {"putin", "pezeshkian"}


def test_a_letter_handed_over_is_to_whom_it_is_addressed():
    told, = meetings("", (
        "تسلم الأمير فيصل بن فرحان رسالة خطية من الرئيس فلاديمير بوتين إلى الأمير محمد بن سلمان."
    ), "ar")
    assert (told.kind, people(told)) == ("message", {"putin", "mbs"})


def test_an_arabic_envoy_of_a_president_is_no_president():
    told, = meetings("", (
        "التقى الممثل الخاص للرئيس الروسي إلى الشرق الأوسط ميخائيل بوغدانوف الأمير فيصل بن فرحان."
    ), "ar")
    assert people(told) == {"bogdanov", "faisal_bin_farhan"}


@pytest.mark.parametrize(("language", "body", "kind"), [
    ("fa", "رجب طیب اردوغان، ولادیمیر پوتین و مسعود پزشکیان در تهران گرد هم آمدند.", "summit"),
    ("fa", "سرگئی لاوروف، هاکان فیدان و عباس عراقچی در تهران گرد هم آمدند.", "ministerial"),
])
def test_talks_of_three_sides_are_not_bilateral(language, body, kind):
    told, = meetings("", body, language)
    assert (told.kind, len(people(told))) == (kind, 3)


def test_whoever_signs_together_has_met():
    told, = meetings("", "مسعود پزشکیان و ولادیمیر پوتین در مسکو سند همکاری را امضا کردند.")
    assert (told.kind, told.place) == ("bilateral", "moscow")
    told, = meetings("", "وقّع الرئيس عبد المجيد تبون ونظيره الروسي فلاديمير بوتين بموسكو "
                         "إعلان الشراكة.", "ar")
    assert (told.kind, people(told)) == ("bilateral", {"tebboune", "putin"})


def test_two_items_of_one_headline_are_kept_apart():
    told = meetings("عراقچی در مسکو با پوتین دیدار کرد/ گفت‌وگوی تلفنی لاوروف و هاکان فیدان", "")
    assert sorted((one.kind, *sorted(people(one))) for one in told) == [
        ("bilateral", "araghchi", "putin"), ("call", "fidan", "lavrov")]


def test_condolences_are_to_the_living():
    told, = meetings("", (
        "رئیس‌جمهور روسیه در پیامی خطاب به محمد بن سلمان، درگذشت ملک سلمان را تسلیت گفت."))
    assert people(told) == {"putin", "mbs"}
