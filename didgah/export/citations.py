"""The articles a deck cites, for reference managers: RIS and BibTeX."""

from __future__ import annotations

import re
from collections.abc import Iterable

from didgah.briefing.slides import Evidence
from didgah.highlight import inert
from didgah.language.names import language_name

_SPECIAL = {"\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "%": r"\%", "#": r"\#",
            "&": r"\&", "$": r"\$", "_": r"\_", "~": r"\textasciitilde{}",
            "^": r"\textasciicircum{}"}
_PLAIN_ADDRESS = re.compile(r"[!-~]+")


def to_ris(articles: Iterable[Evidence]) -> bytes:
    """One record of type NEWS for each article, UTF-8 with CRLF (RIS, Research Info Systems).

    Every value stands on one line. A day that is not known is left out, not guessed.
    """
    lines: list[str] = []
    for one in articles:
        fields = [
            ("TY", "NEWS"), ("ID", one.article), ("TI", _line(one.title)),
            ("T2", _line(one.outlet)), ("PB", _line(one.outlet)),
            ("PY", f"{one.day:%Y}" if one.day else ""),
            ("DA", f"{one.day:%Y/%m/%d}" if one.day else ""),
            ("LA", one.language), ("UR", one.url), ("N1", one.where), ("AB", _line(one.text)),
        ]
        lines += [f"{tag}  - {value}" for tag, value in fields if value]
        lines += ["ER  - ", ""]
    return "\r\n".join(lines).encode("utf-8")


def to_bibtex(articles: Iterable[Evidence]) -> bytes:
    """One `@article` for each article, UTF-8, for biber; keys are unique by the article's id."""
    entries = []
    for one in articles:
        outlet = re.sub(r"[^a-z0-9]+", "", one.outlet.casefold()) or "article"
        fields = [
            ("title", f"{{{_tex(one.title)}}}"), ("journal", _tex(one.outlet)),
            ("year", f"{one.day:%Y}" if one.day else ""),
            ("date", one.day.isoformat() if one.day else ""),
            ("langid", language_name(one.language, "en").lower()),
            ("url", _address(one.url)), ("note", _address(one.where)),
        ]
        said = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields if value)
        year = f"{one.day:%Y}" if one.day else "nd"
        entries.append(f"@article{{{outlet}{year}-{one.article},\n{said}\n}}\n")
    return "\n".join(entries).encode("utf-8")


def _line(words: str) -> str:
    return " ".join(inert(words).split())


def _tex(words: str) -> str:
    return "".join(_SPECIAL.get(char, char) for char in _line(words))


def _address(address: str) -> str:
    """An address with what would end a field or begin a comment in percent-coding."""
    if not _PLAIN_ADDRESS.fullmatch(address):
        return ""
    return address.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")
