"""Reprints on texts made here: edited copies must be found, texts of one mould kept apart."""

from __future__ import annotations

import random
from datetime import date, timedelta
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from didgah.model import Article, Published, Reprint
from didgah.resolve import reprints
from didgah.resolve.reprints import first_of, group, group_reprints
from didgah.resolve.resemblance import shared
from didgah.resolve.shingles import fingerprint, read_arrays, words

_SYLLABLES = ("را", "می", "نا", "سو", "دی", "کا", "تو", "با", "شی", "مر", "گو", "زن", "پی", "هم")


def _story(seed: int, sentences: int = 12) -> list[str]:
    dice = random.Random(seed)

    def word() -> str:
        return "".join(dice.choices(_SYLLABLES, k=dice.randint(1, 3)))

    return [" ".join(word() for _ in range(dice.randint(9, 16))) + "." for _ in range(sentences)]


def _article(
    lines: list[str], title: str = "", day: date | None = None, outlet: str = ""
) -> Article:
    return Article(title or lines[0], "\n".join(lines), outlet=outlet,
                   published=Published(day, "day", "stated") if day else Published())


def _groups(articles: list[Article]) -> set[frozenset[str]]:
    found: dict[str, set[str]] = {}
    for one in group_reprints(articles):
        found.setdefault(one.group, set()).add(one.article)
    return {frozenset(members) for members in found.values()}


def _reworded(lines: list[str], share: float, seed: int) -> list[str]:
    dice = random.Random(seed)
    return [
        " ".join("دیگر" + dice.choice(_SYLLABLES) if dice.random() < share else word
                 for word in line.split())
        for line in lines
    ]


_EDITS = {
    "prefix": lambda lines, n: [f"به گزارش خبرگزاری نمونه، {lines[0]}", *lines[1:]],
    "lead cut": lambda lines, n: lines[2:],
    "half": lambda lines, n: lines[:6],
    "second half": lambda lines, n: lines[6:],
    "lead only": lambda lines, n: lines[:2],
    "swapped": lambda lines, n: [*lines[6:], *lines[:6]],
    "reworded": lambda lines, n: _reworded(lines, 0.1, n),
    "reworded half": lambda lines, n: _reworded(lines[:7], 0.08, n),
    "letters": lambda lines, n: [one.translate({0x06CC: "ي", 0x06A9: "ك"}) for one in lines],
    "added": lambda lines, n: [*lines, *_story(n + 9000, 5)],
    "shouted": lambda lines, n: [one.replace(" ", "\u00a0", 2) + "!!" for one in lines],
}


@pytest.mark.parametrize("kind", _EDITS)
def test_an_edited_copy_is_a_reprint(kind: str) -> None:
    articles, pairs = [], []
    for n in range(20):
        lines = _story(n)
        one = _article(lines, outlet="one", day=date(2024, 5, 1) + timedelta(days=n))
        other = _article(_EDITS[kind](lines, n), lines[0], outlet="other",
                         day=date(2024, 5, 2) + timedelta(days=n))
        articles += [one, other]
        pairs.append(frozenset((one.id, other.id)))
    assert _groups(articles) == set(pairs)


def test_all_edits_of_all_stories_together_are_as_many_groups() -> None:
    """A naive second opinion: an original is the group of its copies."""
    articles, expected = [], set()
    for n in range(6):
        lines = _story(n)
        copies = [_article(lines, outlet="one")] + [
            _article(edit(lines, n), lines[0], outlet=f"outlet {name}")
            for name, edit in _EDITS.items()
        ]
        articles += copies
        expected.add(frozenset(one.id for one in copies))
    assert _groups(articles) == expected


