"""Plain text and Markdown files."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from didgah.model import Article, Rejected
from didgah.readers import Limits, ReadOptions, read_upload


def only(name: str, data: str | bytes, **options: object) -> Article:
    data = data.encode() if isinstance(data, str) else data
    items = list(read_upload(name, data, ReadOptions(**options)))  # type: ignore[arg-type]
    [article] = [item for item in items if isinstance(item, Article)]
    return article


def refusal(name: str, data: bytes, options: ReadOptions = ReadOptions()) -> Rejected:  # noqa: B008
    [item] = read_upload(name, data, options)
    assert isinstance(item, Rejected)
    return item


def test_the_first_line_with_words_is_the_title() -> None:
    article = only("a.txt", "\ufeff\n\n  —\n عنوان خبر \n\nبند یک\n\nبند دو\n\n", outlet="آران")
    assert (article.title, article.body) == ("عنوان خبر", "بند یک\n\nبند دو")
    assert (article.outlet, article.origin) == ("آران", "a.txt:4")
    assert article.text[len(article.title)] == "\n"


@given(
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.lists(st.text("ابپت آكي گچ\u200c۱abc.،«»", min_size=1, max_size=30), min_size=2, max_size=6),
)
def test_text_files_round_trip(encoding: str, end: str, lines: list[str]) -> None:
    lines = [f"س{line}" for line in lines]
    article = only("a.txt", end.join(lines).encode(encoding))
    assert article.title == " ".join(lines[0].split(" ")).strip() or " " in lines[0]
    assert article.body == "\n".join(lines[1:]).strip()


def test_windows_1256_text_goes_in() -> None:
    text = "رئيس جمهور روسيه با همتاى خود ديدار كرد\nدر اين ديدار در باره منطقه گفت‌وگو شد"
    article = only("a.txt", text.encode("cp1256"))
    assert article.text == text


def test_a_title_alone_is_no_article() -> None:
    assert refusal("a.txt", "تنها عنوان".encode()).reason == "rejected.empty_body"


def test_a_long_first_paragraph_is_no_title() -> None:
    article = only("a.txt", "جملهٔ نخست است. " + "و سپس بسیار گفته شد " * 80)
    assert article.title == "جملهٔ نخست است."
    assert article.body.startswith("و سپس")


def test_markdown_heading_is_the_title() -> None:
    article = only("a.md", "\n# عنوان #\n\nمتن [پیوند](javascript:x)\n")
    assert (article.title, article.body) == ("عنوان", "متن [پیوند](javascript:x)")


def test_front_matter_states_what_it_states() -> None:
    article = only("a.md", '---\ntitle: "عنوان"\ndate: 1400/09/03\nsource: آران نیوز\n'
                           "url: https://aran.example/1\nlang: fa\ntags: [a]\n---\n\nمتن خبر\nدوم")
    assert article.title == "عنوان"
    assert article.body == "متن خبر\nدوم"
    assert article.published.value == date(2021, 11, 24)
    assert (article.outlet, article.url) == ("آران نیوز", "https://aran.example/1")
    assert (article.language, article.origin) == ("fa", "a.md:10")


def test_front_matter_may_leave_the_title_to_the_heading() -> None:
    article = only("a.md", "---\ndate: 2021-11-24\n---\n# عنوان\nمتن")
    assert (article.title, article.body) == ("عنوان", "متن")
    assert article.published.value == date(2021, 11, 24)


def test_an_unclosed_front_matter_is_text() -> None:
    article = only("a.md", "---\nعنوان\nمتن")
    assert (article.title, article.body) == ("عنوان", "متن")


def test_a_text_file_beyond_the_bound_is_refused() -> None:
    item = refusal("a.txt", b"x\n" * 100, ReadOptions(limits=Limits(page_bytes=150)))
    assert item.reason == "rejected.file_too_large"


def test_a_text_file_that_is_a_page_is_read_as_one() -> None:
    page = "<!DOCTYPE html><html><head><title>عنوان</title></head><p>متن خبر</p></html>"
    article = only("a.txt", page)
    assert (article.title, article.body) == ("عنوان", "متن خبر")


def test_binary_under_a_text_name_is_refused() -> None:
    assert refusal("a.txt", bytes(range(256)) * 40).reason == "rejected.binary"
