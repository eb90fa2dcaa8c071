"""Micro-averages, means and intervals, against counting by hand."""

from statistics import mean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from didgah.evaluate.scores import Counted, f1, scores
from didgah.evaluate.tally import Tally, share


@st.composite
def tallies(draw):
    found, expected = draw(st.integers(0, 5)), draw(st.integers(0, 5))
    hits = draw(st.integers(0, min(found, expected)))
    kind = draw(st.sampled_from(("person", "place")))
    return Tally("strict", kind, hits, found, hits, expected)


rows = st.lists(st.builds(Counted, st.just("a"), st.sampled_from(("fa", "ru")),
                          st.lists(tallies(), max_size=3).map(tuple)), min_size=1, max_size=6)


@given(rows)
def test_totals_and_ratios(made):
    for score in scores(made, draws=0):
        mine = [t for row in made if score.language in ("", row.language)
                for t in row.tallies if score.kind in ("", t.kind)]
        assert score.right == sum(t.right for t in mine)
        assert score.found == sum(t.found for t in mine)
        assert score.expected == sum(t.expected for t in mine)
        assert score.precision == (score.right / score.found if score.found else None)
        assert score.recall == (score.right / score.expected if score.expected else None)
        if score.found + score.expected:
            # The Dice coefficient of two sets is the same number.
            assert score.f1 == pytest.approx(2 * score.right / (score.found + score.expected))
        else:
            assert score.f1 is None
        assert score.articles == sum(score.language in ("", row.language) for row in made)


def test_every_language_and_all_together_when_there_are_several():
    row = Tally("strict", "place", 1, 1, 1, 1)
    made = [Counted("a", "fa", (row,)), Counted("b", "ru", (row,))]
    assert [(s.language, s.kind) for s in scores(made)] == [
        ("", ""), ("", "place"), ("fa", ""), ("fa", "place"), ("ru", ""), ("ru", "place")]
    assert {s.language for s in scores(made[:1])} == {"fa"}


def test_mean_over_articles_leaves_out_those_without_anything():
    made = [Counted(name, "fa", (Tally("strict", "", hits, 2, hits, 2),))
            for name, hits in (("a", 2), ("b", 1), ("c", 0))]
    made.append(Counted("d", "fa", (Tally("strict", "", 0, 0, 0, 0),)))
    (score,) = scores(made)
    assert score.macro == pytest.approx(mean([1, 0.5, 0]))


def test_interval_holds_the_value_is_seeded_and_narrows_with_more_articles():
    def some(n):
        return [Counted(str(i), "fa", (share("value", "", int(i % 4 != 0), 1),))
                for i in range(n)]

    (few,), (again,), (many,) = scores(some(20)), scores(some(20)), scores(some(400))
    assert few == again
    assert few.low < few.share == 0.75 < few.high
    assert many.high - many.low < (few.high - few.low) / 2
    # Of a share p over n independent articles the interval is near p ± 1.96 √(p(1-p)/n).
    assert many.high - many.low == pytest.approx(2 * 1.96 * (0.75 * 0.25 / 400) ** 0.5, rel=0.15)


@pytest.mark.parametrize("others", [0, 5])
def test_one_article_has_no_interval(others):
    made = [Counted("a", "fa", (share("value", "", 1, 2),))]
    made += [Counted(str(n), "fa", ()) for n in range(others)]
    (score,) = scores(made)
    assert (score.share, score.low, score.high) == (0.5, None, None)


@pytest.mark.parametrize("right", [0, 1])
def test_no_error_in_few_articles_proves_little(right):
    made = [Counted(str(n), "fa", (share("value", "", 50 * right, 50),)) for n in range(10)]
    made.append(Counted("nothing", "fa", (share("value", "", 0, 0),)))
    (score,) = scores(made)
    far = 0.05 ** (1 / 10)  # about 0.74
    assert (score.low, score.high) == pytest.approx((far, 1) if right else (0, 1 - far))


def test_articles_are_drawn_not_names():
    # Two articles, one all right and one all wrong: any mixture must be possible.
    made = [Counted("a", "fa", (share("value", "", 100, 100),)),
            Counted("b", "fa", (share("value", "", 0, 100),))]
    (score,) = scores(made)
    assert (score.low, score.high) == (0.0, 1.0)


@pytest.mark.parametrize(("counts", "value"), [
    ((0, 0, 0, 0), None), ((0, 3, 0, 0), 0.0), ((0, 0, 0, 3), 0.0), ((1, 2, 1, 1), 2 / 3),
    ((2, 2, 1, 2), 2 / 3),
])
def test_f1_of_little(counts, value):
    assert f1(*counts) == (None if value is None else pytest.approx(value))
