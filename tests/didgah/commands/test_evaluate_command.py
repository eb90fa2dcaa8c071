"""`didgah evaluate` from the outside."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from didgah import registry
from didgah.annotate.pipeline import annotate, load_lexicons
from didgah.cli import main
from didgah.evaluate.label_lines import label_row
from didgah.evaluate.labels import GoldArticle
from didgah.evaluate.ours import labels_of
from didgah.evaluate.saved import load
from didgah.model import Article, Published

TITLE = "پوتین و اردوغان در مسکو دیدار کردند"
BODY = "پوتین روز چهارشنبه با اردوغان در مسکو دیدار کرد.\nپوتین گفت که درها باز است."


@pytest.fixture
def article():
    return Article(TITLE, BODY, language="fa",
                   published=Published(date(2021, 9, 30), "day", "stated"))


@pytest.fixture
def corpus(tmp_path, article):
    path = tmp_path / "corpus.jsonl"
    path.write_text(json.dumps({"title": TITLE, "body": BODY, "date": "2021-09-30",
                                "language": "fa"}), "utf-8")
    return path


@pytest.fixture
def gold(tmp_path, article):
    """What is read now, as gold; written by our own form."""
    found = labels_of(annotate(article, registry.load(), load_lexicons()), article.text)
    assert found.names
    assert found.dates
    assert found.meetings
    found = replace(found, topic="on", dates=tuple(
        replace(one, approximate=False, assumed=False) for one in found.dates))
    row = label_row(GoldArticle(article.id, article, found, "fa", "", "tune"), "corpus")
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(row, ensure_ascii=False) + "\n", "utf-8")
    return path


def ask(capsys, *arguments: object) -> tuple[int, str, str]:
    status = main(["evaluate", *map(str, arguments)])
    out, err = capsys.readouterr()
    return status, out, err


@pytest.mark.parametrize(("task", "measure"), [
    ("names", "strict"), ("dates", "strict"), ("meetings", "about"),
    ("participants", "participants"), ("statements", "strict"),
])
def test_what_is_read_now_is_right_against_itself(capsys, task, measure, gold, corpus):
    status, out, err = ask(capsys, task, gold, "--texts", corpus, "--json")
    assert (status, err) == (0, "")
    found = json.loads(out)["systems"]["didgah"]
    (score,) = [s for s in found["scores"] if s["measure"] == measure and not s["kind"]]
    assert (score["precision"], score["recall"], score["articles"]) == (1, 1, 1)
    assert found["documents"][0]["counts"]
    assert "errors" not in found


def test_errors_are_listed_with_their_context(capsys, gold, corpus):
    row = json.loads(gold.read_text("utf-8"))
    row["names"] = row["names"][1:]
    gold.write_text(json.dumps(row), "utf-8")
    status, out, _ = ask(capsys, "names", gold, "--texts", corpus, "--errors", "--baselines")
    assert status == 0
    assert "spurious" in out
    assert "gold.jsonl:1" in out
    assert "⟦پوتین⟧" in out
    assert "names, string match, 1 texts" in out


def test_reading_the_errors_of_report_articles_is_warned_of(capsys, gold, corpus):
    gold.write_text(gold.read_text("utf-8").replace('"tune"', '"report"'), "utf-8")
    arguments = ("names", gold, "--texts", corpus, "--split", "report")
    assert "held out" in ask(capsys, *arguments, "--errors")[2]
    assert ask(capsys, *arguments)[2] == ""


def test_edited_copies_of_articles_are_grouped(capsys, tmp_path):
    words = "باغ شهر کوه رود دشت جنگل دریا ساحل پل خانه بازار میدان کتاب درخت".split()
    rows = [{"title": f"خبر {n}", "date": "2021-09-30", "language": "fa", "body": "\n".join(
        " ".join(words[(n * 5 + k * (n + 2) + i) % len(words)] + str(n * i) for i in range(12))
        + "." for k in range(8))} for n in range(4)]
    path = tmp_path / "corpus.jsonl"
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), "utf-8")
    status, out, _ = ask(capsys, "reprints", "--edited", 3, "--texts", path, "--json")
    assert status == 0
    total = json.loads(out)["systems"]["didgah"]["scores"][0]
    assert (total["expected"], total["articles"]) == (24, 3)
    assert total["precision"] == 1
    assert total["recall"] > 0.8


def test_agreement_of_two_readers(capsys, gold, corpus, tmp_path):
    other = tmp_path / "second.jsonl"
    other.write_text(gold.read_text("utf-8"), "utf-8")
    status, out, _ = ask(capsys, "agreement", gold, other, "--texts", corpus)
    assert status == 0
    assert "names.strict" in out
    assert "topic.right" in out


def test_bad_gold_is_named_and_the_rest_is_scored(capsys, gold, corpus):
    gold.write_text("{\n" + gold.read_text("utf-8"), "utf-8")
    status, out, err = ask(capsys, "names", gold, "--texts", corpus)
    assert status == 1
    assert "gold.jsonl:1: no JSON object" in err
    assert "names, didgah, 1 texts" in out


def test_texts_that_are_nowhere_and_empty_splits(capsys, gold, corpus):
    status, _, err = ask(capsys, "names", gold)
    assert status == 1
    assert "--texts" in err
    assert "Nothing to compare" in err
    assert ask(capsys, "names", gold, "--texts", corpus, "--split", "report")[0] == 1


def test_columns_with_labels_of_their_own(capsys, tmp_path):
    path = tmp_path / "names.tsv"
    path.write_text("پوتین\tB-hum\nدر\tO\nکازان\tB-stadt\nجشن\tB-fest\n", "utf-8")
    status, out, err = ask(capsys, "names", path, "--language", "fa", "--labels",
                           "hum=person,stadt=place", "--json")
    assert status == 0
    assert "label fest: not counted" in err
    scores = json.loads(out)["systems"]["didgah"]["scores"]
    assert {s["kind"] for s in scores} == {"", "person", "place"}


def test_another_program_is_scored_beside(capsys, tmp_path):
    rows = [{"text": "on 5 May 2025", "spans": [[3, 13]], "language": "en"}]
    gold, beside = tmp_path / "gold.jsonl", tmp_path / "other.jsonl"
    gold.write_text(json.dumps(rows[0]), "utf-8")
    beside.write_text(json.dumps(rows[0] | {"spans": [[0, 13]]}), "utf-8")
    status, out, _ = ask(capsys, "dates", gold, "--beside", f"other={beside}", "--json")
    assert status == 0
    systems = json.loads(out)["systems"]
    f1 = {name: {s["measure"]: s["f1"] for s in found["scores"] if s["form"] == "prf"}
          for name, found in systems.items()}
    assert f1 == {"didgah": {"strict": 1, "overlap": 1}, "other": {"strict": 0, "overlap": 1}}


def test_language_of_texts(capsys, gold, corpus):
    status, out, _ = ask(capsys, "language", gold, "--texts", corpus, "--json")
    assert status == 0
    assert json.loads(out)["systems"]["didgah"]["scores"][0]["share"] == 1


def test_scores_are_saved_for_the_method_page(capsys, gold, corpus, tmp_path):
    path = tmp_path / "scores.json"
    assert ask(capsys, "names", gold, "--texts", corpus, "--save", path, "--as", "domain",
               "--split", "tune")[0] == 0
    (run,) = load(path)
    assert (run.task, run.gold, run.split, run.sample, run.articles) == (
        "names", "domain", "tune", "in-sample", 1)
    assert run.files.keys() == {"gold.jsonl"}
    assert str(tmp_path) not in path.read_text("utf-8")
    path.write_text("{}", "utf-8")
    with pytest.raises(SystemExit, match="no scores file"):
        ask(capsys, "names", gold, "--texts", corpus, "--save", path)


@pytest.mark.parametrize("arguments", [
    ["names"], ["names", "gone.tsv"], ["agreement", "."], ["dates", ".", "--edited", "3"],
    ["meetings", ".", "--baselines"], ["reprints", "--edited", "0"],
    ["language", ".", "--beside", "x=."],
])
def test_wrong_usage(capsys, arguments, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    status, out, err = ask(capsys, *arguments)
    assert (status, out) == (2, "")
    assert err


def test_a_baseline_that_is_not_installed_is_named(capsys, gold, monkeypatch):
    monkeypatch.setattr("didgah.commands.evaluate.find_spec", lambda name: None)
    status, out, err = ask(capsys, "dates", gold, "--baselines")
    assert (status, out) == (2, "")
    assert "dateparser" in err


@pytest.mark.parametrize("option", [["--labels", "PER"], ["--beside", "x=gone"]])
def test_options_that_cannot_be_read(option, tmp_path):
    with pytest.raises(SystemExit) as stopped:
        main(["evaluate", "names", str(tmp_path), *option])
    assert stopped.value.code == 2
