"""The timeline of a slide: a row of marks for each lane, on one axis."""

from __future__ import annotations

from datetime import date

from didgah.briefing.slides import Mark, Timeline
from didgah.export.figures import time_axis
from didgah.export.markup import colour_class, told
from didgah.language.messages import plural, text
from didgah.model import STATUSES

_APART = 1.7  # per cent between the beginnings of two marks of one row
_ROWS = 4  # of one lane; what does not fit shares the last
# A mark is full when its meeting took place, an outline when not; crossed out when it will not.
_CROSSED = ("postponed", "cancelled")


def draw(timeline: Timeline, language: str, name: str) -> str:
    """`timeline` as HTML; `name` is said to those who do not see it. "" without a dated mark."""
    dated = [one for one in timeline.marks if one.first]
    if not dated:
        return ""
    first = timeline.since or min(one.first for one in dated)
    last = timeline.until or max(one.last or one.first for one in dated)
    lanes = []
    for lane in timeline.lanes:
        marks = [one for one in dated if one.lane == lane]
        if marks:
            lanes.append(
                f'<div class="lane"><bdi class="name">{told(lane)}</bdi>'
                f"{_lane(marks, first, last, language, not lanes)}</div>")
    return (
        f'{_legend(dated, language)}'
        f'<div class="lanes" role="group" aria-label="{told(name)}">{"".join(lanes)}'
        f'<div class="lane axis"><span class="name"></span>'
        f"{time_axis.labels(first, last, language)}</div></div>"
    )


def tip_words(mark: Mark, language: str) -> str:
    """What a mark says."""
    articles = plural("briefing.n.articles", language, mark.articles)
    parts = (mark.title, mark.when, mark.where, mark.status_words, mark.level_words, articles)
    return " · ".join(f"\u2068{part}\u2069" for part in parts if part)


def _lane(marks: list[Mark], first: date, last: date, language: str, top: bool) -> str:
    ends_of = [-_APART] * _ROWS
    placed = []
    for one in marks:
        begins = max(0.0, time_axis.place(one.first, first, last))
        ends = min(100.0, time_axis.place(one.last or one.first, first, last))
        row = next((r for r, end in enumerate(ends_of) if begins - end >= _APART), _ROWS - 1)
        ends_of[row] = max(ends_of[row], ends)
        placed.append((one, begins, ends, row))
    rows = max(row for *_, row in placed) + 1
    drawn = "".join(
        _mark(one, begins, ends, 100 * (row + 0.5) / rows, language, 0 if top and not n else -1)
        for n, (one, begins, ends, row) in enumerate(placed)
    )
    return (f'<svg class="row rows{rows}" direction="ltr">'
            f"{time_axis.grid(first, last, language)}{drawn}</svg>")


def _mark(
    one: Mark, begins: float, ends: float, y: float, language: str, tabindex: int
) -> str:
    tip = told(tip_words(one, language))
    # A point has no width: it is kept inside the drawing by half its own.
    x = min(max(begins, 0.9), 99.1)
    # Lines with round ends are as thick as they should be at any height of the row.
    shape = (
        f'<line class="span" x1="{begins:.2f}%" x2="{ends:.2f}%" y1="{y:.1f}%" y2="{y:.1f}%"/>'
        if ends - begins > _APART else f'<circle cx="{x:.2f}%" cy="{y:.1f}%" r="6"/>'
    )
    cross = (f'<line class="cross" x1="{x - 0.8:.2f}%" x2="{x + 0.8:.2f}%" y1="{y:.1f}%" '
             f'y2="{y:.1f}%"/>' if one.status in _CROSSED else "")
    return (f'<g class="hit mark {_form(one.status)} {colour_class(one.colour)}" role="button" '
            f'tabindex="{tabindex}" aria-label="{tip}" data-tip="{tip}">{shape}{cross}</g>')


def _form(status: str) -> str:
    return "full" if status == "held" else "outlined"


def _legend(marks: list[Mark], language: str) -> str:
    """What the forms mean that occur: held with and without articles, and each other status."""
    held = [one for one in marks if one.status == "held"]
    keys = []
    for covered, key in ((True, "legend_covered"), (False, "legend_uncovered")):
        like = next((one for one in held if bool(one.articles) == covered), None)
        if like:
            keys.append((like.status, like.colour, text(f"meetings.{key}", language)))
    others = {one.status: one for one in marks if one.status != "held"}
    keys += [(name, others[name].colour, others[name].status_words)
             for name in STATUSES if name in others]
    return '<ul class="legend">' + "".join(
        f'<li><svg class="key"><g class="mark {_form(status)} {colour_class(colour)}">'
        '<circle cx="50%" cy="50%" r="5"/>'
        + ('<line class="cross" x1="0" x2="100%" y1="50%" y2="50%"/>'
           if status in _CROSSED else "")
        + f"</g></svg><span>{told(words)}</span></li>" for status, colour, words in keys
    ) + "</ul>"
