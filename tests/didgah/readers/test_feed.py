"""Feeds: RSS, RDF, Atom, and what hostile ones try."""

from datetime import date

import pytest

from didgah.model import Article, Rejected
from didgah.readers import read_upload

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>خبرگزاری نمونه | اخبار ایران و جهان</title><link>https://x.example</link>
<language>fa-IR</language><lastBuildDate>Tue, 20 Oct 2026 16:00:00 +0330</lastBuildDate>
<item><title>عنوان &amp;laquo;یک&amp;raquo;</title><link>https://x.example/1</link>
<description>&lt;p&gt;چکیده&lt;/p&gt;</description>
<content:encoded><![CDATA[<p>متن <b>خبر</b></p><script>alert(1)</script>
<p>The post <a href="https://x.example/1">a</a> first appeared on
<a href="x">b</a>.</p>]]></content:encoded>
<pubDate>Mon, 19 Oct 2026 19:30:00 GMT</pubDate></item>
<item><title>عنوان دو</title><guid isPermaLink="true">https://x.example/2</guid>
<source url="https://other.example">رسانهٔ دیگر</source>
<description>متن دو</description></item>
<item><title>عکس</title><link>https://x.example/3</link><description/></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ru"><title>Лента - новости</title>
<entry><title type="html">Заголовок &lt;b&gt;один&lt;/b&gt;</title>
<link rel="self" href="https://y.example/self"/><link href="https://y.example/1"/>
<updated>2026-10-20T10:00:00Z</updated><published>2026-10-19T10:00:00Z</published>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Первый</p><p>Второй</p></div>
</content></entry></feed>"""

RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Old feed</title></channel>
<item><title>One</title><link>https://z.example/1</link><description>Text</description>
<dc:date>2005-03-04</dc:date></item></rdf:RDF>"""


def read(data: str | bytes) -> tuple[list[Article], list[Rejected]]:
    items = list(read_upload("a.xml", data.encode() if isinstance(data, str) else data))
    return ([i for i in items if isinstance(i, Article)],
            [i for i in items if isinstance(i, Rejected)])


def test_rss_items_are_articles() -> None:
    articles, problems = read(RSS)
    first, second = articles
    assert (first.title, first.body) == ("عنوان «یک»", "چکیده\nمتن خبر")
    assert (first.url, first.outlet, first.language) == (
        "https://x.example/1", "خبرگزاری نمونه", "fa")
    assert (first.published.value, first.published.known_from) == (date(2026, 10, 19), "feed")
    assert (second.url, second.outlet) == ("https://x.example/2", "رسانهٔ دیگر")
    assert second.published.value is None  # the feed's own date is not the item's
    assert [(p.reason, p.excerpt) for p in problems] == [("rejected.empty_body", "عکس")]
    assert first.origin == "a.xml:5"


def test_atom_entries_are_articles() -> None:
    [article], problems = read(ATOM)
    assert problems == []
    assert (article.title, article.body) == ("Заголовок один", "Первый\nВторой")
    assert (article.url, article.outlet, article.language) == ("https://y.example/1", "Лента", "ru")
    assert article.published.value == date(2026, 10, 19)


def test_rdf_items_are_articles() -> None:
    [article], problems = read(RDF)
    assert problems == []
    assert (article.title, article.body, article.outlet) == ("One", "Text", "Old feed")
    assert article.published.value == date(2005, 3, 4)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1256"])
def test_the_declared_encoding_is_followed(encoding: str) -> None:
    text = RSS.replace("UTF-8", encoding).replace("ی", "ي").replace("ک", "ك").replace("ٔ", "")
    articles, _ = read(text.encode(encoding))
    assert articles[1].body == "متن دو"


def test_entities_are_not_resolved() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    hostile = f"""<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "ha">{laughs}
<!ENTITY file SYSTEM "file:///etc/hostname">]><rss><channel><title>t</title>
<item><title>x</title><description>before &l9; &file; after</description></item></channel></rss>"""
    articles, problems = read(hostile)
    text = " ".join([a.text for a in articles] + [p.excerpt for p in problems])
    assert len(text) < 1000
    assert "haha" not in text


def test_a_feed_with_a_stray_ampersand_is_read_and_noted() -> None:
    articles, problems = read(RSS.replace("متن دو", "متن دو & سه"))
    assert len(articles) == 2
    assert [p.reason for p in problems] == ["rejected.empty_body", "noted.feed_repaired"]


def test_a_feed_cut_short_gives_what_it_holds() -> None:
    articles, problems = read(RSS[:RSS.index("<item><title>عکس")])
    assert len(articles) == 2
    assert [p.reason for p in problems] == ["noted.feed_repaired"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ("<rss><channel><title>t</title></channel></rss>", "rejected.no_items"),
        ("<urlset><url/></urlset>", "rejected.no_items"),
        ("not xml at all", "rejected.broken_xml"),
    ],
)
def test_xml_without_items_is_refused(data: str, reason: str) -> None:
    articles, problems = read(data)
    assert articles == []
    assert [p.reason for p in problems] == [reason]


def test_memory_does_not_grow_with_the_feed() -> None:
    import tracemalloc

    item = "<item><title>t</title><description>" + "متن " * 100 + "</description></item>"

    def peak(n: int) -> int:
        data = f"<rss><channel><title>x</title>{item * n}</channel></rss>".encode()
        tracemalloc.start()
        assert sum(1 for _ in read_upload("a.xml", data)) == n
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    assert peak(600) < 3 * peak(50) + 1_000_000
