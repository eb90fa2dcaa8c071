"""The verbs of saying of a language, from data/lexicons/verbs, and where they stand.

A line of a verb list is "forms, separated by commas | frames"; `fa.txt` explains the frames.
"~" in a form stands for the inflections of `_INFLECTIONS`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from didgah.annotate.matching.needed import Sought
from didgah.annotate.sentences.skeleton import plain
from didgah.annotate.sentences.syntax import Syntax


class LexiconError(ValueError):
    """A line of a word list that cannot be read; the message names file, line and reason."""


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of saying and the ways in which what is said hangs on it."""

    frames: frozenset[str]
    over: tuple[str, ...] = ()  # prepositions of «بر … تاکید کرد», plain form


@dataclass(frozen=True, slots=True)
class Found:
    """A verb in a skeleton: its place there and the frames it may take."""

    start: int
    end: int
    verb: Verb


@dataclass(frozen=True, slots=True)
class Speech:
    """All verbs of one language, compiled."""

    verbs: dict[str, Verb]  # by plain form without spaces
    pattern: re.Pattern[str]
    wanted: re.Pattern[str]  # «خواستار … شد», groups "words" and "verb"
    clause: re.Pattern[str]  # «با بیان اینکه», group "noun"
    stance: re.Pattern[str]  # «با تأکید بر A،», group "noun"
    according: Sought  # «به گفته», the phrase before the speaker
    his: re.Pattern[str]  # «по его словам», of the speaker in play
    hint: Sought  # what reports words without a verb of the list
    sharing: dict[str, Verb]  # «قدردانی» of «از A قدردانی و بر B تأکید کرد», by plain form
    shared: Sought  # group "noun"

    def find(self, text: str) -> list[Found]:
        """The verbs in `text`, a skeleton's, from left to right."""
        found = [
            Found(m.start("verb"), m.end("verb"), self.verbs[m["verb"].replace(" ", "")])
            for m in self.pattern.finditer(text)
        ]
        if not found or not self.sharing:
            return found
        shared = [
            Found(m.start("noun"), m.end("noun"), self.sharing[m["noun"].replace(" ", "")])
            for m in self.shared.finditer(text, 0, found[-1].end)
        ]
        return sorted(found + shared, key=lambda one: one.start) if shared else found


_FRAMES = {
    "quote", "bare", "go_on", "object", "narrow", "asked", "verdict", "deem", "also", "want",
    "clause", "according", "his", "stance", "over", "whom",
}
# What "~" and the letters behind it become: the finite forms of the third person.
_INFLECTIONS: dict[str, dict[str, tuple[str, ...]]] = {
    "fa": {
        "~کرد": ("کرد", "کردند", "کرده است", "کرده اند", "کرده بود", "کرده بودند", "کرده",
                 "می کند", "می کنند", "می کرد", "نمود", "نمودند", "نموده است", "نموده اند",
                 "می نماید", "نموده"),
        "~داشت": ("داشت", "داشتند", "داشته است", "داشته اند", "داشته بود", "می دارد", "می دارند",
                  "می داشت", "داشته"),
        "~داد": ("داد", "دادند", "داده است", "داده اند", "داده بود", "می دهد", "می دهند", "داده"),
        "~شد": ("شد", "شدند", "شده است", "شده اند", "شده بود", "می شود", "می شوند", "گردید",
                "شده"),
        "~ساخت": ("ساخت", "ساختند", "ساخته است", "ساخته اند", "می سازد", "می سازند", "ساخته"),
    },
    "ru": {"~лся": ("лся", "лась", "лись"), "~л": ("л", "ла", "ли", "ло")},
    "ar": {"~": ("", "ت", "ا", "تا", "وا")},
}
# «گفت‌وگو» is no «گفت», «گفته شد» names nobody, «رد کرده شد» neither.
_NOT_AFTER = {
    "fa": r"(?!\w)(?! ?و ?گو)(?! (?:شده?|می ?شود|شدند|گردید|شد)(?!\w))",
}
# «ترک گفتند», «تبریک گفت»: no words follow from those.
_NOT_BEHIND = {
    "fa": "".join(rf"(?<!\b{word} )" for word in (
        "ترک", "تبریک", "تسلیت", "سخن", "خوشامد", "خوش امد", "خیرمقدم", "خیر مقدم", "بدرود",
        "وداع", "لبیک", "ناسزا", "دروغ", "تهنیت", "اذان", "شعر",
    )),
}
# The light verb that two nouns may share: «از A قدردانی و بر B تأکید کرد».
_LIGHT = {"fa": "کرد"}
_PREFIX = {"ar": "[وف]?"}


def load_speech(folder: Path, syntaxes: dict[str, Syntax]) -> dict[str, Speech]:
    """The verb list of every language that has a syntax. Raises `LexiconError`, `OSError`."""
    return {
        language: _compile(_read(folder / f"{language}.txt", language), syntax)
        for language, syntax in syntaxes.items()
    }