def _market(day: int) -> Article:
    dice = random.Random(day)
    goods = ("سکه", "نیم‌سکه", "ربع‌سکه", "طلای هجده عیار", "مثقال طلا", "دلار", "یورو", "درهم")
    lines = [f"قیمت {one} در بازار امروز تهران پس از یک روز آرام و با دادوستد اندک و بی‌آنکه "
             f"خریداران تازه‌ای به بازار بیایند در پایان وقت به {dice.randint(1000, 90000)} تومان "
             "رسید"
             for one in goods]
    return _article(lines, "قیمت سکه و ارز در بازار امروز", date(2024, 1, 1) + timedelta(days=day),
                    f"market {day % 5}")


def _table(week: int) -> Article:
    dice = random.Random(week)
    clubs = [f"تیم {name}" for name in ("آبی", "سرخ", "زرد", "سبز", "سفید", "سیاه", "نقره", "طلا")]
    dice.shuffle(clubs)
    lines = [f"{place}. {club} با {dice.randint(1, 60)} امتیاز از {week} بازی و تفاضل گل "
             f"{dice.randint(1, 30)}" for place, club in enumerate(clubs, 1)]
    return _article(lines, f"جدول رده‌بندی در پایان هفتهٔ {week}",
                    date(2024, 1, 1) + timedelta(weeks=week), "sport")


def _stars(day: int) -> Article:
    dice = random.Random(day)
    signs = ("فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان")
    lines = [f"متولدین {sign}: " + dice.choice(_story(day * 50 + n, 1))
             for n, sign in enumerate(signs)]
    return _article(lines, "فال روزانه", date(2024, 1, 1) + timedelta(days=day), "stars")


def _round(n: int) -> Article:
    about = ("گروه دیدگاه راهبردی روسیه و جهان اسلام در سال ۲۰۰۶ تشکیل شد و نمایندگان کشورهای "
             "اسلامی در آن عضویت دارند و نشست‌های آن هر سال برگزار می‌شود.")
    opening = f"نشست {n} گروه دیدگاه راهبردی روسیه و جهان اسلام روز {n + 3} خرداد آغاز به کار کرد."
    return _article([opening, *_story(n + 300, 4), about], "نشست گروه دیدگاه راهبردی",
                    date(2015 + n, 5, 20), "agency")


def _footed(n: int) -> Article:
    foot = ("برای دریافت تازه‌ترین خبرها کانال ما را در پیام‌رسان دنبال کنید و دیدگاه خود را "
            "بنویسید. بازنشر این خبر با ذکر نشانی سایت آزاد است. همهٔ حقوق برای ما محفوظ است و "
            "هر گونه بهره‌برداری بازرگانی پیگرد قانونی دارد. نشانی دفتر ما در تهران خیابان "
            "آزادی است و تلفن گویای ما شبانه‌روز پاسخ شما را می‌دهد. دیگر خبرهای امروز را در "
            "صفحهٔ نخست بخوانید و برای دوستان خود بفرستید.")
    return _article([*_story(n + 600, 3), foot], f"خبر {n} " + _story(n + 600, 1)[0],
                    date(2024, 1, 1) + timedelta(days=n), f"site {n % 4}")


@pytest.mark.parametrize("mould", [_market, _table, _stars, _round, _footed])
@pytest.mark.parametrize("dated", [True, False])
def test_texts_of_one_mould_are_not_reprints(mould, dated: bool) -> None:
    articles = [mould(n) for n in range(1, 9 if mould is _round else 26)]
    if not dated:
        articles = [Article(a.title, a.body, outlet=a.outlet) for a in articles]
    assert _groups(articles) == set()


def test_two_short_notices_with_the_same_head_are_not_reprints() -> None:
    one = _article(["گزارش تصویری"], "دیدار وزیران")
    other = _article(["گزارش تصویری"], "دیدار وزیران", outlet="other")
    empty = [Article("", "", outlet=name) for name in "ab"]
    assert _groups([one, other, *empty]) == set()


