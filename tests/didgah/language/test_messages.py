"""The message table: every text in every language, every key used, every used key there."""

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
    if key in WHOLE:
        return True
    # "language" + "." + code: the family's name stands in the code as a whole.
    if any(pattern.fullmatch(key) for pattern in TELLING):
        return True
    return key.rpartition(".")[0] + "." in WHOLE or key.rpartition(".")[0] in WHOLE


def _forms(found: messages.Text) -> list[str]:
    return list(found.values()) if isinstance(found, dict) else [found]


def _fields(one: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(one) if name is not None}


@pytest.mark.parametrize("key", sorted(TABLE))
def test_message_stands_in_every_language_with_the_same_fields(key):
    texts = TABLE[key]
    assert list(texts) == ["en", "fa", "ru", "ar"][: len(texts)]
    assert set(texts) >= set(messages.INTERFACE_LANGUAGES)
    fields = set().union(*map(_fields, _forms(texts["en"])))
    for found in texts.values():
        for form in _forms(found):
            assert form.strip()
            missing = fields - _fields(form)
            # "one article" need not say the number; every other field is said in every form.
            assert missing <= ({"n"} if isinstance(found, dict) else set())
            assert _fields(form) <= fields


@pytest.mark.parametrize("key", [k for k in sorted(TABLE) if any(
    isinstance(one, dict) for one in TABLE[k].values())])
def test_message_has_the_plural_forms_that_whole_numbers_take(key):
    for language, found in TABLE[key].items():
        if isinstance(found, dict):
            needed = {messages.category(n, language) for n in range(201)}
            assert set(found) == needed, language


@pytest.mark.parametrize("key", sorted(TABLE))
def test_persian_message_is_written_as_an_editor_writes(key):
    persian = "\n".join(_forms(TABLE[key]["fa"]))
    persian = re.sub("«[يكى]»", "", persian)  # where a letter itself is spoken of
    assert not set("يكىةۀ") & set(persian), "Arabic letters in Persian text"
    assert not re.search(r"\bن?می [آ-ی]", persian), "می needs a half-space"
    assert not re.search(r"[آ-ی] ها(ی|یی)?\b", persian), "ها needs a half-space"
    assert "می‌باشد" not in persian
    assert not re.search(r" [،؛:؟!]", persian), "no space before punctuation"


@pytest.mark.parametrize("key", sorted(TABLE))
def test_arabic_message_is_written_as_an_editor_writes(key):
    arabic = "\n".join(_forms(TABLE[key]["ar"]))
    arabic = re.sub("«[^»]*»", "«»", arabic)  # a word quoted may be Persian
    assert not set("یکگچپژہۀ\u200c۰۱۲۳۴۵۶۷۸۹") & set(arabic), "Persian letters in Arabic text"
    assert not re.search(r"[ء-ي] ?[,;?]", arabic), "the comma is «،», the semicolon «؛»"
    assert not re.search(r"[ء-ي]ة[ء-ي]|[ء-ي]ى[ء-ي]", arabic), "ة and ى end a word"
    assert not re.search(r"\bو ", arabic), "«و» is joined to its word"
    assert not re.search(r" [،؛:؟!]", arabic), "no space before punctuation"


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
            key = first.value if isinstance(first, ast.Constant) else None
            asked = name in ("text", "plural") and isinstance(key, str) and "." in key
            if asked and key not in TABLE:
                missing.append(f"{path.name}:{node.lineno}: {key}")
    assert missing == []


def test_values_are_filled_in():
    assert text("progress.of", "en", done="3", total="10") == "3 of 10"
    assert text("progress.of", "fa", done="۳", total="۱۰") == "۳ از ۱۰"


def test_plural_counts_in_the_readers_digits():
    assert plural("evidence.articles", "en", 1) == "1 article"
    assert plural("evidence.articles", "en", 1491) == "1,491 articles"
    assert plural("evidence.articles", "fa", 1491) == "۱٬۴۹۱ خبر"


@pytest.mark.parametrize(("language", "n", "category"), [
    ("ru", 1, "one"), ("ru", 3, "few"), ("ru", 11, "many"), ("ru", 21, "one"), ("ru", 212, "many"),
    ("ar", 0, "zero"), ("ar", 2, "two"), ("ar", 5, "few"), ("ar", 11, "many"), ("ar", 100, "other"),
    ("en", 0, "other"), ("en", 1, "one"),
])  # fmt: skip
def test_plural_category_is_that_of_the_standard(language, n, category):
    assert messages.category(n, language) == category


def test_text_with_plural_forms_needs_its_number():
    with pytest.raises(MessageError, match="needs a number"):
        text("evidence.articles", "en")


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


@pytest.mark.parametrize(
    "content", ['"x" = "one text"', '"x" = { en = 1 }', '"x" = { en = {} }', '"x" = {'])
def test_malformed_message_file_is_named(tmp_path, content):
    (tmp_path / "a.toml").write_text(content, encoding="utf-8")
    with pytest.raises(MessageError, match=r"a\.toml"):
        load(tmp_path)
