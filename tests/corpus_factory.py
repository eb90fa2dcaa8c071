"""Small corpora made by hand: articles whose annotations are known because they were written.

A body is plain text with marks: `{person:putin}` puts the entity's name in the article's
language, `{person:putin|Путина}` the words given, `{person:putin@office|…}` and
`@pronoun` a reference instead of a mention, `<person:putin|said|words>` the words and a
statement. Terms are the tokens outside names, and each name as one term.
"""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from didgah import registry as registry_tables
from didgah.model import (
    TOPICS,
    Annotation,
    Article,
    Attribution,
    Candidate,
    Entity,
    KnownMeeting,
    KnownStatement,
    MeetingReport,
    Mention,
    Participant,
    Published,
    Reference,
    Registry,
    Screen,
    Series,
    Span,
    Statement,
    Term,
    Theme,
    ThemeHit,
)
from didgah.store.annotations import AnnotationCache, annotator_version
from didgah.store.build import build
from didgah.store.publish import Manifest
from didgah.textquery import located

_MARK = re.compile(r"\{(\w+):(\w+)(?:@(\w+))?(?:\|([^}]*))?\}|<(\w+):(\w+)\|([^|]*)\|([^>]*)>")
_SENTENCE = re.compile(r"[^\n.؟!]+[.؟!]?")


@dataclass(frozen=True)
class Written:
    """An article together with what is to be read out of it."""

    article: Article
    annotation: Annotation


@dataclass
class Source:
    """Stands in for the archive: a list of articles that a test may change."""

    written: list[Written] = field(default_factory=list)

    def articles(self) -> Iterable[Article]:
        return [one.article for one in self.written]

    def rejected(self) -> Iterable[object]:
        return []

    def digest(self) -> str:
        return str(sorted(one.article.id for one in self.written))


def write(
    registry: Registry,
    language: str,
    day: date | None,
    outlet: str,
    title: str,
    body: str,
    meetings: Sequence[MeetingReport | str] = (),
    themes: Sequence[str] = (),
    precision: str = "day",
    outlet_name: str = "",
    url: str = "",
) -> Written:
    """One article. `meetings` are reports, or ids of the chronology to report as they are."""
    text, mentions, references, statements = "", [], [], []
    raw = f"{title}\n{body}"
    at = 0
    for mark in _MARK.finditer(raw):
        text += raw[at : mark.start()]
        at = mark.end()
        start = len(text)
        if mark[5]:
            text += mark[8]
            statements.append(
                Statement(mark[6], mark[5], "", "indirect", start, len(text), mark[7],
                          0 if meetings else None)
            )
            continue
        kind, one, how = mark[1], mark[2], mark[3]
        surface = mark[4] or registry_tables.label(registry.entities[f"{kind}:{one}"], language)
        text += surface
        if how:
            references.append(Reference(one, kind, surface, start, len(text), how))
        else:
            mentions.append(Mention(one, kind, surface, start, len(text)))
    text += raw[at:]
    title, _, body = text.partition("\n")
    published = Published(day, precision if day else "unknown", "stated" if day else "unknown")
    article = Article(title, body, url=url, outlet=outlet, language=language,
                      published=published, origin="by hand")
    sentences = tuple(
        Span(found.start() + len(found.group()) - len(found.group().lstrip()), found.end())
        for found in _SENTENCE.finditer(article.text)
        if found.group().strip()
    )
    body_sentences = [one for one in sentences if one.start > len(title)]
    evidence = tuple(body_sentences[:1])
    reports = tuple(
        _known(registry, one, evidence) if isinstance(one, str) else one for one in meetings
    )
    hits = tuple(
        ThemeHit(theme, "…", sentences[0].start, sentences[0].end) for theme in themes
    )
    stopped = Counter(token for token, _ in located(article.text) if len(token) <= 2)
    known_outlet = registry.entities.get(f"outlet:{outlet}")
    return Written(article, Annotation(
        article=article.id, language=language, outlet=outlet if known_outlet else "",
        outlet_name=outlet_name or (
            registry_tables.label(known_outlet, language) if known_outlet else outlet),
        mentions=tuple(mentions), references=tuple(references), meetings=reports,
        statements=tuple(statements), terms=_terms(article.text, mentions), themes=hits,
        sentences=sentences, stopped=tuple(stopped.most_common()),
        candidates=_unlisted(article.text, language, mentions),
        attribution=_CITED[len(article.text) % len(_CITED)],
        screen=Screen(TOPICS[len(article.text) % len(TOPICS)], 0.0),
    ))


# Whom articles cite, by the length of their text: nobody, one known outlet, an unknown one.
_CITED = (
    (), (Attribution("tass", "ТАСС", 0, 1, "source"), Attribution("tass", "ТАСС", 2, 3, "source")),
    (Attribution("irna", "IRNA", 0, 1, "outlet"),),
    (Attribution("", "News agency A", 0, 1, "source"),
     Attribution("", "Press office", 0, 1, "source"), Attribution("irna", "IRNA", 1, 2, "source")),
)


