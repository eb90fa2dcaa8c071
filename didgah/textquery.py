"""The text query: words, "phrases", prefix*, AND, OR, NOT and parentheses.

Words next to each other must all occur. AND binds closer than OR, NOT closest.
Quotes may be "…", “…”, „…“ or «…»; punctuation in any script is passed over. Words are
compared by `didgah.language.fold.key`, so ي finds ی and a half-space finds a space; a
word the key takes apart («خانه‌ها», "Russia-OIC") is the phrase of its parts.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from didgah.language.fold import ZWNJ, key
from didgah.model import Span

_WORD = re.compile(r"[^\W_]+")
_QUOTES = {'"': '"', "“": "”", "„": "“”", "«": "»", "”": "”"}
_LEXEME = re.compile(r"\s+|[()]|\*|[\"“”„«»]|[^\s()*\"“”„«»]+")
_MAX_DEPTH = 40
_MAX_MENDED = 8  # faults of one query that are mended for a suggestion


class QueryError(ValueError):
    """A query that cannot be read.

    `position` is a character offset into the query, `message_key` a key of the message
    table, `hint` a query close to the one given that can be read ("" when none is).
    """

    def __init__(self, position: int, message_key: str, hint: str = "") -> None:
        super().__init__(f"{message_key} at {position}")
        self.position = position
        self.message_key = message_key
        self.hint = hint

    def __reduce__(self) -> tuple:
        return type(self), (self.position, self.message_key, self.hint)


@dataclass(frozen=True, slots=True)
class Words:
    """Consecutive tokens; with `prefix` the last one may go on."""

    tokens: tuple[str, ...]
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Not:
    node: Node


@dataclass(frozen=True, slots=True)
class And:
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    nodes: tuple[Node, ...]


Node = Words | Not | And | Or


def tokens(text: str) -> list[str]:
    """The tokens that are indexed and searched: runs of letters and digits of `key(text)`."""
    return _WORD.findall(key(text))


def located(text: str) -> list[tuple[str, Span]]:
    """`tokens(text)`, each with the span of `text` it was made from."""
    found: list[tuple[str, Span]] = []
    start = None
    for at, char in enumerate(text + " "):
        if _inside_word(char):
            start = at if start is None else start
        elif start is not None:
            span = Span(start, at)
            found += [(token, span) for token in tokens(text[start:at])]
            start = None
    return found


def parse(text: str) -> Node:
    """The query as a tree. Raises QueryError."""
    try:
        return _Parser(text).parse()
    except QueryError as error:
        raise QueryError(error.position, error.message_key, _mended(error.hint)) from None


def _mended(query: str) -> str:
    """`query` with its further faults mended as well; "" when there are too many."""
    for _ in range(_MAX_MENDED):
        if not query:
            break
        try:
            _Parser(query).parse()
        except QueryError as error:
            query = error.hint
        else:
            return query
    return ""


def matches(node: Node, words: Sequence[str]) -> bool:
    """Whether a text with these tokens, in order, answers the query."""
    match node:
        case Words():
            return any(True for _ in _places(node, words))
        case Not():
            return not matches(node.node, words)
        case And():
            return all(matches(one, words) for one in node.nodes)
        case Or():
            return any(matches(one, words) for one in node.nodes)


def spans(node: Node, text: str) -> tuple[Span, ...]:
    """What to highlight in `text`: every occurrence of the words not under a NOT, in order."""
    words = located(text)
    plain = [word for word, _ in words]
    found = {
        Span(words[at][1].start, words[at + len(leaf.tokens) - 1][1].end)
        for leaf in _wanted(node)
        for at in _places(leaf, plain)
    }
    return tuple(sorted(found, key=lambda span: (span.start, span.end)))


def _wanted(node: Node) -> list[Words]:
    match node:
        case Words():
            return [node]
        case Not():
            return []
    return [leaf for one in node.nodes for leaf in _wanted(one)]


def _places(leaf: Words, words: Sequence[str]) -> list[int]:
    size = len(leaf.tokens)
    *head, last = leaf.tokens
    return [
        at
        for at in range(len(words) - size + 1)
        if list(words[at : at + size - 1]) == head
        and (words[at + size - 1].startswith(last) if leaf.prefix else words[at + size - 1] == last)
    ]


@cache
def _inside_word(char: str) -> bool:
    if char.isalnum():
        return True
    # Marks and invisible characters that `key` drops do not end a word; the half-space does.
    return unicodedata.category(char) in ("Mn", "Mc", "Cf") and char not in (ZWNJ, "\u200b")


class _Parser:
    """Recursive descent over lexemes; positions are offsets into the query."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.items = [
            (found.group(), found.start())
            for found in _LEXEME.finditer(text)
            if not found.group().isspace()
        ]
        self.at = 0
        self.depth = 0

    def parse(self) -> Node:
        if not self.items:
            raise QueryError(0, "query.error.no_words")
        node = self.alternatives()
        if self.at < len(self.items):  # only ")" stops the grammar early
            place = self.items[self.at][1]
            raise QueryError(
                place, "query.error.closing", self.text[:place] + self.text[place + 1 :]
            )
        if node is None:
            raise QueryError(0, "query.error.no_words")
        return node

    def peek(self) -> str | None:
        return self.items[self.at][0] if self.at < len(self.items) else None

    def alternatives(self) -> Node | None:
        nodes = [self.conjunction()]
        while self.peek() == "OR":
            self.operator(nodes[-1])
            nodes.append(self.conjunction())
            self.operand(nodes[-1])
        return nodes[0] if len(nodes) == 1 else Or(tuple(n for n in nodes if n is not None))

    def conjunction(self) -> Node | None:
        nodes: list[Node] = []
        while (word := self.peek()) not in (None, ")", "OR"):
            if word == "AND":
                self.operator(nodes[-1] if nodes else None)
                following = self.negation()
                self.operand(following)
            else:
                following = self.negation()
            if following is not None:
                nodes.append(following)
        if not nodes:
            return None
        return nodes[0] if len(nodes) == 1 else And(tuple(nodes))

    def operator(self, before: Node | None) -> None:
        """Step over AND or OR, which need something before them."""
        word, place = self.items[self.at]
        if before is None:
            raise QueryError(place, "query.error.operand", self.drop(place, word))
        self.at += 1

    def operand(self, after: Node | None) -> None:
        """The operator just passed needs something after it."""
        if after is None:
            word, place = self.items[self.at - 1]
            raise QueryError(place, "query.error.operand", self.drop(place, word))

    def drop(self, place: int, word: str) -> str:
        return " ".join((self.text[:place] + self.text[place + len(word) :]).split())

    def negation(self) -> Node | None:
        if self.peek() != "NOT":
            return self.primary()
        word, place = self.items[self.at]
        self.at += 1
        self.deeper(place)
        node = self.negation() if self.peek() not in (None, ")", "AND", "OR") else None
        self.depth -= 1
        if node is None:
            raise QueryError(place, "query.error.operand", self.drop(place, word))
        return Not(node)

    def deeper(self, place: int) -> None:
        self.depth += 1
        if self.depth > _MAX_DEPTH:
            plain = [word for word, _ in self.items if word not in ("(", ")", "NOT")]
            raise QueryError(place, "query.error.too_deep", " ".join(plain))

    def primary(self) -> Node | None:
        if self.peek() in (None, "AND", "OR", ")"):
            return None
        word, place = self.items[self.at]
        self.at += 1
        if word == "(":
            return self.group(place)
        if word in _QUOTES:
            return self.phrase(word, place)
        if word == "*":
            raise QueryError(place, "query.error.prefix", self.drop(place, word))
        if word == "»":  # a stray closing quote says nothing
            return None
        return self.words(word)

    def group(self, place: int) -> Node:
        self.deeper(place)
        node = self.alternatives()
        self.depth -= 1
        if self.peek() != ")":
            raise QueryError(place, "query.error.opening", self.text.rstrip() + ")")
        self.at += 1
        if node is None:
            end = self.items[self.at - 1][1]
            rest = " ".join((self.text[:place] + " " + self.text[end + 1 :]).split())
            raise QueryError(place, "query.error.empty_group", rest)
        return node

    def phrase(self, quote: str, place: int) -> Node | None:
        """Everything up to the closing quote is words, operators too."""
        closers = _QUOTES[quote]
        end = min(
            (at for at in (self.text.find(c, place + 1) for c in closers) if at >= 0), default=-1
        )
        if end < 0:
            raise QueryError(place, "query.error.quote", self.text.rstrip() + closers[-1])
        while self.at < len(self.items) and self.items[self.at][1] <= end:
            self.at += 1
        inner = self.text[place + 1 : end]
        return self.star(inner.rstrip(), inner.rstrip().endswith("*"))

    def words(self, word: str) -> Node | None:
        return self.star(word, False)

    def star(self, words: str, prefix: bool) -> Node | None:
        """`words` as a leaf, taking in a `*` that follows directly."""
        if self.peek() == "*" and self.text[self.items[self.at][1] - 1 :][:1].strip():
            prefix = True
            self.at += 1
        found = tuple(tokens(words))
        return Words(found, prefix) if found else None
