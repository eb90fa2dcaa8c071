"""What a dated page's headline alone names: «Встреча с …», «Телефонный разговор с …».

Asked for only when title and lead tell of nothing else. The other party is whoever speaks
first below, or the first person of the registry whom the body names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from didgah.annotate.meetings.drafts import Draft
from didgah.annotate.meetings.strangers import Strangers, is_stranger
from didgah.annotate.sentences.reading import Reading
from didgah.annotate.sentences.skeleton import Actor
from didgah.annotate.statements.reported import Spoken
from didgah.model import Span

_SOON = 4  # sentences of the body in which the other party is named
_HEADINGS = tuple((kind, re.compile(words)) for kind, words in (
    ("call", r"[\" ]*телефонн\w+ (?:разговор|беседа)"),
    ("bilateral", r"[\" ]*(?:рабочая |двусторонняя |неформальная )?(?:встреча|беседа) с"),
    ("bilateral", r"[\" ]*(?:[\w-]+ )?(?:переговоры|консультации)(?!\w)"),
    ("session", r"[\" ]*(?:(?:расширенное|пленарное|торжественное) )?(?:заседание|коллегия)(?!\w)"),
    ("meeting", r"[\" ]*(?:торжественн\w+ )?(?:церемония|вручение|открытие|при[её]м)(?!\w)"),
    ("meeting", r"[\" ]*(?:концерт|парад|посещение|пресс-конференция|совещание)(?!\w)"),
    ("meeting", r"[\" ]*(?:возложение|запуск|спуск)(?!\w)"),
))


def find_headed(reading: Reading, spoken: Spoken, strangers: Strangers) -> Draft | None:
    """The meeting that the headline of a Russian page names, with whoever speaks below it."""
    if reading.language != "ru" or not reading.skeletons:
        return None
    title = reading.skeletons[0]
    found = next(((kind, match) for kind, pattern in _HEADINGS
                  if (match := pattern.match(title.text))), None)
    if found is None or not reading.is_title(0):
        return None
    kind, match = found
    named = strangers.into(title)
    guests = [one for one in named.units.values()
              if isinstance(one, Actor) and one.kind == "person" and one.entity]
    host = next((one for one in _below(reading, spoken)
                 if all(one != guest.entity for guest in guests)), "")
    if not host or (kind == "call" and not guests):
        return None
    draft = Draft("meeting" if kind == "bilateral" and not guests else kind, focus=True)
    draft.add("person", host, "participant")
    for guest in guests:
        draft.add("person", guest.entity, "participant", guest.office, guest.of)
    draft.tell(0)
    draft.status_told = Span(*title.span(*match.span()))
    return draft


def _below(reading: Reading, spoken: Spoken) -> Iterator[str]:
    """Persons of the registry in the order in which they speak, then as the body names them."""
    yield from (said.speaker for said in spoken.statements
                if said.kind == "person" and said.speaker and said.start >= reading.title_end)
    body = reading.sentence_at(reading.title_end)
    for skeleton in reading.skeletons[body:body + _SOON]:
        for sign in skeleton.text:
            unit = skeleton.units.get(sign)
            if isinstance(unit, Actor) and unit.kind == "person" and unit.entity and (
                unit.start >= reading.title_end
            ) and not is_stranger(unit.entity):
                yield unit.entity
