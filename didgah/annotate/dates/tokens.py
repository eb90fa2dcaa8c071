"""A text as clusters of words and figures that date expressions are made of.

Words of a `Lexicon` that stand beside each other make a cluster, and a cluster a string of
their kinds and of the marks between them; the grammar (`date_grammar`) reads those short
strings, whatever the language.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from didgah.annotate.dates.figures import Token, figure
from didgah.annotate.dates.lexicon import CUES, Entry, Lexicon
from didgah.language.fold import ZWNJ
from didgah.language.number_words import compose, unmarked

_WORD = re.compile(r"[0-9]+|[^\W\d_](?:[^\W\d_]+|[\u064b-\u0655\u0670]+)*")
_MARKED = re.compile("[\u064b-\u0655\u0670\u0640]")
_SIGNS = frozenset(map(chr, (*range(0x064B, 0x0656), 0x0670)))
_BETWEEN = {
    "": "", " ": "", ZWNJ: "", ",": ",", "،": ",", "-": "-", "–": "-", "—": "-", "−": "-", "‑": "-",
    "/": "/", "\\": "/", "(": "(", "[": "(", ")": ")", "),": ")", ")،": ")", ":": ":",
    "'": "", "’": "", "ب": "~",
}
_BLANKS = f" {ZWNJ}\u200e\u200f"
_LONGEST = 60  # kinds in one cluster; nothing that is a date is as long


@dataclass(frozen=True, slots=True)
class Cluster:
    """Tokens beside each other; `kinds` has a letter for each, and one for each mark between.

    `at[i]` is the place in `tokens` of the token behind `kinds[i]`, -1 for a mark.
    """

    kinds: str
    tokens: tuple[Token, ...]
    at: tuple[int, ...]


def read_tokens(
    text: str, folded: str, lexicon: Lexicon
) -> tuple[list[Cluster], list[tuple[int, str]]]:
    """The clusters of a text, and (place, kind) of the words that tell its tense.

    `folded` is `aligned(text)`.
    """
    raw, cues = _scan(text, folded, lexicon)
    return _clusters(folded, _numbers(folded, raw, lexicon.language)), cues


def _scan(
    text: str, folded: str, lexicon: Lexicon
) -> tuple[list[Token], list[tuple[int, str]]]:
    tokens: list[Token] = []
    cues: list[tuple[int, str]] = []
    entries, clitics, skip = lexicon.entries, lexicon.clitics, 0
    marked = _MARKED.search(folded) is not None
    for match in _WORD.finditer(folded):
        word = match[0]
        found = entries.get(word)
        start = match.start()
        if found is None:
            if "0" <= word[0] <= "9":
                if start >= skip:
                    token = figure(folded, start, match.end(), lexicon.language)
                    tokens.append(token)
                    skip = token.end
                continue
            if marked and (not word.isalpha() or "ـ" in word):
                found = entries.get(unmarked(word))
            if found is None and clitics and word[0] in clitics:
                found, start = _behind_clitics(start, unmarked(word), lexicon, tokens)
            if found is None:
                continue
        if start < skip:
            continue
        behind = match.end()
        # Where only a space or half-space stands between, the next word begins right there.
        near = (
            not marked and folded.startswith((" ", ZWNJ), behind)
            and folded[behind + 1:behind + 2].isalpha()
        )
        for entry in found:
            if entry.capital and not text[start].isupper():
                continue
            if entry.tail and near and not folded.startswith(entry.tail[0], behind + 1):
                continue
            end = _phrase_end(folded, behind, entry.tail) if entry.tail else behind
            if end and (not entry.dotted or folded.startswith(".", end)):
                end += entry.dotted
                break
        else:
            continue
        skip = end
        for kind, value in entry.meaning:
            if kind in CUES:
                cues.append((start, kind))
            else:
                tokens.append(Token(kind, start, end, value))
    return tokens, cues


def _behind_clitics(
    start: int, word: str, lexicon: Lexicon, tokens: list[Token]
) -> tuple[tuple[Entry, ...] | None, int]:
    """What stands behind one or two solid conjunctions and prepositions: «وبالأسبوع», «للعام»."""
    for cut in (1, 2):
        rest = word[cut:]
        if len(rest) < 2 or word[cut - 1] not in lexicon.clitics:
            return None, start
        found = lexicon.entries.get(rest)
        if found is None and rest[0] == "ل" and word[cut - 1] == "ل":
            found = lexicon.entries.get("ا" + rest)  # «للعام» is ل + العام
        if found is not None and len(rest) > 2:
            if word[0] == "و":
                tokens.append(Token("&", start, start + 1))
            return found, start + cut
    return None, start


def _phrase_end(folded: str, end: int, tail: tuple[str, ...]) -> int:
    """Where a phrase ends that begins before `end`, 0 when its words do not follow."""
    for word in tail:
        while end < len(folded) and folded[end] in " \u200c\u200e\u200f.-’'‑":
            end += 1
        if folded.startswith(word, end):
            end += len(word)
            while end < len(folded) and folded[end] in _SIGNS:
                end += 1
            if end < len(folded) and folded[end].isalpha():
                return 0
            continue
        if not _MARKED.search(folded, end, end + len(word) + 3):
            return 0
        other = _WORD.match(folded, end)
        if other is None or unmarked(other[0]) != word:
            return 0
        end = other.end()
    return end


def _numbers(folded: str, raw: list[Token], language: str) -> list[Token]:
    """The tokens with runs of number words made one number each."""
    tokens: list[Token] = []
    at = 0
    while at < len(raw):
        token = raw[at]
        scaled = token.kind in "ny" and at + 1 < len(raw) and raw[at + 1].kind == "#" and (
            raw[at + 1].value >= 1000
        )
        if token.kind[0] != "#" and not scaled:
            tokens.append(token)
            at += 1
            continue
        run, joined, places = [token], [False], [at]
        ahead, link = at + 1, False
        while ahead < len(raw) and (run[-1].kind != "#o" or language == "ar"):
            other = raw[ahead]
            gap = folded[raw[ahead - 1].end:other.start]
            if gap.strip(_BLANKS) not in ("", "-" if language == "en" else ""):
                break
            if other.kind == "&" and not link:
                link = True
            elif other.kind[0] == "#" or (
                other.kind == "n" and link and run[-1].value in (1000, 10**6, 10**9)
            ):
                run.append(other)
                joined.append(link)
                places.append(ahead)
                link = False
            else:
                break
            ahead += 1
        number, used = compose([t.value for t in run], joined, language)
        last = run[used - 1]
        ordinal = any(t.kind == "#o" for t in run[:used])
        kind = "q" if number >= 2200 else "y" if number >= 1000 else "o" if ordinal else "n"
        tokens.append(Token(kind, token.start, last.end, number))
        at = places[used - 1] + 1
    return tokens


def _clusters(folded: str, tokens: list[Token]) -> list[Cluster]:
    """Tokens that stand beside each other, apart from those that do not.

    A word whose half-space leads on to something else («می‌شود», «روز‌نامه») is none of ours.
    """
    clusters: list[Cluster] = []
    kinds: list[str] = []
    held: list[Token] = []
    at: list[int] = []
    last = -1
    count = len(tokens)
    for i, token in enumerate(tokens):
        start, end = token.start, token.end
        between = None
        if held:
            gap = folded[last:start]
            between = _BETWEEN.get(gap)
            if between is None and len(gap) < 6:
                between = _BETWEEN.get(gap.strip(_BLANKS))
        if between is None or len(kinds) > _LONGEST:
            if held:
                clusters.append(Cluster("".join(kinds), tuple(held), tuple(at)))
            kinds, held, at = [], [], []
            between = ""
            if start and folded[start - 1] == ZWNJ and start > 1 and folded[start - 2].isalpha():
                last = -1
                continue
        if folded.startswith(ZWNJ, end) and folded[end + 1:end + 2].isalpha() and not (
            i + 1 < count and tokens[i + 1].start == end + 1
        ):
            if held:
                clusters.append(Cluster("".join(kinds), tuple(held), tuple(at)))
            kinds, held, at = [], [], []
            last = -1
            continue
        if between:
            kinds.append(between)
            at.append(-1)
        kinds.append(token.kind)
        at.append(len(held))
        held.append(token)
        last = end
    if held:
        clusters.append(Cluster("".join(kinds), tuple(held), tuple(at)))
    return clusters
