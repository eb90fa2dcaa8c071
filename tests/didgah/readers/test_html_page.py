"""Saved web pages: what they state of themselves, and the article in them."""

from datetime import date

import pytest

from didgah.model import Article, Rejected
from didgah.readers import read_upload
from didgah.readers.html_page import page_values

PARAGRAPH = (
    "وزیر امور خارجه در این دیدار گفت که گفت‌وگوهای دو کشور دربارهٔ مسائل منطقه ادامه دارد و "
    "نشست بعدی در کازان برگزار خواهد شد. "
)
PAGE = f"""<!DOCTYPE html><html lang="fa-IR"><head>
<meta charset="utf-8"><title>دیدار در کازان | خبرگزاری نمونه</title>
<meta property="og:title" content="دیدار در کازان">
<meta property="og:site_name" content="خبرگزاری نمونه">
<meta property="article:published_time" content="2021-07-30T10:00:00+03:30">
<link rel="canonical" href="https://news.example/1"></head><body>
<nav><a href="/">خانه</a><a href="/x">همه</a></nav>
<article><h1>دیدار در کازان</h1><p>{PARAGRAPH}</p><p>{PARAGRAPH * 2}</p>
<script>alert("xss")</script></article>
<footer>همهٔ حقوق محفوظ است</footer></body></html>"""


def test_a_page_gives_the_article_and_what_it_states() -> None:
    [article] = read_upload("page.html", PAGE.encode())
    assert isinstance(article, Article)
    assert article.title == "دیدار در کازان"
    assert article.outlet == "خبرگزاری نمونه"
    assert article.url == "https://news.example/1"
    assert article.language == "fa"
    assert (article.published.value, article.published.known_from) == (date(2021, 7, 30), "stated")
    assert PARAGRAPH.strip() in article.body
    assert "alert" not in article.body
    assert "حقوق" not in article.body
    assert not article.body.startswith(article.title)


def test_no_unprintable_letter_gets_lost() -> None:
    kept = "می\u200cروم ال\u200dف \u200fراست\u202e نرم\u00adخط \u2066x\u2069"
    written = kept.replace("می\u200cروم", "می&zwnj;روم").replace("\u00ad", "&#173;")
    [article] = read_upload("page.html", PAGE.replace("نشست بعدی", written).encode())
    assert isinstance(article, Article)
    assert kept in article.body


def test_a_date_that_is_not_stated_is_not_guessed() -> None:
    page = PAGE.replace("article:published_time", "x").replace("</footer>", " © 2019</footer>")
    [article] = read_upload("page.html", page.encode())
    assert isinstance(article, Article)
    assert article.published.value is None


LINKED_DATA = """<script type="application/ld+json">{"@graph": [{"headline": "ت",
"datePublished": "2020-01-02", "publisher": {"name": "ن"}}]}</script>"""


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (LINKED_DATA,
         {"date": "2020-01-02", "outlet": "ن", "title": "ت"}),
        ('<script type="application/ld+json">{broken</script><meta name="pubdate" content="d">',
         {"date": "d"}),
        ('<script type="application/ld+json">' + '{"a":' * 600 + "</script>", {}),
        ('<meta itemprop="datePublished" content="1400/1/2">', {"date": "1400/1/2"}),
    ],
)
def test_statements_of_the_head(head: str, expected: dict[str, str]) -> None:
    values = page_values(f"<html><head>{head}</head><body><p>{PARAGRAPH}</p></body></html>")
    assert {k: v for k, v in values.items() if k != "body"} == expected


def test_time_element_that_says_it_is_the_publication() -> None:
    page = f'<body><time datetime="2020-05-06" pubdate>x</time><p>{PARAGRAPH}</p></body>'
    assert page_values(page)["date"] == "2020-05-06"


def test_a_hostile_page_leaves_no_address_and_no_script() -> None:
    page = ('<html><head><link rel="canonical" href="javascript:alert(1)"><title>ت</title></head>'
            f'<body><p onclick="x()">{PARAGRAPH}</p><img src=x onerror=y></body></html>')
    items = list(read_upload("page.htm", page.encode()))
    article = items[-1]
    assert isinstance(article, Article)
    assert article.url == ""
    assert [i.reason for i in items[:-1] if isinstance(i, Rejected)] == ["noted.url_dropped"]
    assert "onerror" not in article.text


@pytest.mark.parametrize("page", ["<html><body></body></html>", "<!-- x -->", "<html>"])
def test_a_page_without_text_is_refused(page: str) -> None:
    [item] = read_upload("page.html", page.encode())
    assert isinstance(item, Rejected)
    assert item.reason == "rejected.page_without_text"
