"""The bundled briefs say which known meeting each was written from: how many are found again."""

import json
from collections import Counter
from datetime import date
from pathlib import Path

from didgah import registry as registry_module
from didgah.annotate.pipeline import annotate, load_lexicons
from didgah.model import LANGUAGES, Article, Published

FOLDER = Path(__file__).parents[3] / "data" / "sample"


def test_briefs_join_the_meetings_they_were_written_from():
    registry, lexicons = registry_module.load(), load_lexicons()
    counts: Counter[str] = Counter()
    for language in LANGUAGES:
        for line in (FOLDER / f"{language}.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            day = date.fromisoformat(row["date"]) if len(row["date"]) == 10 else None
            when = Published(day, "day", "stated") if day else Published()
            article = Article(row["title"], row["body"], language=language, published=when)
            found = annotate(article, registry, lexicons).meetings
            gold = set(row["meeting"])
            counts["asked"] += len(gold)
            counts["found"] += len(gold & {m.known for m in found})
            # A brief may also recall or announce another meeting; it is about its own.
            counts["strange"] += sum(
                m.known not in {*gold, None} and m.focus and m.status == "held" for m in found
            )
            counts["unjoined"] += sum(m.known is None for m in found)
    assert counts["asked"] >= 200
    assert counts["found"] >= 0.95 * counts["asked"], counts
    assert counts["strange"] <= 2, counts
    assert counts["unjoined"] <= 0.03 * counts["asked"], counts
