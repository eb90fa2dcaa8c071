"""What one article and its annotation become in the tables of a segment."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence

from didgah.annotate.published import publication_of
from didgah.annotate.sentences.outlets import is_medium
from didgah.annotate.topics.screen import is_elsewhere
from didgah.language.fold import fold, key
from didgah.model import LANGUAGES, Annotation, Article, Candidate, Mention, Reference, Span
from didgah.resolve.shingles import fingerprint
from didgah.store import tables
from didgah.store.codec import encode

_UNQUOTED = dict.fromkeys(map(ord, "«»\"“”„‟"))
_LEAD = 280  # characters of the first lines shown in a list

# Tables that are written out as they are collected, and raw counts that are added up first.
SHAPES: dict[str, dict[str, str]] = {
    table.get_name(): tables.columns(table)
    for table in (tables.ART, tables.ARTICLES, tables.AE, tables.STOPPED, tables.THEMES,
                  tables.REPORTS, tables.REPORT_PEOPLE, tables.STATEMENTS, tables.CANDIDATES,
                  tables.CITES, tables.FINGERPRINTS)
} | {
    "raw_terms": {"a": "BIGINT", "day": "DATE", "language": "VARCHAR", "outlet": "VARCHAR",
                  "lemma": "VARCHAR", "n": "BIGINT", "is_name": "BOOLEAN"},
    "raw_forms": {"language": "VARCHAR", "lemma": "VARCHAR", "surface": "VARCHAR", "n": "BIGINT"},
    "raw_entity_forms": tables.columns(tables.ENTITY_FORMS),
}


def add(batch: dict[str, list[tuple]], a: int, article: Article, found: Annotation) -> None:
    """Append the rows of article number `a` to those collected per table of `SHAPES`."""
    published = publication_of(article)
    day = published.value
    dims = (day, language_group(found.language), outlet_key(found))
    counts = entity_counts(found)
    batch["art"].append((a, article.id, *dims, published.precision, sum(counts.values()),
                         found.screen.topic if found.screen else "unsure"))
    batch["articles"].append((
        a, article.id, article.title, found.outlet_name, article.url, lead(article.body),
        encode(article), encode(found),
    ))
    batch["ae"] += [(a, f"{kind}:{id_}", kind, n, *dims) for (kind, id_), n in counts.items()]
    surfaces = Counter(
        (f"{one.kind}:{one.entity}", " ".join(one.surface.split())) for one in named(found)
    )
    batch["raw_entity_forms"] += [(k, dims[1], form, n) for (k, form), n in surfaces.items()]
    batch["themes"] += [
        (a, theme, n, *dims) for theme, n in Counter(hit.theme for hit in found.themes).items()
    ]
    batch["stopped"] += [(a, lemma, n, *dims) for lemma, n in found.stopped]
    spellings = Counter(
        (candidate_key(one), one.name, one.kind, " ".join(one.surface.split()))
        for one in found.candidates
    )
    batch["candidates"] += [(a, *one, n, *dims) for one, n in spellings.items()]
    _add_sources(batch, a, dims, article, found)
    _add_terms(batch, a, dims, found)
    _add_events(batch, a, dims, article, found)


def _add_sources(
    batch: dict[str, list[tuple]], a: int, dims: tuple, article: Article, found: Annotation
) -> None:
    cited = Counter(
        cited_key(one.outlet, one.name) for one in found.attribution
        if one.role == "source" and (one.outlet or is_medium(one.name)))
    batch["cites"] += [(a, key, n, *dims) for key, n in cited.items()]
    own = "" if dims[2] == "unknown" else dims[2]
    prints = fingerprint(article, own, tuple(cited))
    batch["fingerprints"].append((
        a, article.id, prints.day, prints.outlet, list(prints.cites), prints.to_bytes()))


def _add_terms(batch: dict[str, list[tuple]], a: int, dims: tuple, found: Annotation) -> None:
    # A lemma is one term of its language, whether it was met as a word or as a name.
    counts: Counter[str] = Counter()
    names = {term.lemma for term in found.terms if term.kind == "name"}
    for term in found.terms:
        counts[term.lemma] += term.count
        batch["raw_forms"] += [(dims[1], term.lemma, form, n) for form, n in term.forms]
    batch["raw_terms"] += [(a, *dims, lemma, n, lemma in names) for lemma, n in counts.items()]


def _add_events(
    batch: dict[str, list[tuple]], a: int, dims: tuple, article: Article, found: Annotation
) -> None:
    text, published = article.text, encode(publication_of(article))
    # «دیدار» of two clubs is no meeting of the coverage, whatever it was read as.
    told = () if found.screen and is_elsewhere(found.screen) else found.meetings
    for idx, report in enumerate(told):
        passages = []
        for span in report.evidence:
            sentence = sentence_at(text, found.sentences, span)
            end = max(sentence.end, span.end)
            passages.append([sentence.start, end, text[sentence.start : end]])
        unique = sorted({tuple(one) for one in passages})
        batch["reports"].append((
            a, idx, article.id, published, encode(report),
            json.dumps(unique, ensure_ascii=False),
        ))
        batch["report_people"] += [
            (a, idx, f"{one.kind}:{one.entity}", one.role)
            for one in report.participants
            if one.entity
        ]
    batch["statements"] += [
        (a, idx, f"{one.kind}:{one.speaker}" if one.speaker else "", one.surface, one.mode,
         one.verb, one.start, one.end, text[one.start : one.end], one.meeting, one.office,
         one.place, *dims)
        for idx, one in enumerate(found.statements)
    ]


def candidate_key(candidate: Candidate) -> str:
    """What filters and decisions call a candidate: its kind and its name, folded."""
    name = "".join(c if c.isprintable() else " " for c in key(candidate.name))
    return f"{candidate.kind}:{' '.join(name.split())}"


def language_group(language: str) -> str:
    """One of the four languages, or "und" for every other."""
    return language if language in LANGUAGES else "und"


def outlet_key(annotation: Annotation) -> str:
    """What filters call the outlet: its id, "name:<as stated>" or "unknown"."""
    return cited_key(annotation.outlet, annotation.outlet_name)


def cited_key(outlet: str, name: str) -> str:
    """An outlet's id, or its name where the registry does not know it, as filters say it.

    «رويتر» and «رویتر» are one name: letters are folded, quotation marks left out.
    """
    if outlet:
        return outlet
    name = fold(name).translate(_UNQUOTED)
    name = " ".join("".join(c if c.isprintable() else " " for c in name).split())
    return f"name:{name[:200]}" if name else "unknown"


def entity_counts(annotation: Annotation) -> Counter[tuple[str, str]]:
    """(kind, id) → how often the article speaks of it by a name or an office.

    A pronoun is no mention: it follows a name and would count style, not attention.
    """
    counts: Counter[tuple[str, str]] = Counter()
    for one in named(annotation):
        counts[one.kind, one.entity] += 1
    return counts


def named(annotation: Annotation) -> list[Mention | Reference]:
    """The mentions that are counted: names and offices; series are told by their meetings."""
    found = [one for one in annotation.mentions if one.kind != "series"]
    return found + [one for one in annotation.references if one.how != "pronoun"]


def sentence_at(text: str, sentences: Sequence[Span], span: Span) -> Span:
    """The sentence in which `span` begins; without one, the line."""
    for sentence in sentences:
        if sentence.start <= span.start < sentence.end:
            return sentence
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.start)
    return Span(start, len(text) if end < 0 else end)


def lead(body: str) -> str:
    """The beginning of an article's body in one line, cut at a word."""
    line = " ".join(body[: 2 * _LEAD].split())
    return line if len(line) <= _LEAD else line[:_LEAD].rsplit(" ", 1)[0] + "…"
