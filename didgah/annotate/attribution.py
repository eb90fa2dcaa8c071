"""The outlet of an article and the chain of sources it quotes.

«به گزارش ایرنا به نقل از خبرگزاری تاس»: IRNA is the outlet, TASS whom it cites.
Neither is ever a speaker.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from didgah.annotate.sentences.background import Background
from didgah.annotate.sentences.outlets import outlet_called, outlet_in, outlet_key
from didgah.annotate.sentences.syntax import plain_pattern, words
from didgah.model import Attribution, Language, Mention, Span

_MAX_NAME = 7  # words


@dataclass(frozen=True, slots=True)
class AttributionRules:
    """How one language attributes, compiled."""

    before: tuple[re.Pattern[str], ...]  # where one ends a name begins; group "own" perhaps
    agency: re.Pattern[str]
    name_end: re.Pattern[str]
    not_a_name: re.Pattern[str]
    unknown_names: bool  # whether a name may be one that the registry does not know
    dateline: tuple[re.Pattern[str], ...]  # at the head of a sentence; group "name"


def load_attribution_rules(folder: Path) -> dict[Language, AttributionRules]:
    """The rules of every `<language>.toml` in `folder`.

    Raises `tomllib.TOMLDecodeError`, `KeyError` or `re.error` for a file that is not right.
    """
    found = {}
    for path in sorted(folder.glob("*.toml")):
        given = tomllib.loads(path.read_text(encoding="utf-8"))
        found[path.stem] = AttributionRules(
            tuple(re.compile(rf"(?<!\w)(?:{plain_pattern(p)})") for p in given["before"]),
            re.compile(rf"{words(given['agency'])}(?!\w)"),
            re.compile(rf"[،,:;؛.()\[\]|/]| - | {words(given['name_end'])}(?!\w)"),
            re.compile(rf"{words(given['not_a_name'])}(?!\w)"),
            given["unknown_names"],
            tuple(re.compile(plain_pattern(p)) for p in given["dateline"]),
        )
    return found


def find_attribution(
    text: str,
    flat: str,
    rules: AttributionRules,
    sentences: Iterable[Span],
    mentions: Iterable[Mention],
    background: Background,
    stated: str,
    title_end: int,
) -> tuple[Attribution, ...]:
    """The outlets and sources that the text names, in order of place.

    `text` is the article's and `flat` its `skeleton.plain` form; `stated` is the outlet the
    input states ("" if it states none); `title_end` is where the body begins. Spans cover the
    name as written.
    """
    people = [m for m in mentions if m.kind == "person"]
    found: list[Attribution] = []
    body = [s for s in sentences if s.start >= title_end]
    starts = [p.start for p in people]
    told: set[tuple[str, str]] = set()  # outlet id and key of those named as the outlet itself
    for number, sentence in enumerate(body):
        before = len(found)
        line = flat[sentence.start:sentence.end]
        if number < 2 and (lead := _dateline(line, rules, background)):
            found.append(_attribution(text, sentence.start, lead, "outlet"))
            told.add((lead[0], outlet_key(found[-1].name)))
        for match in (m for pattern in rules.before for m in pattern.finditer(line)):
            name = _name(line, match.end(), rules, background)
            if name is None:
                continue
            start, end = sentence.start + name[1], sentence.start + name[2]
            near = people[max(0, bisect_right(starts, start) - 1):bisect_left(starts, end)]
            if any(start < p.end for p in near):
                continue
            if any(a.start < end and start < a.end for a in found[before:]):
                continue
            own = "own" in match.groupdict() and match["own"] is not None
            named = (told, name[0], line, name, background, stated)
            role = "outlet" if _itself(*named) or (own and _own(*named)) else "source"
            found.append(_attribution(text, sentence.start, name, role))
            if role == "outlet":
                told.add((name[0], outlet_key(found[-1].name)))
    return tuple(sorted(found, key=lambda a: a.start))


def outlet_of(
    stated: str, from_url: str, attribution: Iterable[Attribution], background: Background
) -> tuple[str, str]:
    """(outlet id, name): what the input states, else the address, else what the text says."""
    if stated:
        return (outlet_called(stated, background.outlets) or from_url), stated
    if from_url:
        return from_url, ""
    for link in attribution:
        if link.role == "outlet":
            return link.outlet, link.name
    return "", ""


def _itself(
    told: set[tuple[str, str]], outlet: str, text: str, name: tuple[str, int, int],
    background: Background, stated: str,
) -> bool:
    """Whether the name is that of the outlet which the input or the text has told already.

    Nobody cites himself: «خبرگزاری فارس: … به نقل از فارس» has no source.
    """
    agency = outlet_key(text[name[1]:name[2]])
    if stated:
        same = outlet_called(stated, background.outlets)
        if (same and same == outlet) or outlet_key(stated) == agency:
            return True
    return any((known and known == outlet) or key == agency for known, key in told)


def _own(
    told: set[tuple[str, str]], outlet: str, text: str, name: tuple[str, int, int],
    background: Background, stated: str,
) -> bool:
    """Whether «به گزارش X» names the outlet itself: the first one, unless another is stated."""
    if told:
        return False
    if not stated:
        return True
    same = outlet_called(stated, background.outlets)
    return (outlet == same) if same and outlet else (
        outlet_key(stated) == outlet_key(text[name[1]:name[2]])
    )


def _attribution(
    text: str, offset: int, name: tuple[str, int, int], role: Literal["outlet", "source"]
) -> Attribution:
    start, end = offset + name[1], offset + name[2]
    return Attribution(name[0], text[start:end], start, end, role)


def _name(
    text: str, start: int, rules: AttributionRules, background: Background
) -> tuple[str, int, int] | None:
    """(outlet id or "", start, end) of the name that begins at `start` of `text`."""
    spelled = list(re.finditer(r"\S+", text[start:start + 90]))[:_MAX_NAME + 3]
    known = outlet_in([w.group() for w in spelled], background.outlets)
    limit = rules.name_end.search(text, start)
    stop = limit.start() if limit else len(text)
    if known and start + spelled[known[1]].start() <= stop:
        first = known[1]
        if first and rules.agency.match(spelled[first - 1].group()):
            first -= 1
        begin = start + spelled[first].start()
        end = start + spelled[known[2] - 1].end()
        return known[0], *_trim(text, begin, end)
    if not rules.unknown_names and not rules.agency.match(text, start):
        return None
    if rules.not_a_name.match(text, start):
        return None
    begin, end = _trim(text, start, stop)
    if not 1 < end - begin < 60 or len(text[begin:end].split()) > _MAX_NAME:
        return None
    return "", begin, end


def _dateline(
    text: str, rules: AttributionRules, background: Background
) -> tuple[str, int, int] | None:
    """«خبرگزاری فارس: …», "(Reuters) —", "/ТАСС/": only outlets the registry knows."""
    for pattern in rules.dateline:
        match = pattern.match(text)
        if not match:
            continue
        spelled = list(re.finditer(r"\S+", match["name"]))
        known = outlet_in([w.group() for w in spelled], background.outlets)
        if known is None or known[2] != len(spelled):
            continue
        first = known[1]
        if first and rules.agency.match(spelled[first - 1].group()):
            first -= 1
        start = match.start("name")
        return known[0], *_trim(
            text, start + spelled[first].start(), start + spelled[known[2] - 1].end()
        )
    return None


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " \"،,.:;()/-":
        start += 1
    while end > start and text[end - 1] in " \"،,.:;()/-":
        end -= 1
    return start, end
