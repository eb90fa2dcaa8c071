"""Inflected and clitic-bearing forms of names, one token at a time.

Each language answers one question: which bare word may this token be a form of, and
which letters at its edges belong to something else? Persian and Arabic are stripped at
match time; Russian forms are generated beforehand from the endings of the bare word.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from didgah.language.fold import key


class Reading(NamedTuple):
    """A bare word a token may stand for, and how many letters at each edge are not of it."""

    word: str  # a key, see didgah.language.fold.key
    front: int = 0
    back: int = 0


# «مینیخانفها», «آمریکای», «جده‌ای»: glued plural, ezafe after a vowel. Longest first.
_FA_BACK = ("هایی", "های", "ها")
_FA_EZAFE = ("ای", "وی")
# Clitics that Arabic writes together with the next word: and, so, by, for, like.
_AR_OUTER = "وف"
_AR_INNER = "بلك"


@lru_cache(maxsize=10_000)  # the words of one article, asked by several trees of phrases
def readings(surface: str, language: str) -> tuple[Reading, ...]:
    """The readings of a token as written, the plain one first."""
    plain = Reading(key(surface))
    if language == "fa":
        return (plain, *_persian(plain.word))
    if language == "ar":
        return (plain, *_arabic(surface))
    return (plain,)


def _persian(word: str) -> list[Reading]:
    found = []
    if word.endswith(_FA_BACK):
        found = [
            Reading(word[: -len(tail)], back=len(tail))
            for tail in _FA_BACK
            if word.endswith(tail) and len(word) > len(tail) + 2
        ]
    if word.endswith(_FA_EZAFE) and len(word) > 4:
        found.append(Reading(word[:-1], back=1))
    return found


def _arabic(surface: str) -> list[Reading]:
    found = []
    cuts = [1] if surface[0] in _AR_OUTER else []
    if surface[0] in _AR_INNER:
        cuts.append(1)
    elif len(surface) > 2 and cuts and surface[1] in _AR_INNER:
        cuts.append(2)
    for cut in cuts:
        rest = surface[cut:]
        if len(rest) < 3:
            continue
        found.append(Reading(key(rest), front=cut))
        if surface[cut - 1] == "ل" and rest[0] == "ل":  # «للرياض»: the alef is not written
            found.append(Reading(key("ا" + rest), front=cut))
    return found


def same_word(form: str, surface: str, language: str) -> bool:
    """False where the key hides a difference that makes another word of a name.

    «المان» is no «آلمان», Arabic «على» no «علي», «تركيًا» (indefinite) no «تركيا», «جده» (his
    grandfather) no «جدة».
    """
    if language == "fa":
        return form[0] != "آ" or surface[0] == "آ"
    if language == "ar":
        return not (
            "\u064b" in surface
            or (surface.startswith("على ") and form.startswith("علي "))
            or (len(form) == 3 and form[2] == "ة" and surface[-1] == "ه")
        )
    return True


def russian_forms(word: str) -> frozenset[str]:
    """Keys of the singular (for plural names, plural) case forms of a Russian word's key.

    Endings after Zaliznyak's declension classes as far as names use them; a form too many
    does no harm, because a match also wants the capital letter and the rest of the name.
    """
    found = {word}
    if len(word) < 3:
        return frozenset(found)
    for ending, replacements in _RU_ENDINGS:
        if word.endswith(ending):
            stem = word[: len(word) - len(ending)]
            found |= {stem + new for new in replacements}
            if not ending.startswith(("ий", "ел", "ет", "ец", "ов", "ев", "ин")):
                break
    return frozenset(found)


def plural_forms(word: str, language: str) -> frozenset[str]:
    """Keys of the other forms of a common noun or adjective, number included.

    Persian plurals and Arabic clitics are stripped at match time by `readings`.
    """
    if language == "ru":
        return russian_forms(word) | frozenset(_russian_plural(word))
    if language == "en" and len(word) > 2:
        if word.endswith("y") and word[-2] not in "aeiou":
            return frozenset((word[:-1] + "ies",))
        return frozenset((word + "s",)) if word[-1] not in "sx" else frozenset()
    if language == "ar" and word.endswith("ه"):
        return frozenset((word[:-1] + "ات", word[:-1] + "تها"))
    return frozenset()


def _russian_plural(word: str) -> list[str]:
    for ending, replacements in _RU_PLURALS:
        if word.endswith(ending):
            stem = word[: len(word) - len(ending)]
            return [stem + new for new in replacements]
    return []


_RU_ENDINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ая", ("ой", "ую", "ою")),
    ("яя", ("ей", "юю")),
    ("ое", ("ого", "ому", "ым", "им", "ом")),
    ("ее", ("его", "ему", "им", "ем")),
    ("ые", ("ых", "ым", "ыми")),
    ("ие", ("их", "им", "ими", "ия", "ию", "ием", "ии")),
    ("ый", ("ого", "ому", "ым", "ом")),
    ("ий", ("ого", "ому", "его", "ему", "им", "ом", "ем", "ия", "ию", "ием", "ии")),
    ("ой", ("ого", "ому", "ым", "ом")),
    ("ия", ("ии", "ию", "ией")),
    ("ья", ("ьи", "ье", "ью", "ьей")),
    ("я", ("и", "е", "ю", "ей")),
    ("а", ("ы", "и", "е", "у", "ой", "ою", "ей")),
    ("ь", ("и", "ью", "я", "ю", "ем", "е")),
    ("й", ("я", "ю", "ем", "е")),
    ("ел", ("ла", "лу", "лом", "ле")),
    ("ет", ("та", "ту", "том", "те")),
    ("ец", ("ца", "цу", "цом", "це")),
    ("ы", ("ов", "ам", "ами", "ах")),
    ("о", ("а", "у", "ом", "е")),
    ("е", ("я", "ю", "ем", "и")),
    *(
        (consonant, tuple(consonant + e for e in ("а", "у", "ом", "ем", "е", "ым")))
        for consonant in "бвгджзклмнпрстфхцчшщ"
    ),
)

_RU_PLURALS: tuple[tuple[str, tuple[str, ...]], ...] = (
    *((ending, ("ые", "ие", "ых", "их", "ым", "им", "ыми", "ими"))
      for ending in ("ый", "ий", "ой", "ая", "яя", "ое", "ее")),
    ("ие", ("ия", "ий", "иям", "иями", "иях")),
    ("ия", ("ии", "ий", "иям", "иями", "иях")),
    ("ии", ("ий", "иям", "иями", "иях", "ия", "ию", "ией")),
    ("я", ("и", "ям", "ями", "ях", "ь")),
    ("а", ("ы", "и", "ам", "ами", "ах", "")),
    ("ь", ("и", "ей", "ям", "ями", "ях")),
    ("и", ("ов", "ам", "ами", "ах", "ей", "ям", "ями", "ях")),
    ("ы", ("ов", "ам", "ами", "ах", "")),
    ("о", ("а", "ам", "ами", "ах", "")),
    *(
        (consonant, tuple(consonant + e for e in ("ы", "и", "ов", "ам", "ами", "ах", "ей")))
        for consonant in "бвгджзклмнпрстфхцчшщ"
    ),
)
