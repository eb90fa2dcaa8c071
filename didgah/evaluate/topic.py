"""Whether an article is on topic."""

from __future__ import annotations

from didgah.evaluate.labels import Labels
from didgah.evaluate.tally import Comparison, Miss, around, one_to_one, share


def compare(expected: Labels, found: Labels, text: str) -> Comparison:
    """"on": articles on topic against those read so; "right": the same answer; "unsure": told
    to be unsure."""
    gold, read = expected.topic, found.topic
    tallies = (
        one_to_one("on", "", gold == read == "on", read == "on", gold == "on"),
        share("right", "", gold == read, 1),
        share("unsure", "", read == "unsure", 1),
    )
    title = text.partition("\n")[0]
    misses = () if gold == read else (
        Miss("wrong topic", str(gold), str(read), around(text, 0, len(title))),)
    return Comparison(tallies, misses)
