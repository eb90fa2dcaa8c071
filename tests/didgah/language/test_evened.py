"""Why a spelling is counted with another one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from didgah.language.evened import STEPS, steps


@pytest.mark.parametrize(("written", "counted", "expected"), [
    ("نشست", "نشست", ()),
    ("همكاري", "همکاری", ("letters",)),
    ("همکاری", "همکاري", ()),
    ("میشود", "می‌شود", ("half_space",)),
    ("می شود", "می‌شود", ("half_space",)),
    ("همكاري‌ها", "همکاری", ("letters", "ending")),
    ("نِشست", "نشست", ("marks",)),
    ("نشســـت", "نشست", ("marks",)),
    ("پوتین", "ولادیمیر پوتین", ("name",)),
    ("Russia", "russia", ("case",)),
    ("встречи", "встреча", ("ending",)),
    ("самолёт", "самолет", ("letters",)),
])  # fmt: skip
def test_each_step_is_named(written, counted, expected):
    assert steps(written, counted) == expected


@given(st.text(max_size=20), st.text(max_size=20))
def test_any_two_texts_have_steps_in_order(written, counted):
    found = steps(written, counted)
    assert list(found) == [one for one in STEPS if one in found]
    assert steps(written, written) == ()
