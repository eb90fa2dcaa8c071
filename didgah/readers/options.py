"""What a caller may ask of the readers, and the bounds that keep hostile files harmless."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

_MB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper bounds; what goes beyond one is refused with a reason, never cut silently.

    Sizes of files are in bytes, of texts in characters.
    """

    file_bytes: int = 512 * _MB  # one file, as given
    page_bytes: int = 16 * _MB  # one .txt, .md or .html
    document: int = 64_000_000  # one JSON object that holds a list of articles
    rows: int = 2_000_000  # articles and refused rows of one import
    record: int = 4_000_000  # one row of a table or one line of JSON, all its fields together
    body: int = 1_000_000
    title: int = 1_000
    url: int = 2_000
    name: int = 300  # of an outlet
    columns: int = 1_000
    json_depth: int = 32
    archive_bytes: int = 2048 * _MB  # everything unpacked from one .zip, .gz or .xlsx
    archive_ratio: int = 200  # unpacked to packed, looked at beyond `archive_ratio_from`
    archive_ratio_from: int = 16 * _MB
    archive_members: int = 100_000
    archive_depth: int = 2  # a .gz inside a .zip is two


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How to read.

    `mapping` says which column holds what: field (see `columns.FIELDS`) → column name; fields
    it leaves out are recognised by name, and "" switches a field off. `language` (ISO 639-1)
    and `outlet` fill in where the input states none. `day_first` settles 03/04/2021; None lets
    the other dates of the same table settle it.
    """

    mapping: Mapping[str, str] = field(default_factory=dict)
    language: str = ""
    outlet: str = ""
    day_first: bool | None = None
    limits: Limits = Limits()
