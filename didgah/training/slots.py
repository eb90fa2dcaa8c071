"""Training sentences out of templates: slots are filled with names from the lists.

So the model sees how names stand in news without any article, real person or statement in
this repository. See data/training/persian-news.txt for the notation.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from didgah.annotate.candidates.sequence_features import TOKENS
from didgah.annotate.candidates.sequence_lists import FOLDER, entries
from didgah.language.fold import ZWNJ
from didgah.language.persian_tools import tools
from didgah.training.labelled import Labelled

_CHOICE = re.compile(r"\(([^()|]*(?:\|[^()|]*)+)\)")
_PART = re.compile(r"\[([olp]) (.*?)\](?!\w)|\{(\w+)\}|([^\[{]+)")
_SLOT = re.compile(r"\{(\w+)\}")
_KINDS = {"o": "ORG", "l": "LOC", "p": "PER"}
_BODY = re.compile(r"\{BODY\}")
_BODIES_FILE = "bodies"
# «خبرگزاری خبرگزاری فارس»: the list has some names with their first word
_TWICE = re.compile(r"\b(\w+) \1\b")
_QUOTED = 0.03  # share of names between quotation marks
_HIDDEN = 0.3  # share of names whose words are read as unknown
_ENDINGS = ("ی", "زاده", "پور", "نژاد", "فر", "نیا", "یان", "وند", "راد", "مند", "لو", "خانی")
_MONTHS = (
    "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند ژانویه مارس مه ژوئن "
    "ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر"
).split()
_DAYS = ["شنبه", "یکشنبه", "دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه", "پنج‌شنبه", "جمعه"]
_NUMBERS = "دو سه چهار پنج شش هفت هشت نه ده بیست سی چهل پنجاه صد هزار".split()
_NATIONS = (
    "ایرانی روسی آمریکایی آلمانی فرانسوی انگلیسی چینی ژاپنی ترک عراقی سوری لبنانی فلسطینی سعودی "
    "پاکستانی افغان هندی ایتالیایی اسپانیایی برزیلی کره‌ای اروپایی عربی ترکیه‌ای مصری قطری اسرائیلی "
    "هلندی آرژانتینی تاجیک ازبک ارمنی یونانی سوئدی صهیونیستی استرالیایی کانادایی"
).split()


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    kind: str = ""  # PER, LOC, ORG, or "" outside
    hidden: bool = False


@dataclass(frozen=True)
class Templates:
    """Sentences, and names of organisations to be put together for their slots {BODY}."""

    sentences: tuple[str, ...]
    bodies: tuple[str, ...]


def read_templates(folder: Path) -> Templates:
    """The templates in `folder`: bodies.txt, and every other .txt file, without comments."""
    files = sorted(folder.glob("*.txt"))
    return Templates(
        tuple(line for path in files if path.stem != _BODIES_FILE for line in _lines(path)),
        tuple(line for path in files if path.stem == _BODIES_FILE for line in _lines(path)),
    )


def _lines(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]


def sentences(templates: Templates, count: int, seed: int) -> list[Labelled]:
    """`count` sentences, each template equally often; the same for the same arguments."""
    dice = random.Random(seed)
    known = templates.sentences
    return [fill(known[n % len(known)], dice, templates.bodies) for n in range(count)]


def fill(template: str, dice: random.Random, bodies: Sequence[str] = ()) -> Labelled:
    """A template with its choices made and its slots filled; `bodies` are for the slot {BODY}.

    Raises `KeyError` for a slot that there is no list for, `IndexError` for {BODY} without.
    """
    template = _chosen(template, dice)
    while slot := _BODY.search(template):
        body = _chosen(dice.choice(bodies), dice)
        template = f"{template[:slot.start()]}[o {body}]{template[slot.end():]}"
    words: list[str] = []
    labels: list[str] = []
    hidden: set[int] = set()
    for piece in _pieces(template, dice):
        for number, word in enumerate(TOKENS.findall(piece.text)):
            if piece.hidden:
                hidden.add(len(words))
            words.append(word)
            labels.append(f"{'I' if number else 'B'}-{piece.kind}" if piece.kind else "O")
    return Labelled(tuple(words), tuple(labels), frozenset(hidden))


def _chosen(template: str, dice: random.Random) -> str:
    while choice := _CHOICE.search(template):
        chosen = dice.choice(choice[1].split("|"))
        template = template[:choice.start()] + chosen + template[choice.end():]
    return template


def _pieces(template: str, dice: random.Random) -> Iterator[_Piece]:
    for group, inner, slot, plain in _PART.findall(template):
        if group:
            whole = _SLOT.sub(lambda m: _name(m[1], dice)[0], inner)
            yield _Piece(_TWICE.sub(r"\1", whole), _KINDS[group])
        elif slot:
            text, kind = _name(slot, dice)
            quoted = kind in ("PER", "ORG") and dice.random() < _QUOTED
            marks = dice.choice(("«»", '""')) if quoted else ("", "")
            yield _Piece(marks[0])
            yield _Piece(text, kind, bool(kind) and dice.random() < _HIDDEN)
            yield _Piece(marks[1])
        else:
            yield _Piece(plain)


def _name(slot: str, dice: random.Random) -> tuple[str, str]:
    """(text, label) for a slot."""
    if slot in _PEOPLE:
        return _PEOPLE[slot](dice), "PER"
    if slot in _PLACES:
        return dice.choice(_of("places", *_PLACES[slot])), "LOC"
    if slot in _BODIES:
        return dice.choice(_of("organisations", *_BODIES[slot])), "ORG"
    return _OTHER[slot](dice), ""


@cache
def _of(name: str, *sections: str) -> tuple[str, ...]:
    """The entries of some sections of a list, in the order of the file."""
    return tuple(e for section, e in entries(FOLDER / f"{name}.txt") if section in sections)


@cache
def _nouns() -> tuple[str, ...]:
    """Ordinary nouns, which are surnames too («قناعت»)."""
    return tuple(sorted(
        word for word, (digits, tags) in tools().words.items()
        if tags.startswith("N") and "NUM" not in tags and 5 <= digits <= 6
        and 4 <= len(word) <= 7 and word.isalpha()
    ))


def _iranian_surname(dice: random.Random) -> str:
    draw = dice.random()
    if draw < 0.4:
        name = dice.choice(_of("surnames", "iran"))
    elif draw < 0.45:
        name = dice.choice(_nouns())
    elif draw < 0.52:
        first, second = (dice.choice(_of("given", "men")) for _ in range(2))
        name = f"{first}{dice.choice(('', ' ', ZWNJ))}{second}ی"
    elif draw < 0.87:
        stem = dice.choice(_of("given", "men")).replace(ZWNJ, "")
        ending = dice.choice(_ENDINGS) if dice.random() < 0.6 else "ی"
        gap = dice.choice(("", "", ZWNJ, " ")) if len(ending) > 2 else ""
        name = stem + gap + ending
    else:
        name = dice.choice(_of("places", "towns")).replace(" ", "") + "ی"
    if dice.random() < 0.08:
        name += " " + dice.choice(_of("places", "towns")) + "ی"
    return name


def _iranian(dice: random.Random, section: str = "men") -> str:
    given = dice.choice(_of("given", section))
    draw = dice.random()
    if draw < 0.08 and section == "men":
        given += " " + dice.choice(_of("given", "men"))
    if dice.random() < 0.1:
        given = dice.choice(("سید ", "سید", "سید" + ZWNJ)) + given
    return f"{given} {_iranian_surname(dice)}"


_ABROAD = (("neighbours", "neighbours", 3), ("west", "west", 5), ("west", "russia", 2),
           ("far", "far", 1))


def _foreign(dice: random.Random, full: bool = True) -> str:
    (given, surname, _), = dice.choices(_ABROAD, [weight for *_, weight in _ABROAD])
    last = dice.choice(_of("surnames", surname))
    return f"{dice.choice(_of('given', given))} {last}" if full else last


def _number(dice: random.Random) -> str:
    return str(dice.choice((dice.randrange(2, 60), dice.randrange(60, 5000)))) \
        if dice.random() < 0.6 else dice.choice(_NUMBERS)


_PEOPLE = {
    "PER": lambda dice: _foreign(dice) if dice.random() < 0.08 else _iranian(
        dice, "women" if dice.random() < 0.12 else "men"),
    "WOMAN": lambda dice: _iranian(dice, "women"),
    "LAST": lambda dice: _iranian_surname(dice) if dice.random() < 0.9 else _foreign(dice, False),
    "FPER": _foreign,
    "FLAST": lambda dice: _foreign(dice, False),
}
_PLACES = {
    "CITY": ("towns",), "PROV": ("provinces",), "COUNTRY": ("countries",),
    "FCITY": ("near", "world"), "REGION": ("regions",), "SITE": ("sites",),
}
_BODIES = {
    "STATE": ("state",), "PARTY": ("parties",), "INTL": ("international",),
    "COMPANY": ("companies",), "UNI": ("universities",), "MEDIA": ("media",), "CLUB": ("clubs",),
}
_OTHER = {
    "NAT": lambda dice: dice.choice(_NATIONS),
    "NUM": _number,
    "DAY": lambda dice: dice.choice(_DAYS),
    "MONTH": lambda dice: dice.choice(_MONTHS),
    "YEAR": lambda dice: str(dice.randrange(1350, 1405)),
}
