"""Pairs of reprints, and the edited copies they are tried on."""

from __future__ import annotations

import json
from itertools import combinations

import pytest

from didgah.evaluate.edits import SHORTEST, edited_copies
from didgah.evaluate.reprints import Pair, compare, read_pairs
from didgah.evaluate.scores import scores
from didgah.model import Article, Reprint

WORDS = "باغ شهر کوه رود دشت جنگل دریا ساحل پل خانه بازار میدان کتاب درخت".split()


def article(n: int) -> Article:
    sentences = [
        " ".join(WORDS[(n * 7 + k * (n + 3) + i) % len(WORDS)] + str(n * i) for i in range(9)) + "."
        for k in range(8)
    ]
    return Article(f"خبر {n}", "\n".join(sentences), language="fa")


ARTICLES = [article(n) for n in range(5)]
TEXTS = {one.id: one for one in ARTICLES}
IDS = list(TEXTS)


def together(*ids: str) -> list[Reprint]:
    return [Reprint(ids[0], one, one == ids[0], 1.0, 1.0, 1.0) for one in ids]


def test_pairs_and_groups_are_read(tmp_path):
    path = tmp_path / "pairs.jsonl"
    rows = [{"group": IDS[:3]}, {"group": IDS[3:]}, {"a": IDS[0], "b": IDS[4], "same": False}]
    path.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    gold = read_pairs([path], TEXTS)
    assert not gold.faults
    judged = {(frozenset((p.a, p.b)), p.same) for p in gold.pairs}
    same = {(frozenset(pair), True) for group in (IDS[:3], IDS[3:])
            for pair in combinations(group, 2)}
    assert {pair for pair in judged if pair[1]} == same
    assert {pair for pair in judged if not pair[1]} == {
        (frozenset((a, b)), False) for a in IDS[:3] for b in IDS[3:]}


def test_bad_pairs_are_named(tmp_path):
    path = tmp_path / "pairs.jsonl"
    rows = ["[", "[1]", '{"a": "x"}', '{"group": "x"}', '{"a": "x", "b": "y", "same": true}',
            json.dumps({"a": IDS[0], "b": IDS[1], "same": "yes"})]
    path.write_text("\n".join(rows), "utf-8")
    gold = read_pairs([path], TEXTS)
    assert not gold.pairs
    assert [fault.line for fault in gold.faults] == [1, 2, 3, 4, 5, 6]
    assert "--texts" in gold.faults[4].reason


def test_pairs_are_counted():
    pairs = [Pair(IDS[0], IDS[1], True), Pair(IDS[0], IDS[2], True), Pair(IDS[0], IDS[3], False),
             Pair(IDS[3], IDS[4], False)]
    outcome = compare(pairs, together(IDS[0], IDS[1], IDS[3]), TEXTS)
    score = scores(outcome.counted)[0]
    assert (score.precision, score.recall) == (0.5, 0.5)
    assert [miss.problem for _, miss in outcome.misses] == ["not joined", "joined wrongly"]


def test_articles_in_no_group_are_not_together():
    outcome = compare([Pair(IDS[0], IDS[1], False)], [], TEXTS)
    assert scores(outcome.counted)[0].found == 0


def test_copies_are_edited_as_said_and_seeded():
    made = edited_copies(ARTICLES, 3, 7)
    assert made == edited_copies(ARTICLES, 3, 7)
    assert made != edited_copies(ARTICLES, 3, 8)
    originals = {p.a for p in made.pairs if p.same}
    assert len(originals) == 3
    by_kind = {}
    for pair in made.pairs:
        if pair.same:
            by_kind.setdefault(pair.kind, []).append(
                (made.texts[pair.a].body, made.texts[pair.b].body))
    assert set(by_kind) == {"agency prefix", "lead cut", "half", "title and lead",
                            "paragraphs swapped", "words changed", "retyped", "several edits"}
    for before, after in by_kind["agency prefix"]:
        assert after.endswith(before)
        assert after != before
    for before, after in by_kind["lead cut"]:
        assert before.split("\n")[1:] == after.split("\n")
    for before, after in by_kind["half"]:
        assert before.startswith(after)
        assert 0.4 < len(after) / len(before) < 0.7
    for before, after in by_kind["title and lead"]:
        assert after == before.split("\n")[0]
    for before, after in by_kind["paragraphs swapped"]:
        assert sorted(before.split("\n")) == sorted(after.split("\n"))
        assert before != after
    for before, after in by_kind["words changed"]:
        changed = sum(a != b for a, b in zip(before.split(), after.split(), strict=True))
        assert 0 < changed <= round(0.1 * len(before.split()))
    for before, after in by_kind["several edits"]:
        assert 0.4 < len(after) / len(before) < 0.8
        assert len(set(before.split()) & set(after.split())) > 0.3 * len(set(before.split()))
    assert not any("ی" in after for _, after in by_kind["retyped"])


def test_every_two_originals_are_different_unless_too_near():
    made = edited_copies(ARTICLES, 5, 1)
    apart = [pair for pair in made.pairs if not pair.same]
    assert len(apart) == 10
    assert {pair.kind for pair in apart} <= {"unrelated", "same topic"}
    assert any(pair.kind == "same topic" for pair in apart)
    twice = [ARTICLES[0], Article("همان", ARTICLES[0].body, language="fa")]
    assert not [pair for pair in edited_copies(twice, 2, 1).pairs if not pair.same]


@pytest.mark.parametrize("body", ["", "کوتاه", "x" * (SHORTEST - 1)])
def test_short_texts_are_not_copied(body):
    assert edited_copies([Article("t", body)], 4, 1).pairs == []
