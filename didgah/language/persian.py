"""Persian tokens: hazm's spacing and words, brought back to the original offsets.

hazm joins what belongs together («می شود» → «می‌شود», «همکاری ها» → «همکاری‌ها») but moves
every offset and errs in known ways. Its letters stay what they were, so each token is found
again by counting letters; where it errs, its joins are undone here.
"""

from __future__ import annotations

import re
import threading
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from didgah.language.fold import ZWNJ
from didgah.language.numbers import PERSIAN as NUMBER_WORDS

_LOADING = threading.Lock()
_TOOLS: list[Tools] = []

_HIDDEN = "\ue000\ue001"  # stands for a «می» that is the month of May
_SEPARATOR = "؛"
_PART = re.compile(r"[^_\u200c]+[_\u200c]*")
_ENDING = re.compile(rf"{ZWNJ}?(?:ها|های|هایی|ی)$")
_BEING = re.compile(r"(است|اند|بود|بودند)$|ن?شده_")
_PLAIN = re.compile(r"[^\W_](?:[\w\u200c]*\w)?")

# Second halves that hazm's word list lacks and that never stand alone.
_BOUND = frozenset((
    "گرا گرایی گرایان گرایانه پذیر پذیری گذاری گذار گذاران شناسی شناس شناسان زدایی ستیزی "
    "ستیز هراسی طلبی طلب طلبان طلبانه سالاری ورزی پردازی بندی سازی افکنی جویی جویانه"
).split())
_AFTER_HAM = frozenset("کوششی اندیشی افزایی زیستی گرایی پیمان پیمانی پیمانان سویی صدایی".split())
# «گفت و گو» and its like are one word however they are spaced.
COUPLED = {("گفت", "گو"): "گفت‌وگو", ("جست", "جو"): "جست‌وجو", ("حل", "فصل"): "حل‌وفصل",
            ("رفت", "آمد"): "رفت‌وآمد"}

_COUPLING = frozenset({"و"} | {first for first, _ in COUPLED})  # what may stand before the rest

# A suffix is never joined to one of these («و تر»).
_NEVER_JOINED = frozenset("و که در به از با را تا یا هم این آن".split())
_SUFFIXES = frozenset("ی ای ها های هایی تر تری ترین گر گری ام ات اش یم ید ند مان تان شان ان ین "
                      "م ت ش".split())

@dataclass(frozen=True, slots=True)
class Piece:
    """A token of one line: `[start, end)` in the line, its spelling with half-spaces."""

    start: int
    end: int
    form: str


@dataclass(frozen=True)
class Tools:
    """hazm's objects, two seconds to make and read-only afterwards."""

    normalizer: object
    tokenizer: object
    lemmatizer: object
    words: dict[str, tuple[int, tuple[str, ...]]] = field(repr=False)
    verbs: dict[str, str] = field(repr=False)
    participles: frozenset[str] = field(repr=False)


def tools() -> Tools:
    """hazm's objects, made at the first call of the process; safe to call from threads."""
    if not _TOOLS:
        with _LOADING:
            if not _TOOLS:
                _TOOLS.append(_make_tools())
    return _TOOLS[0]


def _make_tools() -> Tools:
    from hazm.lemmatizer import Lemmatizer
    from hazm.normalizer import Normalizer
    from hazm.word_tokenizer import WordTokenizer

    normalizer = Normalizer(
        remove_diacritics=False, remove_specials_chars=False, decrease_repeated_chars=False,
        persian_style=False, persian_numbers=False, unicodes_replacement=False,
        # Its list of verbs would turn «میدانی» into a verb; `_with_mi` asks the word list first.
        seperate_mi=False,
    )
    tokenizer, lemmatizer = WordTokenizer(), Lemmatizer()
    return Tools(
        normalizer, tokenizer, lemmatizer, lemmatizer.words, lemmatizer.verbs,
        frozenset(tokenizer.verbe),
    )


