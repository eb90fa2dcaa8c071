"""One row, whatever it was read from, to an Article, or to the reason why not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from urllib.parse import quote

from didgah.addresses import is_web
from didgah.language.calendars import parse_date
from didgah.language.fold import ZWNJ, fold, key
from didgah.model import Article, KnownFrom, Published, Rejected
from didgah.readers.clean import clean, has_words, one_line, unescape
from didgah.readers.html_text import is_markup, markup_to_text
from didgah.readers.options import Limits, ReadOptions
from didgah.readers.reading import Item, refused

_INNER = ("rendered", "name", "text", "value", "#text", "$date")
_LEAD = 200  # characters of a first line that may serve as a title
_SENTENCE_END = re.compile(r"(?<=[.!?؟…])\s+")
_LANGUAGES = {
    "persian": "fa", "farsi": "fa", "فارسی": "fa", "персидский": "fa", "الفارسيه": "fa",
    "russian": "ru", "русский": "ru", "روسی": "ru", "arabic": "ar", "العربیه": "ar",
    "عربی": "ar", "арабский": "ar", "english": "en", "انگلیسی": "en", "английский": "en",
    "per": "fa", "fas": "fa", "rus": "ru", "ara": "ar", "eng": "en", "pes": "fa",
}
# What an address may not hold as it is: blanks and marks of direction that would make it look
# like another one, and what ends an attribute or a Markdown link.
_UNSAFE = re.compile(
    "[\\s<>\"\\\\^`{|}\\x00-\\x20\\x7f\\u061c\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff]"
)


class RowProblem(Exception):
    """This row cannot become an article: reason key and detail."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(reason)
        self.reason, self.detail = reason, detail


def article_of(
    values: Mapping[str, object],
    file: str,
    line: int | None,
    options: ReadOptions,
    *,
    known_from: KnownFrom = "stated",
    day_first: bool | None = None,
) -> Iterator[Item]:
    """The article that `values` (field of `columns.FIELDS` → cell) makes, after notes on it.

    Yields either one Rejected that is no note, or notes (an address left out, a date that
    cannot be read, …) and then the Article.
    """
    notes: list[tuple[str, str]] = []
    try:
        article = _article(values, file, line, options, notes, known_from, day_first)
    except RowProblem as problem:
        excerpt = next((v for v in values.values() if isinstance(v, str) and v.strip()), "")
        yield refused(file, line, problem.reason, problem.detail, excerpt)
        return
    for reason, detail in notes:
        yield refused(file, line, reason, detail, article.title)
    yield article


def _article(
    values: Mapping[str, object], file: str, line: int | None, options: ReadOptions,
    notes: list[tuple[str, str]], known_from: KnownFrom, day_first: bool | None,
) -> Article:
    limits = options.limits
    counts = [0, 0]
    texts = {name: _text(name, values.get(name), limits, counts)
             for name in ("title", "body", "abstract", "outlet", "language", "url")}
    total = sum(map(len, texts.values()))
    if counts[1] > 20 and counts[1] * 20 > total:
        raise RowProblem("rejected.broken_characters", str(counts[1]))
    title = one_line(texts["title"])
    body = texts["body"].strip()
    abstract = texts["abstract"].strip()
    if has_words(abstract) and not _repeats(body, abstract):
        body = f"{abstract}\n{body}" if has_words(body) else abstract
    if not has_words(body):
        raise RowProblem("rejected.empty_body")
    if len(body) > limits.body:
        raise RowProblem("rejected.body_too_long", f"{len(body)} > {limits.body}")
    if not has_words(title):
        title, body = first_line_as_title(body)
        notes.append(("noted.title_from_body", ""))
    if len(title) > limits.title:
        raise RowProblem("rejected.title_too_long", f"{len(title)} > {limits.title}")
    if sum(counts):
        notes.append(("noted.characters_cleaned", str(sum(counts))))
    return Article(
        title=title,
        body=body,
        url=_url(texts["url"], limits, notes),
        outlet=one_line(texts["outlet"])[:limits.name] or options.outlet,
        language=language_code(texts["language"]) or options.language,
        published=published(values.get("date"), notes, known_from, day_first),
        origin=f"{file}:{line}" if line else file,
        fetched=_moment(values.get("fetched")),
        sources=tuple(_addresses(values.get("sources"), limits)),
    )


def _repeats(body: str, abstract: str) -> bool:
    """True when `body` says `abstract` near its beginning, whatever yeh, kaf and spaces it uses."""
    if abstract in body:
        return True
    beginning = body[:2 * len(abstract) + 2000]
    return one_line(fold(abstract).replace(ZWNJ, " ")) in one_line(
        fold(beginning).replace(ZWNJ, " ")
    )


