"""When an article came out, when the input does not say: only where it is certain.

An address such as `/2021/11/24/` or a line «تاریخ انتشار: …» says it; anything else (a
date in the lead, a file's time, a crawl time) does not.
"""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import unquote, urlsplit

from didgah.language.calendars import from_solar
from didgah.language.column_dates import parse_date
from didgah.language.fold import fold
from didgah.model import Article, Published

_IN_PATH = re.compile(
    r"(?<!\d)(?P<y>1[34]\d\d|19[89]\d|20\d\d)(?P<s>[/-])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?!\d)"
    r"|(?<!\d)(?P<y8>20\d\d)(?P<m8>[01]\d)(?P<d8>[0-3]\d)(?!\d)"
)
_LABEL = re.compile(
    r"(?:^|\n|\s)(?:تاریخ (?:انتشار|مخابره|درج)(?: خبر)?|تاریخ النشر|Дата публикации|"
    r"Published(?: on)?|Date of publication)\s*[:：]\s*(?P<date>[^\n]{6,60})"
)
_CUT = re.compile(r"[|؛;(]|\s[-–—]\s")


def publication_of(article: Article) -> Published:
    """What the input states, else what the address or a labelled line of the text says."""
    if article.published.value is not None:
        return article.published
    day = date_in_url(article.url)
    if day is not None:
        return Published(day, "day", "url")
    return _labelled(article.text) or article.published


def date_in_url(url: str) -> date | None:
    """The day that the path of an address carries, when it carries exactly one.

    Years of the thirteenth and fourteenth hundred are Solar Hijri.
    """
    try:
        path = fold(unquote(urlsplit(url).path))
    except ValueError:
        return None
    days = {day for match in _IN_PATH.finditer(path) if (day := _day(match)) is not None}
    return days.pop() if len(days) == 1 else None


def _day(match: re.Match[str]) -> date | None:
    year, month, day = (
        int(match[name] or match[name + "8"]) for name in ("y", "m", "d")
    )
    try:
        return from_solar(year, month, day) if year < 1500 else date(year, month, day)
    except ValueError:
        return None


def _labelled(text: str) -> Published | None:
    found = _LABEL.search(fold(text))
    if not found:
        return None
    wording = _CUT.split(found["date"])[0].strip(" .،,")
    # "6 мая 2025 года, 17:45": the time is no part of the day
    for candidate in (wording, re.split(r"[،,]", wording)[0]):
        value = parse_date(candidate)
        if value is not None and value.value is not None:
            return Published(value.value, value.precision, "inferred")
    return None