# Words that stand for names outside the registry: word → kind, name.
_UNLISTED = {
    "fa": {"صلح": ("person", "صلح"), "بانکداری": ("organisation", "بانکداری")},
    "ru": {"диалог": ("person", "Диалог Первый"), "мир": ("person", "Диалог Первый")},
    "ar": {"حوار": ("person", "حوار")},
    "en": {"trade": ("organisation", "Trade House"), "dialogue": ("place", "Dialogue")},
}


def _unlisted(text: str, language: str, mentions: Sequence[Mention]) -> tuple[Candidate, ...]:
    known = _UNLISTED.get(language, {})
    return tuple(
        Candidate(known[word[0]][1], known[word[0]][0], word[0], word.start(), word.end(), "rule")
        for word in re.finditer(r"\w+", text)
        if word[0] in known and not any(m.start < word.end() and word.start() < m.end
                                        for m in mentions)
    )


def _known(registry: Registry, id_: str, evidence: tuple[Span, ...]) -> MeetingReport:
    known = registry.meetings[id_]
    return MeetingReport(known.series, id_, known.kind, known.place, known.country, known.first,
                         known.last, known.precision, (), known.status, known.participants,
                         evidence)


def _terms(text: str, mentions: Sequence[Mention]) -> tuple[Term, ...]:
    names = {one: text[one.start : one.end] for one in mentions}
    forms: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for surface in names.values():
        forms[surface.casefold(), "name"][surface] += 1
    for token, span in located(text):
        if not any(one.start <= span.start < one.end for one in mentions) and len(token) > 2:
            forms[token, "word"][text[span.start : span.end]] += 1
    return tuple(
        Term(lemma, sum(found.values()), tuple(found.most_common()), kind)
        for (lemma, kind), found in forms.items()
    )


def publish(folder: Path, registry: Registry, source: Source) -> Manifest:
    """Build a store of hand-made articles: their annotations go straight into the cache."""
    folder.mkdir(parents=True, exist_ok=True)
    with AnnotationCache(folder, annotator_version(), registry.version) as cache:
        cache.put(one.annotation for one in source.written)
    return build(folder, registry, source=source)


def invited(*keys: str, role: str = "participant") -> tuple[Participant, ...]:
    """Participants by registry key."""
    return tuple(
        Participant(id_, kind, role) for kind, _, id_ in (key.partition(":") for key in keys)
    )


# --- a small world: everything that filters can ask for, a few times over -------------------

_PEOPLE = {
    "putin": ("ولادیمیر پوتین", "Владимир Путин", "فلاديمير بوتين", "Vladimir Putin"),
    "lavrov": ("سرگئی لاوروف", "Сергей Лавров", "سيرغي لافروف", "Sergey Lavrov"),
    "minnikhanov": ("رستم مینیخانف", "Рустам Минниханов", "رستم مينيخانوف", "Rustam Minnikhanov"),
    "raisi": ("ابراهیم رئیسی", "Эбрахим Раиси", "إبراهيم رئيسي", "Ebrahim Raisi"),
    "nobody": ("هیچ‌کس", "Никто", "لا أحد", "Nobody"),
}
_ORGANISATIONS = {
    "svg": ("گروه دیدگاه راهبردی", "Группа стратегического видения", "مجموعة الرؤية",
            "Strategic Vision Group"),
    "oic": ("سازمان همکاری اسلامی", "Организация исламского сотрудничества",
            "منظمة التعاون الإسلامي", "Organisation of Islamic Cooperation"),
}
_PLACES = {
    "kazan": ("کازان", "Казань", "قازان", "Kazan", "city", "RU"),
    "jeddah": ("جده", "Джидда", "جدة", "Jeddah", "city", "SA"),
    "moscow": ("مسکو", "Москва", "موسكو", "Moscow", "city", "RU"),
    "russia": ("روسیه", "Россия", "روسيا", "Russia", "country", "RU"),
}
_OUTLETS = {"irna": ("ایرنا", "fa"), "mehr": ("مهر", "fa"), "tass": ("ТАСС", "ru"),
            "spa": ("واس", "ar"), "kremlin": ("Kremlin", "en")}
_SAID = {
    "fa": ("گفت", "روابط با جهان اسلام گسترش می‌یابد", "همکاری اقتصادی بانکداری حلال گفتگو صلح"),
    "ru": ("заявил", "отношения с исламским миром крепнут", "сотрудничество халяль диалог мир"),
    "ar": ("قال", "العلاقات مع العالم الإسلامي تتوسع", "تعاون حوار سلام اقتصاد حلال"),
    "en": ("said", "relations with the Islamic world are growing", "trade halal dialogue peace"),
    "de": ("sagte", "die Beziehungen wachsen", "Handel Dialog Frieden"),
}


