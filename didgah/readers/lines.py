"""Lines of a text file, none longer than a bound, whatever the file does."""

from __future__ import annotations

import io
from collections.abc import Iterator


def bounded_lines(stream: io.TextIOWrapper, most: int) -> Iterator[tuple[int, str, bool]]:
    """(number from 1, line without its end, whole) for each line; memory stays below `most`.

    Of a longer line the beginning is given with `whole` False and the rest passed over.
    Only "\\n", "\\r\\n" and "\\r" end a line.
    """
    number = 0
    cut = False  # the bound fell between "\r" and "\n"
    while part := stream.readline(most):
        if cut and part == "\n":
            cut = False
            continue
        number += 1
        cut = part.endswith("\r") and len(part) == most
        whole = True
        if not part.endswith(("\n", "\r")) and len(part) >= most:
            while rest := stream.readline(most):
                whole = whole and rest in ("\n", "\r", "\r\n")
                if rest.endswith(("\n", "\r")):
                    cut = rest.endswith("\r") and len(rest) == most
                    break
        yield number, part.rstrip("\r\n"), whole
