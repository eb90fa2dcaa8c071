"""Which of several tellings are one meeting, which is recalled, which only good wishes."""

from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from didgah import registry
from didgah.annotate.meetings.drafts import embodied
from didgah.annotate.pipeline import annotate, load_lexicons
from didgah.model import Article, MeetingReport, Published

DAY = date(2024, 10, 23)


@cache
def world():
    """The registry without its chronology: what is read is read from the text."""
    return replace(registry.load(), meetings={}, statements={}), load_lexicons()


def meetings(language: str, title: str, body: str) -> tuple[MeetingReport, ...]:
    article = Article(title, body, language=language, published=Published(DAY, "day", "stated"))
    return annotate(article, *world()).meetings


def people(report: MeetingReport) -> set[str]:
    return {p.entity or p.name for p in report.participants}


@pytest.mark.parametrize(("language", "title", "body"), [
    ("fa", "پوتین به اردوغان تسلیت گفت", "ولادیمیر پوتین در دیدار با رجب طیب اردوغان تسلیت گفت."),
    ("en", "Putin offers condolences to Erdogan",
     "Vladimir Putin offered condolences to Recep Tayyip Erdogan when the two met in Kazan."),
    ("ar", "بوتين يعزي أردوغان",
     "قدّم فلاديمير بوتين تعازيه إلى رجب طيب أردوغان خلال لقاء جمعهما في قازان."),
])
def test_wishes_said_at_talks_are_no_message(language, title, body):
    report, = meetings(language, title, body)
    assert (report.kind, people(report)) == ("bilateral", {"putin", "erdogan"})


def test_good_wishes_alone_are_a_message():
    report, = meetings("en", "Putin congratulates Erdogan", "")
    assert report.kind == "message"


@pytest.mark.parametrize(("language", "body"), [
    ("fa", "سرگئی لاوروف همچنین با حسن روحانی و محمدجواد ظریف دیدار کرد."),
    ("en", "Sergey Lavrov also met Hassan Rouhani and Mohammad Javad Zarif."),
])
def test_also_met_two_is_two_meetings(language, body):
    assert sorted(map(sorted, map(people, meetings(language, "", body)))) == [
        ["lavrov", "rouhani"], ["lavrov", "zarif"]]


def test_an_office_between_commas_does_not_end_the_list():
    told = meetings("fa", "", (
        "سرگئی لاوروف همچنین با حسن روحانی، رئیس جمهور، و محمدجواد ظریف، وزیر خارجه، ملاقات کرد."))
    assert sorted(map(sorted, map(people, told))) == [["lavrov", "rouhani"], ["lavrov", "zarif"]]


def test_a_headline_of_several_guests_gives_way_to_those_told_of_alone():
    told = meetings("fa", "دیدار لاوروف با روحانی، ظریف و قالیباف", (
        "سرگئی لاوروف با حسن روحانی دیدار کرد. لاوروف با محمدجواد ظریف مذاکره کرد. "
        "لاوروف با محمدباقر قالیباف ملاقات کرد."))
    assert sorted(map(sorted, map(people, told))) == [
        ["ghalibaf", "lavrov"], ["lavrov", "rouhani"], ["lavrov", "zarif"]]
    assert all(one.focus for one in told)


@pytest.mark.parametrize(("language", "body"), [
    ("ru", "Владимир Путин на полях KazanForum встретился с Реджепом Тайипом Эрдоганом в Казани."),
    ("en", "Vladimir Putin met Recep Tayyip Erdogan in Kazan on the sidelines of KazanForum."),
    ("fa", "ولادیمیر پوتین در حاشیه کازان‌فوروم در کازان با رجب طیب اردوغان دیدار کرد."),
])
def test_a_forum_on_whose_sidelines_they_met_is_not_the_subject(language, body):
    told = meetings(language, "", body)
    assert [one.kind for one in told if one.focus] == ["bilateral"]


def test_beside_fresh_news_a_meeting_of_last_year_is_recalled():
    told = meetings("en", "Putin meets Erdogan in Kazan", (
        "Vladimir Putin met Recep Tayyip Erdogan in Kazan on 23 October 2024. "
        "Putin met Ebrahim Raisi in Moscow on 7 December 2023."))
    assert [(people(one), one.focus) for one in told] == [
        ({"putin", "erdogan"}, True), ({"putin", "raisi"}, False)]


@pytest.mark.parametrize(("language", "body"), [
    ("fa", "پوتین هنوز با پزشکیان دیدار نکرده است."),
    ("ru", "Владимир Путин не встречался с Реджепом Тайипом Эрдоганом."),
    ("en", "Putin did not meet Erdogan."),
    ("ar", "لم يلتق بوتين أردوغان."),
    ("en", "Putin called Abu Dhabi a suitable place for a meeting with Erdogan."),
])
def test_what_did_not_take_place_is_no_meeting(language, body):
    assert meetings(language, "", body) == ()


def test_who_met_whom_in_a_relative_clause():
    told = meetings("ar", "", "استقبل السيسي لافروف، الذي التقى كذلك سامح شكري.")
    assert sorted(map(sorted, map(people, told))) == [["lavrov", "shoukry"], ["lavrov", "sisi"]]


@pytest.mark.parametrize(("language", "body", "kind", "place", "who"), [
    ("fa", "نشست کمیسیون مشترک ایران و روسیه در تهران برگزار شد.", "session", "tehran",
     {"iran", "russia"}),
    ("ar", "ألقى دميتري ميدفيديف كلمة في مقر جامعة الدول العربية بالقاهرة.", "meeting", "cairo",
     {"medvedev"}),
])
def test_gatherings_and_speeches_without_a_series(language, body, kind, place, who):
    report, = meetings(language, "", body)
    assert (report.kind, report.place, people(report)) == (kind, place, who)


def test_an_office_and_a_name_are_one_side():
    lavrov, egypt, name = ("person", "lavrov"), ("place", "egypt"), ("person", "?x")
    assert embodied({lavrov: "RU", egypt: "EG"}, {lavrov: "RU", name: ""})
    assert embodied({lavrov: "RU", egypt: "EG"}, {lavrov: "RU", name: "EG"})
    assert not embodied({lavrov: "RU", egypt: "EG"}, {lavrov: "RU", name: "TR"})
    assert not embodied({lavrov: "RU", egypt: "EG"}, {("person", "putin"): "RU", name: ""})
