"""Bytes to Article or Rejected: every way articles come in."""

from didgah.readers.columns import FIELDS
from didgah.readers.options import Limits, ReadOptions
from didgah.readers.read import (
    Preview,
    preview,
    preview_paths,
    preview_upload,
    read_path,
    read_paths,
    read_upload,
)
from didgah.readers.reading import Reading, Table
from didgah.readers.row import is_note
from didgah.readers.sniff import EXTENSIONS

__all__ = [
    "EXTENSIONS", "FIELDS", "Limits", "Preview", "ReadOptions", "Reading", "Table", "is_note",
    "preview", "preview_paths", "preview_upload", "read_path", "read_paths", "read_upload",
]
