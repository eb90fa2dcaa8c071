"""What the sentence reader must know of a language, kept in data/lexicons/syntax.

Each file lists, as regular expressions over the plain form of text (`skeleton.plain`),
the words for offices, the prepositions, the openings of a sentence that are no subject.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from didgah.annotate.matching.needed import Needed, Sought
from didgah.annotate.sentences.skeleton import ACTOR, DATE, PLACE, SERIES, plain

_FEW = 6  # alternatives that are tried one by one
_QUANTIFIERS = ("?", "*", "+", "{")
_QUOTES = r"[\"\s]*"


@dataclass(frozen=True, slots=True)
class Syntax:
    """The compiled rules of one language; patterns run over skeletons."""

    language: str
    verb_first: bool  # the subject follows its verb (Arabic)
    after_verb: bool  # the subject may follow its verb ("said Putin")
    nominative: bool  # names are inflected, so only the first form can be a subject
    office: Sought  # an office up to its place or organisation
    office_behind: re.Pattern[str] | None  # "OIC Secretary General": the body comes first
    office_of_series: Sought  # "chairman of the Group"
    office_head: re.Pattern[str]  # the beginning of an office
    apposed: re.Pattern[str]  # an actor, then an office of a place, as one noun phrase
    titled: re.Pattern[str]  # honorifics and quotation marks round an actor
    place_before: re.Pattern[str]  # text before a body that is only a place here
    opening: re.Pattern[str]  # what may stand before a subject and is none
    null_opening: re.Pattern[str]
    circumstance: re.Pattern[str]  # between a subject and what it says: «در گفت‌وگو با X»
    preposition: re.Pattern[str]  # at the start of a phrase
    governed: re.Pattern[str]  # text that ends in a preposition
    possessed: re.Pattern[str]  # text that ends in a noun whose owner follows
    pronoun: re.Pattern[str]
    clause_end: re.Pattern[str]  # the end of a clause, up to the subject of the next one
    object: re.Pattern[str]  # what follows an object and no subject («را»)
    other_subject: re.Pattern[str]  # "the two sides": the verb is not the first subject's
    impersonal: Sought  # "one may mention": the verb behind it is nobody's
    negated: re.Pattern[str]  # text before a verb that denies it
    calling: re.Pattern[str]  # what people are called who speak: offices and callings
    body: re.Pattern[str]  # the first word of an organisation
    phrase_end: re.Pattern[str]  # what a noun phrase ends before
    no_speaker: re.Pattern[str]  # the first words of phrases that speak for nobody
    anaphor: re.Pattern[str]  # "the minister", «این مقام»: whoever is in play
    place_in: re.Pattern[str]  # where something happens: group 1 is the place
    title: re.Pattern[str]  # before a name, and no office
    written: Sought  # «در پیام X آمده است»: group "who"
    relayed: Sought  # "quoted X as saying": groups "who" and "verb"
    addressee: re.Pattern[str]  # to whom, between a verb and the subject behind it
    joined: re.Pattern[str]  # "and", "but": what follows is no object of the verb before
    counterpart: re.Pattern[str]  # «همتای», "his counterpart": the same office elsewhere
    object_head: re.Pattern[str]  # the first word of what is said, where it follows the subject
    narration: re.Pattern[str]  # the opening of a sentence that quotes nobody
    bare_office: re.Pattern[str]  # "the Russian minister": groups "nation", "noun", end of phrase
    offices_meant: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]  # noun → English title
    guest: re.Pattern[str]  # "the visitor"
    host: re.Pattern[str]
    opposite: re.Pattern[str]  # "his interlocutor"
    that: str  # alternatives, for building patterns of speech
    purpose: str  # what opens words asked for: «از آنها خواست تا …»
    clause_with: str
    clause_that: str
    needed: Needed  # what sentences hold, for all patterns that are sought in them


def words(alternatives: list[str]) -> str:
    """One pattern for any of `alternatives`, longest first; never matches when empty.

    Alternatives with the same first letter share it, so that a word costs a look at the few
    that begin as it does.
    """
    folded = sorted((plain_pattern(one) for one in alternatives), key=len, reverse=True)
    if len(folded) < _FEW:
        return "(?:" + "|".join(folded) + ")" if folded else "(?!)"
    shared: dict[str, list[str]] = {}
    others = []
    for one in folded:
        if one[0].isalpha() and one[1:2] not in _QUANTIFIERS and not _splits(one):
            shared.setdefault(one[0], []).append(one[1:])
        else:
            others.append(one)
    groups = [
        first + (rests[0] if len(rests) == 1 else "(?:" + "|".join(rests) + ")")
        for first, rests in shared.items()
    ]
    return "(?:" + "|".join(groups + others) + ")"


def _splits(pattern: str) -> bool:
    """Whether a bar outside brackets makes the pattern several."""
    depth = 0
    for char in pattern:
        depth += (char in "([") - (char in ")]")
        if char == "|" and depth == 0:
            return True
    return False


def plain_pattern(pattern: str) -> str:
    """A pattern in the letters of the plain form; escapes and group marks stay as they are."""
    return "".join(
        part if part.startswith(("\\", "(?P")) else plain(part)
        for part in re.split(r"(\\.|\(\?P)", pattern)
    )


def load_syntax(folder: Path) -> dict[str, Syntax]:
    """The rules of every `<language>.toml` in `folder`.

    Raises `tomllib.TOMLDecodeError`, `KeyError` or `re.error` for a file that is not right.
    """
    return {path.stem: _read(path) for path in sorted(folder.glob("*.toml"))}


def _read(path: Path) -> Syntax:
    given = tomllib.loads(path.read_text(encoding="utf-8"))
    prepositions = words(given["prepositions"])
    honorifics = words(given["honorifics"])
    # An office: its head, then a few words that are neither a preposition nor a unit.
    stop = words([*given["prepositions"], *given["that"], *given["pronouns"],
                  *given.get("office_stops", [])])
    head = rf"(?<!\w){words(given['offices'])}(?!\w)"
    inner = rf"(?:[ \"]+(?!{stop}(?!\w))[\w/-]+){{0,{given['office_words']}}}?"
    links = f"(?: {words(given['office_links'])})?" if given.get("office_links") else ""
    office = rf"{head}{inner}{links}[ \"]+(?:{PLACE}|{ACTOR})"
    links_within = given.get("phrase_links", [])
    phrase_ends = [one for one in (*given["prepositions"], *given["phrase_ends"])
                   if one not in links_within]
    pronouns = words(given["pronouns"])
    mark = rf"(?:{words(given['adverbials'])}(?!\w)|(?:(?!{pronouns}(?!\w))[\w]+ )?{DATE})"
    needed = Needed()
    return Syntax(
        language=path.stem,
        verb_first=given["order"] == "verb-first",
        after_verb=bool(given.get("after_verb")),
        nominative=bool(given.get("nominative")),
        office=Sought(re.compile(office), needed),
        office_behind=re.compile(
            rf"(?:{PLACE}|{ACTOR})(?:'s)? (?:{words(given['office_lead'])} )?{head}"
        ) if "office_lead" in given else None,
        office_of_series=Sought(re.compile(
            rf"{head}(?: {words(given['offices'])}| {words(given['series_links'])}){{0,3}}"
            rf"[ \"]+{SERIES}"
        ), needed),
        office_head=re.compile(head),
        apposed=re.compile(
            rf"({ACTOR}){_portfolio(given)}{_QUOTES}[،,]?{_QUOTES}({ACTOR})"
        ),
        titled=re.compile(
            rf"(?:(?<!\w){honorifics} )+{_QUOTES}({ACTOR})\"?|\"({ACTOR})\""
        ),
        place_before=re.compile(plain_pattern(given["place_before"])),
        opening=re.compile(rf"(?:[\s\"،,:;.*•()/-]+|{mark})"),
        circumstance=re.compile("(?:" + "|".join(
            plain_pattern(one).replace("@", f"(?:{ACTOR}|{PLACE}|{SERIES})")
            for one in given.get("circumstances", [])
        ) + r")(?!\w)" if given.get("circumstances") else "(?!)"),
        null_opening=re.compile(rf"{words(given['null_openings'])}(?!\w)"),
        preposition=re.compile(rf"{prepositions}(?!\w)"),
        governed=re.compile(rf"(?<!\w){prepositions}[\s\"]*$"),
        possessed=re.compile(rf"(?<!\w){words(given['relations'])}[\s\"]*$"),
        pronoun=re.compile(rf"{pronouns}(?!\w)"),
        clause_end=re.compile(plain_pattern(given.get("clause_end", "")) or "(?!)"),
        object=re.compile(plain_pattern(given["object"]) or "(?!)"),
        other_subject=re.compile(plain_pattern(given["other_subject"]) or "(?!)"),
        impersonal=Sought(
            re.compile(plain_pattern(given.get("impersonal", "")) or "(?!)"), needed),
        negated=re.compile(rf"(?<!\w)[وف]?{words(given.get('negation', []))} $"),
        calling=re.compile(
            rf"(?<!\w)(?:{words([*given['offices'], *given['callings']])}"
            rf"|{words(given['honorifics'])})(?!\w)"
        ),
        body=re.compile(rf"(?<!\w){words(given['bodies'])}(?!\w)"),
        phrase_end=re.compile(
            rf"(?<!\w){words(phrase_ends)}(?!\w)"
            rf"|[،,:؛;.!?؟()\[\]\"…]| - |{DATE}"
        ),
        no_speaker=re.compile(rf"{words(given['no_speaker'])}(?!\w)"),
        anaphor=re.compile(rf"{words(given['anaphors'])}(?!\w)"),
        place_in=re.compile(rf"(?<!\w){words(given['place_in'])}[ \"]+({PLACE})"),
        title=re.compile(rf"(?:{words(given.get('titles', []))} )+"),
        written=Sought(re.compile("|".join(
            plain_pattern(one).replace("@", rf"(?P<who{n}>{ACTOR})")
            for n, one in enumerate(given.get("written", []))
        ) or "(?!)"), needed),
        relayed=Sought(re.compile("|".join(
            plain_pattern(one) for one in given.get("relayed", [])) or "(?!)"), needed),
        addressee=re.compile(rf"{words(given.get('addressees', []))}(?!\w)\s*"),
        joined=re.compile(rf"{words(given['joined'])}(?!\w)"),
        counterpart=re.compile(words(given["counterparts"])),
        object_head=re.compile(rf"{words(given.get('object_heads', []))}(?!\w)"),
        narration=re.compile(rf"[\s\"،,-]*{words(given['narration'])}(?!\w)"),
        bare_office=_bare_office(given),
        offices_meant=tuple(
            (re.compile(words([noun])), re.compile(title))
            for noun, title in given.get("offices_meant", [])
        ),
        guest=re.compile(words(given.get("guests", []))),
        host=re.compile(words(given.get("hosts", []))),
        opposite=re.compile(words(given.get("opposites", []))),
        that=words(given["that"]),
        purpose=words(given["purpose"]) if "purpose" in given else "",
        clause_with=given.get("clause_with", ""),
        clause_that=words(given.get("clause_that", [])),
        needed=needed,
    )


def _portfolio(given: dict) -> str:
    """What an envoy is for, between his office and his name: «по Сирии», "for Syria"."""
    if "portfolio" not in given:
        return ""
    for_what = rf"(?:[\w-]+ ){{0,2}}?{PLACE}"
    return rf"(?: {words(given['portfolio'])} {for_what}(?:,? (?:и|and) {for_what})*)?"


def _bare_office(given: dict) -> re.Pattern[str]:
    """An office or part with nothing that says whose, and what a clause may go on with."""
    nouns = [noun for noun, _ in given.get("offices_meant", [])]
    nouns += [*given.get("guests", []), *given.get("hosts", []), *given.get("opposites", [])]
    if not nouns:
        return re.compile("(?!)")
    lead = words(given.get("bare_leads", []))
    return re.compile(
        rf"(?P<lead>(?:{lead} )*)(?:(?P<nation>[\w-]+(?: [\w-]+)??) )??"
        rf"(?P<noun>{words(nouns)})(?!\w)"
        rf"(?=[\s\"]*$|[\s\"]*[,.:;!?،؛؟-]|,? (?:{DATE}|{words(given['bare_then'])}(?!\w)))"
    )
