"""«سموه», «فخامته», «الوزارة»: who is meant in Arabic, whoever spoke last."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from didgah import registry
from didgah.annotate.pipeline import annotate, load_lexicons
from didgah.model import Article, Published

DAY = date(2023, 12, 6)


@cache
def world():
    return registry.load(), load_lexicons()


def speakers(body: str, language: str = "ar") -> list[str]:
    article = Article("", body, language=language, published=Published(DAY, "day", "stated"))
    return [one.speaker or one.surface for one in annotate(article, *world()).statements]


_MET = ("استقبل صاحب السمو الشيخ محمد بن زايد آل نهيان فخامة فلاديمير بوتين رئيس روسيا الاتحادية.\n"
        "وقال الرئيس الروسي إن التعاون يتطور.\n")


@pytest.mark.parametrize(("word", "meant"), [("سموه", "mbz"), ("فخامته", "putin")])
def test_a_word_of_honour_means_whoever_was_named_with_it(word, meant):
    assert speakers(f"{_MET}وأضاف {word} أن العلاقات بين البلدين متينة.") == ["putin", meant]


def test_without_anybody_so_named_it_is_the_speaker_in_play():
    assert speakers("وقال سيرغي لافروف إن التعاون يتطور.\nوأضاف معاليه أن العلاقات متينة.") == [
        "lavrov", "lavrov"]


def test_a_bare_body_is_the_one_of_its_sort():
    assert speakers("قالت وزارة الخارجية الروسية إن الوفد وصل.\n"
                    "وقال سيرغي لافروف إن التعاون يتطور.\n"
                    "وأفادت الوزارة بأن المحادثات بدأت.") == ["mid", "lavrov", "mid"]


def test_a_ministry_is_not_its_minister():
    told = speakers("استقبل وزير الخارجية أحمد عطاف ميخائيل بوغدانوف.\n"
                    "وقالت الخارجية الجزائرية إن الجانبين استعرضا الأوضاع.")
    assert told == ["الخارجية الجزائرية"]


@pytest.mark.parametrize("sentence", [
    "لاوروف در نشست خبری مشترک گفت که این سند مهم است.",  # «مشترک» ends like «ترک»
    "لاوروف خروج نیروهای بیگانه از سوریه را خواستار شد.",
    "لاوروف لغو تحریم‌ها را خواهان شد.",
])
def test_persian_verbs_in_their_places(sentence):
    assert speakers(sentence, "fa") == ["lavrov"]


def test_who_takes_leave_says_nothing():
    assert speakers("لاوروف میهمانان را ترک گفت.", "fa") == []


@pytest.mark.parametrize("office", ["مدیر این بنیاد", "سخنگوی دستگاه دیپلماسی"])
def test_an_office_behind_a_name_without_one_is_that_persons(office):
    body = (f"محمد کریمی گفت: کار آغاز شده است.\n{office} افزود: کار ادامه دارد.\n"
            "وی تصریح کرد که کار دشوار است.")
    assert speakers(body, "fa") == ["محمد کریمی"] * 3


def test_the_office_of_another_who_has_come_up_stays_his():
    body = ("حسن نوری مدیر این بنیاد گفت: کار دشوار است.\nمحمد کریمی گفت: کار آغاز شده است.\n"
            "مدیر این بنیاد افزود: کار ادامه دارد.")
    assert speakers(body, "fa") == ["حسن نوری", "محمد کریمی", "حسن نوری"]


def test_two_names_of_one_ministry():
    body = ("حسن نوری سخنگوی وزارت خارجه گفت: کار دشوار است.\nلاوروف گفت که کار آغاز شده است.\n"
            "سخنگوی دستگاه دیپلماسی افزود: کار ادامه دارد.")
    assert len(set(speakers(body, "fa")) - {"lavrov"}) == 1
