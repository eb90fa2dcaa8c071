"""`didgah candidates`: the names outside the registry, as lines and as JSON."""

import json

import pytest

from didgah.cli import main
from didgah.filters import Filters
from didgah.queries import candidates
from didgah.store import layout


@pytest.fixture
def home(tmp_path, small_folder):
    """A home whose corpus is the small one."""
    layout.corpus(tmp_path).symlink_to(small_folder)
    return tmp_path


def test_names_are_listed_commonest_first(home, small_snapshot, capsys):
    assert main(["candidates", "--home", str(home)]) == 0
    lines = capsys.readouterr().out.splitlines()
    wanted = candidates.listing(small_snapshot, Filters())
    assert len(lines) == len(wanted)
    assert wanted.candidate[0] in lines[0]


def test_kinds_languages_and_filters_narrow_the_list(home, small_snapshot, capsys):
    assert main(["candidates", "--home", str(home), "--json", "--kind", "person", "--language",
                 "ru", "--filters", "languages=ru"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    wanted = candidates.listing(small_snapshot, Filters(languages=("ru",)), ("person",))
    assert [(one["candidate"], one["articles"], one["mentions"]) for one in rows] == list(
        zip(wanted.candidate, wanted.articles, wanted.mentions, strict=True))


def test_what_is_left_out_is_said(home, capsys):
    assert main(["candidates", "--home", str(home), "--limit", "1"]) == 0
    assert "1 of " in capsys.readouterr().err


def test_no_corpus_and_a_query_that_cannot_be_read(home, tmp_path_factory, capsys):
    assert main(["candidates", "--home", str(tmp_path_factory.mktemp("none"))]) == 1
    assert main(["candidates", "--home", str(home), "--filters", "query=%22a"]) == 1
    assert len(capsys.readouterr().err.splitlines()) >= 2
