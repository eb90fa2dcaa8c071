"""Labelled sentences, and the features that a CRF is trained on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from didgah.annotate.candidates.sequence_features import (
    OFFSETS,
    OUTSIDE,
    REACH,
    TOKENS,
    feature_name,
    phrase_flags,
    read_word,
)
from didgah.annotate.candidates.sequence_lists import name_lists
from didgah.language.fold import key

_KEPT = ("PER", "LOC", "ORG")
_TITLES = frozenset(key(w) for w in (
    "امام رهبری رهبر دکتر مهندس سردار شهید سرلشکر استاد آقای خانم جناب حضرت ژنرال سرهنگ راحل "
    "آیت‌الله آیت الله حجت‌الاسلام"
).split())
_HEADS = frozenset(key(w) for w in (
    "خبرگزاری روزنامه شبکه باشگاه حزب شرکت بانک دانشگاه سازمان مجله هفته‌نامه رادیو تلویزیون "
    "جنبش وزارت"
).split())


@dataclass(frozen=True, slots=True)
class Labelled:
    """Words with IOB2 labels of the same length; `hidden` marks words to be read as unknown."""

    words: tuple[str, ...]
    labels: tuple[str, ...]
    hidden: frozenset[int] = frozenset()


def pieces(word: str, label: str) -> Iterator[tuple[str, str]]:
    """A token of a corpus as the words of `sequence_features.TOKENS`, with their labels."""
    inside = label.replace("B-", "I-")
    for number, piece in enumerate(TOKENS.findall(word)):
        yield piece, label if not number else inside


def read_tweets(path: Path) -> list[Labelled]:
    """Sentences of a ParsTwiNER file: one token and label a line, an empty line between.

    PER, LOC and ORG stay, as news is labelled: titles before a person are left out («امام»,
    «دکتر»), and a title alone is no name («رهبری»); what kind of body an organisation is stands
    inside («روزنامه …», «حزب …»). POG (political groups) becomes ORG where it is a body: several
    words, or a name that our list of organisations has («داعش»); factions and dynasties
    («دموکرات‌ها», «قاجار») and the labels NAT and EVE become O.
    """
    found = []
    sentence: list[tuple[str, str]] = []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        word, _, label = line.rstrip("\r").partition("\t")
        if word.strip() and label:
            sentence.append((word.strip(), label))
        elif not line.strip() and sentence:
            made = [p for pair in _as_news(sentence) for p in pieces(*pair)]
            if made:
                words, labels = zip(*made, strict=True)
                found.append(Labelled(words, labels))
            sentence = []
    return found


def _as_news(sentence: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    labels = [label for _, label in sentence]
    keys = [key(word) for word, _ in sentence]
    at = 0
    while at < len(labels):
        start, kind = at, labels[at][2:]
        at += 1
        while at < len(labels) and labels[at] == f"I-{kind}":
            at += 1
        if kind == "POG":
            listed = "org" in name_lists().flags.get(keys[start], ())
            kind = "ORG" if at - start > 1 or listed else ""
        elif kind == "PER":
            while start < at and keys[start] in _TITLES:
                labels[start] = "O"
                start += 1
        elif kind == "ORG" and start and labels[start - 1] == "O" and keys[start - 1] in _HEADS:
            start -= 1
        for number in range(start, at):
            labels[number] = f"{'I' if number > start else 'B'}-{kind}" if kind in _KEPT else "O"
    return zip((word for word, _ in sentence), labels, strict=True)


def attributes(sentence: Labelled) -> list[list[str]]:
    """The feature names of each word, as `sequence_model` adds them up."""
    read = [read_word(w, n in sentence.hidden) for n, w in enumerate(sentence.words)]
    edge = read_word(OUTSIDE)
    padded = [*[edge] * REACH, *read, *[edge] * REACH]
    flags: dict[int, str] = dict(phrase_flags([
        key(w) if n not in sentence.hidden else "" for n, w in enumerate(sentence.words)
    ]))
    rows = []
    for at in range(len(read)):
        row = [
            f"{offset}:{feature_name(kind, value)}"
            for offset in OFFSETS
            for kind, value, widest in padded[at + REACH + offset].features
            if abs(offset) <= widest
        ]
        row += [
            f"{offset}:r={flags[at + offset]}" for offset in (-1, 0, 1) if at + offset in flags
        ]
        before, here, after = (padded[at + REACH + n].group for n in (-1, 0, 1))
        row += [f"<:{before}|{here}", f">:{here}|{after}"]
        rows.append(row)
    return rows
