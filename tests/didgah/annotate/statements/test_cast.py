"""Whom a shorter form of a name or an office means."""

from hypothesis import given
from hypothesis import strategies as st

from didgah.annotate.sentences.skeleton import Actor
from didgah.annotate.statements.cast import Cast


def _stranger(surface: str) -> Actor:
    return Actor("", "person", surface, 0, len(surface))


def test_surname_and_office_mean_whoever_came_with_both():
    cast = Cast("fa")
    cast.enter(_stranger("احمد کریمی"), "احمد کریمی، دبیر انجمن دوستی")
    for called in ("کریمی", "آقای کریمی", "دبیر انجمن دوستی", "دبیر انجمن"):
        found = cast.meant(called)
        assert found is not None, called
        assert found.surface == "احمد کریمی"
    assert cast.meant("رضایی") is None
    assert cast.meant("دبیر شورا") is None


def test_a_fuller_form_takes_the_place_of_the_shorter():
    cast = Cast("fa")
    cast.enter(_stranger("دبیر انجمن"), "دبیر انجمن")
    assert cast.enter(_stranger("دبیر انجمن احمد کریمی"), "دبیر انجمن احمد کریمی").surface == (
        "دبیر انجمن احمد کریمی")
    assert len(cast.people) == 1


def test_russian_endings_make_no_other_person():
    cast = Cast("ru")
    cast.enter(_stranger("Иваном Козловым"), "директором Иваном Козловым")
    assert cast.meant("Козлов") is not None
    assert cast.meant("Козин") is None


def test_an_arabic_office_of_another_country_is_somebody_else():
    cast = Cast("ar")
    cast.enter(_stranger("وزير الصحة الألماني"), "وزير الصحة الألماني")
    assert cast.meant("وزير الصحة") is None
    assert cast.meant("الوزير الألماني") is not None


def test_nobody_is_meant_by_an_honorific_alone():
    cast = Cast("fa")
    cast.enter(_stranger("آقای کریمی"), "آقای کریمی")
    assert cast.meant("آقای") is None


@given(st.lists(st.text(alphabet="ابپت ", max_size=12), max_size=6))
def test_whoever_entered_is_meant_by_the_same_words(names):
    cast = Cast("fa")
    for name in names:
        cast.enter(_stranger(name), name)
    for name in names:
        assert bool(cast.content(name)) == (cast.meant(name) is not None)
