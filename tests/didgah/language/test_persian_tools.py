"""hazm's tables as we read them, against hazm itself."""

import subprocess
import sys
from itertools import islice

import pytest
from hazm.lemmatizer import Lemmatizer
from hazm.word_tokenizer import WordTokenizer
from hypothesis import given, settings
from hypothesis import strategies as st

from didgah.language.persian_tools import tools

ZWNJ = "\u200c"
ENDINGS = ("", "ها", f"{ZWNJ}های", "ی", "مان", f"{ZWNJ}اش", "ۀ", "ه", ZWNJ, "ٔ", f"{ZWNJ}ا", "_است",
           "_شده_است", "_خواهد_شد", "ان")
STARTS = ("", "ن", "می", f"می{ZWNJ}", f"نمی{ZWNJ}", "ب", "خواهد_", "نخواهند_", "_")


@pytest.fixture(scope="module")
def hazm():
    return Lemmatizer()


def test_words_and_verbs_are_those_of_hazm(hazm):
    ours = tools()
    assert {
        word: (len(str(count)) if count else 0, ",".join(classes))
        for word, (count, classes) in hazm.words.items()
    } == ours.words
    ours_alone = {form: verb for form, verb in ours.verbs.items() if " " not in form}
    assert {
        form: verb for form, verb in hazm.verbs.items() if " " not in form and "_" not in form
    } == ours_alone


def test_every_verb_of_one_word_or_joined_parts_has_the_lemma_of_hazm(hazm):
    forms = [form for form in hazm.verbs if " " not in form]
    assert [form for form in forms if tools().lemma(form) != hazm.lemmatize(form)] == []
    assert len(forms) > 200_000


def test_parts_of_verbs_are_those_of_hazm():
    theirs = WordTokenizer()
    assert tools().participles.keys() == theirs.verbe
    assert tools().auxiliaries == theirs.after_verbs
    assert tools().futures == theirs.before_verbs


@settings(max_examples=500, deadline=None)
@given(data=st.data())
def test_a_word_with_any_ending_has_the_lemma_of_hazm(hazm, data):
    some = [*islice(tools().words, 0, None, 997), *islice(tools().stems, 0, None, 7), "", "شد"]
    draw = data.draw
    form = draw(st.sampled_from(STARTS)) + draw(st.sampled_from(some)) + draw(
        st.sampled_from(ENDINGS)) + draw(st.sampled_from(ENDINGS))
    assert tools().lemma(form) == hazm.lemmatize(form)


def test_reading_persian_imports_neither_nltk_nor_scipy():
    script = (
        "import sys; from didgah.language.words import tokens; "
        "assert tokens('کتاب ها را می خوانند', 'fa'); "
        "print(sorted({'hazm', 'nltk', 'scipy'} & set(sys.modules)))"
    )
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True,
                          check=True, timeout=60)
    assert told.stdout.strip() == "[]"
