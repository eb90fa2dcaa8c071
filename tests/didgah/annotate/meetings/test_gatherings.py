"""Who had which part in a gathering, whatever the order of the words."""

import pytest

from tests.didgah.annotate.small_world import scene

MET = {
    "fa": "نشست گروه دیدگاه راهبردی روسیه و جهان اسلام در جده برگزار شد. ",
    "ru": "В Казани прошло заседание Группы стратегического видения. ",
    "ar": "عقدت مجموعة الرؤية الاستراتيجية اجتماعها في جدة ",
    "en": "The Strategic Vision Group held a session in Jeddah. ",
}


def parts(language, sentence):
    """(entity, role) of whoever sent or read out a message at the session."""
    report, = scene(MET[language] + sentence, language).meetings
    return {
        (p.entity, p.role) for p in report.participants
        if p.role in ("message_sender", "message_reader")
    }


@pytest.mark.parametrize(("language", "sentence", "reader"), [
    ("ru", "Послание Владимира Путина зачитал Рустам Минниханов.", "minnikhanov"),
    ("ru", "Послание Путина участникам заседания зачитал заместитель министра Сергей Лавров.",
     "lavrov"),
    ("ru", "Послание Владимира Путина огласил Лавров.", "lavrov"),
    ("ru", "На заседании Путин в послании, которое зачитал Рустам Минниханов, поблагодарил всех.",
     "minnikhanov"),
    ("ru", "Рустам Минниханов зачитал послание Владимира Путина.", "minnikhanov"),
    ("ru", "Послание Владимира Путина, которое Рустам Минниханов зачитал, было кратким.",
     "minnikhanov"),
    ("ru", "Послание Путина Минниханов зачитал стоя.", "minnikhanov"),
    ("ar", "برئاسة رستم مينيخانوف الذي قرأ رسالة بوتين.", "minnikhanov"),
    ("ar", "وقرأ مينيخانوف رسالة الرئيس بوتين.", "minnikhanov"),
    ("ar", "وتلا نائب الوزير لافروف رسالة من بوتين.", "lavrov"),
    ("ar", "وألقى لافروف كلمة بوتين.", "lavrov"),
    ("fa", "در این نشست پیام پوتین را رستم مینیخانف قرائت کرد.", "minnikhanov"),
    ("fa", "رستم مینیخانف در این نشست پیام پوتین را قرائت کرد.", "minnikhanov"),
    ("en", "In a message read by Rustam Minnikhanov, Vladimir Putin praised the group.",
     "minnikhanov"),
    ("en", "Putin's message was read out at the session by Minnikhanov.", "minnikhanov"),
    ("en", "At the session Minnikhanov read Putin's message.", "minnikhanov"),
    ("en", "It was chaired by Minnikhanov, who read a message from Putin.", "minnikhanov"),
])
def test_whose_message_it_is_sends_and_somebody_else_reads(language, sentence, reader):
    assert parts(language, sentence) == {("putin", "message_sender"), (reader, "message_reader")}


def test_this_message_has_a_reader_and_no_second_sender():
    found = parts(
        "fa", "پوتین در پیامی به این نشست از آن قدردانی کرد. این پیام را لاوروف قرائت کرد."
    )
    assert found == {("putin", "message_sender"), ("lavrov", "message_reader")}


@pytest.mark.parametrize(("language", "sentence"), [
    ("ru", "Лавров, представлявший Путина, зачитал на заседании обращение к участникам."),
    ("ar", "وألقى مينيخانوف كلمة في الافتتاح."),
    ("en", "Lavrov delivered a keynote address at the session."),
])
def test_nobody_reads_a_message_where_none_is_told_of(language, sentence):
    assert not parts(language, sentence)


def test_the_chairman_is_whoever_it_is_held_under():
    report, = scene(
        "В Казани завершилось заседание Группы стратегического видения под председательством "
        "Владимира Путина.", "ru",
    ).meetings
    assert [(p.entity, p.role) for p in report.participants] == [("putin", "chairman")]
