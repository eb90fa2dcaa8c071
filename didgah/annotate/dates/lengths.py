"""Readings of what has no interval: times of day, lengths, repetitions, and no date at all."""

from __future__ import annotations

from didgah.annotate.dates import values
from didgah.annotate.dates.reader import Found
from didgah.annotate.dates.values import Value


def nothing(found: Found) -> Value | None:
    """Words that only look like a date: they are nothing, nor is any part of them."""
    return values.NOTHING


def time(found: Found) -> Value | None:
    """A time of day."""
    words = found.words()
    if found.kinds() in ("nd", "od"):
        hour, part = words[0][0].value, words[-1][0].value
        if found.customs.home == "solar_hijri" and part == "night":
            return values.typed("duration")  # «۳ شب» are nights
        if hour > 24:
            return None
    return values.typed("time")


def length(found: Found) -> Value | None:
    """How long something takes."""
    return values.typed("duration")


def noon(found: Found) -> Value | None:
    """Noon or midnight alone; morning and evening say too little."""
    return values.typed("time") if found.words()[0][0].value in ("noon", "midnight") else None


def plural_length(found: Found) -> Value | None:
    """«سال‌ها», "for decades": a bare plural."""
    return values.typed("duration") if found.value("unit")[1] else None


def singular_length(found: Found) -> Value | None:
    """«بعد أسبوع من», "a week after": one of them."""
    return None if found.value("unit")[1] else values.typed("duration")


def whole_word_length(found: Found) -> Value | None:
    """A length in one word: "двухдневный", "3-дневный"; «روزه» alone is a fast."""
    return values.typed("duration") if found.words()[0][0].value else None


def repetition(found: Found) -> Value | None:
    """How often something is."""
    return values.typed("set")
