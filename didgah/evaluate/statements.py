"""Statements: is what was said found, is all of it in the span, is it the right speaker's."""

from __future__ import annotations

from didgah.evaluate.labels import Labels, Said, is_listed
from didgah.evaluate.matching import Spanned, same_spans, shared, touching
from didgah.evaluate.tally import Comparison, Miss, Tally, around, one_to_one, share, unpaired
from didgah.language.fold import key


def compare(expected: Labels, found: Labels, text: str) -> Comparison:
    """Spans and speakers.

    "strict": the same span, one to one. "found": a statement of one side shares at least half
    of the shorter of both with one of the other side, so that a quotation read as two
    sentences, or two as one, is found. "characters": of the characters inside statements.
    Of gold's statements found, with the reading that shares most: "speaker" (kind "listed"
    when the registry has the speaker, else "unlisted", judged by the name), "mode", "verb"
    (where gold gives one).
    """
    gold, read = expected.statements or (), found.statements or ()
    near = touching(gold, read, _half)
    best: dict[int, int] = {}
    for i, j in near:
        best.setdefault(i, j)
    hit = {j for _, j in near}
    covered, said = _characters(read), _characters(gold)
    both = len(covered & said)
    pairs = [(gold[i], read[j]) for i, j in best.items()]
    tallies = [
        one_to_one("strict", "", len(same_spans(gold, read)), len(read), len(gold)),
        Tally("found", "", len(hit), len(read), len(best), len(gold)),
        one_to_one("characters", "", both, len(covered), len(said)),
        share("mode", "", sum(label.mode == ours.mode for label, ours in pairs), len(pairs)),
    ]
    for kind, listed in (("listed", True), ("unlisted", False)):
        judged = [pair for pair in pairs if is_listed(pair[0].speaker) == listed]
        tallies.append(share("speaker", kind, sum(_same_speaker(*pair) for pair in judged),
                             len(judged)))
    verbs = [(label, ours) for label, ours in pairs if label.verb]
    tallies.append(share("verb", "", sum(key(label.verb) == key(ours.verb)
                                         for label, ours in verbs), len(verbs)))
    misses = [
        (label.start, Miss("wrong speaker", label.speaker, f"{ours.speaker} «{ours.surface}»",
                           around(text, label.start, label.end)))
        for label, ours in pairs if not _same_speaker(label, ours)
    ]
    misses += unpaired(gold, read, near, text, lambda one, _: one.speaker)
    return Comparison(tuple(tallies), tuple(m for _, m in sorted(misses, key=lambda m: m[0])))


def _half(one: Spanned, other: Spanned) -> bool:
    return 2 * shared(one, other) >= min(one.end - one.start, other.end - other.start)


def _characters(said: tuple[Said, ...]) -> set[int]:
    return {at for one in said for at in range(one.start, one.end)}


def _same_speaker(label: Said, ours: Said) -> bool:
    """The same registry key; of a speaker that the registry lacks, the name as written.

    A name or office as written is the same when one side's words hold the other's.
    """
    if is_listed(label.speaker):
        return label.speaker == ours.speaker
    if is_listed(ours.speaker) and not ours.surface:
        return False
    one, other = key(label.speaker).split(), key(ours.surface or ours.speaker).split()
    return bool(one and other) and (set(one) <= set(other) or set(other) <= set(one))
