"""Markup to text: what a reader would see, nothing that runs."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from didgah.readers.html_text import is_markup, markup_to_text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>یک</p><p>دو</p>", "یک\nدو"),
        ("سلام<br>دنیا<br/>باز", "سلام\nدنیا\nباز"),
        ("<div>a <b>b</b><i>c</i>\n   d</div>", "a bc d"),
        ("<ul><li>x</li><li>y</li></ul>z", "x\ny\nz"),
        ("می&zwnj;رود &laquo;x&raquo; &amp;amp;", "می\u200cرود «x» &amp;"),
        ("<p>before</p><script>alert(1)</script><style>p{}</style><p>after</p>", "before\nafter"),
        ("a<!-- hidden --><b>c</b>", "ac"),
        ("<svg onload=alert(1)><text>no</text></svg>yes", "yes"),
        ("<img src=x onerror=alert(1)>text<iframe src='javascript:x'>no</iframe>", "text"),
        ("<table><tr><td>1</td><td>2</td></tr></table>", "1\n2"),
        ("<![CDATA[<p>inside</p>]]>", "inside"),
        ("<!-- only -->", ""),
        ("<p>unclosed <b>bold", "unclosed bold"),
    ],
)
def test_markup_is_reduced(markup: str, text: str) -> None:
    assert is_markup(markup) or "&" in markup
    assert markup_to_text(markup) == text


@pytest.mark.parametrize("text", ["a < b and c > d", "I <3 Kazan", "<Putin> said", "x << 2", "<>"])
def test_plain_text_is_left_alone(text: str) -> None:
    assert not is_markup(text)


@given(st.text(st.sampled_from("ab <>&;/\"'=!-[]pscrit\n"), max_size=200))
def test_no_script_survives_any_soup(soup: str) -> None:
    text = markup_to_text(f"<p>{soup}</p><script>alert('gone')</script><style>gone</style>")
    assert isinstance(text, str)
    assert "\n\n" not in text


def test_deep_nesting_and_long_soup_end_soon() -> None:
    begun = time.perf_counter()
    markup_to_text("<div>" * 20_000 + "x" + "</div>" * 20_000)
    is_markup("<a " * 300_000)
    markup_to_text("<![CDATA[" * 50_000)
    assert time.perf_counter() - begun < 10
