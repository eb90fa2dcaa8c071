"""One key for a name however four languages spell it: its consonants, coarsely.

"Lukashenko", «Лукашенко», «لوکاشنکو» have one key. Vowels and what stands for them now and
then (w, v, y, h) fall out; sounds that Arabic writes with one letter count as one. Too
coarse to find anybody; enough to tell whether two strangers at one meeting are the same.
"""

from __future__ import annotations

from functools import cache

from didgah.language.fold import fold

_CLASSES = {
    "b": "bpбпبپ", "t": "tdтдتدطثةذ", "k": "kqgcxjкгقكکگغج", "s": "szсзцصسزضظ", "m": "mмم",
    "n": "nнن", "l": "lлل", "r": "rрر", "c": "шщчжشچژ",
}
_KEYS = {letter: one for one, letters in _CLASSES.items() for letter in letters}
_PAIRS = (
    ("sch", "ш"), ("sh", "ш"), ("ch", "ч"), ("zh", "ж"), ("kh", ""), ("th", "t"), ("ck", "k"),
    ("ph", ""), ("تش", "ч"), ("дж", "ж"), ("dj", "ж"), ("j", "ж"), ("ج", "ж"), ("کس", "s"),
    ("кс", "s"), ("ks", "s"), ("x", "s"),
)


@cache
def consonants(name: str) -> str:
    """The key of the last word of a name that has two consonants at least."""
    for word in reversed(fold(name).lower().split()):
        for pair, sound in _PAIRS:
            word = word.replace(pair, sound)
        found: list[str] = []
        for letter in word:
            sound = _KEYS.get(letter, "")
            if sound and (not found or found[-1] != sound):
                found.append(sound)
        if len(found) > 1:
            return "".join(found)
    return ""
