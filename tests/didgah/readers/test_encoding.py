"""Which encoding: promised ones told apart on ordinary sentences, others refused."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from didgah.readers.encoding import detect, text_stream
from didgah.readers.unreadable import Unreadable

# Sentences of our own, long enough for letters to speak.
PERSIAN = (
    "وزير امور خارجه در ديدار با همتاى روس خود گفت كه گفت‌وگوهاى دو كشور در باره مسائل منطقه "
    "ادامه دارد و قرار است نشست بعدى در پايتخت تاتارستان برگزار شود"
)
ARABIC = (
    "أكد وزير الخارجية خلال لقائه نظيره الروسي في جدة أن المباحثات بين البلدين مستمرة وأن الاجتماع "
    "المقبل سيعقد في عاصمة تتارستان بحضور ممثلين عن منظمة التعاون الإسلامي"
)
RUSSIAN = (
    "Министр иностранных дел на встрече с коллегой заявил, что переговоры двух стран по вопросам "
    "региона продолжаются, а следующее заседание пройдёт в столице Татарстана."
)
ENGLISH = "The minister said that talks between the two countries would go on in Kazan next month."


def of(data: bytes) -> str:
    return detect(io.BytesIO(data))


def read(data: bytes) -> str:
    with text_stream(io.BytesIO(data)) as stream:
        return stream.read()


@pytest.mark.parametrize("text", [PERSIAN, ARABIC, RUSSIAN, ENGLISH])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_encodings_prove_themselves(text: str, encoding: str) -> None:
    data = text.encode(encoding)
    assert data.decode(of(data)).removeprefix("\ufeff") == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (PERSIAN, "cp1256"), (ARABIC, "cp1256"), (RUSSIAN, "cp1251"), (RUSSIAN.upper(), "cp1251"),
        (RUSSIAN, "koi8-r"), (ARABIC, "iso8859-6"), (RUSSIAN, "cp866"),
    ],
)
def test_one_byte_encodings_are_told_by_their_letters(text: str, encoding: str) -> None:
    assert of(text.encode(encoding)) == encoding


@pytest.mark.parametrize("text", [PERSIAN, ARABIC, RUSSIAN])
def test_a_headline_of_a_few_words_is_enough(text: str) -> None:
    encoding = "cp1251" if text == RUSSIAN else "cp1256"
    words = text.split()
    for start in range(0, len(words) - 6, 3):
        data = " ".join(words[start:start + 6]).encode(encoding)
        assert of(data) == encoding, words[start:start + 6]


def test_english_with_typographic_quotes_is_western() -> None:
    assert of("“Talks – he said – will go on”, wrote the paper’s man in Kazan.".encode("cp1252")) \
        == "cp1252"


def test_a_few_bad_bytes_do_not_unmake_utf8() -> None:
    data = PERSIAN.encode() + b"\xff\xfe \xc3 " + RUSSIAN.encode()
    assert of(data) == "utf-8"
    assert "\udcff" in read(data)


def test_an_encoding_beyond_the_region_is_refused_with_a_guess() -> None:
    text = "外務大臣は会談で両国の協議が続いていると述べた。次の会合はカザンで開かれる予定である。"
    with pytest.raises(Unreadable) as caught:
        of((text * 5).encode("shift_jis"))
    assert caught.value.reason == "rejected.encoding"


def test_binary_content_is_refused() -> None:
    with pytest.raises(Unreadable) as caught:
        of(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    assert caught.value.reason == "rejected.binary"


def test_bytes_far_into_the_file_are_looked_at() -> None:
    data = ENGLISH.encode() * 20_000 + PERSIAN.encode("cp1256")
    assert of(data) == "cp1256"


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_whatever_is_written_as_utf8_with_mark_is_read_back(text: str) -> None:
    assert read(text.encode("utf-8-sig")) == text


@given(st.lists(st.sampled_from(RUSSIAN.split()), min_size=8, max_size=40, unique=True))
def test_russian_words_in_any_order_round_trip_through_1251(words: list[str]) -> None:
    text = " ".join(words)
    assert read(text.encode("cp1251")) == text


@given(st.lists(
    st.sampled_from(PERSIAN.split() + ARABIC.split()), min_size=8, max_size=40, unique=True
))
def test_persian_and_arabic_words_round_trip_through_1256(words: list[str]) -> None:
    text = " ".join(words)
    assert read(text.encode("cp1256")) == text
