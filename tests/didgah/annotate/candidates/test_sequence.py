"""The sequence model against CRFsuite and brute force, and on sentences of our own."""

from __future__ import annotations

import itertools
import random
from pathlib import Path

import numpy as np
import pycrfsuite
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from didgah.annotate.candidates import sequence
from didgah.annotate.candidates.sequence import find_names
from didgah.annotate.candidates.sequence_decode import best_labels
from didgah.annotate.candidates.sequence_features import (
    LABELS,
    OUTSIDE,
    REACH,
    TOKENS,
    phrase_flags,
    read_word,
)
from didgah.annotate.candidates.sequence_model import PATH, load_model, score
from didgah.language.fold import key
from didgah.language.sentences import sentences
from didgah.model import Span
from didgah.training.export import save
from didgah.training.labelled import Labelled, attributes
from didgah.training.persian_names import TEMPLATES, Settings, train_crf
from didgah.training.slots import read_templates
from didgah.training.slots import sentences as filled


def _found(text: str) -> list[tuple[str, str]]:
    return [(c.kind, c.surface) for c in find_names(text, sentences(text, "fa"))]


def _labels(model, words) -> list[str]:
    padded = [*[OUTSIDE] * REACH, *words, *[OUTSIDE] * REACH]
    inside = np.array([w != OUTSIDE for w in padded])
    numbers = best_labels(score(model, padded), model.transitions, inside)
    return [LABELS[n] for n in numbers[REACH:-REACH]]


@pytest.fixture(scope="module")
def trained(tmp_path_factory) -> tuple[Path, Path]:
    """A CRFsuite file of a small model, and our export of it."""
    folder = tmp_path_factory.mktemp("model")
    source, target = folder / "small.crfsuite", folder / "small.npz"
    train_crf(filled(read_templates(TEMPLATES), 700, 5), source, Settings(iterations=15))
    save([source], target)
    return source, target


def test_labels_are_those_of_crfsuite(trained) -> None:
    source, target = trained
    tagger = pycrfsuite.Tagger()
    tagger.open(str(source))
    model = load_model(target)
    other = filled(read_templates(TEMPLATES), 500, 6)
    assert any(set(tagger.tag(attributes(s))) > {"O"} for s in other)
    for sentence in other:
        shown = Labelled(sentence.words, sentence.labels)
        assert _labels(model, shown.words) == tagger.tag(attributes(shown)), shown.words


def _viterbi(scores, transitions):
    """The best labels of one sentence, word by word."""
    best, came = scores[0].astype(float), []
    for row in scores[1:]:
        paths = best[:, None] + transitions
        came.append(paths.argmax(0))
        best = paths.max(0) + row
    labels = [int(best.argmax())]
    for back in reversed(came):
        labels.append(int(back[labels[-1]]))
    return labels[::-1]


@given(st.integers(0, 10**6), st.lists(st.integers(1, 12), min_size=1, max_size=8),
       st.floats(0, 6))
@settings(max_examples=60, deadline=None)
def test_sentences_decoded_together_are_as_decoded_alone(seed, lengths, lead) -> None:
    dice = np.random.default_rng(seed)
    size = len(LABELS)
    transitions = dice.normal(0, 3, (size, size)).astype(np.float32)
    rows, inside, expected = [np.zeros((1, size))], [False], [0]
    for length in lengths:
        scores = dice.normal(0, 2, (length, size))
        scores[:, 0] += lead
        scores = scores.astype(np.float32)
        rows += [scores, np.zeros((1, size))]
        inside += [True] * length + [False]
        expected += [*_viterbi(scores, transitions), 0]
    found = best_labels(
        np.concatenate(rows).astype(np.float32), transitions, np.array(inside)
    )
    assert found.tolist() == expected


def test_a_word_scores_what_its_features_weigh(trained) -> None:
    model = load_model(trained[1])
    words = [OUTSIDE] * REACH
    for sentence in filled(read_templates(TEMPLATES), 40, 9):
        words += [*sentence.words, *[OUTSIDE] * REACH]
    scores = score(model, words)
    flags = dict(phrase_flags([key(w) for w in words]))
    for at, word in enumerate(words):
        if word == OUTSIDE:
            continue
        expected = np.zeros(len(LABELS))
        for offset in range(-REACH, REACH + 1):
            for kind, value, widest in read_word(words[at + offset]).features:
                row = model.rows.get(kind, {}).get(value)
                if abs(offset) <= widest and row is not None:
                    expected += model.weights[row, offset + REACH]
            flag = flags.get(at + offset) if abs(offset) < 2 else None
            if flag in model.rows["r"]:
                expected += model.weights[model.rows["r"][flag], offset + REACH]
        before, here, after = (
            model.groups.get(read_word(words[at + n]).group, model.groups["?"])
            for n in (-1, 0, 1)
        )
        expected += model.before[before, here] + model.after[here, after]
        assert np.allclose(scores[at], expected, atol=1e-4), word


@given(st.lists(st.text(st.sampled_from("اب1 ۲\u200c،«\u064bـ_x"), max_size=12), max_size=6),
       st.sampled_from((1, 3, 300)), st.sampled_from((5, 4096)))
