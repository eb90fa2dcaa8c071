"""What kind of file this is: by its first bytes where they tell, else by its name."""

from __future__ import annotations

import re
import zipfile
from pathlib import PurePosixPath

from didgah.readers.reading import Source

_BY_EXTENSION = {
    ".txt": "text", ".text": "text", ".md": "markdown", ".markdown": "markdown",
    ".html": "page", ".htm": "page", ".xhtml": "page",
    ".csv": "delimited", ".tsv": "delimited", ".tab": "delimited",
    ".jsonl": "lines", ".ndjson": "lines", ".json": "document",
    ".parquet": "parquet", ".pq": "parquet", ".xlsx": "workbook",
    ".xml": "feed", ".rss": "feed", ".atom": "feed", ".rdf": "feed",
    ".zip": "zip", ".gz": "gzip",
}
EXTENSIONS: tuple[str, ...] = tuple(_BY_EXTENSION)
_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html[\s>])",
                   re.IGNORECASE | re.DOTALL)


def kind_of(source: Source) -> str:
    """The kind ("text", "delimited", "workbook", …), or "" when it is none we read."""
    extension = PurePosixPath(source.base).suffix.lower()
    if extension not in _BY_EXTENSION:
        return ""
    source.stream.seek(0)
    head = source.stream.read(1024)
    source.stream.seek(0)
    if head.startswith(b"PK\x03\x04"):
        return "workbook" if _is_workbook(source) else "zip"
    if head.startswith(b"PAR1"):
        return "parquet"
    if head.startswith(b"\x1f\x8b\x08"):
        return "gzip"
    kind = _BY_EXTENSION[extension]
    if kind in ("text", "feed") and _PAGE.match(head):
        return "page"
    return kind


def _is_workbook(source: Source) -> bool:
    if not source.base.lower().endswith(".zip"):
        try:
            with zipfile.ZipFile(source.stream) as archive:
                return "xl/workbook.xml" in archive.NameToInfo
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
            return source.base.lower().endswith(".xlsx")
        finally:
            source.stream.seek(0)
    return False
