"""Gatherings of no series, told of where an article tells of nothing else."""

from datetime import date

import pytest

from tests.didgah.annotate.small_world import scene


@pytest.mark.parametrize(("language", "sentence", "kind"), [
    ("ru", "Владимир Путин провёл совещание по экономическим вопросам.", "meeting"),
    ("ru", "Владимир Путин выступил на пленарном заседании форума.", "forum"),
    ("ru", "Владимир Путин принял участие в церемонии.", "meeting"),
    ("fa", "پوتین در همایش بین‌المللی سخنرانی کرد.", "forum"),
    ("en", "Putin addressed a conference on trade.", "forum"),
    ("ar", "ترأس بوتين جلسة مجلس الأمن.", "session"),
])
def test_somebody_and_a_gathering(language, sentence, kind):
    report, = scene(sentence, language).meetings
    assert (report.kind, report.focus) == (kind, True)
    assert report.status_evidence is not None


@pytest.mark.parametrize(("language", "sentence"), [
    ("fa", "پوتین در نشست خبری از همکاری گفت."),
    ("fa", "رئیس کارخانه در همایش سخنرانی کرد."),
    ("ru", "Совещание по экономическим вопросам перенесли."),
    ("en", "Putin read a book about a conference."),
])
def test_no_gathering_of_anybody_we_know(language, sentence):
    assert scene(sentence, language).meetings == ()


def test_only_where_nothing_else_is_told():
    told = scene("Putin addressed a conference. Putin met Erdogan.", "en")
    assert [m.kind for m in told.meetings] == ["bilateral"]


def test_those_whom_a_list_near_the_head_names_were_there():
    told = scene(
        "Владимир Путин провёл совещание о морском флоте.\n"
        "В совещании приняли участие директор завода Иван Козлов, Сергей Лавров и директор порта "
        "Анна Белова.", "ru", published=date(2021, 11, 24),
    )
    report, = told.meetings
    assert {p.entity or p.name for p in report.participants} == {
        "putin", "lavrov", "Иван Козлов", "Анна Белова"}
    assert len(report.evidence) == 2


def test_day_of_the_lead_where_the_title_tells_none():
    report, = scene("Владимир Путин провёл Monday церемонию вручения наград в Казани.", "ru",
                    title="Путин провёл церемонию", published=date(2021, 11, 24),
                    dates={"Monday": date(2021, 11, 22)}).meetings
    assert (report.first, report.place) == (date(2021, 11, 22), "kazan")
