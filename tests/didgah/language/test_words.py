"""Words, lemmas and stop words at offsets into the original."""

import threading

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from didgah.language.persian_tools import tools
from didgah.language.words import stop_words, tokens

ZWNJ = "\u200c"


def lemmas(text, language="fa"):
    return [t.lemma for t in tokens(text, language) if t.is_word]


@pytest.mark.parametrize("text", ["می‌شود", "می شود", "ميشود", "میشود", "مي شود"])
def test_one_verb_however_it_is_spaced_and_typed(text):
    (token,) = tokens(text, "fa")
    assert (token.lemma, token.is_verb) == ("شدن", True)
    assert token.surface == text


@pytest.mark.parametrize("text", ["همکاریها", "همکاری ها", "همکاری‌ها", "همكاري‌هاي", "همکاریهای"])
def test_plurals_count_as_one_lemma(text):
    assert lemmas(text) == ["همکاری"]


@pytest.mark.parametrize(("text", "expected"), [
    ("مسائل منطقه ای", ["مسئله", "منطقه‌ای"]), ("منطقه‌ای", ["منطقه‌ای"]),
    ("افراط گرایی بین المللی", ["افراط‌گرایی", "بین‌المللی"]),
    ("گفت و گو", ["گفت‌وگو"]), ("گفت وگوهای", ["گفت‌وگو"]), ("گفتگوی", ["گفت‌وگو"]),
    ("هم کوششی", ["هم‌کوششی"]), ("روابط و اهداف", ["رابطه", "و", "هدف"]),
    ("وزرای خارجهٔ کشورها", ["وزیر", "خارجه", "کشور"]), ("فرهنگی", ["فرهنگی"]),
    ("رئیس جمهوری", ["رئیس‌جمهور"]), ("سرمایه گذاری های", ["سرمایه‌گذاری"]),
    ("مُحَمَّد", ["محمد"]),
])
def test_persian_lemmas(text, expected):
    assert lemmas(text) == expected


def test_known_mistakes_of_hazm_are_undone():
    assert lemmas("در می سال ۱۹۹۶") == ["در", "می", "سال"]
    assert [t.surface for t in tokens("نشست تشکیل شده است", "fa")] == ["نشست", "تشکیل", "شده است"]
    assert [t.surface for t in tokens("یک میلیون نفر", "fa")] == ["یک", "میلیون", "نفر"]
    assert not tokens("میدانی", "fa")[0].is_verb
    assert [t.surface for t in tokens("و تر", "fa")] == ["و", "تر"]


def test_forms_are_spelled_well_and_surfaces_are_the_original():
    text = "همكاري هاي \u200fروسيه"
    first, second = tokens(text, "fa")
    assert (first.surface, first.form) == ("همكاري هاي", f"همکاری{ZWNJ}های")
    assert (second.surface, second.form) == ("روسيه", "روسیه")


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="ابپتمیيكکهاشود «».،؛3۴\u200c\u200f\u064b\n\tـaB-'", max_size=60),
       st.sampled_from(("fa", "ar", "ru", "en", "tr")))
def test_tokens_are_ordered_slices_of_the_text(text, language):
    position = 0
    for token in tokens(text, language):
        assert position <= token.start < token.end <= len(text)
        assert token.surface == text[token.start:token.end]
        position = token.end


@pytest.mark.parametrize("text", ["که كه", "این اين", "براي برای برايِ", "یک يك", "آن‌ها آنها آن ها",
                                  "می‌توان", "گزارش خبرگزاری", "به گزارش خبرگزاري"])
def test_stop_words_never_survive_in_any_spelling(text):
    assert all(t.is_stop or t.is_verb for t in tokens(text, "fa") if t.is_word), text


def test_a_stop_phrase_is_stopped_only_as_a_phrase():
    by_form = {t.form: t.is_stop for t in tokens("پیام رسید. انتهای پیام", "fa")}
    first, *_, last = tokens("پیام رهبران. انتهای پیام", "fa")
    assert by_form["انتهای"]
    assert (first.is_stop, last.is_stop) == (False, True)


def test_every_language_has_its_list():
    for language in ("fa", "ru", "ar", "en"):
        assert len(stop_words(language)) > 200
    assert stop_words("tr") == frozenset()
    assert stop_words("../fa") == frozenset()


def test_russian_arabic_and_english_lemmas():
    assert lemmas("Министры исламских государств провели встречи", "ru") == [
        "министр", "исламский", "государство", "провести", "встреча"]
    assert lemmas("وأكد وزراء الدول الإسلامية والعلاقاتُ وعلاقاتها", "ar")[1:] == [
        "وزير", "دولة", "إسلامي", "علاقة", "علاقة"]
    assert lemmas("The ministers' meetings and Kazan’s forum", "en") == [
        "the", "minister", "meeting", "and", "kazan", "forum"]


def test_hazm_is_made_once_for_all_threads():
    found = []
    workers = [threading.Thread(target=lambda: found.append(tools())) for _ in range(8)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert len({id(tool) for tool in found}) == 1
