"""Natasha's shipped weights for Russian: name spans and the case of words.

Slovnet (a small convolutional network over quantised navec embeddings) with the weights that
lie in the data folder of the natasha package (MIT). They are loaded when the first Russian
article is read, once per process, without importing natasha, which would pull in its
morphological dictionaries. Nothing is fetched. https://github.com/natasha/slovnet
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from didgah.annotate.candidates.name_spans import NameSpan
from didgah.model import CandidateKind, Span

if TYPE_CHECKING:
    from navec import Navec
    from slovnet import NER, Morph

EMBEDDING = "emb/navec_news_v1_1B_250K_300d_100q.tar"
NER_MODEL, _MORPH_MODEL = "model/slovnet_ner_news_v1.tar", "model/slovnet_morph_news_v1.tar"
_KINDS: dict[str, CandidateKind] = {"PER": "person", "LOC": "place", "ORG": "organisation"}
_LONGEST = 160  # tokens read at once; a list without a full stop is cut, not padded
_BATCH = 16
# The network sees three words to either side of a word, so that far from a capital letter
# nothing needs to be read. Names of bodies run on in small letters.
_BEFORE, _BEHIND = 4, 10
_SEEN = 3

Token = tuple[int, int, str]  # start, end, the word


@dataclass(frozen=True, slots=True)
class Grammar:
    """What is said of a word: Universal Dependencies' tags, "" when there is none."""

    pos: str = ""
    case: str = ""
    gender: str = ""
    number: str = ""


def tokens_of(text: str, sentences: Iterable[Span]) -> list[list[Token]]:
    """The words of each stretch that is read at once, in order; offsets into `text`.

    Stretches are sentences, without what is far from any capital letter.
    """
    from razdel import tokenize

    found: list[list[Token]] = []
    for span in sentences:
        words = [
            (span.start + one.start, span.start + one.stop, one.text)
            for one in tokenize(text[span.start : span.end])
        ]
        capital = [at for at, word in enumerate(words) if word[2][0].isupper()]
        found += around(words, [(at, at) for at in capital], _BEFORE, _BEHIND)
    return found


def around(
    words: Sequence[Token], wanted: Sequence[tuple[int, int]], before: int, behind: int
) -> Iterator[list[Token]]:
    """The stretches of `words` that hold the ranges `wanted`, ascending, and some words more."""
    start = end = 0
    for first, last in wanted:
        if first - before > end:
            yield from _cut(words[start:end])
            start = max(0, first - before)
        elif end == 0:
            start = max(0, first - before)
        end = max(end, min(len(words), last + 1 + behind))
    yield from _cut(words[start:end])


def _cut(words: Sequence[Token]) -> Iterator[list[Token]]:
    for at in range(0, len(words), _LONGEST):
        yield list(words[at : at + _LONGEST])


def name_spans(stretches: Sequence[list[Token]]) -> list[NameSpan]:
    """The names in `stretches`, in their order."""
    tagged = _tag(_models()[0], stretches)
    return [one for at, words in enumerate(stretches) for one in _spans(words, tagged.get(at, []))]


def grammar_of(stretches: Sequence[list[Token]], starts: Sequence[int]) -> dict[int, Grammar]:
    """Start of word → its grammar, for every word of `stretches` at one of `starts`.

    `starts` ascend; words beside them are told too.
    """
    windows = []
    for words in stretches:
        wanted = [
            (at, at) for at, word in enumerate(words)
            if bisect_left(starts, word[0]) < bisect_right(starts, word[1] - 1)
        ]
        windows += [one for one in around(words, wanted, _SEEN, _SEEN) if one]
    tagged = _tag(_models()[1], windows)
    return {
        word[0]: _grammar(tag)
        for at, tags in tagged.items() for word, tag in zip(windows[at], tags, strict=True)
    }


def _tag(model: NER | Morph, stretches: Sequence[list[Token]]) -> dict[int, list[str]]:
    """Number of stretch → a tag per word. Stretches of a length go together: less padding."""
    order = sorted((at for at in range(len(stretches)) if stretches[at]),
                   key=lambda at: len(stretches[at]))
    infer, vocabulary = model.infer, model.infer.decoder.tags_vocab
    items = ([word[2] for word in stretches[at]] for at in order)
    rows = infer.process(infer.encoder(items))
    if not order:
        return {}
    return {
        at: [vocabulary.decode(int(tag)) for tag in row]
        for at, row in zip(order, rows, strict=True)
    }


def _spans(words: Sequence[Token], tags: Sequence[str]) -> Iterator[NameSpan]:
    start = end = 0
    kind = ""
    for (first, last, _), tag in zip(words, tags, strict=True):
        head, _, what = tag.partition("-")
        if kind and (head != "I" or what != kind):
            yield NameSpan(start, end, _KINDS[kind])
            kind = ""
        if not kind and head in ("B", "I"):
            kind, start = what, first
        end = last
    if kind:
        yield NameSpan(start, end, _KINDS[kind])


@cache
def _grammar(tag: str) -> Grammar:
    pos, _, rest = tag.partition("|")
    features = dict(one.split("=", 1) for one in rest.split("|") if "=" in one)
    return Grammar(pos, features.get("Case", ""), features.get("Gender", ""),
                   features.get("Number", ""))


def weights(name: str) -> Path:
    """A file of natasha's data folder. Raises ModuleNotFoundError without natasha."""
    spec = find_spec("natasha")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("natasha is not installed: Russian names need its weights")
    return Path(spec.origin).parent / "data" / name


@cache
def given_names() -> frozenset[str]:
    """Russian first names in lower case, some 7,600: natasha's own list."""
    return frozenset(weights("dict/first.txt").read_text(encoding="utf-8").split())


@cache
def _models() -> tuple[NER, Morph]:
    """Both networks on one embedding and one vocabulary, which are most of their weight."""
    from slovnet import NER, Morph

    embedding = _embedding(weights(EMBEDDING))
    ner = NER.load(weights(NER_MODEL), batch_size=_BATCH).navec(embedding)
    morph = Morph.load(weights(_MORPH_MODEL), batch_size=_BATCH).navec(embedding)
    if morph.infer.encoder.words_vocab.items == ner.infer.encoder.words_vocab.items:
        morph.infer.encoder.words_vocab = ner.infer.encoder.words_vocab
    return ner, morph


def _embedding(path: Path) -> Navec:
    """The vectors of a navec file without its words, which the networks bring with them, and
    without the tables of distances that navec works out: 170 MB that nobody asks for.
    """
    from navec import Navec
    from navec.meta import Meta
    from navec.pq import PQ
    from navec.tar import Tar

    class Vectors(PQ):
        def precompute(self) -> None:
            """Nothing, in place of the tables."""

    with Tar(path) as tar:
        return Navec(Meta.from_file(tar.load("meta.json")), None, Vectors.from_file(
            tar.load("pq.bin")))
