"""Outlets and the chain of sources."""

import pytest

from didgah.annotate.attribution import outlet_of
from didgah.annotate.sentences.background import background_of
from didgah.annotate.sentences.outlets import (
    is_medium,
    outlet_called,
    outlet_in,
    outlet_key,
    outlet_names,
    outlet_of_url,
)
from didgah.annotate.sentences.skeleton import plain
from didgah.registry import load
from tests.didgah.annotate.small_world import scene, small_registry


def links(text: str, language: str = "fa", **more: str) -> list[tuple[str, str, str]]:
    told = scene(text, language, **more)
    for one in told.attributions:
        assert told.reading.text[one.start:one.end] == one.name
    return [(a.outlet, a.name, a.role) for a in told.attributions]


def test_outlet_and_whom_it_cites():
    assert links("به گزارش خبرگزاری مهر به نقل از تاس، باران آمد.") == [
        ("mehr", "خبرگزاری مهر", "outlet"), ("tass", "تاس", "source")]


def test_reporter_of_an_outlet():
    assert links("به گزارش خبرنگار سیاسی خبرگزاری مهر، باران آمد.") == [
        ("mehr", "خبرگزاری مهر", "outlet")]


@pytest.mark.parametrize("text", [
    "خبرگزاری مهر: به گزارش خبرگزاری مهر، باران آمد.",
    "به گزارش خبرگزاری مهر، باران آمد.\nبه نقل از مهر، سیل هم آمد.",
])
def test_nobody_cites_himself(text):
    assert {role for _, _, role in links(text)} == {"outlet"}
    assert {role for _, _, role in links(text, outlet="خبرگزاری مهر")} == {"outlet"}


def test_unknown_source_keeps_its_name():
    assert links("به نقل از خبرگزاری فردای نو، باران آمد.") == [
        ("", "خبرگزاری فردای نو", "source")]


def test_stated_outlet_makes_the_first_named_one_a_source():
    assert links("به گزارش تاس، باران آمد.", outlet="خبرگزاری مهر") == [("tass", "تاس", "source")]


@pytest.mark.parametrize(("language", "text", "expected"), [
    ("fa", "خبرگزاری مهر: باران آمد.", ("mehr", "خبرگزاری مهر", "outlet")),
    ("ru", "МОСКВА, 24 ноября. /ТАСС/. Прошёл дождь.", ("tass", "ТАСС", "outlet")),
    ("ru", "Прошёл дождь, по данным ТАСС.", ("tass", "ТАСС", "source")),
    ("ar", "هطل المطر، نقلا عن وكالة تاس.", ("tass", "وكالة تاس", "source")),
    ("en", "MOSCOW (TASS) — It rained.", ("tass", "TASS", "outlet")),
    ("en", "It rained, the paper said, citing TASS.", ("tass", "TASS", "source")),
])
def test_forms_of_four_languages(language, text, expected):
    assert links(text, language) == [expected]


@pytest.mark.parametrize("text", [
    "به گزارش ما، باران آمد.", "به نقل از پوتین، باران آمد.", "گزارش کامل این نشست منتشر شد.",
])
def test_what_names_no_outlet(text):
    assert links(text) == []


def test_source_is_never_a_speaker():
    assert scene("به گزارش تاس، وزارت خارجه روسیه اعلام کرد که باران آمد.").said() == [
        ("mfa", "indirect", "باران آمد")]


def test_outlet_of_prefers_what_is_stated():
    background = background_of(small_registry())
    assert outlet_of("ТАСС", "mehr", [], background) == ("tass", "ТАСС")
    assert outlet_of("نشریه ناشناس", "", [], background) == ("", "نشریه ناشناس")
    assert outlet_of("", "mehr", [], background) == ("mehr", "")
    assert outlet_of("", "", [], background) == ("", "")


def test_outlet_key_drops_what_all_outlets_share():
    assert outlet_key("«خبرگزاری مهر»") == outlet_key("مهر")
    assert outlet_key("The TASS news agency") == "tass"


def test_outlet_in_finds_whole_words_only():
    names = {"مهر": "mehr"}
    assert outlet_in(["خبرگزاری", "مهر", "روز"], names) == ("mehr", 1, 2)
    assert outlet_in(["مهربان"], names) is None


@pytest.mark.parametrize(("words", "outlet"), [
    ("روزنامه اطلاعات نوشت", "ettelaat"), ("اطلاعات سپاه نشان می‌دهد", ""),
    ("خبرگزاري فرانسه از بيروت", "afp"), ("فرانسه و آلمان", ""), ("رويتر", "reuters"),
    ("Российская газета", "rg"), ("российская сторона", ""),
])
def test_a_common_word_is_an_outlet_only_beside_a_word_for_one(words, outlet):
    found = outlet_in(plain(words).split(), outlet_names(load()))
    assert (found[0] if found else "") == outlet


def test_an_outlet_that_is_stated_needs_no_such_word():
    names = outlet_names(load())
    assert outlet_called("اطلاعات", names) == "ettelaat"
    assert outlet_called("alyaum", names) == outlet_called("صحيفة اليوم", names) == "alyaum"
    assert outlet_called("nobody's", names) == ""


@pytest.mark.parametrize(("url", "expected"), [
    ("https://www.tass.example/a/1", "tass"), ("http://en.tass.example", "tass"),
    ("https://nottass.example/", ""), ("javascript:alert(1)", ""), ("https://[bad", ""),
])
def test_outlet_of_url(url, expected):
    assert outlet_of_url(url, {"tass.example": "tass"}) == expected


@pytest.mark.parametrize(("name", "told"), [
    ("خبرگزاری فردای نو", True), ("روزنامهٔ کویتی", True), ("«شبکه خبری نمونه", True),
    ("агентства «Образец»", True), ("газеты «Образец»", True), ("صحيفة المثال", True),
    ("news agency Sample", True), ("روابط عمومی وزارت کشور", False), ("بهداشت", False),
    ("пресс-служба", False), ("a spokesman", False), ("", False),
])
def test_a_medium_is_told_by_its_name(name: str, told: bool) -> None:
    assert is_medium(name) is told