def test_a_small_part_is_a_reprint_only_when_it_is_the_beginning() -> None:
    lines = _story(1, 60)
    whole = _article(lines, "یک عنوان", outlet="whole")
    head = _article(lines[:3], "یک عنوان", outlet="head")
    middle = _article(lines[30:33], "عنوانی دیگر", outlet="middle")
    assert _groups([whole, middle]) == set()
    assert _groups([whole, head, middle]) == {frozenset((whole.id, head.id))}


def test_a_digest_does_not_tie_together_what_it_quotes() -> None:
    stories = [_story(n, 5) for n in range(8)]
    digest = _article([line for story in stories for line in story], "مرور خبرها", outlet="digest")
    quoted = [_article(story, outlet=f"o{n}") for n, story in enumerate(stories)]
    for members in _groups([digest, *quoted]):
        assert len(members & {one.id for one in quoted}) < 2


def test_no_group_is_a_chain_of_strangers() -> None:
    """Each text keeps half of the last and adds as much: the ends have nothing in common."""
    lines = _story(1, 60)
    chain = [_article(lines[at: at + 10], f"عنوان {at}", outlet=f"o{at}")
             for at in range(0, 50, 5)]
    prints = {one.id: fingerprint(one) for one in chain}
    for members in _groups(chain):
        core = [
            one for one in members
            if all(shared(prints[one].shingles, prints[other].shingles).contained > 0.2
                   for other in members)
        ]
        assert core, "nothing holds the group together"


def test_languages_are_never_mixed() -> None:
    fa = _article(_story(1), day=date(2024, 5, 1))
    ru = Article("Встреча", "Глава республики принял посла. " * 3 + "Стороны обсудили торговлю.")
    assert _groups([fa, ru]) == set()


def test_the_order_of_articles_does_not_matter() -> None:
    lines = _story(3)
    articles = [_article(edit(lines, 3), lines[0], outlet=name) for name, edit in _EDITS.items()]
    told = group_reprints(articles)
    assert told == group_reprints(reversed(articles))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(max_size=200), max_size=6))
def test_any_text_is_read(bodies: list[str]) -> None:
    articles = {one.id: one for one in (Article("", body) for body in bodies)}
    for one in group_reprints(articles.values()):
        assert isinstance(one, Reprint)
        assert one.group in articles
        assert one.article in articles


def test_a_long_text_is_read_in_seconds() -> None:
    body = " ".join(_story(1, 40_000))
    assert len(body) > 2_000_000
    assert _groups([Article("یک", body), Article("یک", body + " پایان", outlet="b")])


def test_shares_are_of_three_word_runs() -> None:
    one = Article("a b c d e f g h i j", "k l m n o p q r s t", outlet="x")
    other = Article("a b c d e f g h i j", "k l m n o p", outlet="y")
    told = {r.article: r for r in group_reprints([one, other])}

    def grams(article: Article) -> set[tuple[str, ...]]:
        found = words(article.text)
        return {tuple(found[i:i + 3]) for i in range(len(found) - 2)}

    first = next(r for r in told.values() if r.first)
    assert (first.jaccard, first.contained, first.containing) == (1.0, 1.0, 1.0)
    copy = next(r for r in told.values() if not r.first)
    mine = grams(one if copy.article == one.id else other)
    theirs = grams(other if copy.article == one.id else one)
    assert copy.jaccard == pytest.approx(len(mine & theirs) / len(mine | theirs))
    assert copy.contained == pytest.approx(len(mine & theirs) / len(mine))
    assert copy.containing == pytest.approx(len(mine & theirs) / len(theirs))


@given(st.sets(st.integers(0, 60)), st.sets(st.integers(0, 60)))
def test_shared_counts_as_sets_do(one: set[int], other: set[int]) -> None:
    found = shared(*(np.array(sorted(s), "<u4") for s in (one, other)))
    assert (found.common, found.first, found.second) == (
        len(one & other), len(one), len(other))


def test_a_fingerprint_can_be_kept() -> None:
    kept = fingerprint(_market(3))
    for before, after in zip((kept.shingles, kept.head, kept.figures),
                             read_arrays(kept.to_bytes()), strict=True):
        assert np.array_equal(before, after)