def pieces(line: str) -> list[Piece]:
    """The tokens of one folded line. Verbs of several words come as one, joined by "_"."""
    tool = tools()
    kept = list(_kept(line))
    shown = "".join(
        line[i] if line[i].isalnum() or line[i] in " " + ZWNJ else _SEPARATOR for i in kept
    )
    spaced = tool.normalizer.normalize(_hide_may(shown, tool))
    tokens = tool.tokenizer.tokenize(spaced)
    solid = [i for i in kept if line[i] not in " " + ZWNJ]
    if sum(c not in "_" + ZWNJ for token in tokens for c in token) != len(solid):
        # hazm changed letters here: its spacing cannot be mapped back.
        return [Piece(m.start(), m.end(), m[0]) for m in _PLAIN.finditer(line)]
    found = list(_split_bad_joins(_located(tokens, solid), tool))
    return _joined(found, tool)


def _kept(line: str) -> Iterator[int]:
    """Places of the characters that hazm is shown: no marks, and no runs of space.

    Its patterns take time in the square of such a run.
    """
    last = ""
    for place, char in enumerate(line):
        if char.isalnum() or char == ZWNJ or not _invisible(char):
            if char != last or char not in " " + ZWNJ:
                yield place
            last = char


def _located(tokens: list[str], solid: list[int]) -> Iterator[list[Piece]]:
    """Each token as its parts between half-spaces and "_", with places in the line."""
    at = 0
    for token in tokens:
        token = token.replace(_HIDDEN, "می")
        if "_" not in token and ZWNJ not in token:  # nearly all of them
            if token:
                yield [Piece(solid[at], solid[at + len(token) - 1] + 1, token)]
            at += len(token)
            continue
        parts = []
        for part in _PART.findall(token):
            size = sum(c not in "_" + ZWNJ for c in part)
            parts.append(Piece(solid[at], solid[at + size - 1] + 1, part))
            at += size
        if parts:
            yield parts


def _split_bad_joins(tokens: Iterator[list[Piece]], tool: Tools) -> Iterator[Piece]:
    for parts in tokens:
        if len(parts) == 1 and parts[0].form[-1] not in "_" + ZWNJ:
            yield parts[0]
            continue
        group = [parts[0]]
        for part in parts[1:]:
            before, bare = group[-1], part.form.strip("_" + ZWNJ)
            spaced = part.start > before.end and before.form.endswith(ZWNJ)
            wrong = spaced and (
                bare in tool.participles  # «تشکیل شده است»
                or (before.form.strip(ZWNJ) in _NEVER_JOINED and bare in _SUFFIXES)
                or bare in NUMBER_WORDS or before.form.strip(ZWNJ) in NUMBER_WORDS
                or bare in ("میلیون", "هزار", "میلیارد")
            )
            if wrong:
                yield _merged(group)
                group = []
            group.append(part)
        yield _merged(group)


def _merged(group: list[Piece]) -> Piece:
    form = "".join(part.form for part in group).strip("_" + ZWNJ)
    return Piece(group[0].start, group[-1].end, form)


def _joined(found: list[Piece], tool: Tools) -> list[Piece]:
    """Join what hazm leaves apart: bound second halves, «هم کوششی», «گفت و گو», «شده است»."""
    out: list[Piece] = []
    for piece in found:
        if out:
            last = out[-1]
            if last.form.isalpha() and (
                piece.form in _BOUND or (_ENDING.sub("", piece.form) or piece.form) in _BOUND
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


def _hide_may(shown: str, tool: Tools) -> str:
    """Keep hazm from joining «می» to a word with which it makes no verb («می سال 1996»)."""
    def hide(match: re.Match[str]) -> str:
        joined = f"می{ZWNJ}{match[2]}"
        if joined in tool.verbs or joined in tool.words:
            return match[0]
        return _HIDDEN + match[1]

    return re.sub(rf"(?<![\w{ZWNJ}])می( +)(?=([\w{ZWNJ}]*))", hide, shown)


def _invisible(char: str) -> bool:
    """Diacritics, tatweel, direction marks: no part of a word's spelling."""
    return char == "ـ" or unicodedata.category(char) in ("Mn", "Cf")
