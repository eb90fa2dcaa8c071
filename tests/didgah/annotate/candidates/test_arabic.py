"""Names in Arabic texts: what leads a name tells it."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from didgah.annotate.candidates.arabic import find
from didgah.annotate.candidates.proposed import find_candidates


def names(text: str) -> list[tuple[str, str]]:
    return [(one.kind, text[one.start : one.end]) for one in find(text)]


@pytest.mark.parametrize(("text", "wanted"), [
    ("حضر اللقاء الدكتور ناصر السعدون وعدد من الضيوف", ("person", "ناصر السعدون")),
    ("والتقى بناصر بن حمد آل ثامر", ("person", "ناصر بن حمد آل ثامر")),
    ("قال عبد الله بن عبد العزيز الراجحي إن", ("person", "عبد الله بن عبد العزيز الراجحي")),
    ("وتحدث علاء الدين السمرقندي أمس", ("person", "علاء الدين السمرقندي")),
    ("استقبل الوفد سيرغي كوزنتسوف في المطار", ("person", "سيرغي كوزنتسوف")),
])
def test_people(text, wanted):
    assert names(text) == [wanted]


@pytest.mark.parametrize(("text", "wanted"), [
    ("أعلنت وزارة الثقافة والإعلام برنامجها", ("organisation", "وزارة الثقافة والإعلام")),
    ("زار الوفد هيئة السوق المالية صباحا", ("organisation", "هيئة السوق المالية")),
    ("نشرت صحيفة «الفجر» مقالا", ("organisation", "صحيفة «الفجر»")),
    ("عضو المجلس الأعلى للتعليم", ("organisation", "المجلس الأعلى للتعليم")),
    ("وصل إلى مطار الملك خالد", ("place", "مطار الملك خالد")),
    ("في منطقة تبوك", ("place", "تبوك")),
])
def test_bodies_and_places(text, wanted):
    assert names(text) == [wanted]


@pytest.mark.parametrize("text", [
    "حصل على المركز الأول", "دعا إلى وقف القتال", "هذه منظمة دولية كبيرة", "على الساحة الدولية",
    "كان حسن الضيافة", "في منطقة الشرق", "قال رئيس مجلس الإدارة", "صالح الوطن والمواطن",
    "طال عمر الحكم", "سلام عادل شامل", "لجان المقاومة",
])
def test_common_words_are_no_names(text):
    assert names(text) == []


def test_a_surname_alone_is_tied_to_the_full_name():
    text = "حضر سيرغي كوزنتسوف اللقاء. وأشاد كوزنتسوف بالتعاون."
    found = find_candidates(text, "ar", (), ())
    assert [(one.surface, one.name) for one in found] == [
        ("سيرغي كوزنتسوف", "سيرغي كوزنتسوف"), ("كوزنتسوف", "سيرغي كوزنتسوف"),
    ]


def test_the_article_that_a_preposition_swallowed_is_listed():
    text = "رئيسا للهيئة العامة للطيران"
    found, = find_candidates(text, "ar", (), ())
    assert found.name == "الهيئة العامة للطيران"
    assert text[found.start : found.end] == found.surface


@given(st.lists(st.sampled_from(
    ["محمد", " ", "بن", "عبد", "ال", "الله", "الدين", "وزارة", "«", "»", "\n", "و", "ل", "الملك",
     "مطار", "مدينة", "\u064e", "\u0640", ".", "كوزنتسوف", "آل", "\ud800", "\u202e", "د"]
), max_size=40).map("".join))
def test_any_mixture_gives_disjoint_spans_of_the_text(text):
    found = find(text)
    assert all(one.start < one.end <= len(text) for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert not any("\n" in text[one.start : one.end] for one in found)
