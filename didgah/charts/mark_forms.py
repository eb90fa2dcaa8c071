"""The shape and size of a meeting's mark: its form, and the highest level present."""

from __future__ import annotations

from didgah.model import Level, MeetingKind, Status

# Form → the kinds that have it and Plotly's symbol; the area of the symbols differs, `_EVEN`
# makes them look alike in weight.
FORMS: dict[str, tuple[tuple[MeetingKind, ...], str]] = {
    "talks": (("bilateral", "meeting", "visit"), "circle"),
    "ministers": (("ministerial", "parliamentary"), "square"),
    "summit": (("summit",), "star"),
    "gathering": (("session", "forum"), "diamond"),
    "afar": (("call", "message"), "triangle-up"),
}
_SYMBOL = {kind: symbol for kinds, symbol in FORMS.values() for kind in kinds}
_EVEN = {"circle": 1.0, "square": 0.95, "star": 1.3, "diamond": 1.12, "triangle-up": 1.1}

# Step → levels; what is told of nobody is as small as an official.
STEPS: dict[str, tuple[Level, ...]] = {
    "leaders": ("head_of_state", "head_of_government"),
    "ministers": ("minister", "speaker_of_parliament", "head_of_organisation", "head_of_region"),
    "officials": (
        "deputy_minister", "envoy", "ambassador", "legislator", "cleric", "expert", "official", "",
    ),
}
SIZES = {"leaders": 14.0, "ministers": 10.0, "officials": 6.5}  # pixels across a disc
_STEP = {level: step for step, levels in STEPS.items() for level in levels}

STRUCK: dict[Status, str] = {"cancelled": "x-thin-open", "postponed": "line-ew-open"}
"""The symbol laid over the outline of a meeting that did not take place as planned."""


def symbol(kind: MeetingKind, status: Status, known: bool) -> str:
    """Plotly's symbol: an outline unless held, a dot in what coverage alone tells of."""
    return (_SYMBOL[kind] + ("" if status == "held" else "-open") + ("" if known else "-dot"))


def size(level: Level, kind: MeetingKind) -> float:
    """Pixels across the mark."""
    return SIZES[_STEP[level]] * _EVEN[_SYMBOL[kind]]
