"""Which neighbouring Persian words are written as one: hazm's spacing, without its mistakes.

`hazm_tokens` makes of a few words what hazm's normaliser and tokeniser make of a text of letters,
in a tenth of the time; `joined` undoes the known errors and joins what hazm leaves apart.
`Neighbour` tells from single words who can be joined at all, so
that the rest of a text, nearly all of it, need not be asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from didgah.language.fold import ZWNJ
from didgah.language.number_words import PERSIAN as NUMBER_WORDS
from didgah.language.persian_tools import Tools, constants, tools

SUFFIXES: frozenset[str] = frozenset(constants()["SUFFIXES"])
_AFFIXES = tuple(
    (re.compile(pattern), joint) for pattern, joint in constants()["AFFIX_SPACING_PATTERNS"]
)
# What those patterns join to the word before.
_ENDINGS = frozenset("تر تری ترین گر گری ها های ام ایم اش اند ای اید ات".split()) | SUFFIXES
_DIGITS = re.compile(r"(\d+)")

_HIDDEN = "\ue000\ue001"  # stands for a «می» that is the month of May
_PART = re.compile(r"[^_\u200c]+[_\u200c]*")
_BEING = re.compile(r"(است|اند|بود|بودند)$|ن?شده_")
_GAPS = "_" + ZWNJ

# Second halves that hazm's word list lacks and that never stand alone.
_BOUND = frozenset((
    "گرا گرایی گرایان گرایانه پذیر پذیری گذاری گذار گذاران شناسی شناس شناسان زدایی ستیزی "
    "ستیز هراسی طلبی طلب طلبان طلبانه سالاری ورزی پردازی بندی سازی افکنی جویی جویانه"
).split())
_BOUND_FORMS = frozenset(
    word + joint + ending for word in _BOUND for joint in ("", ZWNJ)
    for ending in ("ها", "های", "هایی", "ی")
) | _BOUND
_AFTER_HAM = frozenset("کوششی اندیشی افزایی زیستی گرایی پیمان پیمانی پیمانان سویی صدایی".split())
# «گفت و گو» and its like are one word however they are spaced.
COUPLED = {("گفت", "گو"): "گفت‌وگو", ("جست", "جو"): "جست‌وجو", ("حل", "فصل"): "حل‌وفصل",
            ("رفت", "آمد"): "رفت‌وآمد"}
_COUPLED_FIRST = frozenset(first for first, _ in COUPLED)
_COUPLED_SECOND = tuple(second for _, second in COUPLED)
_AND_COUPLED = tuple("و" + second for _, second in COUPLED)
_COUPLING = frozenset(("و",)) | _COUPLED_FIRST  # what may stand before the rest

_SCALES = frozenset(("میلیون", "هزار", "میلیارد"))

# A suffix is never joined to one of these («و تر»).
_NEVER_JOINED = frozenset("و که در به از با را تا یا هم این آن".split())
_SUFFIXES = frozenset("ی ای ها های هایی تر تری ترین گر گری ام ات اش یم ید ند مان تان شان ان ین "
                      "م ت ش".split())


@dataclass(frozen=True, slots=True)
class Piece:
    """A token: its characters `[start, end)` of the words with a space between each two."""

    start: int
    end: int
    form: str


@dataclass(frozen=True, slots=True)
class Neighbour:
    """With which words around it one word may make a token; more is allowed than happens."""

    behind: frozenset[str]  # any of these just before it
    always: bool  # whatever stands before it
    ahead: bool  # whatever stands behind it
    participle: bool  # an auxiliary behind it
    auxiliary: bool  # a participle before it


_NOBODY: frozenset[str] = frozenset()
ALONE = Neighbour(_NOBODY, False, False, False, False)


def neighbour(form: str) -> Neighbour:
    """The company that the word `form` (letters and half-spaces) may be joined to."""
    tool = tools()
    first, half_space, rest = form.partition(ZWNJ)
    behind = tool.halves.get(form, _NOBODY)
    if form in _AFTER_HAM:
        behind |= {"هم"}
    if form == "و" or form.startswith(_AND_COUPLED):
        behind |= _COUPLED_FIRST
    elif form.startswith(_COUPLED_SECOND):
        behind |= {"و"}
    always = form in _ENDINGS or form in _BOUND_FORMS or first in _BOUND
    ahead = form in ("می", "نمی") or form in tool.futures
    participle = form in tool.participles or (
        bool(half_space) and rest.rpartition(ZWNJ)[2] in tool.participles
    )
    auxiliary = first in _auxiliary_words()
    if behind or always or ahead or participle or auxiliary:
        return Neighbour(behind, always, ahead, participle, auxiliary)
    return ALONE


@cache
def _auxiliary_words() -> frozenset[str]:
    return frozenset(re.split("[_\u200c]", verb)[0] for verb in tools().auxiliaries)


def stands(form: str) -> bool:
    """Whether `joined` makes of the word `form` alone one token spelled just so."""
    if "هها" in form:
        return False
    if ZWNJ not in form:
        return True
    parts = form.split(ZWNJ)
    return _parted().isdisjoint(parts) and _NEVER_JOINED.isdisjoint(parts)


@cache
def _parted() -> frozenset[str]:
    """Parts of words at which `_split_bad_joins` may cut."""
    return tools().participles | NUMBER_WORDS.keys() | _SCALES


@lru_cache(maxsize=20_000)
def joined(forms: tuple[str, ...], more: bool) -> tuple[Piece, ...]:
    """The tokens that neighbouring words make; `more`: the line goes on behind them.

    Verbs of several words come as one, joined by "_"; half-spaces inside tokens.
    """
    tool = tools()
    line = " ".join(forms)
    solid = [at for at, char in enumerate(line) if char not in " " + ZWNJ]
    tokens = hazm_tokens(list(_without_may(forms, tool)), more)
    return tuple(_completed(_split_bad_joins(_located(tokens, solid), tool), tool))


def _without_may(forms: tuple[str, ...], tool: Tools) -> Iterator[str]:
    """Keep «می» from a word with which it makes no verb («می سال 1996»)."""
    for at, form in enumerate(forms):
        if form == "می" and at + 1 < len(forms):
            verb = f"می{ZWNJ}{forms[at + 1]}"
            yield form if verb in tool.verbs or verb in tool.words else _HIDDEN
        else:
            yield form


def hazm_tokens(forms: list[str], more: bool) -> list[str]:
    """The tokens of hazm's tokeniser for words that its normaliser has spaced."""
    tool = tools()
    return _verbs(_spaced(forms, more, tool), tool)


