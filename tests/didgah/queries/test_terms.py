"""Words: counts, distinctiveness, forms and trends against naive counts and known formulas."""

import math
from collections import Counter
from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings

from didgah.filters import Filters
from didgah.model import Term
from didgah.queries import keyness, terms
from didgah.store.reader import open_latest
from tests import corpus_factory
from tests.corpus_factory import Source, Written, write
from tests.didgah.queries import asked

_CALM = settings(max_examples=15, deadline=None,
                 suppress_health_check=[HealthCheck.function_scoped_fixture])


def _inside(naive, filters, language):
    return [one for one in naive.within(filters) if one.language == language]


@_CALM
@given(filters=asked.light)
def test_frequencies_are_occurrences_and_articles(small_snapshot, naive, filters):
    for language in ("fa", "und"):
        inside = _inside(naive, filters, language)
        counts: Counter[str] = Counter()
        for one in inside:
            counts.update(one.terms)
        rows = terms.frequencies(small_snapshot, filters, language, n=999)
        assert dict(zip(rows.term, rows.n, strict=True)) == counts
        for row in rows.head(10).itertuples():
            assert row.articles == sum(row.term in one.terms for one in inside)
        assert list(rows.term) == sorted(counts, key=lambda term: (-counts[term], term))
        assert rows.attrs == {"total": len(counts), "truncated": False, "words": counts.total(),
                              "in_articles": len(inside)}


def test_frequencies_can_be_cut_and_kept_to_names_or_words(small_snapshot, naive):
    rows = terms.frequencies(small_snapshot, Filters(), "fa", n=3)
    assert len(rows) == 3
    assert rows.attrs["truncated"]
    names = terms.frequencies(small_snapshot, Filters(), "fa", n=999, kind="name")
    assert set(names.kind) == {"name"}
    assert "ولادیمیر پوتین" in set(names.label)
    words = terms.frequencies(small_snapshot, Filters(), "fa", n=999, kind="word")
    whole = terms.frequencies(small_snapshot, Filters(), "fa", n=999)
    assert len(names) + len(words) == len(whole)


def test_a_language_that_is_filtered_out_has_no_words(small_snapshot):
    filters = Filters(languages=("ru",))
    assert terms.frequencies(small_snapshot, filters, "fa").empty
    assert terms.stopped(small_snapshot, filters, "fa").empty
    assert terms.trend(small_snapshot, filters, "fa", ("صلح",)).empty


def test_a_lemma_is_labelled_by_its_commonest_form_and_is_one_term(tmp_path, small_registry):
    def article(day, *found):
        one = write(small_registry, "fa", date(2021, 1, day), "irna", f"t{day}", "b")
        return Written(one.article, corpus_factory.Annotation(
            one.article.id, "fa", "irna", "", terms=found))

    written = [
        article(1, Term("کتاب", 3, (("کتاب‌ها", 2), ("کتاب", 1)))),
        article(2, Term("کتاب", 2, (("کتابی", 2),)), Term("کتاب", 1, (("کتاب", 1),), "name")),
        article(3, Term("کتاب", 1, (("کتاب", 1),))),
    ]
    corpus_factory.publish(tmp_path, small_registry, Source(written[:1]))
    corpus_factory.publish(tmp_path, small_registry, Source(written))
    snapshot = open_latest(tmp_path)
    row = terms.frequencies(snapshot, Filters(), "fa").iloc[0]
    assert (row.term, row.label, row.kind, row.n, row.articles) == ("fa:کتاب", "کتاب", "name", 7, 3)
    forms = terms.forms(snapshot, "fa", "کتاب")
    assert list(zip(forms.surface, forms.n, strict=True)) == [
        ("کتاب", 3), ("کتابی", 2), ("کتاب‌ها", 2)]
    assert terms.forms(snapshot, "ru", "کتاب").empty
    snapshot.close()


