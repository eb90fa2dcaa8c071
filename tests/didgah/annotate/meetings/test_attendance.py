"""Who else was there: lists of those present, in sentences of our own."""

import pytest

from tests.didgah.annotate.small_world import scene


def there(text, language, **more):
    """The names of those who took part in the first meeting told of."""
    report = scene(text, language, **more).meetings[0]
    return {p.entity or p.name for p in report.participants}


@pytest.mark.parametrize(("language", "text", "names"), [
    ("fa", ("پوتین در مسکو با اردوغان دیدار کرد.\nدر این دیدار سرگئی لاوروف، رستم مینیخانف و "
     "فیصل بن فرحان نیز حضور داشتند."), {"putin", "erdogan", "lavrov", "minnikhanov", "faisal"}),
    ("fa", "لاوروف با اردوغان دیدار کرد.\nرستم مینیخانف نیز وی را در این سفر همراهی می‌کرد.",
     {"lavrov", "erdogan", "minnikhanov"}),
    ("ar", ("التقى بوتين أردوغان في موسكو.\nحضر اللقاء معالي وزير الدولة الدكتور طلال الحربي، "
     "ووزير الخارجية سيرغي لافروف."), {"putin", "erdogan", "طلال الحربي", "lavrov"}),
    ("ar", ("التقى بوتين أردوغان في موسكو.\nكما حضر الاجتماع رئيس البرلمان في تتارستان مرزبان "
     "غالييف والمندوب الدائم السيد إلدار نورييف."),
     {"putin", "erdogan", "مرزبان غالييف", "إلدار نورييف"}),
    ("ru", "Путин принял Эрдогана.\nВо встрече приняли участие Сергей Лавров и Рустам Минниханов.",
     {"putin", "erdogan", "lavrov", "minnikhanov"}),
    ("en", ("Putin met Erdogan in Moscow.\nThe meeting was attended by Sergey Lavrov and Rustam "
     "Minnikhanov."), {"putin", "erdogan", "lavrov", "minnikhanov"}),
    ("en", ("Putin met Erdogan in Moscow.\nSergey Lavrov and Rustam Minnikhanov also took part in "
     "the talks."), {"putin", "erdogan", "lavrov", "minnikhanov"}),
])
def test_list_of_those_present_goes_with_the_meeting_told_before(language, text, names):
    assert there(text, language) == names


def test_those_present_make_no_meeting_of_their_own():
    told = scene("Путин принял Эрдогана.\nВо встрече приняли участие Лавров и Минниханов.", "ru")
    assert len(told.meetings) == 1


def test_list_of_another_event_is_not_of_the_meeting():
    assert there("پوتین در مسکو با اردوغان دیدار کرد.\nکارخانه با حضور رستم مینیخانف افتتاح شد.",
                 "fa") == {"putin", "erdogan"}


def test_office_in_a_list_is_told_whole():
    report, = scene("التقى بوتين أردوغان في موسكو.\nحضر الاجتماع رئيس البرلمان في تتارستان مرزبان "
                    "غالييف.", "ar").meetings
    other, = [p for p in report.participants if p.name]
    assert other.office == "رئيس البرلمان في تتارستان"
    assert other.level == "speaker_of_parliament"


def test_those_quoted_next_spoke_at_the_gathering_the_news_is_of():
    text = ("Заседание Группы стратегического видения прошло в Казани.\nПутин заявил, что мост "
            "построен.\nЛавров отметил, что дорога открыта.")
    report, = scene(text, "ru").meetings
    assert {(p.entity, p.role) for p in report.participants} == {
        ("putin", "speaker"), ("lavrov", "speaker"),
    }
