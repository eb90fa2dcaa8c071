"""«سموه», «فخامته», «الوزارة»: whom an Arabic word of honour or a bare body means.

A word of honour goes with a rank: «سموه» is whoever was last named as «سمو …», and not another
who speaks. A bare body is the one of its sort that was last named.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from didgah.annotate.sentences.skeleton import Actor
from didgah.annotate.statements.bare_offices import actors_before

if TYPE_CHECKING:
    from didgah.annotate.statements.talk import Talk

_HONOURS = {
    "سموه": "سمو", "فخامته": "فخامه", "جلالته": "جلاله", "معالیه": "معالی", "سعادته": "سعاده",
    "سماحته": "سماحه", "سیادته": "سیاده",
}
_TITLED = {
    word: re.compile(rf"(?<!\w)[وفبلک]?(?:ال)?{title}(?!\w)[^.،؛:\n]*$")
    for word, title in _HONOURS.items()
}
_BODIES = {
    "الوزاره": re.compile("وزار|خارجی|داخلی|دفاع"), "الخارجیه": re.compile("خارجی"),
    "الریاسه": re.compile("ریاسه|کرملین"), "المنظمه": re.compile("منظمه"),
    "الجامعه": re.compile("جامعه"), "الامانه": re.compile("امانه"),
}
_AHEAD = 60  # characters before a name in which its title stands


def honoured(talk: Talk, words: str, at: int) -> Actor | None:
    """The person named last before the article offset `at` with the title of `words`."""
    titled = _TITLED.get(words)
    if titled is None:
        return None
    flat = talk.reading.flat
    named = list(actors_before(talk, at))
    floors = [*(one.end for one in named[1:]), 0]  # a title goes with the name behind it
    return next((
        one for one, floor in zip(named, floors, strict=True)
        if one.kind == "person" and titled.search(
            flat[max(floor, one.start - _AHEAD):one.end])
    ), None)


def body_meant(talk: Talk, words: str, at: int) -> Actor | None:
    """The organisation of the sort that `words` name which came up last before `at`."""
    sort = _BODIES.get(words)
    if sort is None:
        return None
    flat = talk.reading.flat
    return next((
        one for one in actors_before(talk, at)
        if one.kind == "organisation" and sort.search(flat, one.start, one.end)
    ), None)
