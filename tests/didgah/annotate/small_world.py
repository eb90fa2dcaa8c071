"""A registry of a dozen names and a reader that finds them literally.

The rules about speakers and meetings are tested on it alone, so that a test says which
names, offices and dates the earlier steps found.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from didgah.annotate.attribution import find_attribution
from didgah.annotate.lexicons import Lexicons, load_lexicons
from didgah.annotate.meetings.chronology import chronology_of
from didgah.annotate.meetings.reports import find_meetings
from didgah.annotate.sentences.background import background_of
from didgah.annotate.sentences.reading import Reading, read
from didgah.annotate.sentences.skeleton import plain
from didgah.annotate.statements.reported import Spoken, find_statements
from didgah.language.sentences import sentences
from didgah.model import (
    Attribution,
    DateExpression,
    Entity,
    KnownMeeting,
    MeetingReport,
    Mention,
    Participant,
    Reference,
    Registry,
    Series,
)

_PEOPLE = {
    "putin": ("RU", "ولادیمیر پوتین|پوتین",
              "Владимир Путин|Путин|Владимира Путина|Путина|Путину|В.Путин",
              "فلاديمير بوتين|بوتين", "Vladimir Putin|Putin"),
    "minnikhanov": ("RU", "رستم مینیخانف|مینی‌خانف", "Рустам Минниханов|Минниханов|Минниханова",
                    "رستم مينيخانوف|مينيخانوف", "Rustam Minnikhanov|Minnikhanov"),
    "lavrov": ("RU", "سرگئی لاوروف|لاوروف", "Сергей Лавров|Лавров|Лаврова|Лавровым|Лаврову",
               "سيرغي لافروف|لافروف", "Sergey Lavrov|Lavrov"),
    "erdogan": ("TR", "رجب طیب اردوغان|اردوغان", "Реджеп Тайип Эрдоган|Эрдоган|Эрдоганом|Эрдогана",
                "رجب طيب أردوغان|أردوغان", "Recep Tayyip Erdogan|Erdogan"),
    "faisal": ("SA", "فیصل بن فرحان", "Фейсал бен Фархан|Фейсалом бен Фарханом",
               "فيصل بن فرحان", "Faisal bin Farhan"),
}
_PLACES = {
    "russia": ("RU", "country", "روسیه", "Россия|России", "روسيا", "Russia"),
    "saudi": ("SA", "country", "عربستان", "Саудовская Аравия", "السعودية", "Saudi Arabia"),
    "iran": ("IR", "country", "ایران", "Иран|Ирана", "إيران", "Iran"),
    "china": ("CN", "country", "چین", "Китай|Китая", "الصين", "China"),
    "tatarstan": ("RU", "region", "تاتارستان", "Татарстан|Татарстана", "تتارستان", "Tatarstan"),
    "turkey": ("TR", "country", "ترکیه", "Турция|Турции|Турцию", "تركيا", "Türkiye"),
    "jeddah": ("SA", "city", "جده", "Джидда|Джидде", "جدة", "Jeddah"),
    "kazan": ("RU", "city", "کازان", "Казань|Казани", "قازان", "Kazan"),
    "moscow": ("RU", "city", "مسکو", "Москва|Москве", "موسكو", "Moscow"),
    "ankara": ("TR", "city", "آنکارا", "Анкара|Анкаре", "أنقرة", "Ankara"),
}
_BODIES = {
    "svg": ("گروه دیدگاه راهبردی روسیه و جهان اسلام",
            "Группа стратегического видения|Группы стратегического видения",
            "مجموعة الرؤية الاستراتيجية",
            "Strategic Vision Group"),
    "kazanforum": ("مجمع اقتصادی روسیه و جهان اسلام|همایش اقتصادی سالانه روسیه و جهان اسلام",
                   "КазаньФорум|КазаньФорума", "منتدى قازان", "KazanForum"),
    "oic": ("سازمان همکاری اسلامی", "ОИС", "منظمة التعاون الإسلامي", "OIC"),
    "mfa": ("وزارت خارجه روسیه", "МИД России", "وزارة الخارجية الروسية",
            "Russian Foreign Ministry"),
}
_OUTLETS = {"tass": ("تاس", "ТАСС", "تاس", "TASS"), "mehr": ("خبرگزاری مهر", "Мехр", "مهر", "Mehr")}
LANGUAGES = ("fa", "ru", "ar", "en")
# Which precision a length in days has, shortest first.
_LENGTHS = (("day", 0), ("days", 6), ("month", 360), ("year", 10**6))


def _forms(entry: tuple[str, ...]) -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    split = {lang: forms.split("|") for lang, forms in zip(LANGUAGES, entry, strict=True)}
    # A real registry lists nominative forms only; inflected ones come from the matcher.
    names = {lang: forms[0] for lang, forms in split.items()}
    variants = {lang: tuple(forms[1:2]) for lang, forms in split.items()}
    return names, variants


def _entity(ident: str, kind: str, entry: tuple[str, ...], **more: str) -> Entity:
    names, variants = _forms(entry)
    return Entity(ident, kind, names, variants, **more)  # type: ignore[arg-type]


def known_meeting(
    ident: str, series: str, kind: str, first: date, last: date, place: str, country: str,
    people: tuple[str, ...], precision: str = "day",
) -> KnownMeeting:
    """A row of the chronology with as much as joining looks at."""
    return KnownMeeting(
        ident, series, kind, dict.fromkeys(LANGUAGES, ident), first, last, precision, "held",
        place, country, tuple(Participant(p, "person", "participant") for p in people),
        "", {}, {}, {}, "high", False, ("https://example.org/source",),
    )


MEETINGS = (
    known_meeting("svg-2020", "vision", "session", date(2020, 11, 20), date(2020, 11, 20),
                  "moscow", "RU", ("minnikhanov",)),
    known_meeting("svg-2021", "vision", "session", date(2021, 11, 24), date(2021, 11, 25),
                  "jeddah", "SA", ("minnikhanov", "putin")),
    known_meeting("kaz-2021", "kazanforum", "forum", date(2021, 7, 28), date(2021, 7, 30),
                  "kazan", "RU", ("minnikhanov",)),
    known_meeting("tr-2021", "russia_turkiye", "bilateral", date(2021, 9, 29), date(2021, 9, 29),
                  "", "RU", ("putin", "erdogan")),
    known_meeting("sa-2021", "russia_saudi", "bilateral", date(2021, 3, 10), date(2021, 3, 10),
                  "", "SA", ("lavrov", "faisal")),
)


@cache
def small_registry() -> Registry:
    """Five people, ten places, four bodies, two outlets, four series, five known meetings."""
    entities: list[Entity] = []
    for ident, (country, *entry) in _PEOPLE.items():
        entities.append(_entity(ident, "person", tuple(entry), country=country))
    for ident, (country, sort, *entry) in _PLACES.items():
        entities.append(_entity(ident, "place", tuple(entry), country=country, type=sort))
    for ident, entry in _BODIES.items():
        sort = "forum" if ident == "kazanforum" else "group"
        entities.append(_entity(ident, "organisation", entry, type=sort))
    for ident, entry in _OUTLETS.items():
        entities.append(_entity(ident, "outlet", entry, domain=f"{ident}.example"))
    series = [
        Series("vision", dict.fromkeys(LANGUAGES, "vision"), organisation="svg"),
        Series("kazanforum", dict.fromkeys(LANGUAGES, "forum"), organisation="kazanforum"),
        Series("russia_turkiye", dict.fromkeys(LANGUAGES, "ru-tr")),
        Series("russia_saudi", dict.fromkeys(LANGUAGES, "ru-sa")),
    ]
    return Registry(
        {e.key: e for e in entities}, {s.id: s for s in series}, {m.id: m for m in MEETINGS},
        {}, {}, "small",
    )


@cache
def lexicons() -> Lexicons:
    """The word lists of the project."""
    return load_lexicons()


@dataclass(frozen=True)
class Scene:
    """A text as the rules read it."""

    reading: Reading
    attributions: tuple[Attribution, ...]
    spoken: Spoken
    meetings: tuple[MeetingReport, ...]

    def said(self) -> list[tuple[str, str, str]]:
        """(speaker, mode, words) of each statement."""
        return [(s.speaker, s.mode, self.reading.text[s.start:s.end])
                for s in self.spoken.statements]

    def roles(self, index: int = 0) -> set[tuple[str, str]]:
        """(entity, role) of everybody in a meeting."""
        return {(p.entity, p.role) for p in self.meetings[index].participants}


def scene(
    text: str, language: str = "fa", *, published: date | None = None,
    dates: Mapping[str, tuple[date, date] | date] | None = None,
    offices: Mapping[str, str] | None = None, title: str = "", outlet: str = "",
    weekdays: Mapping[str, date] | None = None,
) -> Scene:
    """Read `text`: `dates` maps wordings to days, `offices` wordings to person ids.

    `weekdays` are days whose week was assumed.
    """
    whole = f"{title}\n{text}"
    registry = small_registry()
    background = background_of(registry)
    spans = sentences(whole, language)
    mentions = tuple(_mentions(whole, language))
    found_dates = []
    for wording, value in {**(dates or {}), **(weekdays or {})}.items():
        first, last = value if isinstance(value, tuple) else (value, value)
        length = (last - first).days
        precision = next(p for p, most in _LENGTHS if length <= most)
        for match in re.finditer(re.escape(wording), whole):
            found_dates.append(DateExpression(
                wording, match.start(), match.end(), first, last, precision, "gregorian",
                ("week",) if wording in (weekdays or {}) else (),
            ))
    references = [
        Reference(person, "person", wording, m.start(), m.end(), "office")
        for wording, person in (offices or {}).items()
        for m in re.finditer(re.escape(wording), whole)
    ]
    attributions = find_attribution(
        whole, plain(whole), lexicons().attribution[language], spans, mentions, background,
        outlet, len(title) + 1,
    )
    syntax = lexicons().syntax[language]
    reading = read(
        whole, plain(whole), language, len(title) + 1, published, spans, mentions, references,
        found_dates, attributions, syntax, background,
    )
    spoken = find_statements(reading, syntax, lexicons().speech[language], background)
    meetings = find_meetings(
        reading, spoken, lexicons().encounters[language], chronology_of(registry), background,
    )
    return Scene(reading, attributions, spoken, meetings)


def _mentions(text: str, language: str) -> list[Mention]:
    at = LANGUAGES.index(language)
    names: list[tuple[str, str, str]] = []
    for table, kind, skip in ((_PEOPLE, "person", 1), (_PLACES, "place", 2),
                              (_BODIES, "organisation", 0)):
        for ident, entry in table.items():
            names += [(form, kind, ident) for form in entry[skip + at].split("|")]
    names.sort(key=lambda n: -len(n[0]))
    taken: list[tuple[int, int]] = []
    found = []
    for form, kind, ident in names:
        for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text):
            if any(s < match.end() and match.start() < e for s, e in taken):
                continue
            taken.append(match.span())
            found.append(Mention(ident, kind, form, *match.span()))  # type: ignore[arg-type]
    return sorted(found, key=lambda m: m.start)
