"""How a language reports meetings: patterns over skeletons, from data/lexicons/encounters.

`fa.toml` explains the placeholders. Role patterns and kinds are tried in the order given.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from didgah.annotate.matching.needed import Sieve, Sought
from didgah.annotate.sentences.full_names import Names
from didgah.annotate.sentences.skeleton import ACTOR, DATE, PLACE, SERIES
from didgah.annotate.sentences.syntax import Syntax, plain_pattern
from didgah.model import Language, Role

_AND = r"(?: ?[،,] ?(?:و |and |и )?| و ?| and | и )"
# «با الف، رییس جمهور، و ب»: the office of the first stands between two commas.
_BESIDE = r"[،,] [^.;؛:!؟?،,\ue000-\uefff]{2,50}[،,] ?(?:و |and |и )"
# «وزراء خارجية روسيا … وسوريا …»: the country of each may stand before his name.
_ACTORS = rf"{ACTOR}(?:(?:{_AND}(?:{PLACE} )?|{_BESIDE}){ACTOR})*"
_ANYONE = rf"(?:{ACTOR}|{PLACE})"
_LISTED = rf"{_ANYONE}(?:{_AND}{_ANYONE})*"
_NOBODY = rf"[^.;؛:!؟?,،{ACTOR[1:-1]}]"
_PLACEHOLDERS = {
    # «، و» opens another clause, but not «، ولي العهد», "، وزير …".
    "<.>": r"(?:(?!، ?و(?!لی |زیر|کیل))[^.;؛:!؟?/]){0,130}?",
    "<~>": r"[^.;؛:!؟?/]{0,90}?",
    "<_>": rf"(?: (?:[\w-]+|{PLACE}|{DATE})){{0,3}}?",
    # Nobody else stands here, and a comma only as one of a pair: who reads is not who was named
    # in passing.
    "<=>": rf"{_NOBODY}{{0,90}}?(?:[,،]{_NOBODY}{{0,60}}[,،]{_NOBODY}{{0,60}}?)?",
    "<^>": rf"^[^{ACTOR[1:-1]}]*",
    "<o>": ACTOR,
    "<s>": SERIES,
    "<d>": DATE,
}
_GROUPS = {"a": _ACTORS, "b": _ACTORS, "l": _LISTED, "p": PLACE}
# Which offices of the registry the words for holders of an office in several countries mean.
OFFICE_CODES = {
    "foreign_minister": ("foreign_minister",),
    "prime_minister": ("prime_minister",),
    "head_of_state": ("president", "king", "emir", "sultan"),
}
BEFORE = 160  # characters before a word in which what bears on it stands
_ENCOUNTERS = ("call", "message", "visit", "host", "guest", "bilateral", "press")
_ROLES = ("message_sender", "message_reader", "chairman", "host", "speaker", "participant")
_ROLE_KEYS = {
    "message_sender": "sender", "message_reader": "reader", "chairman": "chairman",
    "host": "host_role", "speaker": "speaker", "participant": "participant",
}
_KIND_ORDER = ("summit", "ministerial", "parliamentary", "forum", "session")


@dataclass(frozen=True, slots=True)
class EncounterRules:
    """The compiled patterns of one language."""

    syntax: Syntax
    names: Names
    trigger: re.Pattern[str]  # some word without which no sentence tells of an encounter
    encounters: Sieve[str]  # (kind, pattern with groups a, b, p); its signs are actors
    idle: Sought  # in the clause of a meeting: nobody has met
    phone: re.Pattern[str]
    plural_office: re.Pattern[str]  # "foreign ministers of", the beginning of an office
    office_codes: tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]  # of the registry
    deputy: re.Pattern[str]  # a word that makes another office of it
    deputies: re.Pattern[str]  # text before "foreign ministers of" that ends in such a word
    counterpart: Sought  # "his Iranian counterpart", unnamed: a group "nation"
    attached: Sought  # "aide of Putin": group 1 is whose he is, 2 his own name
    event: tuple[re.Pattern[str], ...]  # somebody and a gathering that belongs to no series
    held: tuple[re.Pattern[str], ...]  # a gathering and that it opened, closed, is to be held
    unreal: re.Pattern[str]  # text before a noun of meeting that makes it a mere wish
    definite: re.Pattern[str]  # text before a noun that points back at a meeting told of
    earlier: re.Pattern[str]  # text before a noun of a meeting that is over: what it settled
    former: Sought  # a word that says an office is held no more, by its actor
    meeting: re.Pattern[str]
    met: re.Pattern[str]  # any word, noun or verb, that tells of talks
    length: re.Pattern[str]  # "two-day", «второй день»: a group "n" of `lengths`
    lengths: dict[str, int]  # words for a few in the plain form
    ending: re.Pattern[str]  # of what lasts some days: the day told is its last one
    beginning: re.Pattern[str]  # the day told is its first one
    gathering: re.Pattern[str]
    gathering_near: re.Pattern[str]
    generic: re.Pattern[str]
    relative: re.Pattern[str]  # somebody of whom the words behind tell: "X, who …"
    aside: re.Pattern[str]  # text before a series on whose sidelines something else happened
    letter: re.Pattern[str]  # words of a message, by which it is more than good wishes
    severally: re.Pattern[str]  # in the clause of a meeting: with each of those named on his own
    invited: re.Pattern[str]  # near a series that somebody is only asked to come to
    kinds: tuple[tuple[str, re.Pattern[str]], ...]
    anaphor_gathering: Sought
    anaphor_encounter: Sought
    roles: Sieve[Role]  # (role, pattern with group a or l)
    attending: Sought  # some word without which no sentence lists who was present
    present: tuple[Sought, ...]  # words that a list of those present follows
    present_before: tuple[Sought, ...]  # words that follow such a list
    list_end: re.Pattern[str]
    next_member: re.Pattern[str]  # where a list goes on without a comma
    member_head: re.Pattern[str]  # what stands before a member of a list and is no part of it
    there: re.Pattern[str]  # words that tie a list to the meeting told of before
    behind_name: re.Pattern[str]
    chair_office: re.Pattern[str]  # an office in plain form that chairs a body
    at_place: re.Pattern[str]
    host_place: Sought
    topic: re.Pattern[str]
    since: re.Pattern[str]
    cancelled: Sought
    postponed: Sought
    announced: Sought
    setting_out: re.Pattern[str]  # news of who has just left or arrived
    last_day: re.Pattern[str]  # "runs until Friday": a group "until", that day
    told_on: re.Pattern[str]  # before a day on which something was said
    recalled: re.Pattern[str]  # words that say a meeting was on a former day
    recalled_verb: re.Pattern[str]  # the verb of such a meeting
    turn: re.Pattern[str]  # "and" before what is to come or was before


def load_encounter_rules(
    folder: Path, syntax: dict[Language, Syntax], names: dict[Language, Names]
) -> dict[Language, EncounterRules]:
    """The rules of every `<language>.toml` in `folder`.

    Raises `tomllib.TOMLDecodeError`, `KeyError` or `re.error` for a file that is not right.
    """
    return {
        path.stem: _read(path, syntax[path.stem], names[path.stem])
        for path in sorted(folder.glob("*.toml"))
    }


def _read(path: Path, syntax: Syntax, names: Names) -> EncounterRules:
    given = tomllib.loads(path.read_text(encoding="utf-8"))
    meeting = plain_pattern(given["meeting"])
    assembly = plain_pattern(given["assembly"])
    # What may stand before whom somebody meets: words of respect, a first office.
    titles = (
        rf"(?:{plain_pattern(given['titles'])} ?){{0,6}}?"
        rf"(?:{syntax.office_head.pattern}[^.;:!؟?\ue000-\ue3ff]{{0,90}}?[,،] )?"
    )

    def build(pattern: str) -> re.Pattern[str]:
        text = plain_pattern(pattern).replace("<m>", meeting).replace("<g>", assembly)
        text = text.replace(" <b>", f" {titles}<b>").replace(" و<b>", f" و{titles}<b>")
        for name, meaning in _PLACEHOLDERS.items():
            text = text.replace(name, meaning)
        named: set[str] = set()

        def group(match: re.Match[str]) -> str:
            name = match[1]
            again = name in named
            named.add(name)
            return f"(?:{_GROUPS[name]})" if again else f"(?P<{name}>{_GROUPS[name]})"

        return re.compile(re.sub(r"<([ablp])>", group, text))

    def all_of(key: str) -> list[re.Pattern[str]]:
        return [build(p) for p in given[key]]

    def sought(pattern: str) -> Sought:
        return Sought(build(pattern), syntax.needed)

    return EncounterRules(
        syntax=syntax,
        names=names,
        trigger=build(given["trigger"]),
        idle=sought(given["idle"]),
        phone=build(given["phone"]),
        plural_office=build(given["plural_office"]),
        office_codes=tuple(
            (OFFICE_CODES[name], build(words)) for name, words in given["office_codes"].items()),
        deputy=build(given["deputy"]),
        deputies=build(given["deputy"] + r"\w* $"),
        counterpart=sought(given["counterpart"]),
        attached=sought(given["attached"]),
        event=tuple(all_of("event")),
        held=tuple(all_of("held")),
        encounters=Sieve(
            ((kind, p) for kind in _ENCOUNTERS for p in all_of(kind)),
            (ACTOR[1], ACTOR[-2]), syntax.needed),
        unreal=build(given["unreal"]),
        definite=build(given["definite"]),
        earlier=build(given["earlier"]),
        former=sought(given["former"]),
        meeting=build(f"(?<!\\w){given['meeting']}"),
        met=build(given.get("met", "(?!)")),
        length=build(given["length"]),
        lengths={plain_pattern(word): days for word, days in given["lengths"].items()},
        ending=build(given["ending"]),
        beginning=build(given["beginning"]),
        gathering=build(f"(?<!\\w){given['gathering']}(?!\\w)"),
        gathering_near=build(given["gathering_near"]),
        generic=build(given["generic"]),
        relative=build(given["relative"]),
        aside=build(given["aside"]),
        letter=build(given["letter"]),
        severally=build(given["severally"]),
        invited=build(given["invited"]),
        kinds=tuple((k, build(given["kinds"][k])) for k in _KIND_ORDER if k in given["kinds"]),
        anaphor_gathering=sought(given["anaphor_gathering"]),
        anaphor_encounter=sought(given["anaphor_encounter"]),
        roles=Sieve(
            ((role, p) for role in _ROLES for p in all_of(_ROLE_KEYS[role])),
            needed=syntax.needed),
        attending=sought(given["attending"]),
        present=tuple(map(sought, given["present"])),
        present_before=tuple(map(sought, given["present_before"])),
        list_end=build(given["list_end"]),
        next_member=build(given["next_member"]),
        member_head=build(given["member_head"]),
        there=build(given["there"]),
        behind_name=build(given["behind_name"]),
        chair_office=build(given["chair_office"]),
        at_place=build(given["at_place"]),
        host_place=sought(given["host_place"]),
        topic=build(given["topic"]),
        since=build(given["since"]),
        cancelled=sought(given["cancelled"]),
        postponed=sought(given["postponed"]),
        announced=sought(given["announced"]),
        setting_out=build(given["setting_out"]),
        last_day=build(given["last_day"]),
        told_on=build(given["told_on"]),
        recalled=build(given["recalled"]),
        recalled_verb=build(given["recalled_verb"]),
        turn=build("(?:{turn})(?=(?:\\w+ ){{0,2}}?(?:{announced}|{recalled}))".format_map(given)),
    )
