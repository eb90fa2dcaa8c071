"""One row to an article: what goes in, what is noted, what is refused."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from didgah.model import Article, Published, Rejected
from didgah.readers import Limits, ReadOptions
from didgah.readers.row import article_of, first_line_as_title, is_address, language_code

OPTIONS = ReadOptions()


def made(options: ReadOptions = OPTIONS, **values: object) -> tuple[Article | None, list[str]]:
    items = list(article_of({"title": "عنوان", "body": "متن خبر"} | values, "f.csv", 7, options))
    articles = [item for item in items if isinstance(item, Article)]
    assert len(articles) <= 1
    return (articles[0] if articles else None), [
        item.reason for item in items if isinstance(item, Rejected)]


def test_a_plain_row_goes_in_as_it_is() -> None:
    article, notes = made(url="https://example.org/a?b=1", outlet=" فارس ", language="fa-IR",
                          date="۱۴۰۰/۰۹/۰۳")
    assert notes == []
    assert article == Article(
        "عنوان", "متن خبر", "https://example.org/a?b=1", "فارس", "fa",
        Published(date(2021, 11, 24), "day", "stated"), "f.csv:7")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("1400-09-03", (date(2021, 11, 24), "day")),
        ("24 ноября 2021 г.", (date(2021, 11, 24), "day")),
        ("آذر ۱۴۰۰", (date(2021, 11, 22), "month")),
        ("Mon, 19 Oct 2026 19:30:00 GMT", (date(2026, 10, 19), "day")),
        (datetime(2021, 11, 24, 23, 59), (date(2021, 11, 24), "day")),
        (date(1400, 9, 3), (date(2021, 11, 24), "day")),  # a Solar date typed as a day
        (1637712000, (date(2021, 11, 24), "day")),
        (1637712000000.0, (date(2021, 11, 24), "day")),
        ({"$date": "2021-11-24T10:00:00Z"}, (date(2021, 11, 24), "day")),
    ],
)
def test_dates_of_many_kinds(value: object, expected: tuple[date, str]) -> None:
    article, notes = made(date=value)
    assert article is not None
    assert (article.published.value, article.published.precision) == expected
    assert notes == []


@pytest.mark.parametrize("value", [None, "", " ", "null", "NaN", "-", float("nan")])
def test_no_date_is_unknown_without_a_note(value: object) -> None:
    article, notes = made(date=value)
    assert article is not None
    assert article.published == Published()
    assert notes == []


@pytest.mark.parametrize(
    "value", ["soon", "03/04/2021", "1400/13/45", 5, True, datetime(9999, 12, 31), {"a": 1}]
)
def test_an_unreadable_date_is_noted_and_the_article_goes_in(value: object) -> None:
    article, notes = made(date=value)
    assert article is not None
    assert article.published == Published()
    assert notes == ["noted.date_unreadable"]


def test_crawl_time_is_kept_apart() -> None:
    article, notes = made(fetched="2015-07-21 02:53:14")
    assert article is not None
    assert article.fetched == datetime(2015, 7, 21, 2, 53, 14)
    assert article.published == Published()
    assert notes == []


def test_abstract_leads_the_body_unless_the_body_says_it() -> None:
    assert made(abstract="چکیدهٔ خبر")[0].body == "چکیدهٔ خبر\nمتن خبر"  # type: ignore[union-attr]
    said = made(abstract="گفت‌وگوي كوتاه", body="پیش از آن گفت وگوی  کوتاه بود و تمام")[0]
    assert said is not None
    assert said.body == "پیش از آن گفت وگوی  کوتاه بود و تمام"
    assert made(abstract="چکیدهٔ خبر", body=" . ")[0].body == "چکیدهٔ خبر"  # type: ignore[union-attr]


@pytest.mark.parametrize("address", [
    "javascript:alert(1)", "ftp://x.org/a", "www.x.org", "data:text/html,x", "//x.org", "http://",
])
def test_addresses_that_are_no_web_addresses_are_left_out(address: str) -> None:
    article, notes = made(url=address)
    assert article is not None
    assert article.url == ""
    assert notes == ["noted.url_dropped"]


def test_addresses_with_odd_characters_are_made_exact() -> None:
    article, notes = made(url="https://x.ir/کشتی|\u202eaa b\"><script>")
    assert notes == []
    assert article is not None
    assert article.url == "https://x.ir/کشتی%7C%E2%80%AEaa%20b%22%3E%3Cscript%3E"


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"body": ""}, "empty_body"), ({"body": None}, "empty_body"),
        ({"body": " …"}, "empty_body"),
        ({"body": "<script>alert(1)</script>"}, "empty_body"),
        ({"body": {"deep": {}}}, "not_text"), ({"body": b"bytes"}, "not_text"),
        ({"title": "ع" * 1001}, "title_too_long"), ({"body": "م" * 1_000_001}, "body_too_long"),
        ({"title": "", "body": "تنها یک جمله"}, "no_title"),
        ({"title": None, "body": "م" * 900}, "no_title"),
        ({"body": "\udcff\udcfe" * 40}, "broken_characters"),
    ],
)
def test_rows_are_refused_for_a_reason(values: dict[str, object], reason: str) -> None:
    article, reasons = made(**values)
    assert article is None
    assert reasons == [f"rejected.{reason}"]


def test_a_refusal_names_file_line_and_beginning() -> None:
    [item] = article_of({"title": "عنوان\nخبر", "body": ""}, "f.csv", 7, OPTIONS)
    assert item == Rejected("f.csv", 7, "rejected.empty_body", "", "عنوان خبر")


def test_the_first_line_serves_as_title_and_is_not_repeated() -> None:
    article, notes = made(title="", body="سطر نخست\nسطر دوم\nسطر سوم")
    assert article is not None
    assert (article.title, article.body) == ("سطر نخست", "سطر دوم\nسطر سوم")
    assert notes == ["noted.title_from_body"]


def test_of_a_long_first_line_the_first_sentence_serves() -> None:
    body = "جملهٔ نخست. " + "جملهٔ دوم که دراز است " * 20 + ".\nپایان"
    title, rest = first_line_as_title(body)
    assert title == "جملهٔ نخست."
    assert rest.startswith("جملهٔ دوم")
    assert rest.endswith("پایان")


def test_titles_are_one_line_and_markup_is_gone_from_everything() -> None:
    article, _ = made(
        title="<b>الف</b>\n ب &amp; ج", body="<p>یک</p><p>دو</p>", outlet="<i>فارس</i>")
    assert article is not None
    assert (article.title, article.body, article.outlet) == ("الف ب & ج", "یک\nدو", "فارس")


def test_formulas_and_tricks_stay_text() -> None:
    for text in ("=HYPERLINK(\"http://x\")", "@SUM(A1)", "$\\input{x}$", "[x](javascript:1)",
                 "\u202eOverride", "../../etc/passwd"):
        article, _ = made(title=text, body=f"متن {text}")
        assert article is not None
        assert article.title == text
        assert article.body == f"متن {text}"


def test_cleaned_characters_are_noted() -> None:
    article, notes = made(body="متن\x00 خبر\x1a است و دراز هم هست \ud83d")
    assert article is not None
    assert article.body == "متن خبر است و دراز هم هست \ufffd"
    assert notes == ["noted.characters_cleaned"]


def test_paragraph_lists_and_wrapped_fields_are_understood() -> None:
    article, _ = made(title={"rendered": "الف"}, body=["یک", "دو"],
                      outlet={"id": None, "name": "فارس"})
    assert article is not None
    assert (article.title, article.body, article.outlet) == ("الف", "یک\nدو", "فارس")


def test_options_fill_in_only_what_is_missing() -> None:
    options = ReadOptions(language="fa", outlet="دستی")
    assert made(options)[0].outlet == "دستی"  # type: ignore[union-attr]
    stated, _ = made(options, outlet="خود", language="ru")
    assert stated is not None
    assert (stated.outlet, stated.language) == ("خود", "ru")


@pytest.mark.parametrize(
    ("written", "code"),
    [("fa-IR", "fa"), ("Persian", "fa"), ("فارسی", "fa"), ("русский", "ru"), ("العربية", "ar"),
     ("EN_us", "en"), ("", ""), ("12", ""), ("klingon", "")],
)
def test_language_codes(written: str, code: str) -> None:
    assert language_code(written) == code


def test_sources_keep_only_web_addresses() -> None:
    article, _ = made(sources=["https://a.org/1", "javascript:1", 5])
    assert article is not None
    assert article.sources == ("https://a.org/1",)
    assert made(sources="https://a.org/1 nonsense")[0].sources == ("https://a.org/1",)  # type: ignore[union-attr]


def test_limits_are_those_of_the_options() -> None:
    options = ReadOptions(limits=Limits(title=5, body=10, url=30))
    assert made(options, title="ششششش")[0] is not None
    assert made(options, title="شششششش")[1] == ["rejected.title_too_long"]
    assert made(options, body="م" * 11)[1] == ["rejected.body_too_long"]
    assert not is_address("https://x.org/" + "a" * 30, options.limits)


cells = st.one_of(
    st.none(), st.text(max_size=60), st.integers(), st.floats(), st.booleans(),
    st.binary(max_size=9),
    st.lists(st.text(max_size=9), max_size=3), st.dictionaries(st.text(max_size=4), st.integers()),
    st.datetimes(), st.dates(),
)


@given(st.fixed_dictionaries({}, optional={name: cells for name in (
    "title", "body", "abstract", "date", "outlet", "url", "language", "fetched", "sources")}))
def test_any_cells_give_one_article_or_one_refusal(values: dict[str, object]) -> None:
    items = list(article_of(values, "f", 1, OPTIONS))
    final = items[-1]
    assert all(isinstance(i, Rejected) and i.reason.startswith("noted.") for i in items[:-1])
    if isinstance(final, Article):
        assert "\n" not in final.title
        final.text.encode("utf-8")
        assert final.url == "" or final.url.startswith(("http://", "https://", "HTTP"))
    else:
        assert final.reason.startswith("rejected.")
        assert len(final.detail) <= 200
        assert len(final.excerpt) <= 200
