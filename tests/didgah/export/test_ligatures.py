"""Ligatures whose letters are parted look as they did."""

import io

import pytest
from fontTools.ttLib import TTFont
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from didgah.bundled import DATA
from didgah.cloud import letters
from didgah.cloud.shaping import pillow_joins
from didgah.export import ligatures

FONT = str(DATA / "fonts" / "Vazirmatn-Regular.ttf")
WORDS = ("اسلام", "لا", "بلا", "الآن", "الأول", "الإسلام", "سالم", "ال", "مسئله", "fi", "برگهٔ")


def drawn(font: bytes, word: str) -> Image.Image:
    picture = Image.new("L", (600, 200), 255)
    ImageDraw.Draw(picture).text(
        (580, 140), word, font=ImageFont.truetype(io.BytesIO(font), 100), anchor="rs",
        direction="rtl", language="fa")
    return picture


@pytest.mark.skipif(not pillow_joins(), reason="this Pillow draws no joined letters")
@pytest.mark.parametrize("word", WORDS)
def test_words_look_as_before(word):
    plain = drawn(letters.woff(FONT, word), word)
    parted = drawn(letters.woff(FONT, word, ligatures.part), word)
    # The blank letter moves edges by a pixel; another shape has ink where the first has none near.
    assert black(plain) > 300
    assert outside(plain, parted) == outside(parted, plain) == 0


def black(picture: Image.Image) -> int:
    return sum(one < 128 for one in picture.tobytes())


def outside(ink: Image.Image, shape: Image.Image) -> int:
    """Pixels of `ink` further than two from any of `shape`."""
    near = shape.filter(ImageFilter.MinFilter(5)).tobytes()
    return sum(one < 128 <= other for one, other in zip(ink.tobytes(), near, strict=True))


def test_no_pair_of_arabic_letters_is_one_glyph_any_more():
    font = TTFont(FONT)
    ligatures.part(font)
    lookups = font["GSUB"].table.LookupList.Lookup
    features = font["GSUB"].table.FeatureList.FeatureRecord
    used = {n for one in features if one.FeatureTag in ("rlig", "liga")
            for n in one.Feature.LookupListIndex}
    pairs = [
        (first, one.LigGlyph) for n in used for table in lookups[n].SubTable
        if hasattr(table, "ligatures") for first, found in table.ligatures.items()
        for one in found if first.startswith("uniFE") and len(one.Component) == 1
    ]
    assert pairs == []
    assert any(lookups[n].LookupType == 6 for n in used)
