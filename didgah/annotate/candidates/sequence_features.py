"""Features of the sequence model for Persian names.

Every feature is a function of one word form, of the classes of two neighbours, or of a run of
words that a list holds, so that scores can be added up from tables (`sequence_model`).
Words are compared by `didgah.language.fold.key`: Arabic letters, digits, diacritics and
half-spaces make no difference.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from didgah.annotate.candidates.sequence_lists import common_word, name_lists
from didgah.annotate.matching.phrases import TOKEN
from didgah.language.fold import fold, key

# A word as names are matched (half-spaces part words), or any other single visible sign.
SIGNS = (r"^\w\s\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670"
         r"\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\u00ad")
TOKENS = re.compile(f"{TOKEN.pattern}|[{SIGNS}]")
OUTSIDE = ""  # stands before the first and behind the last word of a sentence
REACH = 2  # words to each side that have a say
OFFSETS = tuple(range(-REACH, REACH + 1))
LABELS = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG")

_MARKS = re.compile(r"[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670]+")
_NUMBER = re.compile(r"\d+")
_FRAMES = frozenset("، , . : ؛ ; « » \" ( ) [ ] - – — / ! ؟ ? * …".split())
# Words that decide by themselves what their neighbours are.
_FUNCTION = frozenset(key(w) for w in (
    "و در به از با را که این آن بر تا یا هم نیز برای هر همه بین میان علیه توسط طی پس پیش است بود "
    "شد کرد شده کرده دارد می های ها گفت افزود داشت وی او خود نام سوی نقل گزارش"
).split())


class Word(NamedTuple):
    """What is worked out once for a word form.

    `features` are (kind, value, widest offset at which it counts); `group` is its class for
    features of two neighbours.
    """

    features: Sequence[tuple[str, str, int]]
    group: str


def feature_name(kind: str, value: str) -> str:
    """A feature as models name it: "s=ان"; one without a kind is its value."""
    return f"{kind}={value}" if kind else value


def feature_of(name: str) -> tuple[str, str]:
    """Kind and value of a feature by its name."""
    kind, equal, value = name.partition("=")
    return (kind, value) if equal else ("", name)


def read_word(surface: str, hidden: bool = False) -> Word:
    """The features of a word as written.

    `hidden` is for training only: as if no list and no training text had the word, so that
    the model learns to do without.
    """
    if surface == OUTSIDE:
        return Word((("", "edge", REACH),), "EDGE")
    word = key(surface)
    first = surface[0]
    if not first.isalnum():
        group = f"S{first}" if first in _FRAMES else "S"
        return Word((("w", first, REACH), ("", "sign", 1)), group)
    if word[:1].isdigit():
        shape = _NUMBER.sub(lambda m: "9" * min(len(m[0]), 4), word)
        return Word((("w", shape, REACH), ("", "number", REACH)), "NUM")
    if word[:1].isascii():
        kind = "LATIN" if surface.isupper() else "Latin"
        return Word((("", kind, 1), ("w", word, 0)), "LATIN")
    # A form that is its own key has nothing to fold and no marks.
    return _persian(word, word if word == surface else _MARKS.sub("", fold(surface)), hidden)


def _persian(word: str, written: str, hidden: bool) -> Word:
    lists = name_lists()
    flags = () if hidden else lists.flags.get(word) or lists.flags.get(_bare(word), ())
    form = lists.surname_form(word)
    if hidden and form == "name+":
        form = "sure" if word.endswith(lists.endings) else ""
    count, tags = (0, "") if hidden else common_word(written)
    common = "new" if not tags else "rare" if count < 6 else "some" if count < 7 else "much"
    plain = [f for f in flags if ":" not in f]
    joint = "+".join(plain)
    size = len(word)
    features = [("c", common, REACH), ("t", tags, 1), ("n", str(size) if size < 8 else "8", 0)]
    if not hidden:
        features.append(("w", word, REACH))
    features += [("l", f, REACH) for f in flags]
    features.append(("j", f"{joint}|{common}", 1))
    if form:
        features += (("f", form, 1), ("f", f"{form}|{common}", 1))
    if size > 2:
        features += (("s", word[-2:], 1), ("p", word[:2], 0))
    if size > 3:
        features += (("s", word[-3:], 1), ("p", word[:3], 0))
    if size > 4:
        features += (("s", word[-4:], 0), ("p", word[:4], 0))
    return Word(features, _group(word, plain, form, tags, common))


def _bare(word: str) -> str:
    """The word without the Arabic article («الرمادی» is listed as «رمادی»)."""
    return word[2:] if word.startswith("ال") and len(word) > 5 else word


def _group(word: str, flags: Sequence[str], form: str, tags: str, common: str) -> str:
    if word in _FUNCTION:
        return f"={word}"
    if flags:
        for flag in ("title", "head", "cue", "behind", "nation", "not"):
            if flag in flags and "place" not in flags:
                return flag
        names = "".join(
            letter for letter, flag in (
                ("G", "given"), ("S", "surname"), ("L", "place"), ("O", "org"), ("K", "kind"),
            ) if flag in flags
        )
        if names:
            return names + ("~" if common == "much" else "")
    if form:
        return "F" if common in ("new", "rare") else "f"
    if not tags:
        return "new"
    return "N" if tags.startswith("N") else "A" if tags.startswith("AJ") else "X"


def phrase_flags(
    keys: Sequence[str], starts: Iterable[int] | None = None
) -> Iterator[tuple[int, str]]:
    """(position, flag) for each word of a run that a list holds, leftmost and longest.

    `keys` are `key`s of the words, `starts` the positions where a run may begin, in order
    (default: all); flags are the kind of entry with B, I or E for the place in the run.
    """
    phrases = name_lists().phrases
    free = 0
    for at in range(len(keys)) if starts is None else starts:
        if at < free:
            continue
        for words, kind in phrases.get(keys[at], ()):
            free = at + len(words)
            if tuple(keys[at:free]) == words:
                yield at, f"B-{kind}"
                for inner in range(at + 1, free - 1):
                    yield inner, f"I-{kind}"
                yield free - 1, f"E-{kind}"
                break
        else:
            free = at + 1
