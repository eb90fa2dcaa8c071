"""Who said what: speakers, the exact span of their words, the verb that reports them.

Rules over skeletons (see `skeleton`), after the prototype measured in the design notes:
no quotation corpus or package exists for Persian. A sentence is read from left to right;
the speaker in play carries over sentences and paragraphs until another subject comes.
Speakers whom the registry does not know have no entity and are told by their name as written.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from didgah.annotate.sentences.background import Background
from didgah.annotate.sentences.reading import Reading
from didgah.annotate.sentences.skeleton import Actor, plain
from didgah.annotate.sentences.syntax import Syntax
from didgah.annotate.statements.headlines import according, headline, relayed, written
from didgah.annotate.statements.line import Line
from didgah.annotate.statements.naming import by_office, introduce
from didgah.annotate.statements.quotes import Words
from didgah.annotate.statements.speech import Speech
from didgah.annotate.statements.subject_first import subject_first
from didgah.annotate.statements.talk import Talk
from didgah.annotate.statements.turns import Turn, find_turns, turn_at
from didgah.annotate.statements.verb_first import verb_first
from didgah.annotate.statements.wishes import wanted, wanted_before, wanted_too
from didgah.model import Candidate, Reference, Statement

_QUOTED = 3  # words; a shorter sentence in quotation marks may be the name of something
_GOES_ON = re.compile(r"\s*\"[^\"]+\"[^\"\w]*\w+ \w+")
_OPENING = "«“„\""


@dataclass(frozen=True, slots=True)
class Spoken:
    """The statements of an article, its pronouns resolved, and the person each sentence is about.

    `subjects[i]` is the speaker in play at the end of sentence `i`, None when unknown to the
    registry.
    """

    statements: tuple[Statement, ...]
    references: tuple[Reference, ...]
    subjects: tuple[Actor | None, ...]


def find_statements(
    reading: Reading, syntax: Syntax, speech: Speech, background: Background,
    candidates: Sequence[Candidate] = (),
) -> Spoken:
    """Every statement that the article tells, in order of place.

    `candidates` are names that the registry does not have, by which a stranger's name is told
    from the words behind it.
    """
    talk = Talk(reading, syntax, background, {
        one.start: one.end for one in candidates if one.kind == "person"
    })
    turns = find_turns(reading, speech)
    subjects: list[Actor | None] = []
    for index, sentence in enumerate(reading.sentences):
        turn = turn_at(turns, sentence.start, sentence.end) if turns else None
        if turn is not None:
            talk.speaker = turn.actor
        elif sentence.start >= talk.quoted_until:
            skeleton = reading.skeletons[index]
            found = speech.find(skeleton.text)
            introduce(talk, skeleton, [verb.start for verb in found])
            _read(Line(index, skeleton, syntax, speech, talk, found))
        known = talk.speaker is not None and talk.speaker.entity
        subjects.append(talk.speaker if known else None)
    talk.statements.extend(_said(turn) for turn in turns if turn.actor.kind != "outlet")
    _prove_title(talk)
    return Spoken(
        tuple(sorted(dict.fromkeys(talk.statements), key=lambda s: (s.start, s.end))),
        tuple(sorted(talk.references, key=lambda r: r.start)),
        tuple(subjects),
    )


def _said(turn: Turn) -> Statement:
    actor = turn.actor
    return Statement(
        actor.entity, "person", actor.surface, "direct", turn.start, turn.end, ""
    )


def _read(line: Line) -> None:
    """Take in what the sentence says, and who is in play after it."""
    if headline(line) or written(line) or relayed(line):
        return
    start = line.after_attribution()
    if not (line.found or line.speech.hint.search(line.text)):
        if not (_goes_on(line) or _quotation_alone(line)):
            _quiet(line, start)
        return
    if according(line):
        return
    verbs = [v for v in line.found
             if not line.syntax.negated.search(line.text, 0, v.start)]
    if not verbs:
        if not wanted(line, start) and not _quotation_alone(line):
            _quiet(line, start)
    elif line.syntax.verb_first:
        verb_first(line, verbs)
    else:
        subject_first(line, verbs, wanted_before(line, start, verbs[0].start))
        wanted_too(line, verbs[-1].end)


def _quiet(line: Line, start: int) -> None:
    subject = line.talk.subject(line.skeleton, start, len(line.text))
    line.talk.remember(line.skeleton, subject, quiet=True)


def _goes_on(line: Line) -> bool:
    """Direct speech that a colon opened goes on to the end of its paragraph."""
    talk, reading = line.talk, line.talk.reading
    sentence = reading.sentences[line.index]
    if line.index == 0 or talk.running is None or talk.running[1] != line.index - 1:
        return False
    said = talk.statements[talk.running[0]]
    if "\n" in reading.text[said.end:sentence.start] or line.syntax.narration.match(line.text):
        return False
    first = line.text.lstrip(' "')[:1]
    unit = line.skeleton.units.get(first)
    if isinstance(unit, Actor) and unit.kind == "person":
        return False  # told of somebody, as the narrator does
    end = talk.end_of(line.skeleton)
    if end <= said.end:
        return False
    talk.statements[talk.running[0]] = replace(said, end=end)
    talk.running = talk.running[0], line.index
    return True


def _quotation_alone(line: Line) -> bool:
    """A sentence in quotation marks after somebody's words is theirs too."""
    talk, reading = line.talk, line.talk.reading
    sentence = reading.sentences[line.index]
    text = reading.text[sentence.start:sentence.end].strip()
    if talk.speaker is None or not talk.statements:
        return False
    if talk.unclosed == line.index - 1:
        return _closes(line)
    if text[:1] not in _OPENING or _GOES_ON.match(line.text):
        return False  # «"A" را …»: what is quoted is the name of something
    if len(text.split()) < _QUOTED or talk.told != line.index - 1:
        return False
    return talk.quote(line.skeleton, line.index)


def _closes(line: Line) -> bool:
    """«A, – сказал X. – B»: B, the rest of the quotation."""
    end = line.text.find('"')
    assert line.talk.speaker is not None
    if end <= 0:
        return False
    return line.talk.say(line.skeleton, line.talk.speaker, Words(0, end, "direct"), "")


def _prove_title(talk: Talk) -> None:
    """Whether what stands before the colon of the title names somebody the body tells of."""
    if talk.unproved is None:
        return
    said = talk.statements[talk.unproved]
    known = talk.cast.meant(said.surface) or by_office(talk, said.surface)
    if known is not None:
        surface = said.surface if known.entity else known.surface
        talk.statements[talk.unproved] = replace(
            said, speaker=known.entity, kind=known.kind, surface=surface  # type: ignore[arg-type]
        )
    elif not talk.syntax.calling.match(plain(said.surface)):
        del talk.statements[talk.unproved]
