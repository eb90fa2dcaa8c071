"""Transcripts and interviews: who speaks in each turn, from the label before its colon.

«В.Путин: …», «Си Цзиньпин (как переведено): …» stand anywhere in a line, because pages of
transcripts often come as one line; labels of other kinds stand at the head of a line and count
only when the text goes back and forth between them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from didgah.annotate.sentences.full_names import GIVEN, load_names
from didgah.annotate.sentences.reading import Reading
from didgah.annotate.sentences.skeleton import Actor, plain
from didgah.annotate.statements.speech import Speech
from didgah.model import Mention

_LETTER = "[А-ЯЁA-Z]"
_WORD = rf"{_LETTER}[\w’'-]+"
_VOICES = (
    r"Реплика|Вопрос|Ответ|Голос|Голоса|Из зала|Ведущий|Ведущая|Модератор|Журналист|Корреспондент"
    r"|Question|Answer|Remark|Moderator|Host"
)
_INTERPRETED = "(?:как переведено|as translated|retranslated|через переводчика)"
# An initial and a surname, or a whole name that the transcript marks as interpreted.
_INLINE = re.compile(
    rf"(?<![\w.])(?P<name>(?:{_LETTER}\.[ \u00a0]?){{1,2}}(?P<last>{_WORD})"
    rf"(?:[ \u00a0](?!(?P=last)){_WORD})?"
    rf"|(?:{_WORD}[ \u00a0]){{0,4}}{_WORD}(?=[ \u00a0]\({_INTERPRETED})"
    rf"|(?:{_VOICES}))(?P<more>[^:<>.!?;\n]{{0,200}}?)[ \u00a0]?:(?=\s)"
)
_INITIALS = re.compile(rf"(?:{_LETTER}\.[ \u00a0]?)+")
_VOICE = re.compile(rf"(?:{_VOICES})$")
_LINE = re.compile(r"(?m)^[ \t•*–—-]*+(?P<name>[^\n:؟?!.؛;«»\"“”]{2,60}?)[ \t]{0,9}:[ \t]*+(?=\S)")
_WORDS_OF_LABEL = 6
_SPOKEN_LINES = 4  # one line in so many at least begins with a label
# What a page of a transcript puts after (or into) the words.
_TAIL = re.compile(
    r"\s(?:Смотрите также|Дополнительно|География|Темы|Лица|Статус материала)\s(?=[^\n]{0,1500}?"
    r"Опубликован)"
)
# Endings of surnames in other cases, and of given names in the instrumental.
_CASES = "а|я|у|ю|ом|ем|ём|ым|им|е|ой|ей|ого|его|ому|ему|ую|юю"
_PATRONYMIC = r"[А-ЯЁ]\w+(?:вич|вн|ичн)\w{0,2}"
_CASE_ENDING = re.compile("(?:ий|ый|ой|ая|а|я|й|ь)$")
_WOMAN = (("ией", "ия"), ("ой", "а"), ("ей", "я"))
_MAN = (("ием", "ий"), ("аем", "ай"), ("еем", "ей"), ("ом", ""), ("ем", "ь"))
_STOPS = re.compile(r"<…>|<\.\.\.>|\* ?\* ?\*")
_SEE_ALSO = re.compile(r"\s(?:Смотрите также|See also)\s(?:.{3,200}?\d{4} года\s*)+$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn: the label begins at `label`, the words are `[start, end)` of the article.

    `actor` has no entity when the registry does not know the speaker.
    """

    label: int
    start: int
    end: int
    actor: Actor


def find_turns(reading: Reading, speech: Speech) -> tuple[Turn, ...]:
    """The turns of a transcript or an interview, in order; none for other texts."""
    # Persian and Arabic have no capitals, by which initials are told.
    inline = list(_inline(reading, speech)) if reading.language in ("ru", "en") else []
    labels = inline or list(_at_line_heads(reading, speech))
    if not labels:
        return ()
    tail = _tail(reading.text, labels[-1][1])
    turns = []
    for number, (label, start, actor) in enumerate(labels):
        until = labels[number + 1][0] if number + 1 < len(labels) else tail
        start, end = _trimmed(reading.text, start, until)
        if end > start:
            turns.append(Turn(label, start, end, actor))
    return tuple(turns)


def turn_at(turns: Sequence[Turn], start: int, end: int) -> Turn | None:
    """The last turn that shares something with `[start, end)`."""
    at = bisect_left(turns, end, key=lambda turn: turn.label) - 1
    return turns[at] if at >= 0 and turns[at].end > start else None


