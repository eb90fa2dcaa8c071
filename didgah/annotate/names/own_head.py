"""The head of state on the pages of his own office: a bare «Президент», «глава государства».

Elsewhere a bare title means whoever was spoken of last; the site of a president's office has
no other president without his country.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from didgah.annotate.sentences.ranks import held
from didgah.model import Mention, Reference, Registry

OFFICIAL = frozenset(("kremlin",))  # outlets that are the site of a president's office
_TITLE = re.compile(
    r"(?<![\w-])(?:Президент|[Гг]лава (?:[Рр]оссийского )?государства)(?![\w-])"
    r"(?! +[А-ЯЁA-Z«])(?! [—–-] )"
)
# "Уважаемый господин Президент!" greets the guest; behind a name it is that person's office.
_GREETING = re.compile(
    r"(?:[Гг]осподин|[Уу]важаем\w+|[Тт]оварищ|[Дд]орогой|[Гг]оспожа|[А-ЯЁ][\w-]+(?:,| [–—-])) $"
)


def find_own_head(
    text: str, outlet: str, mentions: Sequence[Mention | Reference], published: date | None,
    registry: Registry,
) -> tuple[Reference, ...]:
    """The bare titles that mean the president whose office publishes the Russian text."""
    if outlet not in OFFICIAL:
        return ()
    home = registry.entities[f"outlet:{outlet}"].country
    person = _president(home, published, registry)
    taken = {at for one in mentions for at in range(one.start, one.end)}
    return tuple(
        Reference(person, "person", match.group(), *match.span(), "office")
        for match in _TITLE.finditer(text)
        if person and not taken.intersection(range(*match.span()))
        and not _GREETING.search(text, max(0, match.start() - 20), match.start())
    )


def _president(home: str, day: date | None, registry: Registry) -> str:
    """Who alone was president of a country on a day; "" when that is not certain."""
    people = {
        one.id for one in registry.entities.values() if one.kind == "person"
        for office in held(one, day)
        if office.office == "president"
        and office.of in registry.entities and registry.entities[office.of].country == home
        and registry.entities[office.of].type == "country"
    }
    return people.pop() if len(people) == 1 else ""