def as_text(value: object) -> str:
    """A cell as text; a list of texts is its paragraphs, an object its `rendered`, `name`, ….

    Raises RowProblem for anything else.
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, int | float):  # bool too: a cell may say true
        return "" if value != value else str(value)
    if isinstance(value, list | tuple) and all(isinstance(one, str) for one in value):
        return "\n".join(value)
    if isinstance(value, dict):  # as WordPress, news services and MongoDB export
        for name in _INNER:
            if isinstance(value.get(name), str):
                return value[name]
    raise RowProblem("rejected.not_text", type(value).__name__)


def _text(name: str, value: object, limits: Limits, counts: list[int]) -> str:
    text = as_text(value)
    if len(text) > limits.record:
        raise RowProblem("rejected.body_too_long", f"{len(text)} > {limits.record}")
    text, controls, broken = clean(text)
    counts[0] += controls
    counts[1] += broken
    if name == "url":
        return text.strip()
    return markup_to_text(text) if is_markup(text) else unescape(text)


def first_line_as_title(body: str) -> tuple[str, str]:
    """Title and body of a text without a title: its first line, or the first sentence of that.

    Nothing is repeated and nothing lost but the break between them. Raises RowProblem when
    that leaves no body, or when the first sentence is too long for a title.
    """
    line, _, rest = body.partition("\n")
    if len(line) > _LEAD:
        parts = _SENTENCE_END.split(line, maxsplit=1)
        line, rest = parts[0], "\n".join([*parts[1:], rest])
    if len(line) > 2 * _LEAD or not has_words(line) or not has_words(rest):
        raise RowProblem("rejected.no_title")
    return one_line(line), rest.strip()


def language_code(text: str) -> str:
    """ISO 639-1 code of a language as people write it ("fa-IR", "Persian", «فارسی»), or ""."""
    plain = key(text.replace("_", "-").partition("-")[0][:40])
    if plain in _LANGUAGES:
        return _LANGUAGES[plain]
    return plain if len(plain) == 2 and plain.isascii() and plain.isalpha() else ""


def published(
    value: object, notes: list[tuple[str, str]], known_from: KnownFrom,
    day_first: bool | None = None,
) -> Published:
    """The day of publication a cell states; unknown, with a note, when it cannot be read."""
    text = _scalar(value)
    if text.casefold() in ("", "none", "null", "nan", "nat", "-", "n/a"):
        return Published()
    seconds = _epoch(text)
    if seconds is not None:
        return Published(seconds.date(), "day", known_from)
    found = parse_date(text, day_first)
    if found is None:
        notes.append(("noted.date_unreadable", text))
        return Published()
    return Published(found.value, found.precision, known_from)


def _scalar(value: object) -> str:
    """A date cell as text; a day for what a spreadsheet or Parquet types as a moment."""
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else str(value)
    try:
        return one_line(clean(as_text(value)[:500])[0])
    except RowProblem:
        return type(value).__name__


def _epoch(text: str) -> datetime | None:
    """Seconds (10 digits) or milliseconds (13) since 1970, as programs export dates."""
    if not re.fullmatch(r"\d{10}|\d{13}", text) or not text.isascii():
        return None
    return datetime.fromtimestamp(int(text) / (1 if len(text) == 10 else 1000), UTC)


def _moment(value: object) -> datetime | None:
    if isinstance(value, datetime):
        return value
    try:
        return datetime.fromisoformat(value.strip()) if isinstance(value, str) else None
    except ValueError:
        return None


def _url(text: str, limits: Limits, notes: list[tuple[str, str]]) -> str:
    text = _UNSAFE.sub(lambda found: quote(found[0]), text.strip())
    if not text or is_address(text, limits):
        return text
    notes.append(("noted.url_dropped", text))
    return ""


def is_address(text: str, limits: Limits) -> bool:
    """True for an http or https address that can be shown as a link without harm."""
    return len(text) <= limits.url and not _UNSAFE.search(text) and is_web(text)


def _addresses(value: object, limits: Limits) -> list[str]:
    listed = value.split() if isinstance(value, str) else value
    if not isinstance(listed, list | tuple):
        return []
    return [one for one in listed[:50] if isinstance(one, str) and is_address(one, limits)]


def is_note(item: Item) -> bool:
    """True for a remark on an article that did go in."""
    return isinstance(item, Rejected) and item.reason.startswith("noted.")
