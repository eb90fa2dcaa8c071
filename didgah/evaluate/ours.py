"""What Didgah reads, as labels."""

from __future__ import annotations

from collections.abc import Callable

from didgah.annotate.candidates.plain_names import plain_names
from didgah.annotate.pipeline import Lexicons, annotate
from didgah.evaluate.labels import (
    Date,
    Encounter,
    GoldArticle,
    Labels,
    Name,
    Said,
    TakingPart,
)
from didgah.model import Annotation, Participant, Registry

# Forums and outlets named in a text are bodies; gold has three kinds.
KINDS = {"person": "person", "place": "place", "organisation": "organisation",
          "outlet": "organisation", "series": "organisation"}


def reader(registry: Registry, lexicons: Lexicons) -> Callable[[GoldArticle], Labels]:
    """Reads an article as a build would."""
    return lambda gold: labels_of(annotate(gold.article, registry, lexicons), gold.article.text)


def labels_of(annotation: Annotation, text: str) -> Labels:
    """All layers of an annotation of `text`. Names are `annotate.plain_names`."""
    names = plain_names(text, annotation.language, annotation.mentions, annotation.candidates)
    return Labels(
        tuple(Name(one.start, one.end, one.kind, one.entity) for one in names),
        tuple(Date(d.start, d.end, d.type, d.first, d.last, d.precision, True, d.approximate,
                   bool(d.assumed)) for d in annotation.dates),
        tuple(
            Encounter(m.focus, m.kind, m.series, m.first, m.last, m.precision,
                      f"place:{m.place}" if m.place else "", m.country, m.status, m.evidence,
                      tuple(_taking_part(one) for one in m.participants))
            for m in annotation.meetings),
        tuple(Said(s.start, s.end, f"{s.kind}:{s.speaker}", s.mode, s.verb, s.surface)
              for s in annotation.statements),
        annotation.screen.topic if annotation.screen else None,
        linked=True,
    )


def _taking_part(one: Participant) -> TakingPart:
    who = f"{one.kind}:{one.entity}" if one.entity else one.name
    return TakingPart(who, one.role, one.level)
