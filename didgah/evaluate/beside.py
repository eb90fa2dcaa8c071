"""Labels that another program wrote, in any form gold may have, as a reading of the same texts."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from didgah.evaluate.labels import GoldArticle, Labels


def reader(written: Sequence[GoldArticle]) -> Callable[[GoldArticle], Labels]:
    """Gives what was written on the same text; `Labels()` for a text that was not read."""
    by_text = {one.article.text: one.labels for one in written}
    return lambda gold: by_text.get(gold.article.text, Labels())