def _inline(reading: Reading, speech: Speech) -> Iterator[tuple[int, int, Actor]]:
    """(label start, words start, speaker) of each label with an initial, and what they name."""
    text = reading.text
    found = [m for m in _INLINE.finditer(text, reading.title_end) if _is_label(m, reading, speech)]
    if not any(not _VOICE.match(m["name"]) for m in found):
        return
    # Later turns of somebody whose words were interpreted leave the remark out.
    whole = {re.escape(m["name"]) for m in found
             if not _INITIALS.match(m["name"]) and not _VOICE.match(m["name"])}
    again = list(re.finditer(rf"(?<!\w)(?P<name>{'|'.join(sorted(whole))})(?P<more>)\s?:(?=\s)",
                             text[reading.title_end:])) if whole else []
    spans = [(m.start("name"), m.end(), m["name"], m["more"]) for m in found]
    spans += [(m.start("name") + reading.title_end, m.end() + reading.title_end, m["name"], "")
              for m in again]
    full: dict[str, str] = {}
    taken = 0
    for start, end, name, more in sorted(spans):
        if start < taken:
            continue
        taken = end
        if name not in full or (more and full[name] == name):
            full[name] = _full_name(name, more) or _elsewhere(text, name) or name
        yield start, end, _speaker(reading, start, start + len(name), full[name])


def _is_label(match: re.Match[str], reading: Reading, speech: Speech) -> bool:
    """No «сказал В.Иванов: …», and nothing between name and colon but a remark or an office."""
    more = match["more"].strip()
    if more and not more.startswith("(") and not _full_name(match["name"], more):
        return False
    before = reading.flat[max(0, match.start() - 40):match.start()].rstrip()
    verbs = list(speech.pattern.finditer(before))
    return not verbs or verbs[-1].end() < len(before)


def _full_name(name: str, more: str) -> str:
    """«Иванов Иван Иванович» of «И.Иванов Иванов Иван Иванович губернатор … :»."""
    surname = _INITIALS.sub("", name)
    found = re.match(rf"\s*({re.escape(surname)}(?:[ \u00a0]{_WORD}){{1,2}})", more)
    return found.group(1) if found else ""


def _elsewhere(text: str, name: str) -> str:
    """«Иван Иванов» of «И.Иванов», when the text has it in that form."""
    initial, surname = name[0], _INITIALS.sub("", name)
    if not _INITIALS.match(name):
        return ""
    whole = rf"(?<![\w.])(?!{_PATRONYMIC})({initial}[\w-]+)[ \u00a0](?:{_PATRONYMIC}[ \u00a0])?"
    if found := re.search(rf"{whole}{re.escape(surname)}(?!\w)", text):
        given = load_names(GIVEN)["ru"].nominative.get(plain(found[1]), "")
        return f"{given.title() or found[1]} {surname}"
    stem = _CASE_ENDING.sub("", surname)
    found = re.search(rf"{whole}{re.escape(stem)}(?:{_CASES})(?!\w)", text)
    return f"{_nominative(found[1], surname)} {surname}" if found and len(stem) > 1 else ""


def _nominative(given: str, surname: str) -> str:
    """The given name of a Russian surname that stands in the nominative itself."""
    known = load_names(GIVEN)["ru"].nominative.get(plain(given))
    if known is not None:
        return known.title() if plain(given) != known else given
    endings = _WOMAN if surname.endswith(("а", "я")) else _MAN
    return next((given[:-len(old)] + new for old, new in endings if given.endswith(old)), given)


def _speaker(reading: Reading, start: int, end: int, name: str) -> Actor:
    mention = _person(reading.mentions, start, end)
    if mention is not None:
        return Actor(mention.entity, "person", reading.text[start:end], start, end)
    return Actor("", "person", name, start, end)


def _person(mentions: Sequence[Mention], start: int, end: int) -> Mention | None:
    at = bisect_left(mentions, start, key=lambda m: m.start)
    for mention in mentions[max(0, at - 1):at + 4]:
        if mention.kind == "person" and mention.start < end and start < mention.end:
            return mention
    return None


def _at_line_heads(reading: Reading, speech: Speech) -> Iterator[tuple[int, int, Actor]]:
    """Labels at line heads, where at least two speakers alternate or one is a known person."""
    found = [
        m for m in _LINE.finditer(reading.text, reading.title_end)
        if len(m["name"].split()) <= _WORDS_OF_LABEL
        and not speech.pattern.search(reading.flat, *m.span("name"))
    ]
    lines = reading.text.count("\n", found[0].start()) + 1 if found else 0
    if len(found) < 3 or len(found) * _SPOKEN_LINES < lines:
        return  # single labels in a long text are no conversation
    people = [_person(reading.mentions, *m.span("name")) for m in found]
    counts = Counter(plain(m["name"]) for m in found)
    often = {name for name, count in counts.items() if count > 1}
    known = {plain(m["name"]) for m, person in zip(found, people, strict=True) if person}
    if not (len(often) > 1 or (often and known) or len(known) > 1):
        return
    asking = {plain(a.name) for a in reading.attributions}
    for match in found:
        label = plain(match["name"])
        if label in often | known | asking:
            start, end = match.span("name")
            actor = _speaker(reading, start, end, match["name"])
            # An outlet's questions end the turn before them and are nobody's statement.
            yield start, match.end(), replace(actor, kind="outlet") if label in asking else actor


def _tail(text: str, start: int) -> int:
    """Where the last turn ends: before what the page says about itself."""
    found = _TAIL.search(text, start)
    return found.start() if found else len(text)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    if stop := _STOPS.search(text, start, end):
        end = stop.start()
    if added := _SEE_ALSO.search(text[start:end]):
        end = start + added.start()
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "*"):
        end -= 1
    return start, end
