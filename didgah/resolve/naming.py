"""Names in four languages for meetings that no one has named: built by pattern."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from didgah.language.numbers import to_digits
from didgah.model import LANGUAGES, Language, Participant, Registry

_PAIR = {
    "bilateral": {
        "fa": "دیدار {parties}", "ru": "Встреча: {parties}", "ar": "لقاء {parties}",
        "en": "{parties} meeting",
    },
    "meeting": {
        "fa": "دیدار {parties}", "ru": "Встреча: {parties}", "ar": "لقاء {parties}",
        "en": "{parties} meeting",
    },
    "session": {
        "fa": "نشست با حضور {parties}", "ru": "Заседание: {parties}",
        "ar": "جلسة بحضور {parties}", "en": "Session attended by {parties}",
    },
    "forum": {
        "fa": "همایش با حضور {parties}", "ru": "Форум: {parties}",
        "ar": "منتدى بحضور {parties}", "en": "Forum attended by {parties}",
    },
    "summit": {
        "fa": "اجلاس سران با حضور {parties}", "ru": "Саммит: {parties}",
        "ar": "قمة بحضور {parties}", "en": "Summit attended by {parties}",
    },
    "ministerial": {
        "fa": "نشست وزیران با حضور {parties}", "ru": "Встреча министров: {parties}",
        "ar": "اجتماع وزاري بحضور {parties}", "en": "Ministerial meeting of {parties}",
    },
    "parliamentary": {
        "fa": "نشست پارلمانی با حضور {parties}", "ru": "Парламентская встреча: {parties}",
        "ar": "لقاء برلماني بحضور {parties}", "en": "Parliamentary meeting of {parties}",
    },
    "call": {
        "fa": "گفت‌وگوی تلفنی {parties}", "ru": "Телефонный разговор: {parties}",
        "ar": "اتصال هاتفي بين {parties}", "en": "{parties} phone call",
    },
    "visit": {
        "fa": "سفر {parties}", "ru": "Визит: {parties}", "ar": "زيارة {parties}",
        "en": "Visit of {parties}",
    },
    "message": {
        "fa": "پیام {parties}", "ru": "Послание: {parties}", "ar": "رسالة {parties}",
        "en": "Message of {parties}",
    },
}
_AND = {"fa": " و ", "ru": " – ", "ar": " و", "en": " – "}
_COMMA = {"fa": "، ", "ru": ", ", "ar": "، ", "en": ", "}
_ENCOUNTERS = ("bilateral", "meeting", "visit", "call", "message")
_MOST = 3  # parties in a name


def meeting_names(
    series: str, kind: str, place: str, first: date | None,
    participants: Sequence[Participant], registry: Registry,
) -> dict[Language, str]:
    """The name of a reported meeting in every language, such as «دیدار الف و ب، مسکو ۲۰۲۱».

    A session is called after its series, if it has one; anything else after who was there.
    """
    names: dict[Language, str] = {}
    for language in LANGUAGES:
        if series not in registry.series or kind in _ENCOUNTERS:
            parties = _AND[language].join(_parties(participants, registry, language)[:_MOST])
            base = _PAIR[kind][language].format(parties=parties)
        else:
            base = registry.series[series].names[language]
        where = registry.entities.get(f"place:{place}")
        tail = [where.names[language]] if where else []
        if first is not None:
            year = str(first.year)
            tail.append(to_digits(year, "fa") if language == "fa" else year)
        names[language] = _COMMA[language].join(filter(None, (base, " ".join(tail))))
    return names


def _parties(
    participants: Sequence[Participant], registry: Registry, language: Language
) -> list[str]:
    found: dict[str, str] = {}
    ordered = sorted(participants, key=lambda p: (p.role != "message_sender", p.kind != "person"))
    for one in ordered:
        entity = registry.entities.get(f"{one.kind}:{one.entity}")
        name = entity.names[language] if entity else one.name
        if name:
            found.setdefault(f"{one.kind}:{one.entity or one.name}", name)
    return list(found.values())