def test_sentences_are_cut_into_the_words_of_the_pattern(parts, longest, at_once) -> None:
    text = "".join(parts)
    edges = [0, *itertools.accumulate(map(len, parts))]
    spans = [Span(a, b) for a, b in itertools.pairwise(edges)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sequence, "_LONGEST", longest)
        patch.setattr(sequence, "_AT_ONCE", at_once)
        batches = list(sequence._batches(text, spans))
    placed = []
    for batch in batches:
        numbers = [n for n, word in enumerate(batch.words) if word != OUTSIDE]
        assert batch.words[:REACH] == batch.words[-REACH:] == [OUTSIDE] * REACH
        assert all(batch.words[n + 1] == OUTSIDE for n in batch.gaps)
        placed += [(batch.words[n], batch.place(n)) for n in numbers]
    assert placed == [
        (m[0], m.span()) for span in spans for m in TOKENS.finditer(text, span.start, span.end)
    ]


def test_persons_places_and_bodies_without_titles() -> None:
    text = "دکتر علی محمدی رئیس دانشگاه تهران فردا به اصفهان می‌رود."
    assert _found(text) == [
        ("person", "علی محمدی"), ("organisation", "دانشگاه تهران"), ("place", "اصفهان"),
    ]


def test_titles_and_words_for_places_stand_outside() -> None:
    assert _found("حضرت آیت‌الله بهجتی در شهرستان ساری سخن گفت.") == [
        ("person", "بهجتی"), ("place", "ساری"),
    ]


def test_a_country_inside_a_ministry_is_part_of_it() -> None:
    text = "وزارت امور خارجه ایران سفیر فرانسه در تهران را فراخواند."
    assert _found(text) == [
        ("organisation", "وزارت امور خارجه ایران"), ("place", "فرانسه"), ("place", "تهران"),
    ]


def test_words_that_lists_of_names_also_hold_are_read_in_their_company() -> None:
    assert _found("منابع مالی این طرح از محل بودجه تامین می‌شود.") == []
    assert _found("قطر این لوله ده سانتی‌متر است.") == []
    assert _found("بازرگانان ایرانی و روسی از نمایشگاه دیدن کردند.") == []


@pytest.mark.parametrize("change", [
    lambda t: t.replace("ی", "ي").replace("ک", "ك"),
    lambda t: t.replace("\u200c", " "),
    lambda t: t.replace("۱۴", "14").replace("۲", "2"),
    lambda t: t.replace("محمد", "مُحَمّد"),
    lambda t: "\u200f" + t.replace(" ", "\u00a0"),
])
def test_ways_of_typing_make_no_difference(change) -> None:
    text = (
        "به گزارش خبرگزاری کار، محمد کریمی مدیرکل بهزیستی استان یزد ۱۴ طرح را در میبد گشود. "
        "سید علی‌اکبر رضایی نیز به کرمان و نجف‌آباد رفت."
    )
    plain = _found(text)
    assert {kind for kind, _ in plain} == {"person", "place", "organisation"}
    skeleton = [(kind, "".join(TOKENS.findall(change(s)))) for kind, s in plain]
    assert [(kind, "".join(TOKENS.findall(s))) for kind, s in _found(change(text))] == skeleton


def test_candidates_say_where_they_are_and_who_found_them() -> None:
    text = "عنوان\nآقاي  رضا   کريمي به يزد رفت."
    for one in find_names(text, sentences(text, "fa")):
        assert text[one.start:one.end] == one.surface
        assert one.found_by == "model"
    assert [c.name for c in find_names(text, sentences(text, "fa"))] == ["رضا کریمی", "یزد"]


@given(st.text(alphabet=st.one_of(
    st.characters(), st.sampled_from("علی رضا تهران وزارت «».،\u200c\u200f\u0651\ud800ـ-1۲\n"),
), max_size=300))
@settings(max_examples=150, deadline=None)
def test_any_text_is_read(text) -> None:
    found = find_names(text, sentences(text, "fa"))
    assert list(found) == sorted(found, key=lambda c: c.start)
    for one, other in itertools.pairwise(found):
        assert one.end <= other.start
    assert all(text[c.start:c.end] == c.surface and c.surface.strip() for c in found)


def test_long_sentences_are_cut_and_still_read() -> None:
    text = "علی محمدی به تهران رفت و " * 3000
    found = find_names(text, sentences(text, "fa"))
    assert len(found) > 5000


def test_the_memory_of_word_forms_is_bounded(trained, monkeypatch) -> None:
    _, target = trained
    monkeypatch.setattr("didgah.annotate.candidates.sequence_model._REMEMBERED", 50)
    load_model.cache_clear()
    model = load_model(target)
    dice = random.Random(1)
    for _ in range(20):
        words = ["".join(dice.choices("ابپتجچ", k=5)) for _ in range(30)]
        _labels(model, words)
        assert len(model.memory.forms.ids) <= 50 + 31
    load_model.cache_clear()


def test_the_shipped_model_is_small() -> None:
    assert PATH.stat().st_size < 3_000_000