def test_log_odds_follow_monroe_colaresi_and_quinn():
    # One term, by hand: y=10 of 100 here, 10 of 900 there, prior 500 words of which 10 are it.
    delta, z = keyness.log_odds(np.array([10.0]), np.array([10.0]), 100, 900, np.array([10.0]))
    expected = math.log(20 / (100 + 500 - 20)) - math.log(20 / (900 + 500 - 20))
    assert delta[0] == pytest.approx(expected)
    assert z[0] == pytest.approx(expected / math.sqrt(1 / 20 + 1 / 20))


def test_likelihood_ratio_follows_dunning():
    # The two-by-two table of Dunning's formula, -2 log λ = 2 Σ O ln(O/E).
    observed = [[110, 2442], [111, 29114]]
    total = sum(map(sum, observed))
    expected = 2 * sum(
        cell * math.log(cell * total / (sum(row) * (observed[0][at] + observed[1][at])))
        for row in observed for at, cell in enumerate(row)
    )
    here, there = np.array([110.0]), np.array([2442.0])
    found = keyness.likelihood_ratio(here, there, 110 + 111, 2442 + 29114)
    assert found[0] == pytest.approx(expected)
    assert keyness.likelihood_ratio(np.array([5.0]), np.array([50.0]), 100, 1000)[0] == (
        pytest.approx(0, abs=1e-9))
    assert np.isfinite(keyness.likelihood_ratio(np.array([5.0]), np.array([0.0]), 100, 1000)).all()


@_CALM
@given(filters=asked.light)
def test_telling_words_are_used_more_here_than_elsewhere(small_snapshot, naive, filters):
    rows = keyness.keyness(small_snapshot, filters, "fa", n=999)
    here, whole = Counter(), Counter()
    for one in _inside(naive, Filters(), "fa"):
        whole.update(one.terms)
    for one in _inside(naive, filters, "fa"):
        here.update(one.terms)
    rest = whole - here
    if not here or not rest:
        assert rows.empty
        assert rows.attrs["message"] == "words.nothing_to_compare"
        return
    assert (rows.attrs["words"], rows.attrs["rest_words"]) == (here.total(), rest.total())
    prior = {term: 500 * n / whole.total() for term, n in whole.items()}

    def odds(counts, term):
        n = counts[term] + prior[term]
        return n / (counts.total() + 500 - n)

    expected = {}
    for term, n in here.items():
        delta = math.log(odds(here, term) / odds(rest, term))
        spread = math.sqrt(1 / (n + prior[term]) + 1 / (rest[term] + prior[term]))
        if delta > 0 and n >= 3:
            expected[term] = delta / spread
    assert dict(zip(rows.term, rows.z, strict=True)) == pytest.approx(expected)
    assert rows.z.is_monotonic_decreasing


def test_trend_of_words_counts_every_period(small_snapshot, naive):
    filters = Filters(outlets=("irna", "mehr"))
    rows = terms.trend(small_snapshot, filters, "fa", ("صلح", "نیست"), "quarter")
    inside = [one for one in _inside(naive, filters, "fa") if one.day]
    assert rows.attrs["grain"] == "quarter"
    for row in rows.itertuples():
        here = [one for one in inside if row.period.date() <= one.day <= row.until.date()]
        assert row.n == sum(one.terms[row.term] for one in here)
        assert row.articles == sum(row.term in one.terms for one in here)
        assert row.denominator == len(here)
        assert row.share == row.articles / len(here) if here else pd.isna(row.share)
    assert rows.n[rows.term == "fa:صلح"].sum() == sum(one.terms["fa:صلح"] for one in inside)
    assert (rows.n[rows.term == "fa:نیست"] == 0).all()


@_CALM
@given(filters=asked.light)
def test_stop_words_are_counted_where_they_were_left_out(small_snapshot, naive, filters):
    rows = terms.stopped(small_snapshot, filters, "fa")
    counts: Counter[str] = Counter()
    for one in _inside(naive, filters, "fa"):
        counts.update(dict(one.annotation.stopped))
    assert dict(zip(rows.lemma, rows.n, strict=True)) == counts


@pytest.mark.parametrize(("articles", "solar", "grain"), [
    (399, False, "year"), (399, True, "solar_year"), (400, True, "auto"),
])
def test_few_articles_are_counted_by_whole_years(articles, solar, grain):
    assert terms.trend_grain(articles, solar) == grain