def test_spelling_makes_no_other_words() -> None:
    assert words("كتاب‌هاي قُم، ٢٠٢٤") == words("کتابهای قم 2024")


# --- who was first ------------------------------------------------------------------------


def _print(outlet: str, day: int | None, cites: tuple[str, ...] = (), lines: int = 10):
    article = _article(_story(5, 12)[:lines], outlet=outlet,
                       day=date(2024, 5, day) if day else None)
    return fingerprint(article, outlet, cites)


@pytest.mark.parametrize(("members", "first", "sure"), [
    ([("irna", 3, ()), ("mehr", 4, ())], "irna", True),
    ([("irna", 3, ()), ("mehr", 3, ())], None, False),
    ([("irna", 3, ()), ("mehr", 3, ("irna",))], "irna", True),
    ([("mehr", 3, ("irna",)), ("irna", 3, ()), ("isna", 3, ())], "irna", False),
    ([("irna", None, ()), ("mehr", None, ("irna",))], "irna", True),
    ([("irna", None, ()), ("mehr", None, ())], None, False),
    ([("irna", 3, ()), ("mehr", None, ())], "irna", False),
    ([("mehr", 3, ("irna",)), ("irna", 5, ())], "mehr", False),
])
def test_the_first_publisher(members, first: str | None, sure: bool) -> None:
    found, told = first_of([_print(*one) for one in members])
    assert told is sure
    if first:
        assert found.outlet == first


def test_the_longest_text_is_first_when_nothing_else_tells() -> None:
    short, long = _print("a", None, (), 6), _print("b", None, (), 10)
    assert first_of([short, long]) == (long, False)
    told = group([short, long])
    assert [one.first for one in told] == [True, False]
    assert {one.group for one in told} == {long.article}
    assert not any(one.sure for one in told)


def test_pairs_of_all_edits_are_counted_both_ways() -> None:
    """Precision and recall over pairs, of the generator above, on stories not used elsewhere."""
    articles: dict[str, Article] = {}
    story_of: dict[str, int] = {}
    for n in range(1000, 1015):
        lines = _story(n)
        for name, edit in _EDITS.items():
            one = _article(edit(lines, n), lines[0], outlet=name)
            articles[one.id], story_of[one.id] = one, n
    for mould in (_market, _table, _stars, _footed):
        for n in range(1, 15):
            articles[mould(n).id] = mould(n)
    joined = {pair for members in _groups(list(articles.values()))
              for pair in combinations(sorted(members), 2)}
    same = {(a, b) for a, b in combinations(sorted(story_of), 2) if story_of[a] == story_of[b]}
    assert len(joined & same) >= 0.95 * len(same)
    assert len(joined & same) >= 0.98 * len(joined)


_TEXTS = st.lists(
    st.tuples(st.sets(st.integers(0, 2**32 - 1) | st.sampled_from([0, 1, 2**31, 2**32 - 1])),
              st.integers(0, 3)),
    max_size=12,
)


@pytest.mark.parametrize("at_once", [1, 3, 7, 10_000])
@given(texts=_TEXTS, least=st.integers(1, 3))
def test_set_phrases_are_the_same_however_the_hashes_are_cut(
    at_once: int, texts: list[tuple[set[int], int]], least: int
) -> None:
    """The hashes of more than some fifty thousand articles are counted in several passes."""
    arrays = [(np.array(sorted(grams), dtype="<u4"), number) for grams, number in texts]
    numbers: dict[int, set[int]] = {}
    for grams, number in texts:
        for one in grams:
            numbers.setdefault(one, set()).add(number)
    expected = sorted(one for one, seen in numbers.items() if len(seen) >= least)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reprints, "_AT_ONCE", at_once)
        found = reprints._frequent(arrays, least)
    assert found.tolist() == (expected if len(texts) >= least else [])
