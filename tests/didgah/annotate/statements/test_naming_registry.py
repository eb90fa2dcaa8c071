"""What the registry of the project adds: holders of offices by day, bare offices."""

from datetime import date

import pytest

from didgah import registry
from didgah.annotate.lexicons import Lexicons, load_lexicons
from didgah.annotate.pipeline import annotate
from didgah.model import Annotation, Article, Published, Registry


@pytest.fixture(scope="module")
def tools() -> tuple[Registry, Lexicons]:
    return registry.load(), load_lexicons()


def read(tools, body: str, language: str) -> Annotation:
    day = date(2024, 5, 15)
    article = Article(title="", body=body, language=language,
                      published=Published(day, "day", "stated"))
    return annotate(article, *tools)


@pytest.mark.parametrize(("language", "body"), [
    ("ar", "أكد سيرغي لافروف أن الحوار ضرورة. ورأى وزير الخارجية أن السلام ممكن."),
    ("fa", "سرگئی لاوروف گفت: راه باز است. وزیر امور خارجه افزود: باید شتاب کنیم."),
])
def test_bare_office_is_of_the_one_in_play_who_held_it(tools, language, body):
    assert [s.speaker for s in read(tools, body, language).statements] == ["lavrov", "lavrov"]


def test_bare_office_of_two_in_play_is_nobodys_for_sure(tools):
    body = ("أكد سيرغي لافروف أن الحوار ضرورة. وقال هاكان فيدان إن التعاون مستمر. وقال "
            "فلاديمير بوتين إن الوقت مناسب. ورأى وزير الخارجية أن السلام ممكن.")
    assert read(tools, body, "ar").statements[-1].speaker == ""


@pytest.mark.parametrize(("language", "body", "people"), [
    ("ru", "Владимир Путин направил поздравления президентам Азербайджана и Казахстана.",
     {"putin", "aliyev", "tokayev"}),
    ("en", "The leaders of Russia and the UAE met in Moscow.", {"putin", "mbz"}),
])
def test_holders_of_an_office_in_several_countries_by_day(tools, language, body, people):
    report, = read(tools, body, language).meetings
    assert {p.entity for p in report.participants} == people


@pytest.mark.parametrize(("body", "status", "kind"), [
    (("Turkish President Recep Tayyip Erdogan is due to travel to Sochi next week for talks with "
      "Putin, an official said on Saturday."), "announced", "bilateral"),
    ("Russian President Vladimir Putin wrapped up a two-day visit to Saudi Arabia.", "held",
     "visit"),
    ("Crown Prince Mohammed bin Salman received today at the palace Rustam Minnikhanov.", "held",
     "bilateral"),
])
def test_english_agencies(tools, body, status, kind):
    report, = read(tools, body, "en").meetings
    assert (report.status, report.kind) == (status, kind)


def test_day_of_the_telling_is_not_that_of_a_meeting_to_come(tools):
    report, = read(tools, "Erdogan is due to travel to Sochi next week for talks with Putin, his "
                          "office said on Saturday.", "en").meetings
    assert report.first == date(2024, 5, 20)


def test_words_before_who_told_them_though_somebody_else_is_their_subject(tools):
    found, = read(tools, "Putin will meet Erdogan in Moscow on Friday, Kremlin spokesman Dmitry "
                         "Peskov told reporters.", "en").statements
    assert (found.speaker, found.verb) == ("peskov", "told")
