"""Judgements with an object, broken and joined clauses, datelines: English and Russian."""

import pytest

from tests.didgah.annotate.small_world import scene

OFFICES = {"ru": {"Российский президент": "putin", "президент России": "putin"},
           "en": {"Russian leader": "putin"}}


@pytest.mark.parametrize(("language", "sentence", "expected"), [
    ("ru", "Лавров осудил терроризм.", [("lavrov", "терроризм")]),
    ("ru", "Лавров осудил насилие и назвал встречу полезной.",
     [("lavrov", "насилие"), ("lavrov", "встречу полезной")]),
    ("ru", "Эрдоган говорил о торговле зерном, а Путин допускал новые поставки.",
     [("erdogan", "торговле зерном"), ("putin", "новые поставки")]),
    ("ru", "Лавров назвал форум полезным, а Путин, открывая встречу, призвал к диалогу.",
     [("lavrov", "форум полезным"), ("putin", "диалогу")]),
    ("ru", "Российский президент указал также на пользу торговли.", [("putin", "пользу торговли")]),
    ("ru", "Лавров поблагодарил участников за тёплый приём и пообещал новые встречи.",
     [("lavrov", "тёплый приём"), ("lavrov", "новые встречи")]),
    ("ru", "Лавров сказал своему коллеге, что встреча состоялась.",
     [("lavrov", "встреча состоялась")]),
    ("ru", "Встреча, считает Лавров, прошла хорошо.",
     [("lavrov", "Встреча, считает Лавров, прошла хорошо")]),
    ("ru", "Встреча, по словам Лаврова, прошла хорошо.",
     [("lavrov", "Встреча, по словам Лаврова, прошла хорошо")]),
    ("ru", "Форум открыт для всех, сказал Лавров в день открытия.",
     [("lavrov", "Форум открыт для всех")]),
    ("ru", "Читали послание Путина, который выразил уверенность, что форум будет полезным.",
     [("putin", "форум будет полезным")]),
    ("en", "Lavrov condemned terrorism.", [("lavrov", "terrorism")]),
    ("en", "Lavrov described the talks as useful as he met Erdogan.",
     [("lavrov", "the talks as useful")]),
    ("en", "Erdogan said that trade had grown, while Putin called the deal a good one.",
     [("erdogan", "trade had grown"), ("putin", "the deal a good one")]),
    ("en", "Lavrov thanked the hosts for the welcome and praised the forum.",
     [("lavrov", "the welcome"), ("lavrov", "the forum")]),
    ("en", "Lavrov warned of a long winter.", [("lavrov", "a long winter")]),
    ("en", "Lavrov told reporters the talks were over.", [("lavrov", "the talks were over")]),
    ("en", "The talks, Lavrov said, were over.", [("lavrov", "The talks, Lavrov said, were over")]),
    ("en", "In Lavrov's words, the talks were over.", [("lavrov", "the talks were over")]),
    ("en", "Moscow — Lavrov said the talks were over.", [("lavrov", "the talks were over")]),
    ("en", "\"It is over,\" the Russian leader told reporters.", [("putin", "It is over")]),
    ("en", "Putin met Erdogan, who called the talks a success.",
     [("erdogan", "the talks a success")]),
    ("en", "Asked about the talks, Lavrov replied: \"They are over.\"",
     [("lavrov", "They are over")]),
    ("en", "Strategic Vision Group coordinator Lavrov said the talks were over.",
     [("lavrov", "the talks were over")]),
    # A call by telephone is no judgement, and a day is nobody's words.
    ("en", "Lavrov called Erdogan on Monday.", []),
    ("en", "Lavrov called his counterpart to discuss the forum.", []),
])
def test_the_words_end_where_the_next_clause_begins(language, sentence, expected):
    told = scene(sentence, language, offices=OFFICES[language])
    assert [(who, words) for who, _, words in told.said()] == expected


def test_whoever_is_told_of_last_is_meant_by_he():
    told = scene("Лавров открыл форум. Там выступил Путин. Он сказал, что форум открыт.", "ru")
    assert told.said() == [("putin", "indirect", "форум открыт")]


def test_about_this_told_x_brings_x_into_play():
    told = scene("Форум открыт. Об этом сообщил Лавров. «Гостей много», – пояснил он.", "ru")
    assert told.said() == [("lavrov", "direct", "Гостей много")]


def test_a_capital_at_the_head_of_a_sentence_makes_no_name():
    told = scene("Годом ранее на открытии Лавров говорил, что форум открыт.", "ru")
    assert [(s.speaker, s.surface) for s in told.spoken.statements] == [("lavrov", "Лавров")]
