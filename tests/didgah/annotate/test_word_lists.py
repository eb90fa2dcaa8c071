"""The word lists under data/lexicons load whole and refuse what is wrong."""

import re
import shutil

import pytest

from didgah.annotate.lexicons import load_lexicons
from didgah.annotate.sentences.syntax import load_syntax, plain_pattern, words
from didgah.annotate.statements.speech import LexiconError, inflected, load_speech
from didgah.bundled import LEXICONS
from didgah.model import LANGUAGES


def test_every_list_is_there_in_four_languages():
    found = load_lexicons()
    for table in (found.syntax, found.speech, found.encounters, found.attribution):
        assert set(table) == set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_verb_of_a_list_is_found(language):
    speech = load_lexicons().speech[language]
    for form in speech.verbs:
        spaced = re.search(r"[^\W_]+", form)
        assert spaced, form
    lines = (LEXICONS / "verbs" / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    plain_rows = [line for line in lines if "|" in line and not re.search(
        r"\|.*\b(want|clause|according|his|stance)\b|^#", line)]
    assert plain_rows
    for line in plain_rows:
        for form in line.split("|")[0].split(","):
            for one in inflected(form.strip(), language):
                assert speech.find(plain_pattern(one)), one


@pytest.mark.parametrize(("line", "message"), [
    ("گفت | shout", r"fa\.txt:2: unknown frame"), ("گفت quote", r"fa\.txt:2"),
])
def test_bad_line_is_named(tmp_path, line, message):
    folder = tmp_path / "verbs"
    shutil.copytree(LEXICONS / "verbs", folder)
    (folder / "fa.txt").write_text(f"گفت | quote\n{line}\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=message):
        load_speech(folder, load_syntax(LEXICONS / "syntax"))


def test_persian_forms_are_found_however_they_are_spaced():
    speech = load_lexicons().speech["fa"]
    for text in ("اظهار داشت", "اظهارداشت", "خاطر نشان کرد", "می گوید", "میگوید"):
        assert speech.find(text), text
    for text in ("گفت و گو", "گفت وگو", "گفتمان", "گفته شد", "نگفت"):
        assert not speech.find(text), text


def test_patterns_keep_their_escapes_and_groups():
    assert plain_pattern(r"(?P<A>\W+)«يك»") == '(?P<a>\\W+)"یک"'
    assert re.compile(words([])).search("anything") is None
    assert words(["a", "bcd"]) == "(?:bcd|a)"
