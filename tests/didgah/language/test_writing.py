"""Direction and commas of the four languages."""

import pytest

from didgah.language.writing import comma, direction, mirrored


@pytest.mark.parametrize(("language", "way", "between"), [
    ("fa", "rtl", "، "), ("ar", "rtl", "، "), ("ru", "ltr", ", "), ("en", "ltr", ", "),
])  # fmt: skip
def test_arabic_script_runs_from_the_right_and_has_its_own_comma(language, way, between):
    assert direction(language) == way
    assert mirrored(language) == (way == "rtl")
    assert comma(language) == between
