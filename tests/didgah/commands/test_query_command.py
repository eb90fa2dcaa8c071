"""`didgah query` through the command line."""

import json
import shutil

import pytest

from didgah.cli import main
from didgah.filters import Filters
from didgah.queries import articles, entities
from didgah.store import layout


@pytest.fixture
def home(tmp_path, small_folder):
    """A home whose corpus is the small one."""
    shutil.copytree(small_folder, layout.corpus(tmp_path))
    return tmp_path


def _json(capsys, *arguments):
    assert main(list(arguments)) == 0
    return json.loads(capsys.readouterr().out)


@pytest.mark.parametrize("question", [
    "overview", "meetings", "entities", "terms", "articles", "statements",
])
def test_every_question_answers_with_filters_version_and_total(
    home, capsys, question, small_snapshot
):
    answer = _json(capsys, "query", question, "--home", str(home), "--json",
                   "--filters", "?languages=fa&since=2021-02-01")
    assert answer["question"] == question
    assert answer["filters"] == "since=2021-02-01&languages=fa"
    assert answer["data_version"] == small_snapshot.version
    assert answer["sample"] is False
    assert answer["total"] == len(answer["rows"]) > 0


def test_the_numbers_are_those_of_the_pages(home, capsys, small_snapshot):
    filters = Filters(languages=("fa",))
    answer = _json(capsys, "query", "entities", "--home", str(home), "--json", "--kind", "place",
                   "--unit", "mentions", "--filters", filters.to_query())
    rows = entities.top(small_snapshot, filters, ("place",), "mentions", n=999)
    assert [(r["entity"], r["n"], r["denominator"]) for r in answer["rows"]] == list(
        zip(rows.entity, rows.n, rows.denominator, strict=True))
    assert answer["rows"][0]["label"] == small_snapshot.registry.entities[
        rows.entity[0]].names["fa"]
    answer = _json(capsys, "query", "articles", "--home", str(home), "--json",
                   "--filters", "query=halal")
    assert answer["total"] == articles.count(small_snapshot, Filters(query="halal"))


def test_days_are_iso_and_missing_ones_null(home, capsys):
    rows = _json(capsys, "query", "articles", "--home", str(home), "--json")["rows"]
    assert rows[0]["day"] > rows[1]["day"][:4]
    assert rows[-1]["day"] is None


def test_tables_are_cut_and_say_so(home, capsys):
    assert main(["query", "terms", "--home", str(home), "--limit", "2", "--distinctive",
                 "--filters", "outlets=irna"]) == 0
    found = capsys.readouterr()
    assert "--limit shows more" in found.err
    assert main(["query", "articles", "--home", str(home), "--filters", "query=zzzz"]) == 0
    assert "Nothing." in capsys.readouterr().out


def test_what_is_not_understood_is_named(home, capsys):
    assert main(["query", "articles", "--home", str(home), "--filters", "since=soon"]) == 0
    assert "since=soon" in capsys.readouterr().err
    assert main(["query", "articles", "--home", str(home), "--filters", "query=(halal"]) == 1
    error = capsys.readouterr().err
    assert "parenthesis" in error
    assert "Did you mean: (halal)" in error
    with pytest.raises(SystemExit):
        main(["query", "articles", "--home", str(home), "--limit", "0"])


def test_an_empty_home_is_explained(tmp_path, capsys):
    assert main(["query", "overview", "--home", str(tmp_path)]) == 1
    assert "nothing has been published" in capsys.readouterr().err
