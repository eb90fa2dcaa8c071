"""The message table: every text in both languages, every key used, every used key there."""

import ast
import re
import string
from pathlib import Path

import pytest

from didgah.language import messages
from didgah.language.messages import MessageError, MissingMessage, load, plural, text

ROOT = Path(__file__).resolve().parents[3]
TABLE = load()
# Families of keys that code puts together at run time: "language." + code and the like.
SOURCES = [
    path
    for folder in ("components", "pages", "didgah")
    for path in sorted((ROOT / folder).rglob("*.py"))
]


def _literals() -> tuple[set[str], set[str]]:
    """String constants of the code, and the constant beginnings of its f-strings and sums."""
    whole, heads = set(), set()
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                whole.add(node.value)
            elif isinstance(node, ast.JoinedStr):
                heads.add(_pattern(node))
    return whole, heads


def _pattern(node: ast.JoinedStr) -> str:
    parts = [
        re.escape(part.value) if isinstance(part, ast.Constant) else r".+" for part in node.values
    ]
    return "".join(parts)


WHOLE, PATTERNS = _literals()
# A pattern must begin or end with enough of a key to mean anything.
TELLING = [re.compile(one) for one in PATTERNS if re.search(r"[a-z_]+\\?\.|\\?\.[a-z_]+", one)]


def _used(key: str) -> bool:
    stems = {key, re.sub(r"\.(one|many)$", "", key)}
    if stems & WHOLE:
        return True
    # "language" + "." + code: the family's name stands in the code as a whole.
    if any(pattern.fullmatch(stem) for pattern in TELLING for stem in stems):
        return True
    return key.rpartition(".")[0] + "." in WHOLE or key.rpartition(".")[0] in WHOLE


@pytest.mark.parametrize("key", sorted(TABLE))
def test_message_stands_in_both_languages_with_the_same_fields(key):
    texts = TABLE[key]
    assert set(texts) >= {"en", "fa"}
    assert all(one.strip() for one in texts.values())
    fields = {
        language: {name for _, name, _, _ in string.Formatter().parse(one) if name is not None}
        for language, one in texts.items()
    }
    if key.endswith(".one"):  # "one article" need not say the number
        fields = {language: names - {"n"} for language, names in fields.items()}
    assert fields["en"] == fields["fa"]


@pytest.mark.parametrize("key", sorted(TABLE))
def test_persian_message_is_written_as_an_editor_writes(key):
    persian = re.sub("«[يكى]»", "", TABLE[key]["fa"])  # where a letter itself is spoken of
    assert not set("يكىةۀ") & set(persian), "Arabic letters in Persian text"
    assert not re.search(r"\bن?می [آ-ی]", persian), "می needs a half-space"
    assert not re.search(r"[آ-ی] ها(ی|یی)?\b", persian), "ها needs a half-space"
    assert "می‌باشد" not in persian
    assert not re.search(r" [،؛:؟!]", persian), "no space before punctuation"


def test_no_message_is_left_over():
    assert [key for key in sorted(TABLE) if not _used(key)] == []


def test_every_key_that_code_asks_for_is_there():
    missing = []
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and node.args):
                continue
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            first = node.args[0]
            if name in ("text", "plural") and isinstance(first, ast.Constant) and isinstance(
                    first.value, str) and "." in first.value:
                key = first.value + (".many" if name == "plural" else "")
                if key not in TABLE:
                    missing.append(f"{path.name}:{node.lineno}: {key}")
    assert missing == []


def test_values_are_filled_in():
    assert text("progress.of", "en", done="3", total="10") == "3 of 10"
    assert text("progress.of", "fa", done="۳", total="۱۰") == "۳ از ۱۰"


def test_plural_counts_in_the_readers_digits():
    assert plural("evidence.articles", "en", 1) == "1 article"
    assert plural("evidence.articles", "en", 1491) == "1,491 articles"
    assert plural("evidence.articles", "fa", 1491) == "۱٬۴۹۱ خبر"


def test_missing_key_warns_and_missing_language_falls_back_to_english(monkeypatch):
    with pytest.warns(MissingMessage, match="no message 'nowhere'"):
        assert text("nowhere", "fa") == "nowhere"
    monkeypatch.setattr(messages, "_table", lambda: {"half": {"en": "Half"}})
    with pytest.warns(MissingMessage, match="'half' has no 'fa'"):
        assert text("half", "fa") == "Half"


def test_two_files_may_not_write_one_key(tmp_path):
    (tmp_path / "a.toml").write_text('"x.y" = { en = "1", fa = "۱" }', encoding="utf-8")
    (tmp_path / "b.toml").write_text('"x.y" = { en = "2", fa = "۲" }', encoding="utf-8")
    with pytest.raises(MessageError, match=r"b\.toml: 'x\.y' already stands in a\.toml"):
        load(tmp_path)


@pytest.mark.parametrize("content", ['"x" = "one text"', '"x" = { en = 1 }', '"x" = {'])
def test_malformed_message_file_is_named(tmp_path, content):
    (tmp_path / "a.toml").write_text(content, encoding="utf-8")
    with pytest.raises(MessageError, match=r"a\.toml"):
        load(tmp_path)
