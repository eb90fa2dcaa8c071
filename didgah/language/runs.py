"""Where the words of a text stand, found for all of it at once by the classes of characters.

A pattern asks about one character after the other; here a table answers for all of them, which
takes a third of the time on an article.
"""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

# Classes of characters; 0 is for what belongs to no word.
LETTER = 1
MARK = 2  # goes on with a word, but begins none
FIGURE = 3  # makes runs of its own
SIGN = 4  # stands alone
_GROUPS = np.array([0, LETTER, LETTER, FIGURE, SIGN], np.uint8)
_CODES = 0x110000  # Unicode's code points
_AT_ONCE = 1 << 19  # characters; bounds memory

type Classes = NDArray[np.uint8]
type Places = NDArray[np.intp]


def classes(letters: str, marks: str, figures: str = "", signs: str = "") -> Classes:
    """A table of the class of each code point.

    Each argument is what stands between the brackets of a pattern: "0-9", r"^\\W_". A character
    of two sets is of the first.
    """
    everything = np.arange(_CODES, dtype="<u4").tobytes().decode("utf-32-le", "surrogatepass")
    table = np.zeros(_CODES, np.uint8)
    for number, one in ((SIGN, signs), (FIGURE, figures), (MARK, marks), (LETTER, letters)):
        for run in re.finditer(f"[{one}]+", everything) if one else ():
            table[run.start():run.end()] = number
    return table


def classes_in(text: str, table: Classes) -> Classes:
    """The class of each character of `text`."""
    if len(text) > _AT_ONCE:
        pieces = (text[at:at + _AT_ONCE] for at in range(0, len(text), _AT_ONCE))
        return np.concatenate([classes_in(piece, table) for piece in pieces])
    return table[np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")]


def spans(found: Classes, cuts: Places | None = None) -> tuple[Places, Places]:
    """Starts and ends of the words, figures and signs that characters of such classes make.

    No word goes on over one of `cuts`, places between two characters.
    """
    group = np.zeros(len(found) + 2, np.uint8)
    group[1:-1] = _GROUPS[found]
    change = (group[1:] != group[:-1]) | (group[1:] == SIGN)
    if cuts is not None:
        change[cuts] = True
    starts = np.flatnonzero(change[:-1] & (group[1:-1] > 0))
    ends = np.flatnonzero(change[1:] & (group[1:-1] > 0)) + 1
    marked = found[starts] == MARK
    if marked.any():
        letters = np.append(np.flatnonzero(found == LETTER), len(found))
        starts = np.where(marked, letters[np.searchsorted(letters, starts)], starts)
        kept = starts < ends
        starts, ends = starts[kept], ends[kept]
    return starts, ends
