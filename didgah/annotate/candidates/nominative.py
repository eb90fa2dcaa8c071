"""Russian names as they stand in a list: in the nominative.

The model of morphology says the case, gender and number of a word; the endings follow from
these (Zaliznyak's classes, as far as names use them). A name in the nominative, of a foreign
form that is not declined, or of a word the model says nothing about stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from didgah.annotate.candidates.name_words import name_words
from didgah.annotate.candidates.slovnet_tags import Grammar, given_names
from didgah.annotate.matching.inflection import russian_forms
from didgah.model import CandidateKind

_VOWELS = "аеёиоуыэюя"
_PATRONYMIC = re.compile(r"(?:ович|евич|ич)(?:а|у|ем|е)?$|(?:овн|евн|ичн|инич)(?:а|ы|е|у|ой)$")
_WOMAN = re.compile(r"(?:овн|евн|ичн|инич)(?:а|ы|е|у|ой)$")
# Ending in an oblique case → ending in the nominative, first fit; by gender.
_ADJECTIVE_MASCULINE = (
    ("ского", "ский"), ("скому", "ский"), ("ским", "ский"), ("ском", "ский"),
    ("цкого", "цкий"), ("цкому", "цкий"), ("цким", "цкий"), ("цком", "цкий"),
    ("его", "ий"), ("ему", "ий"), ("ого", "ый"), ("ому", "ый"), ("ым", "ый"), ("им", "ий"),
)
_ADJECTIVE_FEMININE = (
    ("ской", "ская"), ("скую", "ская"), ("цкой", "цкая"), ("цкую", "цкая"),
    ("ой", "ая"), ("ую", "ая"), ("ей", "яя"), ("юю", "яя"),
)
_ADJECTIVE_NEUTER = (
    ("ского", "ское"), ("скому", "ское"), ("ским", "ское"), ("ском", "ское"),
    ("ого", "ое"), ("ому", "ое"), ("ым", "ое"), ("ом", "ое"),
    ("его", "ее"), ("ему", "ее"), ("им", "ее"), ("ем", "ее"),
)
_INDECLINABLE = re.compile(r"(?:[оуыэю]|их|ых|ко|швили|дзе|ли|ни|ри|ти|ки|аго)$", re.IGNORECASE)


def listed(
    words: Sequence[tuple[int, str]], kind: CandidateKind, grammar: dict[int, Grammar]
) -> list[str]:
    """The words of a name in the nominative; `words` are (start, word), in order."""
    said = [grammar.get(start, Grammar()) for start, _ in words]
    if kind != "person":
        return _phrase([word for _, word in words], said, kind == "place")
    woman = any(_WOMAN.search(word) for _, word in words) or (
        bool(said) and said[0].gender == "Fem"
        and not any(one.gender == "Masc" for one in said)
    )
    case = next((one.case for one in said if one.case), "")
    first = words[0][1].lower() if words else ""
    declined = {first[:-1] + "я", first[:-1] + "а"} & given_names()  # «Ильи»
    if len(words) > 1 and not woman and first.endswith(("и", "о", "э")) and not declined:
        return [word for _, word in words]  # a foreign name that is not declined
    return [
        _personal(word, one.case or case, woman, i == len(words) - 1 and len(words) > 1)
        for i, ((_, word), one) in enumerate(zip(words, said, strict=True))
    ]


def _personal(word: str, case: str, woman: bool, surname: bool) -> str:
    if case in ("", "Nom") or "." in word or not word[-1].isalpha() or word.isupper():
        return word
    if "-" in word:
        return "-".join(
            _personal(one, case, woman, surname) if one and one[0].isupper() else one
            for one in word.split("-")
        )
    low = word.lower()
    if woman:
        if low.endswith(("ской", "скую", "цкой", "цкую")):
            return _replaced(word, _ADJECTIVE_FEMININE)
        if surname and low.endswith(("овой", "евой", "ёвой", "иной", "ыной")):
            return word[:-2] + "а"
        return _noun(word, case, "Fem") if low[-1] in _VOWELS + "й" else word
    if low.endswith(("ского", "скому", "ским", "ском", "цкого", "цкому", "цким", "цком")):
        return _replaced(word, _ADJECTIVE_MASCULINE)
    if low.endswith(("ого", "его", "ому", "ему")) and len(low) > 5:
        return _replaced(word, _ADJECTIVE_MASCULINE)
    if low.endswith(("овым", "евым", "ёвым", "иным", "ыным")) and len(low) > 5:
        return word[:-2]
    return _noun(word, case, "Masc")


def _noun(word: str, case: str, gender: str) -> str:
    """The nominative singular of a noun of which case and gender are known."""
    low = word.lower()
    if case in ("", "Nom") or len(low) < 3:
        return word
    if gender == "Fem":
        if low.endswith("ии") or (low.endswith(("ию", "ией")) and case in ("Acc", "Ins")):
            return word[: -2 if low.endswith(("ии", "ию")) else -3] + "ия"
        for ending, soft in (("ой", "а"), ("ей", "я"), ("ы", "а"), ("и", ""), ("е", "а"),
                             ("у", "а"), ("ю", "")):
            if low.endswith(ending):
                stem = word[: -len(ending)]
                if ending in ("и", "ю"):
                    hard = stem[-1:].lower() in "гкхжшчщ" and ending == "и"
                    after = "а" if hard else "я" if stem[-1:].lower() in _VOWELS + "ь" else "ь"
                    return stem + after
                return stem + soft
        return word
    if gender == "Neut":
        for ending, plain in (("ом", "о"), ("ем", "е"), ("а", "о"), ("у", "о"), ("я", "е"),
                              ("ю", "е")):
            if low.endswith(ending):
                return word[: -len(ending)] + plain
        return word
    if _INDECLINABLE.search(low) and case != "Dat" and not low.endswith(("у", "ю")):
        return word
    if case in ("Gen", "Acc") and low.endswith(("ы", "и")) and low[-2:] not in ("ии",):
        return word[:-1] + ("я" if low.endswith("и") and low[-2] not in "гкхжшчщ" else "а")
    if case == "Acc" and low.endswith("у"):
        return word[:-1] + "а"
    if case == "Ins" and low.endswith("ой"):
        return word[:-2] + "а"
    for ending in ("ом", "ём", "ем", "ей", "а", "у", "я", "ю", "е"):
        if low.endswith(ending) and ending in _BY_CASE.get(case, ""):
            stem = word[: -len(ending)]
            if not stem:
                return word
            soft = ending in ("я", "ю", "ем", "ём") or (ending == "е" and stem[-1] in _VOWELS)
            if soft and stem[-1].lower() in _VOWELS:
                return stem + "й"
            if soft and ending != "е" and stem[-1].lower() not in "жшчщц":
                return stem + "ь"
            if stem[-1] == "л" and stem[-2:-1] and stem[-2] not in _VOWELS:
                return stem + "ь"  # «Кремле»: no noun ends in «мл»
            return stem
    return word


_BY_CASE: dict[str, tuple[str, ...]] = {
    "Gen": ("а", "я"), "Acc": ("а", "я"), "Dat": ("у", "ю"), "Ins": ("ом", "ем", "ём"),
    "Loc": ("е",),
}


@cache
def _heads() -> dict[str, tuple[str, str]]:
    """Case form of a noun that heads names → the noun, its gender."""
    found: dict[str, tuple[str, str]] = {}
    words = name_words("ru")
    for gender, name in (("Masc", "masculine"), ("Fem", "feminine"), ("Neut", "neuter")):
        for noun in (*words.lists[f"places.{name}"], *words.lists[f"heads.{name}"]):
            for form in (*russian_forms(noun), noun):
                found.setdefault(form, (noun, gender))
            found[noun] = noun, gender
    return found


def _phrase(words: Sequence[str], said: Sequence[Grammar], place: bool) -> list[str]:
    """A noun with the adjectives before it; what depends on it stays in its case."""
    known = next((i for i, word in enumerate(words) if word.lower() in _heads()), None)
    if known is not None and (known == 0 or all(map(_maybe_adjective, words[:known]))):
        noun, gender = _heads()[words[known].lower()]
        cased = words[known][0] + noun[1:] if words[known][0].isupper() else noun
        return [*(_adjective(word, gender) for word in words[:known]), cased, *words[known + 1 :]]
    head = next((i for i, one in enumerate(said) if one.pos in ("NOUN", "PROPN", "X")), None)
    if head is None or not words[head][0].isalpha():
        return list(words)
    noun, one = words[head], said[head]
    gender = one.gender or "Masc"
    if _ACRONYM.fullmatch(noun):
        return [*words[:head], _ACRONYM.fullmatch(noun)[1], *words[head + 1 :]]
    if one.number == "Plur" or one.case in ("", "Nom") or noun.isupper():
        return list(words)
    if _OFFICE.match(noun):
        gender = "Fem" if noun.endswith(("ии", "ию", "ией")) else "Masc"
    before = [
        _adjective(word, gender) if _maybe_adjective(word) else word for word in words[:head]
    ]
    if _maybe_adjective(noun) and noun.lower().endswith(_ADJECTIVE_ENDS):
        plain = _adjective(noun, gender)
    elif _INDECLINABLE.search(noun) and not (one.case == "Dat" and noun.endswith("у")):
        plain = noun
    else:
        plain = _noun(noun, one.case, gender)
    rest = list(words[head + 1 :])
    if place and len(rest) == 1 and said[-1].case == one.case != "Gen":
        rest = [_noun(rest[0], one.case, said[-1].gender or "Masc")]
    return [*before, plain, *rest]


_ACRONYM = re.compile(r"([А-ЯЁ]{2,})(?:а|у|ом|е|ы|ов)")
_OFFICE = re.compile(r"(?:Мин|Рос|Гос)[а-я]{3,}")
_ADJECTIVE_ENDS = ("ского", "скому", "ским", "ском", "ской", "скую")


def _maybe_adjective(word: str) -> bool:
    return word.lower().endswith(
        ("ый", "ий", "ого", "его", "ому", "ему", "ым", "им", "ом", "ем", "ая", "яя", "ой", "ей",
         "ую", "юю", "ое", "ее")
    )


def _adjective(word: str, gender: str) -> str:
    table = {"Fem": _ADJECTIVE_FEMININE, "Neut": _ADJECTIVE_NEUTER}.get(
        gender, _ADJECTIVE_MASCULINE
    )
    return _replaced(word, table)


def _replaced(word: str, table: Sequence[tuple[str, str]]) -> str:
    low = word.lower()
    for ending, plain in table:
        if low.endswith(ending):
            return word[: -len(ending)] + plain
    return word
