"""A name as it would stand in a list: no clitics, no case endings, one spelling of letters."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from didgah.annotate.candidates.name_spans import NameSpan
from didgah.annotate.candidates.nominative import listed
from didgah.annotate.candidates.russian_rules import fixed_names
from didgah.annotate.candidates.slovnet_tags import Grammar
from didgah.language.fold import ZWNJ, fold
from didgah.model import Language

Lister = Callable[[str, NameSpan], str]  # (text, a span of it) → the name, "" for none

_SPACES = re.compile(r"\s+")
_LOOSE = re.compile(rf"{ZWNJ}*\s[\s{ZWNJ}]*")
_RUSSIAN_WORD = re.compile(r"[^\W_](?:[\w’'.-]*\w)?\.?")
_INITIALS = re.compile(r"(?<=[А-ЯЁA-Z])\.\s?(?=[А-ЯЁA-Z])")
_POSSESSIVE = re.compile(r"['’]s?$")
_MARKS = re.compile("[\u064b-\u0652\u0670\u0640\u200e\u200f\u2066-\u2069]")


def lister(language: Language, grammar: Mapping[int, Grammar] | None = None) -> Lister:
    """What lists the names of one text; `grammar` is that of a Russian text's words."""
    if language == "ru":
        known = dict(grammar or {})
        return lambda text, span: _russian(text, span, known)
    return {"ar": _arabic, "fa": _persian}.get(language, _plain)


def _plain(text: str, span: NameSpan) -> str:
    return _POSSESSIVE.sub("", _SPACES.sub(" ", text[span.start : span.end]).strip())


def _russian(text: str, span: NameSpan, grammar: dict[int, Grammar]) -> str:
    surface = text[span.start : span.end]
    for pattern, name in fixed_names().items():
        if match := re.match(pattern, surface):
            return name + surface[match.end() :]
    words = [(span.start + m.start(), m[0]) for m in _RUSSIAN_WORD.finditer(surface)]
    quote = next((i for i, c in enumerate(surface) if c in "«\"“„"), len(surface))
    free = [one for one in words if one[0] - span.start < quote]
    if span.kind == "person":
        initials = _INITIALS.sub(". ", surface)
        if initials != surface or re.match(r"[А-ЯЁ]\.", surface):
            head, _, last = initials.rpartition(" ")
            at = words[-1][0] + words[-1][1].rfind(".") + 1 if words else span.start
            nominative = text[span.end : span.end + 2].lstrip()[:1] == ":"  # who speaks
            plain = [last] if nominative else listed([(at, last)], "person", grammar)
            return f"{head} {' '.join(plain)}".strip()
    mended = listed(free, span.kind, grammar)
    pieces, at = [], 0
    for (start, word), plain in zip(free, mended, strict=True):
        pieces += [surface[at : start - span.start], plain]
        at = start - span.start + len(word)
    name = "".join(pieces) + surface[at:]
    return _SPACES.sub(" ", name.replace("[", "").replace("]", "")).strip()


def _arabic(text: str, span: NameSpan) -> str:
    name = _SPACES.sub(" ", _MARKS.sub("", text[span.start : span.end])).strip()
    # «للهيئة»: the article lost its alef to the preposition.
    glued = text[max(0, span.start - 2) : span.start].endswith("لل")
    return f"ال{name}" if glued and not name.startswith("ال") else name


def _persian(text: str, span: NameSpan) -> str:
    name = _MARKS.sub("", fold(text[span.start : span.end]))
    return _LOOSE.sub(" ", name).strip(f" {ZWNJ}")
