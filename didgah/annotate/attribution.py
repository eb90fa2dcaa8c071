"""The outlet of an article and the chain of sources it quotes.

«به گزارش آران نیوز به نقل از خبرگزاری تاتاراینفورم»: Aran News is the outlet, Tatar-inform
whom it cites. Neither is ever a speaker.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from didgah.annotate.background import Background
from didgah.annotate.outlets import outlet_in, outlet_key
from didgah.model import Attribution, Mention, Span

_REPORTER = r"(?:(?:خبرنگار|گروه|سرویس|خبرنگاران|دفتر)(?: [\w]+){0,4}? )?"
# Each pattern ends where the name of the outlet or source begins.
_BEFORE = {
    "fa": re.compile(
        rf"(?<!\w)(?P<own>(?:بنا )?(?:به|بر|براساس|بر اساس|طبق|برابر) گزارش(?:ی که)?|گزارش) (?:دریافتی )?{_REPORTER}"
        r"|(?<!\w)(?:به نقل از|به نوشته|به گفته(?=[ ]خبرگزاری)|به نقل ار) "
    ),
    "ru": re.compile(
        r"(?<!\w)(?:со ссылкой на|по данным|по сообщению|как (?:сообщает|передает|сообщило|пишет)|"
        r"(?:об этом )?(?:сообщает|передает|передаёт|сообщили|сообщило|пишет|рассказали|заявил|сообщил|сказал) (?:корр\. |корреспондент )?(?:в )?) ?"
    ),
    "ar": re.compile(
        r"(?<!\w)[وف]?(?:نقلا عن|نقل(?:ت)? عن|بحسب|حسب|وفقا ل|وفق|ذکرت|افادت|نقلت|قالت|اوردت|لـ?)[ ]?"
        r"(?=وکال|قنا|صحیف|شبک|موقع)"
        r"|(?<!\w)(?:نقلا عن|افادت|ذکرت|نقلت) "
    ),
    "en": re.compile(
        r"(?<!\w)(?:citing|according to|as reported by|reported by|quoted by|told|quoting) (?:the )?"
    ),
}
_AGENCY = re.compile(
    r"(?:خبرگزاری|شبکه|روزنامه|سایت|پایگاه|وبگاه|تارنما|وب سایت|هفته نامه|مجله|رادیو|تلویزیون|رسانه|نشریه|واحد مرکزی خبر|صدا و سیما|"
    r"وکاله|قناه|صحیفه|агентств\w+|информагентств\w+|газет\w+|телеканал\w*|издани\w+|радио\w*)(?!\w)"
)
_NAME_END = re.compile(
    r"[،,:;؛.()\[\]|/]|\n| - | (?:به نقل|از|در|که|و به نقل|با|مبنی|در گفت|به گزارش|ان|بان|عن|со ссылкой|, что|что|says|said|on|in|that)(?!\w)"
)
_DATELINE = {
    # "МОСКВА, 24 ноября. /ТАСС/.", "(Reuters) -", "ТАСС —", «جدة (واس)», «خبرگزاری فارس:»
    "ru": re.compile(r"^[^\n.]{0,60}?(?:[.,] |/)?(?P<name>[\w -]{2,30}?)\s*(?:/\.?|\. ?-|-| /)"),
    "en": re.compile(r"^[^\n]{0,60}?\((?P<name>[\w .-]{2,30})\)\s*(?:-|--)?"
                     r"|^(?P<bare>[\w. ]{2,25}?)\s*(?:/|:| -)"),
    "ar": re.compile(r"^[^\n]{0,40}?\(?(?P<name>\w[\w ]{1,25}?)\)?\s*[-:)]"),
    "fa": re.compile(r"^\s*(?P<name>(?:خبرگزاری )?[\w ]{2,30}?)\s*(?:[:/-]|ـ)"),
}
_OWN = re.compile(r"^(?:ما|این|رسیده|دریافتی|زیر|های?|منتشر|جدید|سالانه|کامل|مشروح|تصویری)(?!\w)")
_MAX_NAME = 7  # words


def find_attribution(
    text: str,
    flat: str,
    language: str,
    sentences: Iterable[Span],
    mentions: Iterable[Mention],
    background: Background,
    stated: str,
    title_end: int,
) -> tuple[Attribution, ...]:
    """The outlets and sources that the text names, in order of place.

    `text` is the article's and `flat` its `skeleton.plain` form; `stated` is the outlet the input states ("" if
    it states none); `title_end` is where the body begins. Spans cover the name as written.
    """
    people = [m for m in mentions if m.kind == "person"]
    found: list[Attribution] = []
    body = [s for s in sentences if s.start >= title_end]
    before = _BEFORE.get(language)
    for number, sentence in enumerate(body):
        line = flat[sentence.start:sentence.end]
        if number < 2 and (lead := _dateline(line, language, background)):
            found.append(_attribution(text, sentence.start, lead, "outlet"))
        if before is None:
            continue
        for match in before.finditer(line):
            name = _name(line, match.end(), language, background)
            if name is None:
                continue
            start, end = sentence.start + name[1], sentence.start + name[2]
            if any(p.start < end and start < p.end for p in people):
                continue
            if any(a.start < end and start < a.end for a in found):
                continue
            own = "own" in match.groupdict() and match["own"] is not None
            role = "outlet" if own and _own(found, name[0], line, name, background, stated) \
                else "source"
            found.append(_attribution(text, sentence.start, name, role))
    return tuple(sorted(found, key=lambda a: a.start))


def outlet_of(
    stated: str, from_url: str, attribution: Iterable[Attribution], background: Background
) -> tuple[str, str]:
    """(outlet id, name): what the input states, else the address, else what the text says."""
    if stated:
        return background.outlets.get(outlet_key(stated), from_url), stated
    if from_url:
        return from_url, ""
    for link in attribution:
        if link.role == "outlet":
            return link.outlet, link.name
    return "", ""


def _own(
    found: list[Attribution], outlet: str, text: str, name: tuple[str, int, int],
    background: Background, stated: str,
) -> bool:
    """Whether «به گزارش X» names the outlet itself: the first one, unless another is stated."""
    if any(a.role == "outlet" for a in found):
        return False
    if not stated:
        return True
    same = background.outlets.get(outlet_key(stated))
    return (outlet == same) if same and outlet else (
        outlet_key(stated) == outlet_key(text[name[1]:name[2]])
    )


def _attribution(
    text: str, offset: int, name: tuple[str, int, int], role: Literal["outlet", "source"]
) -> Attribution:
    start, end = offset + name[1], offset + name[2]
    return Attribution(name[0], text[start:end], start, end, role)


def _name(
    text: str, start: int, language: str, background: Background
) -> tuple[str, int, int] | None:
    """(outlet id or "", start, end) of the name that begins at `start` of `text`."""
    words = list(re.finditer(r"\S+", text[start:start + 90]))[:_MAX_NAME + 3]
    known = outlet_in([w.group() for w in words], background.outlets)
    limit = _NAME_END.search(text, start)
    stop = limit.start() if limit else len(text)
    if known and start + words[known[1]].start() <= stop:
        first = known[1]
        if first and _AGENCY.match(words[first - 1].group()):
            first -= 1
        begin = start + words[first].start()
        end = start + words[known[2] - 1].end()
        return known[0], *_trim(text, begin, end)
    agency = _AGENCY.match(text, start)
    if language != "fa" and not agency:
        return None
    if _OWN.match(text[start:]):
        return None
    begin, end = _trim(text, start, stop)
    if not 1 < end - begin < 60 or len(text[begin:end].split()) > _MAX_NAME:
        return None
    return "", begin, end


def _dateline(text: str, language: str, background: Background) -> tuple[str, int, int] | None:
    """«خبرگزاری فارس: …», "(Reuters) —", "/ТАСС/": only outlets the registry knows."""
    pattern = _DATELINE.get(language)
    match = pattern.match(text) if pattern else None
    if not match:
        return None
    group = "name" if match["name"] else "bare"
    words = list(re.finditer(r"\S+", match[group]))
    known = outlet_in([w.group() for w in words], background.outlets)
    if not known:
        return None
    begin = match.start(group) + words[known[1]].start()
    if known[1] and _AGENCY.match(words[known[1] - 1].group()):
        begin = match.start(group) + words[known[1] - 1].start()
    return known[0], *_trim(text, begin, match.start(group) + words[known[2] - 1].end())


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " \"،,.:;()/-":
        start += 1
    while end > start and text[end - 1] in " \"،,.:;()/-":
        end -= 1
    return start, end
