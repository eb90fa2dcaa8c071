"""How much memory reading takes, and that no text takes more than its first million characters."""

import random
import subprocess
import sys

import pytest

from didgah import registry
from didgah.annotate import pipeline
from didgah.language import words
from didgah.language.words import words_in
from didgah.model import Article

# Four languages with all their tools, then nonsense of which no word comes twice.
WORKER = """
import random, sys
from didgah import registry
from didgah.annotate.pipeline import annotate, load_lexicons
from didgah.model import Article
tables, lexicons = registry.load(), load_lexicons()
read = lambda body, language: annotate(Article("", body, language=language), tables, lexicons)
for language, body in (
    ("fa", "نشست وزیران خارجه در تهران برگزار شد."),
    ("ru", "Встреча министров прошла в Казани, сообщил Иван Петров."),
    ("ar", "عقد وزراء الخارجية اجتماعا في جدة."),
    ("en", "The ministers met in Jeddah on Monday, John Smith said."),
):
    read(body, language)
dice = random.Random(1)
letters = {"fa": "ابپتثجدرزسشعفقکگلمنوهی  ", "ru": "абвгдежзиклмнопрстуя   "}
for language, few in letters.items():
    read("".join(dice.choices(few, k=60_000)), language)
    read(few.strip() * 4_000, language)
imported = {"hazm", "nltk", "scipy"} & set(sys.modules)
# getrusage would give the peak of the process that started this one, when that was larger.
status = dict(line.split(":", 1) for line in open("/proc/self/status"))
print(int(status["VmHWM"].split()[0]) / 1024, *sorted(imported))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the peak is read from Linux's /proc")
def test_a_worker_stays_small_in_all_languages_and_on_nonsense():
    told = subprocess.run([sys.executable, "-c", WORKER], capture_output=True, text=True,
                          check=True, timeout=100).stdout.split()
    assert told[1:] == []  # 90 MB that nothing of ours needs
    assert float(told[0]) < 500


@pytest.fixture(scope="module")
def tools():
    return registry.load(), pipeline.load_lexicons()


@pytest.mark.parametrize("word", ["تهران ", "تهران"])
def test_what_is_beyond_the_limit_is_not_read(tools, monkeypatch, word):
    monkeypatch.setattr(pipeline, "_READ", 1000)
    found = pipeline.annotate(Article("", word * 400, language="fa"), *tools)
    ends = [one.end for one in (*found.mentions, *found.sentences)]
    assert max(ends) <= 1000
    if word.endswith(" "):
        assert len(found.mentions) == 1000 // len(word)  # none of them cut in two


def test_a_text_up_to_the_limit_is_read_to_its_end(tools, monkeypatch):
    monkeypatch.setattr(pipeline, "_READ", 1000)
    body = ("تهران " * 400)[:998] + "ن"
    found = pipeline.annotate(Article("", body, language="fa"), *tools)
    assert found.sentences[-1].end == 1000


@pytest.mark.parametrize(("language", "letters"), [("fa", "ابپتثجدرز"), ("en", "abcdefghi")])
def test_words_are_remembered_up_to_a_number_and_a_length(monkeypatch, language, letters):
    monkeypatch.setattr(words, "_REMEMBERED", 100)
    monkeypatch.setattr(words, "_known", {})
    dice = random.Random(2)
    made = ["".join(dice.choices(letters, k=6)) for _ in range(500)]
    text = " ".join([*made, letters * 20])
    first = [(word.form, word.lemma, *place) for word, *place in words_in(text, language)]
    remembered = words._known[language]
    assert len(remembered) <= 100
    assert max(map(len, remembered)) <= words._LONG
    again = [(word.form, word.lemma, *place) for word, *place in words_in(text, language)]
    assert first == again
