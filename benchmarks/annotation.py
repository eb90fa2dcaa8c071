"""How long annotation takes, beside hazm's normalise + tokenise + lemmatise in the same run.

    .venv/bin/python benchmarks/annotation.py [PATH …] [--characters 3000] [--rounds 5]

Persian texts of `--characters` each, out of PATHs or of the bundled briefs joined together;
both programs read all of them once unmeasured, then in turns, and the median round counts. One
process, one core. The memory is that of a fresh process that annotates the same texts.
"""

from __future__ import annotations

import argparse
import multiprocessing
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from didgah import registry
from didgah.annotate.pipeline import annotate, load_lexicons
from didgah.model import Article, Published
from didgah.readers import read_paths

BRIEFS = Path(__file__).resolve().parents[1] / "data" / "sample" / "fa.jsonl"
MOST = 60  # texts


def texts_of(paths: list[Path], characters: int) -> list[Article]:
    """Articles of `characters` and a title each; shorter ones are joined, longer ones cut."""
    made: list[Article] = []
    title, body = "", ""
    for item in read_paths(paths):
        if not isinstance(item, Article):
            continue
        title = title or item.title
        body = f"{body}\n{item.body}" if body else item.body
        if len(title) + 1 + len(body) >= characters:
            made.append(Article(title, body[: characters - len(title) - 1], language="fa",
                                published=Published(date(2021, 11, 25), "day", "stated")))
            title, body = "", ""
        if len(made) == MOST:
            break
    return made


def annotator() -> Callable[[Article], object]:
    """The whole annotation, its tools loaded."""
    tables, lexicons = registry.load(), load_lexicons()
    return lambda article: annotate(article, tables, lexicons)


def hazm_steps() -> Callable[[Article], object]:
    """hazm's normaliser, word tokeniser and lemmatiser with their defaults."""
    import hazm

    normalizer, tokenizer = hazm.Normalizer(), hazm.WordTokenizer()
    lemmatizer = hazm.Lemmatizer()
    return lambda article: [
        lemmatizer.lemmatize(word)
        for word in tokenizer.tokenize(normalizer.normalize(article.text))
    ]


def seconds(read: Callable[[Article], object], texts: list[Article]) -> float:
    """Time to read all texts once."""
    began = time.perf_counter()
    for text in texts:
        read(text)
    return time.perf_counter() - began


def peak(texts: list[Article], answer: multiprocessing.Queue) -> None:
    """Send the peak resident size, in MB, of a process that annotates `texts`."""
    seconds(annotator(), texts)
    # getrusage would give the peak of the process that started this one, when that was larger.
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    status = dict(line.split(":", 1) for line in lines)
    answer.put(int(status["VmHWM"].split()[0]) / 1024)


def main() -> int:
    """Measure and print. 1 when there is too little text."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH")
    parser.add_argument("--characters", type=int, default=3000)
    parser.add_argument("--rounds", type=int, default=5)
    args = parser.parse_args()
    texts = texts_of(args.paths or [BRIEFS], args.characters)
    if not texts:
        print(f"less than {args.characters:,} characters of text", file=sys.stderr)
        return 1
    ours, theirs = annotator(), hazm_steps()
    seconds(ours, texts)
    seconds(theirs, texts)
    rounds = [(seconds(ours, texts), seconds(theirs, texts)) for _ in range(args.rounds)]
    mine, hazms = (statistics.median(column) for column in zip(*rounds, strict=True))
    total = sum(len(text.text) for text in texts)
    context = multiprocessing.get_context("spawn")
    answer = context.Queue()
    worker = context.Process(target=peak, args=(texts, answer))
    worker.start()
    memory = answer.get()
    worker.join()
    print(f"{len(texts)} texts of {args.characters:,} characters, median of {args.rounds} rounds")
    for name, spent in (("didgah annotate", mine), ("hazm", hazms)):
        print(f"{name:16} {1000 * spent / len(texts):7.1f} ms a text  {total / spent:10,.0f} "
              "characters/s")
    print(f"ratio            {mine / hazms:7.2f}")
    print(f"peak memory      {memory:7.0f} MB of one worker")
    return 0


if __name__ == "__main__":
    sys.exit(main())
