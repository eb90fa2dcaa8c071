"""Which of the counted words a cloud shows."""

import pandas as pd
import pytest

from didgah.cloud.shown import LEAST_Z, shown
from didgah.language.fold import key

COUNTED = pd.DataFrame({
    "term": ["fa:پوتین", "fa:ایران", "fa:همکاری", "fa:صلح"],
    "label": ["پوتین", "ایران", "همکاری", "صلح"],
    "kind": ["name", "word", "word", "word"],
    "n": [9, 7, 5, 3], "z": [4.0, 2.0, LEAST_Z, LEAST_Z - 0.1],
})
KNOWN, SAID = frozenset({key("ایران")}), {key("ایران"): "Iran"}


def labels(measure="count", kinds=("name", "word"), stops=(), most=9):
    return list(shown(COUNTED, measure, kinds, stops, KNOWN, SAID, most)["label"])


@pytest.mark.parametrize(("asked", "left"), [
    ({}, ["پوتین", "ایران", "همکاری", "صلح"]),
    ({"measure": "marked"}, ["پوتین", "ایران", "همکاری"]),
    ({"kinds": ("name",)}, ["پوتین", "ایران"]),
    ({"stops": ("fa:ایران",)}, ["پوتین", "همکاری", "صلح"]),
    ({"kinds": ("word",), "most": 1}, ["همکاری"]),
])
def test_choices_leave_words_out(asked, left):
    assert labels(**asked) == left


def test_a_name_has_its_gloss_and_the_totals_stay():
    counted = COUNTED.copy()
    counted.attrs["in_articles"] = 12
    found = shown(counted, "count", ("name",), (), KNOWN, SAID, 9)
    assert dict(zip(found["label"], found["gloss"], strict=True)) == {"پوتین": "", "ایران": "Iran"}
    assert found.attrs["in_articles"] == 12
