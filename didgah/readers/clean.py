"""Characters that no text needs and some programs stumble over.

Only what carries no text goes: control characters, halves of surrogate pairs,
noncharacters. Letters, half-spaces, joiners and marks of direction (overrides too, which
are harmless where they are shown isolated) stay as published.
"""

from __future__ import annotations

import html
import re

_NEWLINES = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_BROKEN = re.compile("[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")
_SPACE = re.compile(r"\s+")


def clean(text: str) -> tuple[str, int, int]:
    """`text` with newlines as "\\n"; how many controls went, and how many characters became �."""
    text = _NEWLINES.sub("\n", text)
    text, controls = _CONTROLS.subn("", text)
    text, broken = _BROKEN.subn("\ufffd", text)
    return text.removeprefix("\ufeff"), controls, broken


def one_line(text: str) -> str:
    """`text` on one line, runs of space and newline as one space, ends trimmed."""
    return _SPACE.sub(" ", text).strip(" \ufeff")


def unescape(text: str) -> str:
    """Character references of HTML as the characters, once: what is escaped twice stays."""
    return _REFERENCE.sub(lambda found: html.unescape(found[0]), text) if "&" in text else text


def has_words(text: str) -> bool:
    """True when there is a letter or a digit in it."""
    return any(c.isalnum() for c in text)
