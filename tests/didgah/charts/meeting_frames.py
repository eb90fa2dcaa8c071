"""Small frames with the columns of the timeline query, for tests of what is drawn from them."""

from __future__ import annotations

from datetime import date, timedelta

import pandas as pd


def meeting(
    id_: str, first: date | None, last: date | None = None, **other: object
) -> dict[str, object]:
    """One row; what `other` does not say is that of a held, known, uncovered meeting."""
    row: dict[str, object] = {
        "meeting": id_, "known": True, "series": "svg", "kind": "session", "status": "held",
        "first": first, "last": last or first, "precision": "day", "place": "kazan",
        "country": "RU", "confidence": "high", "titles_only": False, "articles": 0,
        "languages": [], "n_participants": 2, "name_fa": f"دیدار {id_}",
        "name_en": f"Meeting {id_}", "name_ru": "", "name_ar": "", "latitude": None,
        "longitude": None, "parties": [], "open": f"meetings={id_}",
        "title": f"Meeting {id_}", "series_name": "Group", "where": "Kazan",
        "hover": f"about {id_}", "level": "minister", "leader": "",
        "between": "", "gap": None, "before": "",
    }
    return row | other


def frame(*rows: dict[str, object]) -> pd.DataFrame:
    """Rows as the query returns them: days as datetime64, None as NaT."""
    found = pd.DataFrame(list(rows))
    for name in ("first", "last"):
        found[name] = pd.to_datetime(found[name])
    return found


def daily(start: date, count: int, step: int = 1, **other: object) -> list[dict[str, object]]:
    """`count` meetings, one every `step` days."""
    return [meeting(f"m{n:04}", start + timedelta(n * step), **other) for n in range(count)]
