"""How offices are worded: the templates of the registry filled in, and forms without a country."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from didgah.annotate.matching.phrases import Phrase
from didgah.model import Entity, Language, Registry

Post = tuple[str, str]  # office and registry key of what it is an office of
OWN = ""  # in place of that key: of the country that the text is written in

# How newsrooms call the country they write in, when an office follows: «وزیر خارجه کشورمان».
_OWN_COUNTRY = {("fa", "place:iran"): ("کشورمان", "کشور ما", "ایران اسلامی")}
# How newsrooms word the offices of that country.
_FORMS: dict[Language, dict[str, tuple[str, ...]]] = {
    "fa": {
        "president": ("رئیس جمهور", "رئیس جمهوری", "رئیس‌جمهور محترم"),
        "foreign_minister": (
            "وزیر خارجه", "وزیر امور خارجه", "وزیر امورخارجه", "رئیس دستگاه دیپلماسی"),
        "speaker": ("رئیس مجلس", "رئیس قوه مقننه"),
    },
    "ar": {
        "president": ("رئيس الجمهورية", "رئيس الدولة"),
        "crown_prince": ("ولي العهد", "سمو ولي العهد"),
        "emir": ("سمو الأمير", "سمو أمير البلاد", "أمير البلاد", "أمير البلاد المفدى"),
        "king": ("الملك المعظم", "جلالة الملك", "جلالة الملك المعظم", "جلالة العاهل"),
        "sultan": ("جلالة السلطان", "جلالة السلطان المعظم"),
        "prime_minister": ("رئيس مجلس الوزراء", "رئيس الوزراء", "رئيس الحكومة"),
        "foreign_minister": ("وزير الخارجية", "وزير الشؤون الخارجية"),
    },
}


def office_phrases(
    registry: Registry, posts: Iterable[Post], language: Language
) -> Iterator[Phrase[Post]]:
    """Every wording of `posts` in a language, and those of an office of the text's own country."""
    for post in posts:
        office, of = post
        body = registry.entities[of]
        texts = {
            filled
            for template in registry.office_words[office].get(language, ())
            for filled in _fill(template, body, language, _OWN_COUNTRY.get((language, of), ()))
        }
        for text in sorted(texts):
            yield Phrase(post, text, language)
    for office, forms in _FORMS.get(language, {}).items():
        for form in forms:
            yield Phrase((office, OWN), form, language)


def _fill(
    template: str, body: Entity, language: Language, more: Sequence[str]
) -> Iterator[str]:
    """The template with every name of the body (`{of}`), `more` too, or adjective (`{adj}`)."""
    names = (
        body.names[language], *body.variants.get(language, ()), *body.guarded.get(language, ()),
        *more,
    )
    of = [name for name in names if "(" not in name] if "{of}" in template else [""]
    adjectives = body.adjectives.get(language, ()) if "{adj}" in template else ("",)
    for name, adjective in product(of, adjectives):
        text = template.replace("{adj}", adjective)
        if language == "ar" and "ل{of}" in text and name.startswith("ال"):
            name = "ل" + name[2:]  # li- and the article are written «لل»
        yield text.replace("{of}", name)
