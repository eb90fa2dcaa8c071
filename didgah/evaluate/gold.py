"""Gold files of every accepted form, as articles with labels; what cannot be used, as faults."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from didgah.annotate.published import publication_of
from didgah.evaluate.conll import sentences
from didgah.evaluate.label_lines import digest, labels_of_row
from didgah.evaluate.label_names import kinds_of
from didgah.evaluate.labels import Date, Fault, GoldArticle, Labels, Name
from didgah.evaluate.span_lines import NotGold, published_of, spans_of, text_of
from didgah.language.detect import language_of
from didgah.model import LANGUAGES, Article, Language, Published

_COLUMN_FILES = frozenset((".tsv", ".conll", ".iob", ".bio", ".txt"))
_LINE_FILES = frozenset((".jsonl", ".ndjson", ".json"))
_SPLITS = ("tune", "report", "", None)
_ENOUGH = 20_000  # characters of a file that are asked for its language


@dataclass(slots=True)
class Gold:
    """What was read: articles, faults, labels that were passed over, and digests of the files."""

    articles: list[GoldArticle] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    ignored: Counter[str] = field(default_factory=Counter)
    files: dict[str, str] = field(default_factory=dict)


def files_of(paths: Sequence[Path]) -> list[Path]:
    """The gold files among `paths` and in the folders among them, in order of name."""
    known = _COLUMN_FILES | _LINE_FILES
    return [
        one for path in paths for one in (
            sorted(p for p in path.rglob("*") if p.suffix in known) if path.is_dir() else [path])
    ]


def read_gold(
    paths: Sequence[Path], task: str, texts: Mapping[str, Article],
    labels: Mapping[str, str] | None = None, language: Language = "",
) -> Gold:
    """Gold of all files. `task` says what bare spans are ("names" or "dates").

    `texts` are the articles that gold without texts speaks of, by id; `labels` maps labels
    of other corpora; `language` is that of texts that state none, told from each file when "".
    """
    gold = Gold()
    kinds = kinds_of(task, labels or {})
    for path in files_of(paths):
        try:
            data = path.read_bytes()
            lines = data.decode("utf-8-sig").split("\n")  # U+2028 may stand inside a string
        except OSError as error:
            gold.faults.append(Fault(path.name, None, str(error.strerror or error)))
            continue
        except UnicodeDecodeError as error:
            line = data[: error.start].count(b"\n") + 1
            gold.faults.append(Fault(path.name, line, "not UTF-8"))
            continue
        name = f"{path.parent.name}/{path.name}" if path.name in gold.files else path.name
        gold.files[name] = hashlib.sha256(data).hexdigest()
        if path.suffix in _LINE_FILES:
            _lines(path, lines, task, kinds, texts, language, gold)
        else:
            _columns(path, lines, task, kinds, language, gold)
    return gold


def wanted_texts(paths: Sequence[Path]) -> set[str]:
    """Ids of the articles that gold without texts speaks of."""
    wanted = set()
    for path in files_of(paths):
        if path.suffix not in _LINE_FILES or not path.is_file():
            continue
        for line in path.read_text("utf-8", errors="replace").split("\n"):
            row = _parsed(line)
            if isinstance(row, dict):
                group = row.get("group")
                named = [row.get("article"), row.get("a"), row.get("b"),
                         *(group if isinstance(group, list) else ())]
                wanted |= {one for one in named if isinstance(one, str)}
    return wanted


def _parsed(line: str) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None


def _columns(
    path: Path, lines: Sequence[str], task: str, kinds: Mapping[str, str], language: Language,
    gold: Gold,
) -> None:
    faults: list[tuple[int, str]] = []
    found = list(sentences(lines, kinds, gold.ignored, faults))
    gold.faults += [Fault(path.name, number, reason) for number, reason in faults]
    if not found and not faults:
        gold.faults.append(Fault(path.name, None, "no sentence in it"))
    told = language or _language(one.text for one in found)
    gold.articles += [
        _bare(one.text, one.spans, task, told, None, f"{path.name}:{one.line}") for one in found
    ]


def _lines(
    path: Path, lines: Sequence[str], task: str, kinds: Mapping[str, str],
    texts: Mapping[str, Article], language: Language, gold: Gold,
) -> None:
    rows = [(number, line, _parsed(line)) for number, line in enumerate(lines, start=1)
            if line.strip()]
    told = language or _language(
        row["text"] for _, _, row in rows
        if isinstance(row, dict) and isinstance(row.get("text"), str)
    )
    bare: list[GoldArticle] = []
    for number, _, row in rows:
        where = f"{path.name}:{number}"
        try:
            if not isinstance(row, dict):
                raise NotGold("no JSON object")
            if "article" in row:
                gold.articles.append(_labelled(row, texts, where))
                continue
            text = text_of(row)
            spans = spans_of(row, text, kinds, gold.ignored)
            stated = row.get("language")
            bare.append(_bare(
                text, spans, task, stated if stated in LANGUAGES else told, published_of(row),
                where,
            ))
        except NotGold as fault:
            gold.faults.append(Fault(path.name, number, str(fault)))
    # A file whose spans bear no labels says nothing of kinds, also in texts without spans.
    typed = any(name.kind for one in bare for name in one.labels.names or ()) or any(
        label.type for one in bare for label in one.labels.dates or ())
    gold.articles += [replace(one, labels=replace(one.labels, typed=typed)) for one in bare]


def _labelled(row: dict[str, Any], texts: Mapping[str, Article], where: str) -> GoldArticle:
    article = texts.get(row["article"]) if isinstance(row["article"], str) else None
    if article is None:
        raise NotGold(f"no text of article {row['article']}: give the corpus with --texts")
    if row.get("sha256") and row["sha256"] != digest(article.text):
        raise NotGold(f"the text of article {row['article']} is not the one that was labelled")
    day = published_of(row)
    if day is not None and day != publication_of(article).value:
        article = replace(article, published=Published(day, "day", "stated"))
    stated, split = row.get("language"), row.get("split")
    language = stated if stated in LANGUAGES else article.language or language_of(article.text)
    if split not in _SPLITS:
        raise NotGold(f"split {split!r} is none of tune, report")
    return GoldArticle(row["article"], article, labels_of_row(row, article.text), language,
                       where, split or "")


def _bare(
    text: str, spans: Iterable[tuple[int, int, str]], task: str, language: Language,
    published: date | None, where: str,
) -> GoldArticle:
    """A text that is no article: read as a body under an empty title, so offsets move by one."""
    article = Article("", text, language=language,
                      published=Published(published, "day", "stated") if published
                      else Published())
    labels = Labels(
        names=tuple(Name(start + 1, end + 1, kind) for start, end, kind in spans)
        if task == "names" else None,
        dates=tuple(Date(start + 1, end + 1, kind, valued=False) for start, end, kind in spans)
        if task == "dates" else None,
    )
    return GoldArticle(where, article, labels, language, where)


def _language(parts: Iterable[str]) -> Language:
    text = ""
    for part in parts:
        text += part + "\n"
        if len(text) > _ENOUGH:
            break
    return language_of(text)
