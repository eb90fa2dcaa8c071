"""Column files: one token a line, its label last, a blank line between sentences.

The scheme (IO, IOB1, IOB2/BIO, IOBES, BILOU) need not be named: a label begins where the prefix
says so, where the label changes, and where a sentence begins, as in conlleval.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from didgah.evaluate.label_names import split_tag

_COLUMN = re.compile(r"\t|[ |]+")
_BEGINS, _ENDS = frozenset("BSU"), frozenset("ESLU")


@dataclass(slots=True)
class Sentence:
    """Tokens joined by spaces, spans (start, end, our kind) in them, and where it stands."""

    line: int
    text: str = ""
    spans: list[tuple[int, int, str]] = field(default_factory=list)


def sentences(
    lines: Sequence[str], kinds: Mapping[str, str], ignored: Counter[str],
    faults: list[tuple[int, str]],
) -> Iterator[Sentence]:
    """The sentences of a file. `-DOCSTART-` lines are passed over.

    Labels that `kinds` does not map are counted in `ignored`; a line without a label goes
    into `faults` with its number, and its sentence is left out.
    """
    rows: list[tuple[str, str]] = []
    began, broken = 0, False
    for number, line in enumerate([*lines, ""], start=1):
        bare = line.strip("\r\n \ufeff")
        if not bare or bare.startswith("-DOCSTART-"):
            if rows and not broken:
                yield _sentence(began, rows, kinds, ignored)
            rows, broken = [], False
            continue
        cells = [cell for cell in _COLUMN.split(line.strip("\r\n\ufeff")) if cell]
        if len(cells) < 2:
            faults.append((number, f"a token without a label: {bare[:40]!r}"))
            broken = True
            continue
        began = began if rows else number
        rows.append((cells[0], cells[-1]))


def _sentence(
    line: int, rows: Sequence[tuple[str, str]], kinds: Mapping[str, str], ignored: Counter[str]
) -> Sentence:
    made = Sentence(line, " ".join(token for token, _ in rows))
    at, open_kind, closed = 0, "", True
    for token, tag in rows:
        prefix, label = ("", "") if tag == "O" else split_tag(tag)
        kind = kinds.get(label, "") if label else ""
        if label and not kind and (prefix in _BEGINS or prefix == ""):
            ignored[label] += 1
        if kind:
            if closed or kind != open_kind or prefix in _BEGINS:
                made.spans.append((at, at + len(token), kind))
            else:
                made.spans[-1] = (made.spans[-1][0], at + len(token), kind)
        open_kind, closed = kind, not kind or prefix in _ENDS
        at += len(token) + 1
    return made
