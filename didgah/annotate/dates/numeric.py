"""Reading of a date in figures."""

from __future__ import annotations

import re

from didgah.annotate.dates import values
from didgah.annotate.dates.reader import Found, with_assumed
from didgah.annotate.dates.values import Value
from didgah.language.column_dates import parse_date
from didgah.model import Calendar


def numeric(found: Found) -> Value | None:
    """A date in figures: 1400/09/03, 24.11.2021."""
    text = re.sub(r"\s+", "", found.value("x")).replace("\\", "/")
    era = found.token("era")
    calendar = era.value if era else None
    if found.customs.two_digit_years and calendar is None:
        short = re.fullmatch(r"(\d{1,2})[-./](\d{1,2})[-./](\d{2})", text)
        if short and int(short[3]) >= 50:  # ۱۹/۶/۸۵
            text = f"{short[1]}/{short[2]}/13{short[3]}"
            value = numeric_value(text, "solar_hijri", found)
            return with_assumed(value, ("century",))
    year = re.search(r"\d{4}", text)
    if calendar is None and year and 1250 <= int(year[0]) <= 1500:
        calendar = found.customs.old_years
        if calendar == "gregorian":
            calendar = "solar_hijri"
    return numeric_value(text, calendar, found)


_ERA_WORDS = {"solar_hijri": " ه.ش", "lunar_hijri": " ه.ق", "gregorian": " میلادی", None: ""}


def numeric_value(text: str, calendar: Calendar | None, found: Found) -> Value | None:
    """The value of figures without spaces, unresolved when they can be two days or none."""
    read = parse_date(text + _ERA_WORDS[calendar], found.customs.day_first)
    if read is not None and read.precision == "day":
        return Value(read.value, read.value, "day", read.calendar)
    parts = [int(part) for part in re.split(r"[-./]", text)]
    whole = [part for part in parts if part > 31]
    meant = len(whole) == 1 and all(1 <= part <= 31 for part in parts if part <= 31)
    return values.unresolved("day", calendar or "gregorian") if meant else None
