"""Codes of links: pixels and vectors of one matrix, white around it; none for a link too long."""

import io
import re

import segno
from PIL import Image

from didgah.export import qr

LINK = "https://didgah.example/meetings?lang=ar&version=39bcc48917cb"


def test_the_pixels_are_the_modules_of_the_link():
    picture = Image.open(io.BytesIO(qr.png(LINK, scale=3))).convert("L")
    code = segno.make_qr(LINK, error="l", boost_error=False)
    rows = [[picture.getpixel((3 * x + 1, 3 * y + 1)) < 128 for x in range(picture.width // 3)]
            for y in range(picture.height // 3)]
    assert rows == [[bool(cell) for cell in row] for row in code.matrix_iter(border=4)]


def test_the_vector_has_the_same_size_in_modules():
    drawn = qr.svg(LINK).decode()
    wide = int(re.search(r'viewBox="0 0 (\d+) ', drawn)[1])
    assert wide == Image.open(io.BytesIO(qr.png(LINK, scale=1))).width
    assert "<script" not in drawn


def test_a_link_too_long_for_a_code_has_none():
    assert qr.png("https://didgah.example/" + "a" * 4000) is None
    assert qr.svg("https://didgah.example/" + "a" * 4000) is None
