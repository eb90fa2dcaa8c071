"""How right the reading is, told with the scores that are kept with the product."""

from __future__ import annotations

from functools import cache
from html import escape
from pathlib import Path

import streamlit as st

from components import tables
from didgah.evaluate.saved import Run, SavedError, load
from didgah.evaluate.scores import Score
from didgah.evaluate.told import Part, Told, told
from didgah.highlight import inert
from didgah.language.calendars import format_pair
from didgah.language.messages import has, text
from didgah.language.numbers import format_number
from didgah.language.writing import comma
from didgah.model import LANGUAGES

ANCHOR = "scores"
_ENOUGH = 10  # cases; of fewer nothing is said "of a hundred"
_COLUMNS = ("part", "score", "gold", "beside")


@cache
def _sheet() -> str:
    return Path(__file__).with_suffix(".css").read_text(encoding="utf-8")


def scores(language: str) -> None:
    """A table for each language that is read, and by which commands it came about."""
    st.html(f"<style>{_sheet()}</style>")
    words = "".join(f"<p>{escape(one)}</p>"
                    for one in text("scores.intro", language).split("\n") if one.strip())
    st.html(f"<div class='prose' id='{ANCHOR}'><h2>{escape(text('scores.title', language))}</h2>"
            f"{words}</div>")
    try:
        runs = load()
    except SavedError as error:
        st.warning(text("scores.damaged", language, reason=str(error)))
        return
    for code in LANGUAGES:
        st.html(_table(runs, code, language))
    if runs:
        with st.expander(text("scores.runs", language)):
            _runs(runs, language)


def _table(runs: tuple[Run, ...], code: str, language: str) -> str:
    head = "".join(f"<th scope='col'>{escape(text(f'scores.column_{name}', language))}</th>"
                   for name in _COLUMNS)
    body = "".join(
        _row(part, one, language) for part, found in told(runs, code) for one in found or (None,)
    )
    return (f"<div class='table scores'><table>"
            f"<caption>{escape(text(f'language.{code}', language))}</caption>"
            f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>")


def _row(part: Part, one: Told | None, language: str) -> str:
    name = f"<strong>{escape(text(f'scores.part_{part.id}', language))}</strong>"
    if one is None:
        unmeasured = escape(text("scores.not_measured", language))
        return f"<tr><td>{name}</td><td colspan='3'>{unmeasured}</td></tr>"
    score, run = one.score, one.run
    cases = score.expected if score.form == "prf" else score.found
    means = text("scores.too_few", language) if cases < _ENOUGH else text(
        f"scores.means_{part.id}", language, precision=_hundredth(score.precision, language),
        recall=_hundredth(score.recall, language), share=_hundredth(score.share, language),
    )
    measured = text(
        "scores.measured", language, gold=_gold(run, language),
        n=format_number(score.articles, language), sample=_sample(run, language),
        cases=format_number(cases, language),
    )
    beside = "".join(f"<li>{escape(inert(_system(name, language)))} "
                     f"<bdi>{_percent(other.value, language)}</bdi></li>"
                     for name, other in one.beside)
    return (
        f"<tr><td>{name}<small>{escape(means)}</small></td>"
        f"<td><bdi class='score'>{_percent(score.value, language)}</bdi>"
        f"<small>{escape(_interval(score, language))}</small></td>"
        f"<td>{escape(inert(measured))}</td><td><ul>{beside}</ul></td></tr>"
    )


def _interval(score: Score, language: str) -> str:
    what = "F1" if score.form == "prf" else text("scores.share", language)
    if score.low is None or score.high is None:
        return what
    return text("scores.interval", language, what=what, low=_hundredth(score.low, language),
                high=_hundredth(score.high, language))


def _hundredth(value: float | None, language: str) -> str:
    """Of a hundred: whole, but never all or none where it is not; a dash for no value."""
    if value is None:
        return "–"
    whole = round(100 * value)
    if (whole == 100 and value < 1) or (whole == 0 and value > 0):
        return format_number(min(99.9, max(0.1, round(100 * value, 1))), language, 1)
    return format_number(whole, language)


def _percent(value: float | None, language: str) -> str:
    return text("scores.percent", language, n=_hundredth(value, language))


def _gold(run: Run, language: str) -> str:
    name = f"scores.gold_{run.gold}"
    return text(name, language) if has(name) else run.gold


def _sample(run: Run, language: str) -> str:
    kind = "held_out" if run.sample == "held-out" else "in_sample"
    return text(f"scores.{kind}", language)


def _system(name: str, language: str) -> str:
    key = f"scores.system_{name.replace(' + ', '_').replace(' ', '_')}"
    return text(key, language) if has(key) else name


def _runs(runs: tuple[Run, ...], language: str) -> None:
    tables.short(
        [text(f"scores.column_{name}", language) for name in ("gold", "command", "day", "files")],
        [[f"{_gold(run, language)}{comma(language)}{_sample(run, language)}",
          f"\u2066{run.command}\u2069", format_pair(run.day, language),
          f"\u2066{_digests(run)}\u2069"] for run in runs],
    )


def _digests(run: Run) -> str:
    files = [f"{name} {digest[:12]}" for name, digest in run.files.items()]
    return ", ".join([*files, f"annotator {run.annotator}", f"registry {run.registry[:8]}"])