def _read(path: Path, language: str) -> list[tuple[list[str], Verb]]:
    rows = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        line = line.split("#", 1)[0].strip()
        if not line:
            continue
        forms, bar, frames = line.partition("|")
        names, over = set(), []
        # "over:" takes the rest of its phrase: «over:نسبت به over:درباره»
        for part in re.split(rf"\s+(?={'|'.join(sorted(_FRAMES))})", frames.strip()):
            name, colon, preposition = part.partition(":")
            if name not in _FRAMES:
                raise LexiconError(f"{path.name}:{number}: unknown frame {part!r}")
            names.add(name)
            if colon:
                over.append(plain(preposition.strip()))
        words_ = [
            plain(one) for form in forms.split(",") if form.strip()
            for one in inflected(form.strip(), language)
        ]
        if not bar or not words_:
            raise LexiconError(f"{path.name}:{number}: expected 'forms | frames'")
        rows.append((words_, Verb(frozenset(names), tuple(over))))
    return rows


def inflected(form: str, language: str) -> tuple[str, ...]:
    """Every form that a form of a verb list stands for."""
    for mark, endings in _INFLECTIONS.get(language, {}).items():
        if mark in form:
            return tuple(form.replace(mark, ending) for ending in endings)
    return (form,)


def _any_of(forms: Iterable[str], gap: str) -> str:
    """A pattern for any of `forms`, the longest that fits, by the letters they share.

    A space of a form stands for `gap`.
    """
    tree: dict = {}
    for form in forms:
        node = tree
        for char in form:
            node = node.setdefault(char, {})
        node[""] = {}

    def pattern(node: dict) -> str:
        branches = [
            (gap if char == " " else re.escape(char)) + pattern(below)
            for char, below in node.items() if char
        ]
        if not branches:
            return ""
        ends = "" in node
        if len(branches) == 1 and not ends:
            return branches[0]
        return "(?:" + "|".join(branches) + ")" + ("?" if ends else "")

    return pattern(tree)


def _compile(rows: list[tuple[list[str], Verb]], syntax: Syntax) -> Speech:
    gap = " ?" if syntax.language == "fa" else " "
    verbs: dict[str, Verb] = {}
    by_frame: dict[str, list[str]] = {"want": [], "clause": [], "according": [], "his": [],
                                     "stance": []}
    for forms, verb in rows:
        special = verb.frames & by_frame.keys()
        for form in forms:
            if special:
                by_frame[special.copy().pop() if len(special) == 1 else "want"].append(form)
            else:
                known = verbs.setdefault(form.replace(" ", ""), verb)
                if known is not verb:  # «عنوان کرد» takes words and verdicts: both lists hold
                    verbs[form.replace(" ", "")] = Verb(
                        known.frames | verb.frames, known.over + verb.over
                    )

    def spaced(forms: list[str]) -> str:
        return _any_of(forms, gap) if forms else "(?!)"

    plain_forms = [form for forms, verb in rows for form in forms
                   if not verb.frames & by_frame.keys()]
    tail = _NOT_AFTER.get(syntax.language, r"(?!\w)")
    head = rf"(?<!\w){_NOT_BEHIND.get(syntax.language, '')}{_PREFIX.get(syntax.language, '')}"
    verb_part = rf"{head}(?P<verb>{spaced(plain_forms)}){tail}"
    halves = [tuple(part.strip() for part in form.split("/")) for form in by_frame["want"]]
    wanted = "|".join(
        rf"{re.escape(first)} (?P<w{n}>[^.؛:]{{3,200}}?) {re.escape(second)}(?!\w)"
        for n, (first, second) in enumerate(halves)
    )
    according = spaced(by_frame["according"])
    prefix = _PREFIX.get(syntax.language, "")
    his = rf"(?<!\w){prefix}{spaced(by_frame['his'])}(?!\w)\s*"
    # Arabic «وفقا ل» is written together with the name that follows.
    edge = r"\s*" if syntax.verb_first else r"(?!\w)\s*"
    light = " " + _LIGHT.get(syntax.language, "")
    sharing = {
        form.removesuffix(light): Verb(frozenset({"over"}), verb.over)
        for forms, verb in rows for form in forms
        if len(light) > 1 and form.endswith(light) and verb.over and "verdict" not in verb.frames
    }
    return Speech(
        verbs=verbs,
        sharing={noun.replace(" ", ""): verb for noun, verb in sharing.items()},
        shared=Sought(re.compile(
            rf"(?<!\w)(?P<noun>{spaced(list(sharing))})"
            rf"(?= و(?: [^ .:؛]+){{1,24}}?{light}(?:ند|ه)?(?!\w))"
        ), syntax.needed),
        pattern=re.compile(verb_part),
        wanted=re.compile(rf"(?<!\w)(?:{wanted})" if halves else "(?!)"),
        clause=re.compile(
            rf"(?<!\w){syntax.clause_with} (?P<noun>{spaced(by_frame['clause'])})"
            rf" {syntax.clause_that}(?!\w)" if by_frame["clause"] else "(?!)"
        ),
        stance=re.compile(
            rf"(?<!\w){syntax.clause_with} (?P<noun>{spaced(by_frame['stance'])})"
            rf" (?!{syntax.clause_that}(?!\w))" if by_frame["stance"] else "(?!)"
        ),
        according=Sought(re.compile(rf"(?<!\w){prefix}{according}{edge}"), syntax.needed),
        his=re.compile(his),
        hint=Sought(re.compile(
            rf"(?<!\w){prefix}{according}|{his}"
            + "".join(rf"|(?<!\w){re.escape(first)} " for first, _ in halves)
        ), syntax.needed),
    )
