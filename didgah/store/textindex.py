"""The text index of one segment: tantivy over folded tokens, positions kept.

Texts are cut into tokens here (`didgah.textquery.tokens`), not by tantivy, so that a query
and a text are always cut alike. The index answers with article numbers and scores.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import tantivy

from didgah import textquery
from didgah.textquery import And, Node, Not, Or, Words

_FIELD = "text"
_NUMBER = "a"


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field(_FIELD, tokenizer_name="whitespace")
    builder.add_unsigned_field(_NUMBER, fast=True)
    return builder.build()


def _prepare(index: tantivy.Index) -> tantivy.Index:
    splitter = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
    index.register_tokenizer("whitespace", splitter)
    return index


def write(directory: Path, texts: Iterable[tuple[int, str]]) -> None:
    """Index (article number, text) pairs into the empty or missing `directory`."""
    directory.mkdir(parents=True, exist_ok=True)
    index = _prepare(tantivy.Index(_schema(), str(directory)))
    writer = index.writer(heap_size=64_000_000, num_threads=1)
    for number, text in texts:
        document = tantivy.Document()
        document.add_unsigned(_NUMBER, number)
        document.add_text(_FIELD, " ".join(textquery.tokens(text)))
        writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()


class TextIndex:
    """An index opened for reading. Safe to use from several threads."""

    def __init__(self, directory: Path) -> None:
        """Raises ValueError when `directory` holds no readable index."""
        index = _prepare(tantivy.Index.open(str(directory)))
        self._schema = index.schema
        self._searcher = index.searcher()

    def find(self, node: Node) -> list[tuple[int, float]]:
        """(article number, BM25 score) of every article that answers the query."""
        size = self._searcher.num_docs
        if not size:
            return []
        found = self._searcher.search(_query(node, self._schema), limit=size, count=False).hits
        numbers = self._searcher.fast_field_values(_NUMBER, [place for _, place in found])
        return [(number, score) for number, (score, _) in zip(numbers, found, strict=True)]


def _query(node: Node, schema: tantivy.Schema) -> tantivy.Query:
    must, should, must_not = (
        tantivy.Occur.Must, tantivy.Occur.Should, tantivy.Occur.MustNot,
    )
    match node:
        case Words():
            return _words(node, schema)
        case Not():
            everything = tantivy.Query.const_score_query(tantivy.Query.all_query(), 0.0)
            return tantivy.Query.boolean_query(
                [(must, everything), (must_not, _query(node.node, schema))]
            )
        case And():
            return tantivy.Query.boolean_query([(must, _query(one, schema)) for one in node.nodes])
        case Or():
            return tantivy.Query.boolean_query(
                [(should, _query(one, schema)) for one in node.nodes]
            )


def _words(leaf: Words, schema: tantivy.Schema) -> tantivy.Query:
    # Tokens are letters and digits only, so nothing in them means anything to a regex.
    if leaf.prefix and len(leaf.tokens) == 1:
        return tantivy.Query.regex_query(schema, _FIELD, leaf.tokens[0] + ".*")
    if leaf.prefix:
        return tantivy.Query.regex_phrase_query(
            schema, _FIELD, [*leaf.tokens[:-1], leaf.tokens[-1] + ".*"]
        )
    if len(leaf.tokens) == 1:
        return tantivy.Query.term_query(schema, _FIELD, leaf.tokens[0])
    return tantivy.Query.phrase_query(schema, _FIELD, list(leaf.tokens))
