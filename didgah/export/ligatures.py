"""Arabic ligatures whose letters stay characters of their own in a PDF.

A PDF says of each glyph which characters it stands for. Programs that take text out of one
turn a line that runs from right to left around glyph by glyph or character by character; the
latter make «اسالم» of «اسلام», because one glyph stands for «لا». So a ligature is drawn
whole by the glyph of its first letter, and a blank one beside it stands for the second.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator

from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables
from fontTools.ttLib.tables._g_l_y_f import Glyph

_LIGATURE, _EXTENSION = 4, 7  # types of lookups (OpenType 1.9, GSUB)
_FEATURES = ("rlig", "liga")
_TATWEEL = 0x0640
_BLANK = 0.005  # of an em: wide enough to stand in its place in the order of the line
_NAME = re.compile("uni([0-9A-F]{4})")


def part(font: TTFont) -> None:
    """Change the ligatures of two Arabic letters in a TrueType font so."""
    table = font["GSUB"].table
    lookups = table.LookupList.Lookup
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag in _FEATURES:
            added = [_parted(font, lookups[n]) for n in record.Feature.LookupListIndex]
            numbers = sorted({*record.Feature.LookupListIndex, *(n for n in added if n)})
            record.Feature.LookupListIndex = numbers
            record.Feature.LookupCount = len(numbers)
    table.LookupList.LookupCount = len(lookups)


def _parted(font: TTFont, lookup: otTables.Lookup) -> int:
    """Number of the lookup that does what the pairs of this one did; 0 when it had none."""
    lookups = font["GSUB"].table.LookupList.Lookup
    rules = []
    for first, second, whole in _taken(lookup):
        drawn = _copy(font, whole, f"{whole}.whole", narrower=True)
        blank = _copy(font, None, f"{second}.blank")
        records = []
        for place, (glyph, other) in enumerate(((first, drawn), (second, blank))):
            record = otTables.SubstLookupRecord()
            record.SequenceIndex, record.LookupListIndex = place, len(lookups)
            records.append(record)
            lookups.append(_lookup(1, lookup.LookupFlag, [_single(glyph, other)]))
        rules.append(_rule(first, second, records))
    if not rules:
        return 0
    lookups.append(_lookup(6, lookup.LookupFlag, rules))
    return len(lookups) - 1


def _taken(lookup: otTables.Lookup) -> Iterator[tuple[str, str, str]]:
    """Take the pairs of Arabic letters out of a lookup: first, second and the two as one."""
    for subtable in lookup.SubTable:
        found = subtable.ExtSubTable if subtable.LookupType == _EXTENSION else subtable
        if found.LookupType != _LIGATURE:
            continue
        for first, ligatures in found.ligatures.items():
            if _arabic(first):
                pairs = [one for one in ligatures if len(one.Component) == 1]
                found.ligatures[first] = [one for one in ligatures if one not in pairs]
                yield from ((first, one.Component[0], one.LigGlyph) for one in pairs)


def _arabic(glyph: str) -> bool:
    named = _NAME.match(glyph)
    code = int(named[1], 16) if named else 0
    return code != _TATWEEL and (0x0600 <= code <= 0x06FF or 0xFB50 <= code <= 0xFEFC)


def _copy(font: TTFont, glyph: str | None, name: str, narrower: bool = False) -> str:
    """A glyph of its own that no character has: a copy, or a blank one."""
    order = font.getGlyphOrder()
    if name in order:
        return name
    blank = round(_BLANK * font["head"].unitsPerEm)
    font.setGlyphOrder([*order, name])
    font["glyf"].glyphs[name] = copy.deepcopy(font["glyf"][glyph]) if glyph else Glyph()
    width, edge = font["hmtx"][glyph] if glyph else (blank, 0)
    font["hmtx"].metrics[name] = (width - blank if narrower else width, edge)
    font["GDEF"].table.GlyphClassDef.classDefs[name] = 1  # a letter
    return name


def _lookup(kind: int, flag: int, subtables: list) -> otTables.Lookup:
    made = otTables.Lookup()
    made.LookupType, made.LookupFlag = kind, flag
    made.SubTable, made.SubTableCount = subtables, len(subtables)
    return made


def _single(glyph: str, other: str) -> otTables.SingleSubst:
    made = otTables.SingleSubst()
    made.mapping = {glyph: other}
    return made


def _rule(
    first: str, second: str, records: list[otTables.SubstLookupRecord]
) -> otTables.ChainContextSubst:
    made = otTables.ChainContextSubst()
    made.Format = 3
    made.BacktrackCoverage, made.BacktrackGlyphCount = [], 0
    made.LookAheadCoverage, made.LookAheadGlyphCount = [], 0
    made.InputCoverage, made.InputGlyphCount = [], 2
    for glyph in (first, second):
        covered = otTables.Coverage()
        covered.glyphs = [glyph]
        made.InputCoverage.append(covered)
    made.SubstLookupRecord, made.SubstCount = records, len(records)
    return made
