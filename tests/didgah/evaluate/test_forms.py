"""Gold of every accepted form is read as it was written; what is wrong is named."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from didgah.evaluate.conll import sentences
from didgah.evaluate.gold import read_gold
from didgah.evaluate.label_lines import NotGold, digest, label_row, labels_of_row
from didgah.evaluate.label_names import kinds_of, parse_mapping
from didgah.evaluate.span_lines import spans_of, text_of
from didgah.model import Article
from tests.didgah.evaluate import made

KINDS = kinds_of("names", {})
TAGS = {"person": "PER", "place": "LOC", "organisation": "ORG"}


# --- columns ---------------------------------------------------------------------------

@st.composite
def tagged(draw) -> list[tuple[str, str]]:
    """A sentence as (words of a chunk, kind), kind "" outside names."""
    word = st.text("ابپتabc۱2.«", min_size=1, max_size=4)
    return draw(st.lists(st.tuples(st.lists(word, min_size=1, max_size=3),
                                   st.sampled_from(("", "", *TAGS))), min_size=1, max_size=5))


def column_lines(chunks, scheme: str) -> list[str]:
    """The sentence in a tagging scheme."""
    lines, before = [], ""
    for words, kind in chunks:
        for n, word in enumerate(words):
            last = n == len(words) - 1
            if not kind:
                prefix = "O"
            elif scheme == "IOBES":
                prefix = "S" if last and not n else "B" if not n else "E" if last else "I"
            elif scheme == "BILOU":
                prefix = "U" if last and not n else "B" if not n else "L" if last else "I"
            elif scheme == "IOB1":
                prefix = "B" if not n and before == kind else "I"
            else:
                prefix = "I" if n else "B"
            lines.append(f"{word}\t{prefix}-{TAGS[kind]}" if kind else f"{word}\tO")
        before = kind
    return lines


@given(st.lists(tagged(), min_size=1, max_size=3), st.sampled_from(
    ("BIO", "IOB1", "IOBES", "BILOU")))
def test_columns_of_any_scheme(written, scheme):
    lines = [line for chunks in written for line in (*column_lines(chunks, scheme), "")]
    faults = []
    read = list(sentences(lines, KINDS, Counter(), faults))
    assert not faults
    assert [one.text for one in read] == [
        " ".join(word for words, _ in chunks for word in words) for chunks in written]
    for one, chunks in zip(read, written, strict=True):
        assert [(one.text[a:b], kind) for a, b, kind in one.spans] == [
            (" ".join(words), kind) for words, kind in chunks if kind]


@pytest.mark.parametrize(("lines", "spans"), [
    (["Иван PER", "Петров PER", "в O", "Казани LOC"], ["Иван Петров person", "Казани place"]),
    (["x|B_PER", "y|I_PER", "z|B_PER"], ["x y person", "z person"]),
    (["-DOCSTART- -X- O O", "", "EU NNP I-NP B-ORG", "said VBD I-VP O"], ["EU organisation"]),
    (["a\tI-LOC", "b\tI-PER"], ["a place", "b person"]),
])
def test_columns_as_they_are_met(lines, spans):
    (read,) = sentences(lines, KINDS, Counter(), [])
    assert [f"{read.text[a:b]} {kind}" for a, b, kind in read.spans] == spans


def test_labels_that_mean_nothing_to_us_are_counted_and_broken_lines_named():
    ignored, faults = Counter(), []
    lines = ["a\tB-NAT", "b\tI-NAT", "", "alone", "c\tO", "", "d\tB-PER"]
    read = list(sentences(lines, KINDS, ignored, faults))
    assert [one.text for one in read] == ["a b", "d"]
    assert ignored == {"nat": 1}
    assert faults == [(4, "a token without a label: 'alone'")]


def test_mapping_of_labels():
    assert parse_mapping("B-pers=person, NAT=organisation,EVE=") == {
        "pers": "person", "nat": "organisation", "eve": ""}
    for wrong in ("PER", "PER=hero", "=person"):
        with pytest.raises(ValueError, match="LABEL=KIND"):
            parse_mapping(wrong)


# --- spans -----------------------------------------------------------------------------

@pytest.mark.parametrize("row", [
    {"text": "لاوروف در کازان", "spans": [[0, 6, "PER"], [10, 15, "LOC"]]},
    {"text": "لاوروف در کازان", "spans": [{"start": 10, "end": 15, "label": "place"},
                                         {"start": 0, "end": 6, "label": "B-pers"}]},
    {"text": "لاوروف در کازان", "label": [[0, 6, "PERSON"], [10, 15, "GPE"]]},
    {"text": "لاوروف در کازان", "entities": [
        {"start_offset": 0, "end_offset": 6, "label": "PER"},
        {"start_offset": 10, "end_offset": 15, "label": "FAC"}]},
    {"data": {"text": "لاوروف در کازان"}, "annotations": [{"result": [
        {"value": {"start": 0, "end": 6, "labels": ["PER"]}},
        {"value": {"start": 10, "end": 15, "labels": ["LOC"]}}]}]},
])
def test_spans_of_labelling_tools(row):
    text = text_of(row)
    assert spans_of(row, text, KINDS, Counter()) == [(0, 6, "person"), (10, 15, "place")]


def test_spans_without_labels_and_with_unknown_ones():
    ignored = Counter()
    row = {"text": "abc", "spans": [[0, 1], [1, 2, "EVENT"]]}
    assert spans_of(row, "abc", KINDS, ignored) == [(0, 1, "")]
    assert ignored == {"EVENT": 1}


def test_a_bare_text_is_a_body_and_its_offsets_follow(tmp_path):
    path = tmp_path / "spans.jsonl"
    path.write_text(json.dumps({"text": "on 5 May 2025", "spans": [[3, 13]], "language": "en",
                                "published": "2025-05-06"}), "utf-8")
    (one,) = read_gold([path], "dates", {}).articles
    (span,) = one.labels.dates
    assert one.article.text[span.start : span.end] == "5 May 2025"
    assert one.article.published.value.isoformat() == "2025-05-06"
    assert (one.labels.names, one.language, one.where) == (None, "en", "spans.jsonl:1")
    assert not span.valued
    assert not one.labels.typed


def test_labels_anywhere_in_a_file_make_its_kinds_count(tmp_path):
    path = tmp_path / "spans.jsonl"
    rows = [{"text": "abc", "spans": []}, {"text": "abc", "spans": [[0, 1, "PER"]]}]
    path.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    gold = read_gold([path], "names", {}, language="en")
    assert [one.labels.typed for one in gold.articles] == [True, True]


def test_language_of_a_file_is_told_from_all_of_it(tmp_path):
    path = tmp_path / "names.tsv"
    path.write_text("پوتین\tB-PER\nرفت\tO\n\nاو\tO\nدر\tO\nکازان\tB-LOC\nگفت\tO\n", "utf-8")
    assert {one.language for one in read_gold([path], "names", {}).articles} == {"fa"}
    assert {one.language for one in read_gold([path], "names", {}, language="ru").articles} == {
        "ru"}


# --- our own ---------------------------------------------------------------------------

@given(made.labels())
def test_our_own_form_there_and_back(found):
    # Gold does not say how sure it is.
    found = replace(found, dates=tuple(
        replace(one, approximate=False, assumed=False) for one in found.dates))
    article = made.gold(found)
    row = json.loads(json.dumps(label_row(article, "sample")))
    assert labels_of_row(row, article.article.text) == found
    assert row["sha256"] == digest(article.article.text)
    assert "text" not in row


def test_layers_that_are_not_there_were_not_labelled():
    labels = labels_of_row({"dates": []}, "x")
    assert (labels.names, labels.dates, labels.meetings, labels.topic) == (None, (), None, None)


@pytest.mark.parametrize(("row", "reason"), [
    ({"names": [{"start": 0, "end": 99, "kind": "place"}]}, "names, label 1: .* no range"),
    ({"names": [{"start": 0, "end": 2, "kind": "hero"}]}, "kind 'hero' is none of"),
    ({"names": [{"end": 2, "kind": "place"}]}, "'start' is missing"),
    ({"names": {}}, "names is no list"),
    ({"dates": [{"start": 0, "end": 1, "type": "date"}, "?"]}, "dates, label 2: not an object"),
    ({"dates": [{"start": 0, "end": 1, "type": "date", "first": "2021-11-24",
                 "last": "2021-11-01"}]}, "no interval"),
    ({"dates": [{"start": 0, "end": 1, "type": "date", "first": "yesterday",
                 "last": None}]}, "label 1: .*yesterday"),
    ({"statements": [{"start": 0, "end": 1}]}, "neither speaker nor name"),
    ({"topic": "maybe"}, "topic 'maybe'"),
])
def test_what_is_wrong_in_a_row_is_said(row, reason):
    with pytest.raises(NotGold, match=reason):
        labels_of_row(row, "متن خبر")


def test_bad_lines_are_named_and_the_rest_goes_through(tmp_path):
    article = Article("عنوان", "متن", language="fa")
    good = {"article": article.id, "sha256": digest(article.text), "names": []}
    rows = [
        good, "{", good | {"sha256": "0" * 64}, good | {"article": "feedfeedfeedfeed"},
        {"text": "abc", "spans": [[1, 9]]}, {"text": "abc"}, {"spans": []},
        {"text": "abc", "spans": [], "published": "soon"}, {"text": "abc", "spans": [["a", 2]]},
        [1],
    ]
    path = tmp_path / "gold.jsonl"
    path.write_text("\n".join(r if isinstance(r, str) else json.dumps(r) for r in rows), "utf-8")
    gold = read_gold([path], "names", {article.id: article})
    assert [one.id for one in gold.articles] == [article.id]
    assert [(fault.line, str(fault).split(": ")[0]) for fault in gold.faults] == [
        (n, f"gold.jsonl:{n}") for n in range(2, 11)]
    reasons = " | ".join(fault.reason for fault in gold.faults)
    for words in ("no JSON object", "not the one that was labelled", "--texts", "reaches out",
                  "no spans", "no text", "no day such as", "whole numbers"):
        assert words in reasons
    assert list(gold.files) == ["gold.jsonl"]


def test_files_that_cannot_be_read_are_named(tmp_path):
    (tmp_path / "latin.tsv").write_bytes(b"a\tO\n\xe9\tO\n")
    (tmp_path / "empty.tsv").write_bytes(b"")
    gold = read_gold([tmp_path, tmp_path / "gone.jsonl"], "names", {})
    assert [str(fault) for fault in gold.faults] == [
        "empty.tsv: no sentence in it", "latin.tsv:2: not UTF-8",
        "gone.jsonl: No such file or directory"]


@given(st.text(max_size=40) | st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
        st.sampled_from(("text", "spans", "article", "names", "dates", "meetings", "group",
                         "statements", "annotations", "label", "published", "start")),
        inner, max_size=4), max_leaves=8).map(json.dumps))
def test_no_line_stops_the_reading(tmp_path_factory, line):
    path = tmp_path_factory.mktemp("any") / "any.jsonl"
    path.write_text(line.replace("\n", " "), "utf-8", errors="replace")
    gold = read_gold([path], "names", {"": Article("", "x")})
    assert len(gold.articles) + len(gold.faults) <= 1
