"""Words of a text with their lemmas, at offsets into the original.

Persian goes through hazm (`didgah.language.persian`), Russian, Arabic and English through
simplemma's tables. The lemma is what is counted; the form is what a reader is shown.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import cache

from didgah.bundled import LEXICONS
from didgah.language import persian
from didgah.language.fold import ZWNJ, fold, key
from didgah.language.lemma_tables import in_table, table_lemma
from didgah.language.persian_lemmas import lemma as persian_lemma

_WORD = re.compile(r"[^\W_]+(?:[-‑'’][^\W_]+)*")
_ARABIC_WORD = re.compile(r"[^\W_][\w\u0610-\u061a\u064b-\u065f\u0670]*")
_ARABIC_MARKS = re.compile(r"[\u0610-\u061a\u0640\u064b-\u065f\u0670\u200b-\u200f\ufeff]")
# و ف ب ك ل and the article, longest first; what is left must be a word.
_PROCLITICS = ("وبال", "وكال", "فال", "وال", "بال", "كال", "ولل", "لل", "ال", "و", "ف", "ب", "ك",
               "ل")
# Possessive pronouns and regular endings.
_ENCLITICS = ("", "ها", "هما", "هم", "هن", "نا", "كم", "ه", "ين", "ون", "ان", "ات", "ية")
_INFINITIVE = ("ать", "ять", "еть", "ить", "уть", "оть", "ыть", "ться", "тись", "чься", "вести",
               "нести", "йти")
_NO_INFINITIVES = frozenset(
    "память печать сеть треть нить кровать рать тетрадь мать путь суть муть ртуть медь "
    "благодать площадь зять гать плеть".split()
)
# simplemma takes these for something else.
_LEMMAS = {
    "en": {"meeting": "meeting", "left": "left", "united": "united", "building": "building",
           "saw": "see", "states": "state"},
    "ar": {"رياض": "رياض", "الرياض": "الرياض"},
    "ru": {},
}


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """What is known of a word or number, wherever it stands.

    `form` is the word as it should be spelled (half-spaces in, Arabic-keyboard letters and
    diacritics out); `lemma` the key it is counted under. `is_word` is False for numbers. One
    object stands for all places of a word, so it is compared by identity.
    """

    form: str
    lemma: str
    is_word: bool
    is_stop: bool
    is_verb: bool = False
    key: str = ""  # `fold.key` of the form
    opens: tuple[tuple[str, ...], ...] = ()  # the phrases of the stop list that begin with it


# What is remembered of each language, by the word as written: that of some hundred articles.
_REMEMBERED = 60_000  # words
_LONG = 60  # letters; what is longer is no word and is not remembered
_known: dict[str, dict[str, Word]] = {}

# A word and its `[start, end)` in the text.
Place = tuple[Word, int, int]


@dataclass(frozen=True, slots=True)
class Token:
    """A word or number of a text: a `Word`, and `surface`, the text at `[start, end)`."""

    surface: str
    form: str
    lemma: str
    start: int
    end: int
    is_word: bool
    is_stop: bool
    is_verb: bool = False


def tokens(text: str, language: str) -> tuple[Token, ...]:
    """The tokens of `text` in order; offsets into `text`. Unknown languages are lower-cased."""
    return tuple(
        Token(text[start:end], word.form, word.lemma, start, end, word.is_word, word.is_stop,
              word.is_verb)
        for word, start, end in words_in(text, language)
    )


def words_in(text: str, language: str, folded: str = "") -> list[Place]:
    """The words and numbers of `text` in order, as `tokens` has them but without copies.

    `folded` is `fold(text)` where it is known already.
    """
    known = _known.setdefault(language, {})
    if language == "fa":
        found = [
            (known.get(form) or _learnt(form, language, known), start, end)
            for start, end, form in persian.pieces(folded or fold(text))
        ]
    else:
        pattern = _ARABIC_WORD if language == "ar" else _WORD
        found = [
            (word, *match.span())
            for match in pattern.finditer(text)
            if (word := known.get(match[0]) or _learnt(match[0], language, known)).form
        ]
    return _with_phrases(found, text, language)


def _learnt(written: str, language: str, known: dict[str, Word]) -> Word:
    """What is known of a word, remembered in `known` for the next time it stands somewhere."""
    word = _persian_word(written) if language == "fa" else _word(written, language)
    if len(written) <= _LONG:
        if len(known) >= _REMEMBERED:
            known.clear()
        known[written] = word
    return word


def _persian_word(spelled: str) -> Word:
    """A word as `persian.pieces` spells it."""
    form = spelled.replace("_", " ")
    word = form.isalpha() or any(c.isalpha() for c in form)
    lemma, verb = persian_lemma(spelled) if word else (form, False)
    if word and form.isascii():
        lemma = form.casefold()
    stops = stop_words("fa")
    written = key(form)
    stop = written in stops or (lemma != form and key(lemma) in stops)
    return Word(form, lemma, word, stop, verb, written, _stop_phrases("fa").get(written, ()))


def _word(surface: str, language: str) -> Word:
    """A word or number as written; its form is empty when it is made of marks alone."""
    form = _form(surface, language)
    lemma = _lemma(form, language)
    return Word(
        form, lemma, any(c.isalpha() for c in form),
        _is_stop(form, lemma, language, stop_words(language)),
        language == "ru" and _russian_verb(lemma),
        key(form), _stop_phrases(language).get(key(form), ()),
    )


@cache
def stop_words(language: str) -> frozenset[str]:
    """Keys (`fold.key`) of the words that say nothing of a text's subject, by lemma or form.

    Empty for a language without a list under data/lexicons/stop.
    """
    path = LEXICONS / "stop" / f"{language}.txt"
    if language not in ("fa", "ru", "ar", "en") or not path.is_file():
        return frozenset()
    lines = path.read_text(encoding="utf-8").splitlines()
    words = {key(word) for line in lines for word in re.split("[,،]", line.partition("#")[0])}
    return frozenset(words - {""})


@cache
def _stop_phrases(language: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """First word → the phrases of the stop list that begin with it, longest first."""
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for entry in stop_words(language):
        words = tuple(entry.split())
        if len(words) > 1:
            phrases.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(found, key=len, reverse=True)) for first, found in phrases.items()}


def _with_phrases(found: list[Place], text: str, language: str) -> list[Place]:
    """The words, those of a stop phrase («انتهای پیام») marked as stop words."""
    for at, (word, start, _) in enumerate(found):
        if not word.opens or at + 1 == len(found):
            continue
        following = found[at + 1][0].key
        for phrase in word.opens:
            if phrase[1] != following:
                continue
            here = found[at:at + len(phrase)]
            if tuple(one.key for one, _, _ in here) == phrase and (
                language != "fa" or _unbroken(text[start:here[-1][2]])
            ):
                found[at:at + len(phrase)] = [
                    (one if one.is_stop else replace(one, is_stop=True), *place)
                    for one, *place in here
                ]
                break
    return found


def _unbroken(text: str) -> bool:
    """Whether no punctuation parts the words."""
    return all(
        c.isalnum() or c.isspace() or unicodedata.category(c) in ("Mn", "Cf") for c in text
    )


def _is_stop(form: str, lemma: str, language: str, stops: frozenset[str]) -> bool:
    written = key(form)
    if written in stops or key(lemma) in stops:
        return True
    # وقد، فهي: a conjunction written together with a stop word.
    return language == "ar" and written[:1] in ("و", "ف") and written[1:] in stops


def _russian_verb(lemma: str) -> bool:
    """Whether a Russian lemma is an infinitive, told by its ending."""
    return lemma.endswith(_INFINITIVE) and lemma not in _NO_INFINITIVES


def _form(surface: str, language: str) -> str:
    if language == "ar":
        return _ARABIC_MARKS.sub("", unicodedata.normalize("NFC", surface))
    return surface.replace("’", "'").replace("‑", "-").replace(ZWNJ, "")


def _lemma(form: str, language: str) -> str:
    known = _LEMMAS.get(language, {}).get(form.casefold())
    if known:
        return known
    if language == "ar":
        return _arabic(form)
    word = form.casefold()
    if language == "en":
        word = re.sub(r"'s?$", "", word)
        return table_lemma(word, "en").casefold() if word.isalpha() else word
    if language == "ru":
        head, hyphen, last = word.rpartition("-")
        lemma = table_lemma(last, "ru").casefold()
        return (head + hyphen + lemma).replace("ё", "е")
    return word


def _arabic(form: str) -> str:
    """simplemma's lemma, of the word or of what is left when clitics are taken off."""
    for prefix in ("", *_PROCLITICS):
        if not form.startswith(prefix) or len(form) - len(prefix) < 3:
            continue
        rest = form[len(prefix):]
        for suffix in _ENCLITICS:
            stem = rest[:len(rest) - len(suffix)]
            if not rest.endswith(suffix) or len(stem) < 3:
                continue
            for word in (stem, stem[:-1] + "ة") if suffix and stem.endswith("ت") else (stem,):
                if in_table(word, "ar"):
                    return table_lemma(word, "ar")
    for prefix in _PROCLITICS:
        # An unknown word, mostly a name: only the article and what stands before it are sure.
        rest = form.removeprefix(prefix)
        if prefix.endswith(("ال", "لل")) and rest != form and len(rest) > 2:
            return rest
    return form
