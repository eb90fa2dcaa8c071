"""Labelled sentences are read by our conventions; their features are those of the reader."""

from __future__ import annotations

from didgah.training.labelled import Labelled, attributes, read_tweets


def _read(tmp_path, *rows):
    path = tmp_path / "some.tsv"
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return read_tweets(path)


def _pairs(sentence):
    return list(zip(sentence.words, sentence.labels, strict=True))


def test_tokens_are_parted_as_the_reader_parts_them(tmp_path) -> None:
    (found,) = _read(tmp_path, "علی‌رضا\tB-PER", "رفت.\tO")
    assert _pairs(found) == [("علی", "B-PER"), ("رضا", "I-PER"), ("رفت", "O"), (".", "O")]


def test_an_empty_line_parts_sentences(tmp_path) -> None:
    found = _read(tmp_path, "تهران\tB-LOC", "", "", "آمد\tO")
    assert [s.words for s in found] == [("تهران",), ("آمد",)]


def test_titles_stand_outside_and_are_no_names_alone(tmp_path) -> None:
    (found,) = _read(tmp_path, "امام\tB-PER", "خمینی\tI-PER", "و\tO", "رهبری\tB-PER")
    assert found.labels == ("O", "B-PER", "O", "O")


def test_what_kind_of_body_it_is_stands_inside(tmp_path) -> None:
    (found,) = _read(tmp_path, "روزنامه\tO", "کیهان\tB-ORG", "نوشت\tO")
    assert found.labels == ("B-ORG", "I-ORG", "O")


def test_bodies_among_political_groups_are_organisations(tmp_path) -> None:
    found = _read(
        tmp_path,
        "داعش\tB-POG", "و\tO", "حزب\tB-POG", "توده\tI-POG", "و\tO", "قاجار\tB-POG", "و\tO",
        "ایرانی\tB-NAT", "جام\tB-EVE", "حذفی\tI-EVE",
    )
    assert found[0].labels == (
        "B-ORG", "O", "B-ORG", "I-ORG", "O", "O", "O", "O", "O", "O",
    )


def test_a_hidden_word_has_no_feature_of_its_own() -> None:
    words, labels = ("وزیر", "تهران", "رفت"), ("O", "B-LOC", "O")
    shown = attributes(Labelled(words, labels))
    hidden = attributes(Labelled(words, labels, frozenset({1})))
    assert any("تهران" in name for name in shown[1])
    assert any(name.startswith("0:l=place") for name in shown[1])
    assert not any("w=تهران" in name or "l=place" in name for row in hidden for name in row)
