"""Filters in words: one sentence above every view and on every picture and table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from didgah import spellings
from didgah.filters import Filters
from didgah.language.calendars import format_pair
from didgah.language.messages import text
from didgah.language.numbers import to_digits
from didgah.language.writing import comma
from didgah.model import Language, Registry
from didgah.registry import label

# Characters that keep a text of any direction from disturbing the sentence around it.
_ISOLATE, _POP = "\u2068", "\u2069"

# The fields that name things, in the order in which the sentence says them; how several
# values are joined ("or" within a field, "and" where all must hold).
_CLAUSES: tuple[tuple[str, str], ...] = (
    ("outlets", "and"), ("entities", "or"), ("also", "and"), ("places", "or"),
    ("series", "or"), ("themes", "or"), ("meetings", "or"), ("terms", "or"),
    ("candidates", "or"), ("topics", "or"), ("cites", "or"), ("texts", "or"),
    ("excluded", "or"),
)
_PREFIXES = {  # inside `also` and `excluded`
    "language": "languages", "publisher": "outlets", "topic": "topics", "year": "years",
    "place": "places", "series": "series", "theme": "themes", "meeting": "meetings",
    "term": "terms", "candidate": "candidates", "cites": "cites",
}


def describe(
    filters: Filters, language: Language, registry: Registry,
    names: Mapping[str, str] | None = None,
) -> str:
    """`filters` as one sentence of the interface's `language`.

    `names` says how to call meetings that are known from coverage alone (id → name).
    """
    say = Namer(registry, language, names)
    if filters.languages:
        spoken = join((say("languages", one) for one in filters.languages), "and", language)
        parts = [text("filters.say.languages", language, names=spoken)]
    else:
        parts = [text("filters.say.all", language)]
    parts += _dates(filters, language)
    for field, how in _CLAUSES:
        values = getattr(filters, field)
        if values:
            said = join((say(field, one, quoted=True) for one in values), how, language)
            parts.append(text(f"filters.say.{field}", language, names=said))
    if filters.query:
        parts.append(_query(filters.query, language, registry))
    if filters.status:
        said = join((say("status", one).lower() for one in filters.status), "or", language)
        parts.append(text("filters.say.status", language, names=said))
    if filters.reprints:
        parts.append(say("reprints", filters.reprints))
    return comma(language).join(parts) + "."


def _query(query: str, language: Language, registry: Registry) -> str:
    """The query as it was typed, and whether names in it are sought in other spellings too."""
    if " OR " not in query:  # the table of spellings is not needed
        return text("filters.say.query", language, query=isolated(query))
    known = spellings.known(registry)
    groups = spellings.spreads(query, known)
    said = text("filters.say.query", language, query=isolated(spellings.collapsed(query, groups)))
    if not groups:
        return said
    how = "all" if all(spellings.complete(one, known) for one in groups) else "some"
    return comma(language).join((said, text(f"filters.say.spellings_{how}", language)))


def _dates(filters: Filters, language: Language) -> list[str]:
    since, until = filters.since, filters.until
    said: list[str] = []
    if since and since == until:
        said.append(text("filters.say.day", language, day=format_pair(since, language)))
    elif since and until:
        said.append(text("filters.say.between", language, since=format_pair(since, language),
                         until=format_pair(until, language)))
    elif since:
        said.append(text("filters.say.since", language, since=format_pair(since, language)))
    elif until:
        said.append(text("filters.say.until", language, until=format_pair(until, language)))
    if filters.undated:
        said.append(text("filters.say.undated", language))
    return said


class Namer:
    """Says the values of a filter in words: `say("entities", "person:putin")`."""

    def __init__(
        self, registry: Registry, language: Language, names: Mapping[str, str] | None = None
    ) -> None:
        self.registry, self.language, self.names = registry, language, names or {}

    def __call__(self, field: str, value: str | date, quoted: bool = False) -> str:
        """The name of `value`; what the registry does not know is called by its id.

        `quoted` sets names of series, meetings and words in quotation marks, as a sentence
        needs and a label does not.
        """
        name = self._name(field, value)
        if field in ("also", "excluded"):
            head, _, rest = str(value).partition(":")
            if head in _PREFIXES:
                return self(_PREFIXES[head], rest, quoted)
        marks = field in ("series", "meetings", "terms", "themes", "candidates")
        return text("filters.quoted", self.language, name=isolated(name)) if (
            quoted and marks) else name

    def _name(self, field: str, value: str | date) -> str:
        registry, language = self.registry, self.language
        if isinstance(value, date):
            return format_pair(value, language)
        if field in ("languages", "status"):
            return text({"languages": "language", "status": "status"}[field] + "." + value,
                        language)
        if field == "years":
            return to_digits(value, language)
        if field in ("terms", "candidates"):
            return value.partition(":")[2]
        if field in ("outlets", "cites"):
            return self._outlet(value)
        if field in ("topics", "reprints"):
            return text({"topics": "topic", "reprints": "filters.reprints"}[field] + "." + value,
                        language)
        if field == "texts":
            return self.names.get(value) or text("filters.one_text", language)
        kind = {"places": "place:"}.get(field, "")
        tables: dict[str, Mapping[str, object]] = {
            "series": registry.series, "themes": registry.themes, "meetings": registry.meetings,
        }
        found = tables.get(field, registry.entities).get(kind + value)
        if found is not None:
            return label(found, language)  # type: ignore[arg-type]
        return self.names.get(value) or value.partition(":")[2] or value

    def _outlet(self, value: str) -> str:
        # "name:…" is an outlet the registry does not know, by the name the input gives it.
        if value == "unknown":
            return text("filters.outlet_unknown", self.language)
        if value.startswith("name:"):
            return isolated(value[len("name:"):])
        found = self.registry.entities.get(f"outlet:{value}")
        return label(found, self.language) if found else value


def join(names: Iterable[str], how: str, language: Language) -> str:
    """«الف، ب و ج»: names joined by comma and, before the last, "and" or "or"."""
    said = list(names)
    if len(said) < 2:
        return "".join(said)
    first = comma(language).join(said[:-1])
    return text(f"filters.join.{how}", language, first=first, last=said[-1])


def isolated(words: str) -> str:
    """`words` so that their direction does not reorder the sentence around them."""
    return f"{_ISOLATE}{words}{_POP}"