def _spaced(forms: list[str], more: bool, tool: Tools) -> list[str]:
    """hazm's `Normalizer.correct_spacing`, and its tokeniser's parting of figures."""
    words = tool.words
    out: list[str] = []
    for form in forms:
        if out:
            pair = out[-1] + ZWNJ + form
            known = words.get(pair)
            if (known and known[0]) or (form in SUFFIXES and out[-1] in words):
                out[-1] = pair
                continue
        out.append(form)
    line = " ".join(out) + (" ؛" if more else "")
    for pattern, joint in _AFFIXES:
        line = pattern.sub(joint, line)
    return _DIGITS.sub(r" \1 ", line.removesuffix("؛")).split()


def _verbs(tokens: list[str], tool: Tools) -> list[str]:
    """hazm's `WordTokenizer.join_verb_parts`: «گفته خواهد شد», «رفته است»."""
    out: list[str] = []
    for token in reversed(tokens):
        if out and (token in tool.futures or (
            out[-1] in tool.auxiliaries and token in tool.participles
        )):
            out[-1] = f"{token}_{out[-1]}"
        else:
            out.append(token)
    return out[::-1]


def _located(tokens: list[str], solid: list[int]) -> Iterator[list[Piece]]:
    """Each token as its parts between half-spaces and "_", found again by counting letters."""
    at = 0
    for token in tokens:
        parts = []
        for part in _PART.findall(token.replace(_HIDDEN, "می")):
            size = sum(c not in _GAPS for c in part)
            parts.append(Piece(solid[at], solid[at + size - 1] + 1, part))
            at += size
        if parts:
            yield parts


def _split_bad_joins(tokens: Iterator[list[Piece]], tool: Tools) -> Iterator[Piece]:
    for parts in tokens:
        group = [parts[0]]
        for part in parts[1:]:
            before, bare = group[-1], part.form.strip(_GAPS)
            spaced = part.start > before.end and before.form.endswith(ZWNJ)
            wrong = spaced and (
                bare in tool.participles  # «تشکیل شده است»
                or (before.form.strip(ZWNJ) in _NEVER_JOINED and bare in _SUFFIXES)
                or bare in NUMBER_WORDS or before.form.strip(ZWNJ) in NUMBER_WORDS
                or bare in _SCALES
            )
            if wrong:
                yield _merged(group)
                group = []
            group.append(part)
        yield _merged(group)


def _merged(group: list[Piece]) -> Piece:
    form = "".join(part.form for part in group).strip(_GAPS)
    return Piece(group[0].start, group[-1].end, form)


def _completed(found: Iterator[Piece], tool: Tools) -> list[Piece]:
    """Join what hazm leaves apart: bound second halves, «هم کوششی», «گفت و گو», «شده است»."""
    out: list[Piece] = []
    for piece in found:
        if out:
            last = out[-1]
            if last.form.isalpha() and (
                piece.form in _BOUND_FORMS
                or (last.form == "هم" and piece.form in _AFTER_HAM)
            ):
                out[-1] = Piece(last.start, piece.end, last.form + ZWNJ + piece.form)
                continue
            if last.form in tool.participles and _BEING.match(piece.form):
                out[-1] = Piece(last.start, piece.end, f"{last.form}_{piece.form}")
                continue
            coupled = _coupled(out, piece) if last.form in _COUPLING else None
            if coupled:
                out = coupled
                continue
        out.append(piece)
    return out


def _coupled(out: list[Piece], piece: Piece) -> list[Piece] | None:
    for (first, second), whole in COUPLED.items():
        if piece.form.startswith(second) and len(out) > 1 and (
            out[-1].form, out[-2].form
        ) == ("و", first):
            left, ending = out[:-2], piece.form[len(second):]
            start = out[-2].start
        elif piece.form.startswith("و" + second) and out[-1].form == first:
            left, ending, start = out[:-1], piece.form[len(second) + 1:], out[-1].start
        else:
            continue
        if ending and ending.strip(ZWNJ) not in ("ها", "های", "هایی", "ی", "یی", "هایشان"):
            continue
        return [*left, Piece(start, piece.end, whole + ending)]
    return None
