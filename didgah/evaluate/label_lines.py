"""Our own gold: labels of an article by its id, without the text, one JSON object a line.

`label_row` writes what `labels_of_row` reads; `docs/evaluation.md` describes the form.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, get_args

from didgah.evaluate.labels import Date, Encounter, GoldArticle, Labels, Name, Said, TakingPart
from didgah.evaluate.span_lines import NotGold
from didgah.model import LEVELS, PRECISIONS, ROLES, STATUSES, MeetingKind, Span

Json = dict[str, Any]
_NAME_KINDS = ("person", "place", "organisation")
_TYPES = ("date", "time", "duration", "set")


def digest(text: str) -> str:
    """SHA-256 of a text in UTF-8, by which gold knows the text it was made on."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def labels_of_row(row: Json, text: str) -> Labels:
    """The labels of one row on its text; layers that the row lacks are None.

    Raises NotGold, naming the layer and the number of the label in it.
    """
    size = len(text)
    return Labels(
        _layer(row, "names", lambda one: _name(one, size)),
        _layer(row, "dates", lambda one: _date(one, size)),
        _layer(row, "meetings", lambda one: _meeting(one, size)),
        _layer(row, "statements", lambda one: _statement(one, size)),
        _one_of(row.get("topic"), ("on", "off", None), "topic"),
        linked=all("entity" in one for one in row.get("names") or () if isinstance(one, dict)),
    )


def label_row(gold: GoldArticle, source: str) -> Json:
    """The row of one article; `source` is "sample" or "corpus"."""
    labels = gold.labels
    published = gold.article.published.value
    row: Json = {
        "article": gold.id, "sha256": digest(gold.article.text), "language": gold.language,
        "published": published.isoformat() if published else None, "split": gold.split,
        "source": source,
    }
    if labels.names is not None:
        row["names"] = [{"start": n.start, "end": n.end, "kind": n.kind} | (
            {"entity": n.entity} if labels.linked else {}) for n in labels.names]
    if labels.dates is not None:
        row["dates"] = [{"start": d.start, "end": d.end, "type": d.type} | (
            _days(d) if d.type == "date" else {}) for d in labels.dates]
    if labels.meetings is not None:
        row["meetings"] = [_meeting_row(m) for m in labels.meetings]
    if labels.statements is not None:
        row["statements"] = [
            {"start": s.start, "end": s.end, "speaker": s.speaker, "mode": s.mode,
             "verb": s.verb} for s in labels.statements]
    if labels.topic is not None:
        row["topic"] = labels.topic
    return row


def _meeting_row(one: Encounter) -> Json:
    return {
        "about": one.about, "kind": one.kind, "series": one.series, **_days(one),
        "place": one.place, "country": one.country, "status": one.status,
        "evidence": [[span.start, span.end] for span in one.evidence],
        "participants": [{"who": p.who, "role": p.role, "level": p.level}
                         for p in one.participants],
    }


def _days(one: Date | Encounter) -> Json:
    return {"first": one.first.isoformat() if one.first else None,
            "last": one.last.isoformat() if one.last else None, "precision": one.precision}


def _layer(row: Json, name: str, read: Callable[[Json], Any]) -> tuple | None:
    items = row.get(name)
    if items is None:
        return None
    if not isinstance(items, list):
        raise NotGold(f"{name} is no list")
    made = []
    for number, item in enumerate(items, start=1):
        if not isinstance(item, dict):
            raise NotGold(f"{name}, label {number}: not an object")
        try:
            made.append(read(item))
        except KeyError as error:
            raise NotGold(f"{name}, label {number}: {error.args[0]!r} is missing") from error
        except (NotGold, TypeError, ValueError) as error:
            raise NotGold(f"{name}, label {number}: {error}") from error
    return tuple(made)


def _name(item: Json, size: int) -> Name:
    return Name(*_range(item["start"], item["end"], size),
                _one_of(item["kind"], _NAME_KINDS, "kind"), _text(item, "entity"))


def _date(item: Json, size: int) -> Date:
    return Date(*_range(item["start"], item["end"], size), _one_of(item["type"], _TYPES, "type"),
                *_interval(item), valued="first" in item)


def _meeting(item: Json, size: int) -> Encounter:
    return Encounter(
        bool(item["about"]), _one_of(item["kind"], get_args(MeetingKind), "kind"),
        _text(item, "series"), *_interval(item), _text(item, "place"), _text(item, "country"),
        _one_of(item["status"], STATUSES, "status"),
        tuple(Span(*_range(*pair, size)) for pair in item["evidence"]),
        tuple(_participant(one) for one in item["participants"]),
    )


def _participant(item: Json) -> TakingPart:
    who = _text(item, "who") or _text(item, "entity") or _text(item, "name")
    if not who:
        raise NotGold("a participant without who, entity or name")
    return TakingPart(who, _one_of(item.get("role", "participant"), ROLES, "role"),
                      _one_of(item.get("level", ""), LEVELS, "level"))


def _statement(item: Json, size: int) -> Said:
    speaker = _text(item, "speaker") or _text(item, "name")
    if not speaker:
        raise NotGold("neither speaker nor name")
    return Said(*_range(item["start"], item["end"], size), speaker,
                _one_of(item.get("mode", ""), ("direct", "indirect", ""), "mode"),
                _text(item, "verb"))


def _interval(item: Json) -> tuple[date | None, date | None, str]:
    first, last = (date.fromisoformat(item[name]) if item.get(name) else None
                   for name in ("first", "last"))
    if (first is None) != (last is None) or (first and last and last < first):
        raise NotGold(f"{item.get('first')}…{item.get('last')} is no interval of days")
    return first, last, _one_of(item.get("precision") or "unknown", PRECISIONS, "precision")


def _range(start: Any, end: Any, size: int) -> tuple[int, int]:
    if type(start) is not int or type(end) is not int or not 0 <= start < end <= size:
        raise NotGold(f"[{start}, {end}) is no range within the text of {size} characters")
    return start, end


def _text(item: Json, name: str) -> str:
    value = item.get(name, "")
    if not isinstance(value, str):
        raise NotGold(f"{name} {value!r} is no text")
    return value


def _one_of(value: Any, allowed: Iterable[Any], name: str) -> Any:
    if value not in allowed:
        raise NotGold(f"{name} {value!r} is none of "
                      f"{', '.join(repr(one) for one in allowed if one is not None)}")
    return value