def small_registry() -> Registry:
    """A registry of a few entities, two series, four known meetings and two themes."""
    languages = ("fa", "ru", "ar", "en")
    entities = {}
    for kind, table in (("person", _PEOPLE), ("organisation", _ORGANISATIONS)):
        for id_, names in table.items():
            entities[f"{kind}:{id_}"] = Entity(id_, kind, dict(zip(languages, names, strict=True)))
    for id_, (*names, type_, country) in _PLACES.items():
        entities[f"place:{id_}"] = Entity(
            id_, "place", dict(zip(languages, names, strict=True)), country=country, type=type_,
            latitude=55.0, longitude=49.0)
    for id_, (name, language) in _OUTLETS.items():
        entities[f"outlet:{id_}"] = Entity(
            id_, "outlet", dict.fromkeys(languages, name), language=language)
    series = {one: Series(one, dict.fromkeys(languages, one), lane=lane)
              for lane, one in enumerate(("svg", "kazanforum"))}
    meetings = {one.id: one for one in (
        _meeting("svg-2021-jeddah", "svg", "jeddah", "SA", date(2021, 11, 24), date(2021, 11, 25),
                 invited("person:minnikhanov", "organisation:oic")
                 + invited("person:putin", role="message_sender")),
        _meeting("svg-2022-moscow", "svg", "moscow", "RU", date(2022, 6, 1), date(2022, 6, 1),
                 invited("person:lavrov"), status="postponed"),
        _meeting("kaz-2021", "kazanforum", "kazan", "RU", date(2021, 7, 28), date(2021, 7, 30),
                 invited("person:lavrov", "person:minnikhanov", "place:russia")),
        _meeting("kaz-2023", "kazanforum", "kazan", "RU", date(2023, 5, 18), date(2023, 5, 19),
                 invited("person:putin"), status="announced"),
    )}
    said = KnownStatement("st-1", "svg-2021-jeddah", "putin", {"en": "Vladimir Putin"},
                          {"en": "President", "fa": "رئیس‌جمهور"}, "message", "minnikhanov",
                          "2021-11-24", {"en": "He greeted them."}, ("interfaith",),
                          ("https://example.org/1",), "high")
    themes = {one: Theme(one, dict.fromkeys(languages, one), {}) for one in ("interfaith", "halal")}
    return Registry(entities=entities, series=series, meetings=meetings,
                    statements={said.id: said}, themes=themes, version="5ma11")


def _meeting(
    id_: str, series: str, place: str, country: str, first: date, last: date,
    participants: tuple[Participant, ...], status: str = "held",
) -> KnownMeeting:
    names = dict.fromkeys(("fa", "ru", "ar", "en"), id_)
    return KnownMeeting(id_, series, "session", names, first, last, "day", status, place, country,
                        participants, "", {}, {}, {}, "high", False, ("https://example.org",))


def small_corpus(registry: Registry, size: int = 60, seed: int = 1) -> list[Written]:
    """Articles in five languages, dated and undated, with and without meetings."""
    chance = random.Random(seed)
    return [_invented(registry, chance, number) for number in range(size)]


def _invented(registry: Registry, chance: random.Random, number: int) -> Written:
    language = chance.choices(list(_SAID), (8, 4, 4, 4, 1))[0]
    outlets = [id_ for id_, (_, own) in _OUTLETS.items() if own == language]
    outlet = chance.choice([*outlets, *outlets, "Own desk", ""])
    names = [key for key in registry.entities if not key.startswith("outlet:")]
    one, other, third = chance.sample([key for key in names if key != "person:nobody"], 3)
    speaker = chance.choice(["person:putin", "person:lavrov"])
    verb, words, common = _SAID[language]
    filler = " ".join(chance.choices(common.split(), k=chance.randint(3, 9)))
    label = registry_tables.label(registry.entities[speaker], "en")
    body = (f"{{{one}}} {filler} {{{other}}}.\n{{{speaker}}} {verb} <{speaker}|{verb}|{words}>. "
            f"{{{third}@office|{label}}} {{{one}}} {{{other}@pronoun|…}} {number}.")
    day = date(2021, 1, 1) + timedelta(days=chance.randrange(900))
    meetings: list[MeetingReport | str] = []
    if chance.random() < 0.6:
        known = chance.choice(list(registry.meetings.values()))
        day = known.first + timedelta(days=chance.randrange(4))
        meetings.append(known.id)
    if chance.random() < 0.3:
        meetings.append(MeetingReport(
            "", None, "bilateral", chance.choice(["kazan", "moscow"]), "RU",
            chance.choice([None, day]), day, "day", (), chance.choice(["held", "cancelled"]),
            invited(speaker, "person:raisi"), (Span(0, 5),)))
    return write(
        registry, language, None if chance.random() < 0.1 else day, outlet,
        f"{{{one}}} {filler.split()[0]} ({number})", body, meetings,
        chance.sample(["interfaith", "halal"], chance.randrange(3)),
        precision=chance.choice(["day", "day", "month"]), url=f"https://example.org/{number}",
    )
