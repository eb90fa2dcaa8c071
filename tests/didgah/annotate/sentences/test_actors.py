"""Names, titles and appositions drawn together."""

import pytest

from didgah.annotate.sentences.skeleton import Actor
from tests.didgah.annotate.small_world import scene

OFFICES = {"رئیس‌جمهور": "putin", "وزیر خارجه": "lavrov", "president": "putin"}


def actors(text: str, language: str = "fa", **more) -> list[tuple[str, str, str]]:
    """(entity, office, whole phrase) of each actor in order."""
    reading = scene(text, language, **more).reading
    skeleton = reading.skeletons[0]
    found = [skeleton.units[c] for c in skeleton.text if isinstance(skeleton.units.get(c), Actor)]
    return [(a.entity, a.office, reading.text[a.start:a.end]) for a in found]


def test_title_behind_a_name_is_one_person():
    assert actors("ولادیمیر پوتین رئیس‌جمهور روسیه آمد.", offices=OFFICES) == [
        ("putin", "رئیس‌جمهور روسیه", "ولادیمیر پوتین رئیس‌جمهور روسیه")]


def test_title_between_commas_and_name_in_quotation_marks():
    assert actors("«سرگئی لاوروف»، وزیر خارجه روسیه، آمد.", offices=OFFICES) == [
        ("lavrov", "وزیر خارجه روسیه", "«سرگئی لاوروف»، وزیر خارجه روسیه")]


def test_title_in_front_of_a_name():
    assert actors("وزیر خارجه عربستان فیصل بن فرحان آمد.") == [
        ("faisal", "وزیر خارجه عربستان", "وزیر خارجه عربستان فیصل بن فرحان")]


def test_unknown_holder_is_the_office_of_a_place():
    assert actors("وزیر امور خارجه چین آمد.") == [
        ("china", "وزیر امور خارجه چین", "وزیر امور خارجه چین")]


def test_honorific_belongs_to_the_name():
    assert actors("آقای لاوروف آمد.") == [("lavrov", "", "آقای لاوروف")]


@pytest.mark.parametrize("text", [
    "پوتین، اردوغان و لاوروف آمدند.", "پوتین و وزیر خارجه چین و اردوغان آمدند.",
])
def test_different_persons_stay_apart(text):
    assert len(actors(text)) == 3


def test_office_stops_at_a_preposition():
    assert actors("رئیس هیئت در ایران ماند.") == []


def test_a_bare_place_is_no_actor():
    assert actors("ایران زیباست.") == []


@pytest.mark.parametrize(("language", "text", "office"), [
    ("ru", "министр иностранных дел Китая прибыл.", "министр иностранных дел Китая"),
    ("ar", "وصل وزير الخارجية الصين.", "وزير الخارجية الصين"),
    ("en", "The president of China arrived.", "president of China"),
])
def test_offices_of_other_languages(language, text, office):
    (entity, _, phrase), = actors(text, language)
    assert entity == "china"
    assert phrase == office


@pytest.mark.parametrize(("language", "text"), [
    ("en", "Turkish president Erdogan arrived."), ("en", "OIC secretary general Erdogan arrived."),
    ("ar", "وصل الأمين العام لـ منظمة التعاون الإسلامي أردوغان."),
    ("fa", "دبیرکل سازمان همکاری اسلامی اردوغان آمد."),
])
def test_body_office_and_name_are_one_person(language, text):
    found = actors(text.replace("لـ ", ""), language)
    assert [entity for entity, _, _ in found] == ["erdogan"]


def test_chairman_of_a_series_is_no_session():
    (entity, office, _), = actors(
        "رستم مینیخانف، رئیس گروه دیدگاه راهبردی روسیه و جهان اسلام، آمد.")
    assert entity == "minnikhanov"
    assert office.startswith("رئیس گروه")
