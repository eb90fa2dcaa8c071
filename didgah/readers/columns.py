"""Which column of a table holds what, by the names people give them in four languages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from didgah.language.fold import key
from didgah.readers.unreadable import Unreadable

# What an article is made of. `abstract` is joined to the body when the body lacks it;
# `fetched` is when a crawler met the page, which says nothing about when it was published.
FIELDS = (
    "title", "body", "abstract", "date", "outlet", "url", "language", "fetched", "sources",
)

# Best name first. Written as people write them; compared after `_plain`.
_NAMES: dict[str, str] = {
    "title": (
        "title | headline | heading | news title | article title | subject | عنوان | تیتر | "
        "عنوان خبر | تیتر خبر | سرتیتر | سرخط | موضوع | заголовок | название | тема | "
        "العنوان | عنوان الخبر | عنوان المقال | عنوان المقالة"
    ),
    "body": (
        "body | text | content | full text | fulltext | article | article body | "
        "article text | news text | news body | story | main text | maintext | body text | "
        "content text | content encoded | html | body html | content html | متن | متن خبر | "
        "متن کامل | متن کامل خبر | متن اصلی | بدنه | محتوا | محتوای خبر | شرح خبر | текст | "
        "текст статьи | текст новости | полный текст | содержание | тело | статья | النص | "
        "نص | المحتوى | نص الخبر | نص المقال | متن الخبر | المتن | محتوى"
    ),
    "abstract": (
        "abstract | summary | lead | lede | description | intro | teaser | excerpt | "
        "subtitle | standfirst | چکیده | خلاصه | لید | خلاصه خبر | توضیح | توضیحات | مقدمه | "
        "روتیتر و لید | аннотация | лид | краткое содержание | описание | анонс | резюме | "
        "الملخص | ملخص | الوصف | مقدمة | موجز | الموجز"
    ),
    "date": (
        "date | published | published at | publish date | published date | "
        "publication date | date published | pub date | pubdate | publish time | "
        "published time | published on | datetime | date time | release date | news date | "
        "day | time | timestamp | created at | created | isodate | issued | تاریخ | "
        "تاریخ انتشار | تاریخ نشر | زمان انتشار | تاریخ خبر | زمان | تاریخ درج | روز | "
        "تاریخ شمسی | تاریخ میلادی | تاریخ و زمان | дата | дата публикации | опубликовано | "
        "дата выхода | время публикации | время | التاريخ | تاريخ النشر | تاريخ | "
        "تاريخ الخبر | وقت النشر | يوم النشر"
    ),
    "outlet": (
        "outlet | source | agency | news agency | newspaper | publisher | media | site | "
        "site name | publication | source name | outlet name | channel | website | domain | "
        "خبرگزاری | رسانه | منبع | منبع خبر | نام خبرگزاری | روزنامه | ناشر | پایگاه خبری | "
        "سایت | источник | издание | агентство | сми | информагентство | издатель | газета | "
        "сайт | المصدر | مصدر | الوكالة | وكالة | الصحيفة | الجريدة | الناشر | "
        "وسيلة الإعلام | الموقع"
    ),
    "url": (
        "url | link | address | web address | uri | href | permalink | article url | "
        "news url | source url | news link | page url | canonical url | guid | نشانی | "
        "لینک | پیوند | آدرس | لینک خبر | نشانی خبر | نشانی اینترنتی | آدرس خبر | یو آر ال | "
        "ссылка | адрес | урл | адрес страницы | ссылка на статью | الرابط | رابط | "
        "رابط الخبر | وصلة | عنوان الرابط"
    ),
    "language": (
        "language | lang | language code | locale | زبان | язык | اللغة | لغة"
    ),
    "fetched": (
        "fetched | date extracted | extracted | extracted at | crawl date | crawled at | "
        "crawled | crawl time | date crawled | scraped at | scraped | scrape date | "
        "date scraped | fetched at | retrieved | retrieved at | downloaded at | "
        "collected at | date download | accessed | access date | fetch time | "
        "تاریخ گردآوری | زمان گردآوری | تاریخ دریافت | дата сбора | дата загрузки | "
        "تاريخ الجمع | تاريخ الاستخراج"
    ),
    "sources": (
        "sources | source addresses | references | منابع | источники | المصادر"
    ),
}


def _plain(name: str) -> str:
    """A column name for comparing: «Published_At», "published-at" and "publishedAt" are one."""
    spread = "".join(
        f" {c}" if c.isupper() and i and name[i - 1].islower() else c for i, c in enumerate(name)
    )
    for mark in "_.:/\\()[]#*":
        spread = spread.replace(mark, " ")
    return key(spread)


_BY_NAME: dict[str, tuple[str, int]] = {
    _plain(name): (field, rank)
    for field, names in _NAMES.items()
    for rank, name in enumerate(names.split("|"))
}


def field_of(column: str) -> str:
    """The field a column name stands for, or "" when it is not one of the usual names."""
    return _BY_NAME.get(_plain(column[:200]), ("", 0))[0]


def recognise(
    columns: Sequence[str], mapping: Mapping[str, str], *, fixed: bool = True
) -> dict[str, str]:
    """Field → column, by hand (`mapping`) where given, else by name; the best name wins.

    Raises Unreadable when the hand mapping names an unknown field or (where `fixed`: JSON
    objects may lack a key) a column that is not there, and when no column can hold the text
    of an article.
    """
    return dict(_recognise(tuple(columns), tuple(sorted(mapping.items())), fixed))


@lru_cache(maxsize=512)
def _recognise(
    columns: tuple[str, ...], mapping: tuple[tuple[str, str], ...], fixed: bool
) -> tuple[tuple[str, str], ...]:
    by_hand = dict(mapping)
    found: dict[str, str] = {}
    for field, column in by_hand.items():
        if field not in FIELDS:
            raise Unreadable("rejected.mapping", f"{field} ∉ {', '.join(FIELDS)}")
        match = [one for one in columns if one == column] or [
            one for one in columns if _plain(one) == _plain(column)
        ]
        if column and not match and fixed:
            raise Unreadable("rejected.mapping", f"{field}={column} ∉ {_listed(columns)}")
        if match:
            found[field] = match[0]
    taken = set(found.values())
    ranked = sorted(
        (rank, n, field, column)
        for n, column in enumerate(columns)
        for field, rank in [_BY_NAME.get(_plain(column[:200]), ("", 0))]
        if field and column not in taken
    )
    for _, _, field, column in ranked:
        if field not in by_hand:
            found.setdefault(field, column)
    # A table whose only text is a summary has its articles there.
    if "body" not in found and "abstract" in found and "body" not in by_hand:
        found["body"] = found.pop("abstract")
    if "body" not in found:
        raise Unreadable("rejected.columns", _listed(columns))
    return tuple(sorted(found.items()))


def _listed(columns: Sequence[str]) -> str:
    return ", ".join(columns[:20]) or "—"
