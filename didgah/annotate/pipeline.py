"""Everything that is read out of one article, in the order the findings force.

Fold, language, sentences; then dates, names and offices on original offsets; then who
said what and who met whom; words and lemmas last, so that names count as one term.
`annotate` is a pure function: the same article, registry and lexicons give the same
annotation, in any process.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from didgah.annotate.attribution import find_attribution, outlet_of
from didgah.annotate.candidates.proposed import find_candidates
from didgah.annotate.dates.expressions import find_dates
from didgah.annotate.lexicons import Lexicons, load_lexicons
from didgah.annotate.matching.phrases import tokens_of
from didgah.annotate.meetings.chronology import Chronology, chronology_of
from didgah.annotate.meetings.reports import find_meetings
from didgah.annotate.names.offices import find_references
from didgah.annotate.names.own_head import find_own_head
from didgah.annotate.names.registered import NameMatcher
from didgah.annotate.published import publication_of
from didgah.annotate.sentences.background import Background, background_of
from didgah.annotate.sentences.outlets import outlet_of_url
from didgah.annotate.sentences.reading import read
from didgah.annotate.sentences.skeleton import plain
from didgah.annotate.statements.details import with_details
from didgah.annotate.statements.reported import find_statements
from didgah.annotate.topics.screen import screen
from didgah.annotate.topics.terms import count_terms, stopped_words
from didgah.annotate.topics.themes import find_themes
from didgah.language.detect import language_of
from didgah.language.sentences import sentences
from didgah.language.words import words_in
from didgah.model import (
    LANGUAGES,
    Annotation,
    Article,
    Language,
    Registry,
)

__all__ = ["Lexicons", "annotate", "load_lexicons"]

_PREPARED_KEPT = 4
# Characters: 300 long articles. What is longer is a dump; it is read so far and no further, so
# that no input takes minutes or more memory than a worker may have.
_READ = 1_000_000


@dataclass(frozen=True)
class _Prepared:
    """What is worked out once from a registry."""

    registry: Registry
    matcher: NameMatcher
    background: Background
    chronology: Chronology
    labels: dict[Language, dict[tuple[str, str], str]]


# A registry holds dicts and cannot be hashed; its identity stands for it while we hold it.
_prepared: dict[int, _Prepared] = {}


def annotate(article: Article, registry: Registry, lexicons: Lexicons) -> Annotation:
    """Read one article. Pure; never raises for any text.

    A stated language is believed when it is one of ours; relative dates stay unresolved
    when the publication date is unknown.
    """
    tools = _prepare(registry)
    text = _read_part(article.text)
    language = article.language if article.language in LANGUAGES else language_of(text)
    found_sentences = sentences(text, language)
    published = publication_of(article).value
    tokens = tokens_of(text)
    mentions = tools.matcher.find(text, language, tokens)
    from_url = outlet_of_url(article.url, tools.background.domains)
    title_end = len(article.title) + 1
    flat = plain(text)
    attribution = ()
    if language in LANGUAGES:
        attribution = find_attribution(
            text, flat, lexicons.attribution[language], found_sentences, mentions,
            tools.background, article.outlet or from_url, title_end,
        )
    outlet, outlet_name = outlet_of(article.outlet, from_url, attribution, tools.background)
    if outlet and not outlet_name:
        names = registry.entities[f"outlet:{outlet}"].names
        outlet_name = names.get(language) or names["en"]
    base = Annotation(
        article=article.id, language=language, outlet=outlet, outlet_name=outlet_name,
        attribution=attribution, mentions=mentions, sentences=found_sentences,
    )
    if language not in LANGUAGES:
        return base
    dates = find_dates(text, language, published)
    references = find_references(
        text, language, mentions, published, registry, found_sentences, tokens,
        registry.entities[f"outlet:{outlet}"].country if outlet else "",
    )
    if language == "ru":
        references += find_own_head(
            text, outlet, (*mentions, *references), published, registry)
    syntax = lexicons.syntax[language]
    reading = read(
        text, flat, language, title_end, published, found_sentences, mentions, references,
        tuple(d for d in dates if d.type == "date"), attribution, syntax, tools.background,
    )
    candidates = find_candidates(text, language, found_sentences, mentions)
    spoken = find_statements(
        reading, syntax, lexicons.speech[language], tools.background, candidates
    )
    words = words_in(text, language)
    meetings = find_meetings(
        reading, spoken, lexicons.encounters[language], tools.chronology, tools.background,
        candidates,
    )
    return replace(
        base,
        candidates=candidates,
        references=tuple(sorted((*references, *spoken.references), key=lambda r: r.start)),
        dates=dates,
        meetings=meetings,
        statements=with_details(
            spoken.statements, meetings, found_sentences, published, registry
        ),
        terms=count_terms(text, language, mentions, tools.labels[language], words),
        stopped=stopped_words(text, language, words),
        themes=find_themes(text, language, registry, tokens),
        screen=screen(
            title_end, tokens, found_sentences, (*mentions, *references), attribution, meetings,
            lexicons.screen[language], tools.background,
        ),
    )


def _read_part(text: str) -> str:
    """The text as far as it is read, to the end of a word where one is near."""
    if len(text) <= _READ:
        return text
    cut = max(text.rfind(" ", _READ - 100, _READ), text.rfind("\n", _READ - 100, _READ))
    return text[: cut if cut >= 0 else _READ]


def _prepare(registry: Registry) -> _Prepared:
    known = _prepared.get(id(registry))
    if known is not None:
        return known
    made = _Prepared(
        registry,
        NameMatcher(registry),
        background_of(registry),
        chronology_of(registry),
        {
            language: {
                (e.kind, e.id): e.names.get(language, e.id) for e in registry.entities.values()
            }
            for language in LANGUAGES
        },
    )
    while len(_prepared) >= _PREPARED_KEPT:
        _prepared.pop(next(iter(_prepared)))
    _prepared[id(registry)] = made
    return made
