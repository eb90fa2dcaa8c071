"""Names: spans and kinds, and for the registry's names whose they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from didgah.evaluate.labels import Labels, Name
from didgah.evaluate.later import entered_later
from didgah.evaluate.matching import overlapping, same_spans
from didgah.evaluate.tally import Comparison, Miss, Tally, around, one_to_one, unpaired


def compare(expected: Labels, found: Labels, text: str) -> Comparison:
    """Measures "strict" (same span and kind), "overlap" (same kind, a common character),
    "registry" and "registry strict" (names that the registry has: overlap or same span, and
    the same entity), the latter two where both sides say whose names they are. Of an entity
    that the registry did not have when gold was made (`later`), a name that gold has without an
    entity is not counted by them: gold cannot tell whether it is the right one.
    """
    gold, read = expected.names or (), found.names or ()
    if not expected.typed:
        gold = tuple(replace(name, kind="") for name in gold)
        read = tuple(replace(name, kind="") for name in read)
    tallies: list[Tally] = []
    for kind in sorted({name.kind for name in (*gold, *read)}):
        ours = [name for name in read if name.kind == kind]
        theirs = [name for name in gold if name.kind == kind]
        for measure, pair in (("strict", same_spans), ("overlap", overlapping)):
            tallies.append(one_to_one(measure, kind, len(pair(theirs, ours)), len(ours),
                                      len(theirs)))
    known = expected.linked and found.linked
    if known:
        tallies += _registry(gold, read)
    return Comparison(tuple(tallies), tuple(_misses(gold, read, text, known)))


def _registry(gold: Sequence[Name], read: Sequence[Name]) -> list[Tally]:
    listed = [name for name in gold if name.entity]
    later = entered_later()
    nobody = [name for name in gold if not name.entity]
    taken = [
        name for name in read if name.entity and not (
            name.entity in later and any(
                one.kind == name.kind and one.start < name.end and name.start < one.end
                for one in nobody
            )
        )
    ]
    tallies = []
    for measure, pair in (("registry strict", same_spans), ("registry", overlapping)):
        pairs = pair(listed, taken)
        right = [(i, j) for i, j in pairs if listed[i].entity == taken[j].entity]
        kinds = sorted({name.kind for name in (*listed, *taken)})
        for kind in kinds:
            tallies.append(Tally(
                measure, kind,
                sum(taken[j].kind == kind for _, j in right),
                sum(name.kind == kind for name in taken),
                sum(listed[i].kind == kind for i, _ in right),
                sum(name.kind == kind for name in listed),
            ))
    return tallies


def _misses(gold: Sequence[Name], read: Sequence[Name], text: str, known: bool) -> list[Miss]:
    pairs = overlapping(gold, read)
    misses = []
    for i, j in pairs:
        label, name = gold[i], read[j]
        problem = (
            "wrong span" if (label.start, label.end) != (name.start, name.end)
            else "wrong kind" if label.kind != name.kind
            else "wrong entity" if known and name.entity and label.entity != name.entity
            else "not known" if known and label.entity and not name.entity
            else ""
        )
        if problem:
            misses.append((label.start, Miss(problem, _words(label, text), _words(name, text),
                                             around(text, label.start, label.end))))
    misses += unpaired(gold, read, pairs, text, _words)
    return [miss for _, miss in sorted(misses, key=lambda pair: pair[0])]


def _words(name: Name, text: str) -> str:
    return " ".join(filter(None, (f"«{text[name.start : name.end]}»", name.kind, name.entity)))
