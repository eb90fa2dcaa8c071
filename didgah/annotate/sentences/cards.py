"""Cards: what a page shows when one points at a name, and a text copied from it runs into.

"Министр финансов Антон Силуанов Силуанов Антон Германович Министр финансов Российской
Федерации , помощник …": the surname comes again with the given name behind it, then the
office, then a mark after a space. Such words tell nothing new and tear sentences apart.
"""

from __future__ import annotations

import re

from didgah.model import Span

_LOWER = "[а-яё'’-]"
_GAP = "[ \u00a0]"
# The surname in any case, the same at the head of the card, the given name behind it.
_AGAIN = re.compile(
    rf"(?<!\w)(?P<stem>[А-ЯЁ]{_LOWER}{{1,2}}){_LOWER}*(?P<card>{_GAP}(?P=stem){_LOWER}*"
    rf"{_GAP}(?P<given>[А-ЯЁ])(?:{_LOWER}|(?<=-)[А-ЯЁ])+"
    rf"(?:{_GAP}[А-ЯЁ]{_LOWER}+(?:вич|вна|ична|ич|оглы|кызы)(?!\w))?)"
)
_BEFORE = re.compile(rf"([А-ЯЁ])(?:\.|{_LOWER}+)")
_NEAR = 40  # characters before the surname in which the given name stands
_OFFICE = re.compile(rf"{_GAP}[^,.:;()!?«»\n]{{0,160}}?{_GAP}(?=[,.:;)])")
# In front of an office with quotation marks: "генеральный директор «…» ,".
_QUOTED = re.compile(rf"{_GAP}[^,.:;()!?\n]{{0,200}}?{_GAP}(?=[,.:;)])")


def cards_in(text: str) -> tuple[Span, ...]:
    """The cards of a Russian text, in order, each from behind the name it belongs to.

    Where nothing shows the end of its office a card is the name alone.
    """
    names = [
        match for match in _AGAIN.finditer(text)
        if match["given"] in _BEFORE.findall(
            text[max(0, match.start() - _NEAR):match.start()])[-2:]
    ]
    cards = []
    for number, match in enumerate(names):
        start, end = match.span("card")
        until = names[number + 1].start() if number + 1 < len(names) else len(text)
        office = _OFFICE.match(text, end, until + 1) or _QUOTED.match(text, end, until + 1)
        if text[end:end + 2] in (" ,", " .", " :"):
            end += 1
        elif office:
            end = office.end()
        cards.append(Span(start, end))
    return tuple(cards)
