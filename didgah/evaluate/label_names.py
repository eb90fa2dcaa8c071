"""What other corpora call the things that we call person, place, organisation, date."""

from __future__ import annotations

from collections.abc import Mapping

_NAMES = {
    "person": "per pers person people",
    "place": "loc location place gpe fac facility geo geopolitical locality country city",
    "organisation": "org organisation organization pog company corporation agency media",
}
_DATES = {
    "date": "date dat timex timex3",
    "time": "time tim",
    "duration": "duration dur",
    "set": "set",
}
DEFAULTS: dict[str, dict[str, str]] = {
    task: {word: kind for kind, words in table.items() for word in words.split()}
    for task, table in (("names", _NAMES), ("dates", _DATES))
}


def kinds_of(task: str, more: Mapping[str, str]) -> dict[str, str]:
    """Label in lower case → our kind, for a task; `more` adds or overrides ("" drops one)."""
    return DEFAULTS.get(task, {}) | {label.casefold(): kind for label, kind in more.items()}


def parse_mapping(text: str) -> dict[str, str]:
    """"PER=person,LOC=place" as a mapping, a label "B-pers" or "B_PER" without its prefix.

    Raises ValueError, with the words for a person, for anything else.
    """
    mapping = {}
    allowed = {kind for table in (_NAMES, _DATES) for kind in table} | {""}
    for pair in filter(None, (part.strip() for part in text.split(","))):
        label, equals, kind = (part.strip() for part in pair.partition("="))
        if not equals or not label or kind not in allowed:
            raise ValueError(f"{pair!r}: write LABEL=KIND, KIND being one of "
                             f"{', '.join(sorted(allowed - {''}))}, or empty to leave it out")
        mapping[split_tag(label)[1]] = kind
    return mapping


def split_tag(tag: str) -> tuple[str, str]:
    """"B-pers", "B_PER" or "pers" as prefix ("" when there is none) and label in lower case."""
    if tag[:1] in "BIESLU" and tag[1:2] in ("-", "_"):
        return tag[0], tag[2:].casefold()
    return "", tag.casefold()
