"""Russian names brought to the nominative from case and gender."""

import pytest

from didgah.annotate.candidates.nominative import listed
from didgah.annotate.candidates.slovnet_tags import Grammar


def nominative(words: str, kind: str, *said: str) -> str:
    """`said` is "POS Case Gender" per word."""
    found, grammar, at = [], {}, 0
    for word, one in zip(words.split(), said, strict=True):
        pos, case, gender = one.split()
        found.append((at, word))
        grammar[at] = Grammar(pos, case, gender, "Sing")
        at += len(word) + 1
    return " ".join(listed(found, kind, grammar))


@pytest.mark.parametrize(("given", "case", "wanted"), [
    ("Сергея Лаптева", "Gen", "Сергей Лаптев"),
    ("Сергею Лаптеву", "Dat", "Сергей Лаптев"),
    ("Сергеем Лаптевым", "Ins", "Сергей Лаптев"),
    ("Сергее Лаптеве", "Loc", "Сергей Лаптев"),
    ("Игорю Дубовскому", "Dat", "Игорь Дубовский"),
    ("Олегом Зиминым", "Ins", "Олег Зимин"),
    ("Никиту Зимина", "Acc", "Никита Зимин"),
    ("Ильи Зимина", "Gen", "Илья Зимин"),
    ("Али Зарифи", "Dat", "Али Зарифи"),
    ("Касым-Жомартом Беловым", "Ins", "Касым-Жомарт Белов"),
    ("Сергей Лаптев", "Nom", "Сергей Лаптев"),
])
def test_men(given, case, wanted):
    said = [f"PROPN {case} Masc"] * 2
    assert nominative(given, "person", *said) == wanted


@pytest.mark.parametrize(("given", "case", "wanted"), [
    ("Анны Лаптевой", "Gen", "Анна Лаптева"),
    ("Анне Лаптевой", "Dat", "Анна Лаптева"),
    ("Анной Лаптевой", "Ins", "Анна Лаптева"),
    ("Анну Лаптеву", "Acc", "Анна Лаптева"),
    ("Марии Дубовской", "Gen", "Мария Дубовская"),
    ("Марией Шмидт", "Ins", "Мария Шмидт"),
])
def test_women(given, case, wanted):
    said = [f"PROPN {case} Fem"] * 2
    assert nominative(given, "person", *said) == wanted


@pytest.mark.parametrize(("given", "said", "wanted"), [
    ("Томской области", ("ADJ Loc Fem", "NOUN Loc Fem"), "Томская область"),
    ("Приморского края", ("ADJ Gen Masc", "NOUN Gen Masc"), "Приморский край"),
    ("Чёрным морем", ("ADJ Ins Neut", "NOUN Ins Neut"), "Чёрное море"),
    ("Томску", ("PROPN Dat Masc",), "Томск"),
    ("Самаре", ("PROPN Loc Fem",), "Самара"),
    ("Черногорией", ("PROPN Ins Fem",), "Черногория"),
    ("Осло", ("PROPN Loc Neut",), "Осло"),
    ("Ярославле", ("PROPN Loc Masc",), "Ярославль"),
])
def test_places(given, said, wanted):
    assert nominative(given, "place", *said) == wanted


@pytest.mark.parametrize(("given", "said", "wanted"), [
    ("Национального банка развития", ("ADJ Gen Masc", "NOUN Gen Masc", "NOUN Gen Neut"),
     "Национальный банк развития"),
    ("Министерством труда", ("NOUN Ins Neut", "NOUN Gen Masc"), "Министерство труда"),
    ("Русской церковью", ("ADJ Ins Fem", "NOUN Ins Fem"), "Русская церковь"),
    ("Минтрансом", ("PROPN Ins Masc",), "Минтранс"),
    ("БАМа", ("PROPN Gen Masc",), "БАМ"),
    ("ООН", ("PROPN Gen Fem",), "ООН"),
])
def test_bodies(given, said, wanted):
    assert nominative(given, "organisation", *said) == wanted


def test_a_word_without_grammar_stays():
    assert listed([(0, "Томску")], "place", {}) == ["Томску"]
