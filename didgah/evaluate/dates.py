"""Time expressions: their spans, and whether a date means the days it is said to mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from didgah.evaluate.labels import Date, Labels
from didgah.evaluate.matching import overlapping, same_spans
from didgah.evaluate.tally import Comparison, Miss, Tally, around, one_to_one, share, unpaired


def compare(expected: Labels, found: Labels, text: str) -> Comparison:
    """Spans "strict" and "overlap" by type; and of the dates found (overlap, type "date"):

    "value": the same closed interval of days, where gold has one;
    "left open": no interval, or one that is called approximate, where gold has none;
    "wrong and sure": an interval with nothing assumed and not approximate, and not gold's;
    "value of all": as "value", of all dates of gold that have one, found or not.
    """
    gold, read = expected.dates or (), found.dates or ()
    if not expected.typed:
        gold = tuple(replace(label, type="") for label in gold)
        read = tuple(replace(label, type="") for label in read)
    tallies: list[Tally] = []
    for kind in sorted({label.type for label in (*gold, *read)}):
        ours = [label for label in read if label.type == kind]
        theirs = [label for label in gold if label.type == kind]
        for measure, pair in (("strict", same_spans), ("overlap", overlapping)):
            tallies.append(one_to_one(measure, kind, len(pair(theirs, ours)), len(ours),
                                      len(theirs)))
    dates = [label for label in gold if label.type in ("date", "") and label.valued]
    ours = [label for label in read if label.type in ("date", "")]
    pairs = [(dates[i], ours[j]) for i, j in overlapping(dates, ours)]
    if dates:
        tallies += _values(dates, pairs)
    return Comparison(tuple(tallies), tuple(_misses(gold, read, text)))


def _values(dates: Sequence[Date], pairs: Sequence[tuple[Date, Date]]) -> list[Tally]:
    told = [(label, read) for label, read in pairs if label.first is not None]
    untold = [read for label, read in pairs if label.first is None]
    right = sum(_same(label, read) for label, read in told)
    return [
        share("value", "", right, len(told)),
        share("value of all", "", right, sum(label.first is not None for label in dates)),
        share("left open", "", sum(r.first is None or r.approximate for r in untold),
              len(untold)),
        share("wrong and sure", "",
              sum(read.sure and not _same(label, read) for label, read in pairs), len(pairs)),
    ]


def _same(label: Date, read: Date) -> bool:
    return (label.first, label.last) == (read.first, read.last)


def _misses(gold: Sequence[Date], read: Sequence[Date], text: str) -> list[Miss]:
    pairs = overlapping(gold, read)
    misses = []
    for i, j in pairs:
        label, ours = gold[i], read[j]
        judged = label.valued and label.type in ("date", "")
        problem = (
            "wrong type" if label.type != ours.type
            else "wrong and sure" if judged and ours.sure and not _same(label, ours)
            else "wrong value" if judged and label.first is not None and not _same(label, ours)
            else "wrong span" if (label.start, label.end) != (ours.start, ours.end)
            else ""
        )
        if problem:
            misses.append((label.start, Miss(problem, _words(label, text), _words(ours, text),
                                             around(text, label.start, label.end))))
    misses += unpaired(gold, read, pairs, text, _words)
    return [miss for _, miss in sorted(misses, key=lambda pair: pair[0])]


def _words(label: Date, text: str) -> str:
    days = "" if not label.valued else (
        "open" if label.first is None else
        f"{label.first}" if label.first == label.last else f"{label.first}…{label.last}")
    notes = [note for note, on in (("about", label.approximate), ("assumed", label.assumed)) if on]
    return " ".join(filter(None, (f"«{text[label.start : label.end]}»", label.type, days, *notes)))
