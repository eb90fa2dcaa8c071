"""Which outlet a name or an address belongs to."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urlsplit

from didgah.annotate.sentences.skeleton import plain
from didgah.model import Registry

# Words that come with an outlet's name and do not tell it from others.
_GENERIC = (
    "خبرگزاری", "پایگاه خبری تحلیلی", "پایگاه خبری", "پایگاه اطلاع رسانی", "شبکه خبری",
    "شبکه تلویزیونی", "شبکه", "روزنامه", "سایت خبری", "سایت", "وب سایت", "وبگاه", "تارنمای",
    "وكالة أنباء", "وكالة الأنباء", "وكالة", "صحيفة", "قناة", "للأنباء", r"агентств\w+",
    r"информагентств\w+", r"газет\w+", r"телеканал\w*", "news agency", "agency", "the",
)
_GENERIC_WORD = re.compile(
    r"(?<!\w)(?:" + "|".join(plain(w) if "\\" not in w else w for w in _GENERIC) + r")(?!\w)"
)
_BESIDE_MEDIUM = "* "  # before the key of a word that is an outlet only beside «روزنامهٔ»
_NOISE = re.compile(
    _GENERIC_WORD.pattern + r"|[\"()\[\]،,.:;/\ufffd-]"
)
_MEDIUM = re.compile(
    r"[\W_]*(?:" + "|".join(plain(w) if "\\" not in w else w for w in (*_GENERIC[:-1], *(
        "مجله", "هفته نامه", "رادیو", "تلویزیون", "نشریه", "رسانه", "مجلة", "إذاعة", "تلفزيون",
        "موقع", r"журнал\w*", r"радио\w*", r"издани\w+", r"портал\w*", "newspaper", "magazine",
        "radio", "television", "broadcaster",
    ))) + r")(?!\w)"
)
_BRACKETS = re.compile(r"\((.*?)\)")
_LONGEST = 6  # words of an outlet's name


@lru_cache(maxsize=20_000)
def outlet_key(name: str) -> str:
    """The name in plain form without quotation marks and words such as "agency"."""
    return " ".join(_NOISE.sub(" ", plain(name)).split())


def is_medium(name: str) -> bool:
    """Whether a name says by itself that it is of a medium: «روزنامهٔ …», "агентство …".

    A press office or a person may be a source too, but publishes nothing of his own.
    """
    return bool(_MEDIUM.match(plain(name)))


def outlet_names(registry: Registry) -> dict[str, str]:
    """`outlet_key` of every name, variant and bracketed short name → outlet id.

    A single word that is listed only with a word such as "agency" («روزنامهٔ اطلاعات»: "news,
    information") is marked, for it tells the outlet only beside one. Where outlets share a
    name the first of the table has it.
    """
    keys: dict[str, str] = {}
    for entity in registry.entities.values():
        if entity.kind != "outlet":
            continue
        for language, name in entity.names.items():
            forms = [
                part
                for form in (name, *entity.variants.get(language, ()))
                for part in (_BRACKETS.sub(" ", form), *_BRACKETS.findall(form)) if len(part) > 1
            ]
            alone = {plain(form) for form in (*forms, *entity.guarded.get(language, ()))}
            for form in forms:
                key = outlet_key(form)
                if " " not in key and key not in alone and _GENERIC_WORD.search(plain(form)):
                    key = f"{_BESIDE_MEDIUM}{key}" if key else ""
                keys.setdefault(key, entity.id)
    keys.pop("", None)
    return keys


def outlet_called(name: str, names: dict[str, str]) -> str:
    """The id of the outlet that is called `name` where nothing but an outlet can be meant."""
    key = outlet_key(name)
    return names.get(key, "") or names.get(f"{_BESIDE_MEDIUM}{key}", "")


def outlet_domains(registry: Registry) -> dict[str, str]:
    """Domain → outlet id."""
    domains: dict[str, str] = {}
    for entity in registry.entities.values():
        if entity.kind == "outlet" and entity.domain:
            domains.setdefault(entity.domain.lower().removeprefix("www."), entity.id)
    return domains


def outlet_of_url(url: str, domains: dict[str, str]) -> str:
    """The id of the outlet whose domain (or a parent of it) serves `url`, or ""."""
    try:
        host = (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
    while host:
        if host in domains:
            return domains[host]
        host = host.partition(".")[2]
    return ""


def outlet_in(words: list[str], names: dict[str, str]) -> tuple[str, int, int] | None:
    """The first known outlet among `words` (plain form): id, first word, word after the last."""
    for start in range(len(words)):
        first = outlet_key(words[start])
        for end in range(min(len(words), start + _LONGEST), start, -1) if first else ():
            key = outlet_key(" ".join(words[start:end]))
            if key.partition(" ")[0] != first:
                continue
            if key not in names and (
                end - start > 1 or (start and not outlet_key(words[start - 1]))
            ):
                key = f"{_BESIDE_MEDIUM}{key}"
            if key in names:
                return names[key], start, end
    return None
