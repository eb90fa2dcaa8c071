"""What the presenter has before them: their notes, then the sentences that the slide rests on."""

from __future__ import annotations

from pptx.slide import Slide as Paper

from didgah.addresses import is_web
from didgah.briefing.slides import Chart, Cloud, Deck, Slide
from didgah.export.markup import value_words
from didgah.export.pptx.measure import LONGEST
from didgah.export.pptx.words import QUIET, Part, Style, write
from didgah.language.messages import plural, text

_SAID, _CITED = Style(12), Style(10, QUIET)


def write_notes(paper: Paper, slide: Slide, deck: Deck) -> None:
    """Fill the notes page of `paper`."""
    language = deck.language
    frame = paper.notes_slide.notes_text_frame
    for line in slide.notes.splitlines():
        if line.strip():
            write(frame, [Part(line, _SAID)], language, after=4)
    if slide.evidence:
        heading = plural("deck.evidence", language, len(slide.evidence))
        write(frame, [Part(heading, Style(12, bold=True))], language, after=4)
    for one in slide.evidence:
        write(frame, [Part(one.text[:LONGEST], _SAID, one.language)], language, "own", after=2)
        link = next(filter(is_web, (one.where, one.url)), "")
        write(frame, [Part(one.cited, _CITED, link=link)], language, after=6)
    for line in _numbers(slide, language):
        write(frame, [Part(line, _CITED)], language)


def _numbers(slide: Slide, language: str) -> list[str]:
    """What the drawing cannot show in words: the counts behind shares, the words of a cloud."""
    match slide.body:
        case Chart(percent=True) as chart if any(one.n for one in chart.series):
            said = [f"{text('deck.numbers', language)} ({chart.unit}):"]
            for one in chart.series:
                for n, category in enumerate(chart.categories):
                    if one.values[n] is not None and one.n and one.n[n]:
                        said.append(_line(chart, one, n, category, language))
            return said
        case Cloud(words, _, unit):
            return [f"{text('deck.numbers', language)} ({unit}):"] + [
                f"\u2068{one.text}\u2069: {one.value_words}"
                + (f" — {one.gloss}" if one.gloss and one.gloss != one.text else "")
                for one in words]
    return []


def _line(chart: Chart, one, n: int, category: str, language: str) -> str:
    head = f"\u2068{category}\u2069"
    if len(chart.series) > 1:
        head = f"\u2068{one.name}\u2069 · {head}"
    said = f"{head}: {value_words(one.values[n], chart, language)} (n = {one.n[n]})"
    if one.low and one.low[n] is not None and one.high[n] is not None:
        low, high = (value_words(edge[n], chart, language) for edge in (one.low, one.high))
        said += f" [{low}–{high}]"
    return said
