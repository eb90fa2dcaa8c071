"""What carries no text goes; everything else stays."""

from hypothesis import given
from hypothesis import strategies as st

from didgah.readers.clean import clean, has_words, one_line, unescape


def test_controls_go_and_are_counted() -> None:
    assert clean("a\x00b\x1a\tc\x7f") == ("ab\tc", 3, 0)


def test_every_kind_of_line_end_becomes_one() -> None:
    assert clean("a\r\nb\rc\u2028d\x85e\x0bf")[0] == "a\nb\nc\nd\ne\nf"


def test_halves_of_pairs_and_noncharacters_become_visible() -> None:
    assert clean("a\ud83db\uffffc") == ("a\ufffdb\ufffdc", 0, 2)


def test_half_spaces_joiners_and_overrides_stay() -> None:
    text = "می\u200cرود \u200d \u202eabc\u202c \u2066x\u2069 \u00ad ك ي"
    assert clean(text) == (text, 0, 0)


@given(st.text())
def test_clean_text_can_be_stored_and_is_clean(text: str) -> None:
    once = clean(text)[0]
    once.encode("utf-8")
    assert not any(c < " " and c not in "\n\t" for c in once)
    again, controls, broken = clean(once.removeprefix("\ufeff"))
    assert (controls, broken) == (0, 0)
    assert again == once.removeprefix("\ufeff").removeprefix("\ufeff")


def test_references_are_decoded_once() -> None:
    assert unescape("می&zwnj;رود &laquo;&#1575;&raquo; &amp;lt;b&amp;gt; AT&T &nosuch;") == (
        "می\u200cرود «ا» &lt;b&gt; AT&T &nosuch;")


def test_one_line_and_words() -> None:
    assert one_line(" a\n\t b  ") == "a b"
    assert not has_words(" . … «»\u200c")
    assert has_words("۱")
