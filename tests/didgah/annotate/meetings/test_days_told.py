"""Which day of a text is the meeting's, and whether it has been: until, said on, under way."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from didgah import registry
from didgah.annotate.pipeline import annotate, load_lexicons
from didgah.model import Article, MeetingReport, Published

WEDNESDAY = date(2024, 5, 15)
TUESDAY = date(2024, 5, 14)


@cache
def world():
    """The registry without its chronology: what is read is read from the text."""
    return replace(registry.load(), meetings={}, statements={}), load_lexicons()


def report(language: str, title: str, body: str) -> MeetingReport:
    article = Article(
        title, body, language=language, published=Published(WEDNESDAY, "day", "stated"))
    found = annotate(article, *world()).meetings
    assert found, (title, body)
    return found[0]


@pytest.mark.parametrize(("language", "body"), [
    ("fa", "کازان‌فوروم سه‌شنبه در کازان آغاز شد و تا ۱۹ می ادامه خواهد داشت."),
    ("ar", "انطلقت أمس الثلاثاء في قازان أعمال منتدى قازان ويستمر حتى 19 مايو."),
    ("ru", "14 мая в Казани открылся КазаньФорум, который продлится до 19 мая."),
    ("en", "KazanForum opened in Kazan on 14 May and runs until 19 May."),
])
def test_what_goes_on_until_a_day_lasts_so_long_and_is_under_way(language, body):
    told = report(language, "", body)
    assert (told.first, told.last, told.status) == (TUESDAY, date(2024, 5, 19), "held")


def test_a_day_too_far_off_is_no_end_of_it():
    told = report("fa", "", "کازان‌فوروم سه‌شنبه در کازان آغاز شد و تا ۱۹ اوت ادامه خواهد داشت.")
    assert (told.first, told.last) == (TUESDAY, TUESDAY)


def test_the_day_of_the_words_about_a_trip_is_not_its_day():
    told = report("fa", "لاوروف وارد تهران شد", (
        "سرگئی لاوروف در این سفر با عباس عراقچی گفت‌وگو خواهد کرد.\n"
        "ماریا زاخارووا روز دوشنبه گفت که دستور کار این سفر گسترده است."))
    assert told.first == WEDNESDAY


def test_a_headline_without_a_verb_leaves_it_to_the_lead_whether_it_has_been():
    lead = "رئیس‌جمهور روسیه امروز با رجب طیب اردوغان در سوچی {}."
    title = "دیدار پوتین و اردوغان امروز در سوچی"
    assert report("fa", title, lead.format("دیدار خواهد کرد")).status == "announced"
    assert report("fa", title, lead.format("دیدار کرد")).status == "held"


@pytest.mark.parametrize(("sentence", "status"), [
    ("أعلن الكرملين أن زيارة الرئيس الروسي فلاديمير بوتين إلى الرياض أرجئت.", "postponed"),
    ("أعلن الكرملين تأجيل زيارة الرئيس الروسي فلاديمير بوتين إلى الرياض.", "postponed"),
    ("قام الرئيس الروسي فلاديمير بوتين بزيارة إلى الرياض من أجل تعزيز التعاون.", "held"),
    ("بحث فلاديمير بوتين مع محمد بن سلمان في الرياض إلغاء التأشيرات.", "held"),
    ("بحث فلاديمير بوتين مع محمد بن سلمان في الرياض تأجيل الديون.", "held"),
])
def test_what_is_put_off_is_the_meeting_and_not_what_it_is_about(sentence, status):
    assert report("ar", "", sentence).status == status
