"""What the word lists behind the sequence model say of words and of runs of words."""

from __future__ import annotations

import pytest

from didgah.annotate.candidates.sequence_features import phrase_flags, read_word
from didgah.annotate.candidates.sequence_lists import FOLDER, common_word, entries, name_lists
from didgah.language.fold import key


@pytest.mark.parametrize(("word", "form"), [
    ("محمدزاده", "name+"), ("کاشفی‌نیا", "sure"), ("احمدی", "name+"), ("تبریزی", "place+"),
    ("کتاب", ""), ("خوبی", ""),
])
def test_how_surnames_are_built(word, form) -> None:
    assert name_lists().surname_form(key(word).replace(" ", "")) == form


def test_entries_have_sections_and_no_comments(tmp_path) -> None:
    path = tmp_path / "list.txt"
    path.write_text("# head\nالف\n[one]  # said\nب_پ ت # no\n[two]\nث", encoding="utf-8")
    assert entries(path) == [("", "الف"), ("one", "ب پ"), ("one", "ت"), ("two", "ث")]


@pytest.mark.parametrize(("name", "least"), [
    ("given", 1500), ("surnames", 1500), ("places", 1500), ("organisations", 800),
])
def test_lists_are_large(name, least) -> None:
    assert len({key(entry) for _, entry in entries(FOLDER / f"{name}.txt")}) >= least


def test_a_list_entry_holds_letters_only() -> None:
    for path in FOLDER.glob("*.txt"):
        for _, entry in entries(path):
            assert any(c.isalnum() for c in entry), (path.name, entry)
            assert "|" not in entry, (path.name, entry)
            assert "]" not in entry, (path.name, entry)


def test_runs_of_words_are_flagged_leftmost_and_longest() -> None:
    keys = [key(w) for w in "رئیس سازمان ملل متحد در سیستان و بلوچستان".split()]
    flags = dict(phrase_flags(keys))
    assert [flags.get(n, "") for n in range(len(keys))] == [
        "", "B-O", "I-O", "E-O", "", "B-L", "I-L", "E-L",
    ]
    assert dict(phrase_flags(keys, [1, 5])) == flags


def test_features_are_of_the_folded_word() -> None:
    assert read_word("علي").features == read_word("علی").features
    assert read_word("مُحَمَّد").features == read_word("محمد").features
    assert read_word("۱۲۳").features == read_word("987").features


def test_the_dictionary_knows_common_words() -> None:
    assert common_word("کتاب")[0] >= 6
    assert common_word("اینواژهنیست") == (0, "")
