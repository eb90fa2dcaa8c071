"""Sentences, as spans of the original text.

A line break always ends a sentence (agency texts put a headline without a full stop above
its lead, which hazm's splitter joins to it); within a line . ! ? ؟ … do, unless the full
stop belongs to a number, an initial or an abbreviation.
"""

from __future__ import annotations

import re

from didgah.model import Span

_LINE = re.compile(r"[^\n\r\u000b\u000c\u0085\u2028\u2029]+")
_CLOSERS = "»\"”’)\\]}›"
_END = re.compile(
    rf"[.!?؟⸮۔…！？]+[{_CLOSERS}]*"
    r"(?=[\s\u200e\u200f\u00a0]|$|(?<=[\u0600-\u06ff][.!؟])[\u0620-\u06ff«])"
)
_WORD_BEFORE = re.compile(r"[^\W_][\w\u200c'’.-]*$|[^\W\d_]$")
_TRIMMED = (  # spaces of all widths, half-space, direction marks
    " \t\u00a0\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u202f"
    "\u2066\u2067\u2068\u2069\u3000\ufeff"
)
_AHEAD = 200  # characters beside a mark that are looked at
# No writer's sentence is as long; what is longer is cut, so that no rule meets an endless one.
_LONGEST = 3000

# Never the last word of a sentence: a name or number follows.
_BEFORE_NAME = {
    "en": frozenset((
    "mr mrs ms messrs dr prof gen col lt sgt capt adm sen rep gov hon rev st fr pres "
    "amb vs no nos vol fig approx e.g i.e cf"
).split()),
    "ru": frozenset((
    "им ул просп пер стр гл рис табл см ср проф акад ген полк ген.-м зам пом тов гр св "
    "напр т.е т.н т.к т.о пос обл респ ред изд м г-н г-жа"
).split()),
    "ar": frozenset(),
    "fa": frozenset(),
}
# May be the last word; the next word's capital letter tells.
_MAYBE_LAST = {
    "en": frozenset((
    "u.s u.k u.n e.u u.a.e a.m p.m inc ltd co corp jr sr etc al jan feb mar apr jun jul "
    "aug sep sept oct nov dec"
).split()),
    "ru": frozenset((
    "г гг в вв т.д т.п т.ч др пр тыс млн млрд трлн руб долл кв куб янв фев апр авг сент "
    "окт нояб дек"
).split()),
}
_ARABIC_LETTER = re.compile(r"[\u0620-\u064a\u066e-\u06d3]")


def sentences(text: str, language: str) -> tuple[Span, ...]:
    """The sentences of `text` in order, trimmed of white space; offsets into `text`.

    Lines without a letter or digit (rules, bullets) give none. What goes on for more than 3,000
    characters is cut between words.
    """
    found: list[Span] = []
    for line in _LINE.finditer(text):
        start = line.start()
        for end in _END.finditer(text, line.start(), line.end()):
            if _ends(text, line, end, language):
                _keep(found, text, start, end.end())
                start = end.end()
        _keep(found, text, start, line.end())
    return tuple(found)


def _keep(found: list[Span], text: str, start: int, end: int) -> None:
    while end - start > _LONGEST:
        cut = text.rfind(" ", start + 1, start + _LONGEST)
        cut = cut if cut > 0 else start + _LONGEST
        _keep(found, text, start, cut)
        start = cut
    piece = text[start:end]
    stripped = piece.strip(_TRIMMED)
    if not any(c.isalnum() for c in stripped):
        # What is left of «…» or "!!" after a sentence belongs to it.
        return
    lead = piece.index(stripped)
    found.append(Span(start + lead, start + lead + len(stripped)))


def _ends(text: str, line: re.Match[str], end: re.Match[str], language: str) -> bool:
    mark, at = end[0], end.start()
    rest = text[end.end():min(line.end(), end.end() + _AHEAD)].lstrip(_TRIMMED)
    following = rest[:1]
    if not following:
        return True
    if mark[0] != ".":
        # "Что?" — спросил он; a lower-case word goes on with the sentence.
        return not rest.lstrip("—–- «\"")[:1].islower()
    before = _WORD_BEFORE.search(text, max(line.start(), at - 40), at)
    word = before[0].casefold() if before else ""
    glued = end.end() < line.end() and not text[end.end()].isspace()
    if glued:
        # «است.وی»: a missing space, if real words stand on both sides.
        after = re.match(r"«?[\u0620-\u06ff\u200c]+", rest)
        return bool(after) and len(after[0]) > 1 and len(word) > 2 and "." not in word
    if mark.startswith(".."):
        return not following.islower()
    if following.islower():
        return False
    if word.isdecimal() and at - line.start() < _AHEAD and not text[line.start():at].strip(
        _TRIMMED + word
    ):
        return False  # "1. …": a list number that opens the line
    last = word.rpartition(".")[2].rstrip("ـ")
    if len(last) == 1 and last.isalpha():
        if _ARABIC_LETTER.match(last):
            return False  # «ج. ا. ایران», «د. محمد»
        # An initial (В. Путин) is a capital; "в." or "a." is a word or a list letter.
        if text[at - 1].isupper() and (
            len(word) == 1 or word not in _MAYBE_LAST.get(language, ())
        ):
            return False
    if word in _BEFORE_NAME.get(language, ()):
        return False
    if word in _MAYBE_LAST.get(language, ()):
        return following.isupper() or following in "«\"“—"
    return True
