"""JSON lines that hold a text and its spans, in the shapes that labelling tools export.

Ours, Prodigy's `spans`, doccano's `label`/`entities`, Label Studio's `annotations`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any

from didgah.evaluate.label_names import split_tag

Json = dict[str, Any]
_TEXTS = ("text", "content", "sentence")
_LISTS = ("spans", "entities", "label", "labels")


class NotGold(ValueError):
    """A row that cannot be used, in words for a person."""


def text_of(row: Json) -> str:
    """The text of a row. Raises NotGold when there is none."""
    held = row.get("data") if isinstance(row.get("data"), dict) else row
    for name in _TEXTS:
        if isinstance(held.get(name), str):
            return held[name]
    raise NotGold(f"no text: none of {', '.join(_TEXTS)} is there")


def spans_of(
    row: Json, text: str, kinds: Mapping[str, str], ignored: Counter[str]
) -> list[tuple[int, int, str]]:
    """(start, end, kind) in the order of the text; kind "" for spans without a label.

    Labels that `kinds` does not map are counted in `ignored`. Raises NotGold for a span that
    is none or reaches out of the text.
    """
    found = []
    for item in _items(row):
        start, end, label = _span(item)
        if not 0 <= start < end <= len(text):
            raise NotGold(f"span [{start}, {end}) reaches out of the text of {len(text)} "
                          "characters or is empty")
        kind = kinds.get(split_tag(label)[1], "") if label else ""
        if label and not kind:
            ignored[label] += 1
            continue
        found.append((start, end, kind))
    return sorted(found)


def published_of(row: Json) -> date | None:
    """The day that dates count from. Raises NotGold for one that is no ISO day."""
    stated = row.get("published")
    if stated in (None, ""):
        return None
    try:
        return date.fromisoformat(stated)
    except (TypeError, ValueError) as error:
        raise NotGold(f"published: {stated!r} is no day such as 2021-11-25") from error


def _items(row: Json) -> list[Any]:
    if isinstance(row.get("annotations"), list):  # Label Studio
        return [
            result.get("value") for one in row["annotations"] if isinstance(one, dict)
            if isinstance(one.get("result"), list)
            for result in one["result"] if isinstance(result, dict)
        ]
    for name in _LISTS:
        if isinstance(row.get(name), list):
            return row[name]
    raise NotGold(f"no spans: none of {', '.join(_LISTS)}, annotations is a list")


def _span(item: Any) -> tuple[int, int, str]:
    if isinstance(item, list) and len(item) in (2, 3):
        start, end, label = *item[:2], item[2] if len(item) == 3 else ""
    elif isinstance(item, dict):
        start = item.get("start", item.get("start_offset"))
        end = item.get("end", item.get("end_offset"))
        label = item.get("label", item.get("type", ""))
        if not label and isinstance(item.get("labels"), list) and item["labels"]:
            label = item["labels"][0]
    else:
        raise NotGold(f"{str(item)[:60]} is no span")
    if type(start) is not int or type(end) is not int or not isinstance(label, str):
        raise NotGold(f"{str(item)[:60]} is no span: start and end are whole numbers, the "
                      "label is text")
    return start, end, label
