"""Columns by their usual names, in four languages, and by hand."""

import pytest

from didgah.readers.columns import _NAMES, FIELDS, field_of, recognise
from didgah.readers.unreadable import Unreadable


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        (["title", "date", "text"], {"title": "title", "date": "date", "body": "text"}),
        (["عنوان", "تاريخ", "متن خبر", "خبرگزاري", "لينك"],
         {"title": "عنوان", "date": "تاريخ", "body": "متن خبر", "outlet": "خبرگزاري",
          "url": "لينك"}),
        (["تیتر", "تاریخ انتشار", "متن", "نشانی"],
         {"title": "تیتر", "date": "تاریخ انتشار", "body": "متن", "url": "نشانی"}),
        (["Заголовок", "Дата публикации", "Текст", "Источник", "Ссылка"],
         {"title": "Заголовок", "date": "Дата публикации", "body": "Текст",
          "outlet": "Источник", "url": "Ссылка"}),
        (["العنوان", "التاريخ", "النص", "المصدر", "الرابط"],
         {"title": "العنوان", "date": "التاريخ", "body": "النص", "outlet": "المصدر",
          "url": "الرابط"}),
        (["Headline", "Published_At", "fullText", "newsAgency", "LINK"],
         {"title": "Headline", "date": "Published_At", "body": "fullText",
          "outlet": "newsAgency", "url": "LINK"}),
    ],
)
def test_usual_names_are_recognised(columns: list[str], expected: dict[str, str]) -> None:
    assert recognise(columns, {}) == expected


def test_the_better_name_wins_whatever_the_order() -> None:
    assert recognise(["content", "body"], {})["body"] == "body"
    assert recognise(["text", "description", "summary"], {}) == {
        "body": "text", "abstract": "summary"}


def test_crawl_time_is_not_a_publication_date() -> None:
    assert recognise(["date_extracted", "content"], {}) == {
        "body": "content", "fetched": "date_extracted"}


def test_a_lone_summary_is_the_text() -> None:
    assert recognise(["title", "خلاصه"], {}) == {"title": "title", "body": "خلاصه"}


def test_by_hand_goes_before_by_name_and_can_switch_off() -> None:
    found = recognise(["a", "title", "text", "date"], {"title": "a", "date": ""})
    assert found == {"title": "a", "body": "text"}


def test_a_column_taken_by_hand_is_not_used_twice() -> None:
    assert recognise(["title", "x"], {"body": "title"}) == {"body": "title"}


@pytest.mark.parametrize("mapping", [{"body": "nowhere"}, {"colour": "text"}])
def test_wrong_mapping_is_said(mapping: dict[str, str]) -> None:
    with pytest.raises(Unreadable) as caught:
        recognise(["text"], mapping)
    assert caught.value.reason == "rejected.mapping"


def test_a_json_object_may_lack_a_mapped_key() -> None:
    assert recognise(["text"], {"date": "day"}, fixed=False) == {"body": "text"}


def test_without_a_text_column_the_columns_are_listed() -> None:
    with pytest.raises(Unreadable) as caught:
        recognise(["alpha", "beta"], {})
    assert caught.value.reason == "rejected.columns"
    assert caught.value.detail == "alpha, beta"


def test_no_name_stands_for_two_fields() -> None:
    assert set(_NAMES) == set(FIELDS)
    for field, names in _NAMES.items():
        for name in names.split("|"):
            assert field_of(name.strip()) == field, name
