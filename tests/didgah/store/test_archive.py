"""The raw archive: once stored, versions, batches that are whole or not there."""

import gzip
import json
import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from didgah.model import Article, Published, Rejected
from didgah.store.archive import AddReport, Archive, ArchiveBusy
from didgah.store.line_file import ArchiveDamaged

BODY = "وزیر خارجه در کازان گفت که گفت‌وگوها ادامه دارد و نشست بعدی در جده برگزار می‌شود"
ONE = Article("دیدار در کازان", BODY, "https://news.example/1", "فارس", "fa",
              Published(date(2021, 7, 30), "day", "stated"), "a.csv:2")
TWO = Article("دیدار در جده", BODY + " دو", "https://news.example/2", "فارس", "fa")
REFUSED = Rejected("a.csv", 3, "rejected.empty_body", "", "عنوان")
NOTE = Rejected("a.csv", 2, "noted.date_unreadable", "soon", "عنوان")


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "archive").iterdir())


def test_what_goes_in_comes_out_as_it_was(tmp_path: Path) -> None:
    full = replace(ONE, fetched=datetime(2021, 8, 1, 2, 3, tzinfo=UTC), sources=("https://a.org",),
                   title="ي ك \u200c \u202e <script>", body="=1+1\n\u2028 😀")
    archive = Archive(tmp_path)
    report = archive.add([full, NOTE, TWO, REFUSED], "a.csv")
    assert report == AddReport(2, 0, 0, 1, 1, report.reasons, "000001")
    assert dict(report.reasons) == {"rejected.empty_body": 1, "noted.date_unreadable": 1}
    assert list(archive.articles()) == [full, TWO]
    assert list(archive.rejected()) == [NOTE, REFUSED]
    [batch] = archive.batches()
    assert (batch.source, batch.new, batch.rejected, batch.notes) == ("a.csv", 2, 1, 1)
    assert [article.id for article in archive.articles()] == [full.id, TWO.id]


def test_the_same_article_is_stored_once(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    archive.add([ONE, replace(ONE, origin="elsewhere:9"), TWO], "a")
    digest = archive.digest()
    report = archive.add([TWO, ONE], "b")
    assert (report.new, report.changed, report.unchanged, report.batch_id) == (0, 0, 2, "")
    assert list(archive.articles()) == [ONE, TWO]
    assert archive.digest() == digest
    assert len(archive.batches()) == 1


def test_a_changed_article_becomes_a_version(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    archive.add([ONE, TWO], "a")
    digest = archive.digest()
    changed = replace(ONE, body="متنی سراسر دیگر", url="http://News.example/1?utm_source=x#top")
    report = archive.add([changed], "b")
    assert (report.new, report.changed) == (0, 1)
    assert archive.digest() != digest
    assert list(archive.articles()) == [TWO, changed]
    third = replace(ONE, title="عنوان تازه")
    archive.add([third], "c")
    for article in (ONE, changed, third):
        assert archive.versions(article.id) == (ONE, changed, third)
    assert archive.versions(TWO.id) == (TWO,)
    assert archive.versions("none") == ()
    assert archive.add([ONE], "d").unchanged == 1  # an old file does not bring back old states
    assert list(archive.articles()) == [TWO, third]


def test_without_an_address_a_shared_text_makes_the_version(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    plain = replace(ONE, url="")
    archive.add([plain], "a")
    longer = replace(plain, body=BODY + " و افزود که همکاری گسترش می‌یابد")
    other = replace(plain, body="بازیکن تیم فوتبال کازان از سفر به اروپا بازگشت و مصدوم شد")
    another_day = replace(longer, published=Published(date(2022, 1, 1), "day", "stated"))
    undated = replace(plain, body=BODY + " سه", published=Published())
    report = archive.add([longer, other, another_day], "b")
    assert (report.new, report.changed) == (2, 1)
    assert list(archive.articles()) == [longer, other, another_day]
    assert archive.add([undated], "c").changed == 1


def test_a_feeds_summary_does_not_replace_the_full_text(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    feed = Published(date(2021, 7, 30), "day", "feed")
    summary = replace(ONE, body="وزیر خارجه در کازان سخن گفت", published=feed)
    full = replace(ONE, body=BODY * 3, published=feed)
    assert archive.add([summary], "feed").new == 1
    assert archive.add([full], "pages").changed == 1
    assert archive.add([summary, replace(summary, title="دیدار")], "feed").unchanged == 2
    assert list(archive.articles()) == [full]


def test_a_home_page_is_nobodys_address(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    home = "https://news.example/"
    report = archive.add([replace(ONE, url=home), replace(TWO, url=home)], "a")
    assert (report.new, report.changed) == (2, 0)


def test_an_address_on_many_posts_of_one_import_identifies_none(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    posts = [Article(f"خبر {n}", " ".join(f"واژه{n}x{i}" for i in range(20)), "https://t.example/ch")
             for n in range(30)]
    assert archive.add(posts[:20], "a").new == 20
    assert archive.add(posts, "b").new == 10
    assert archive.add([replace(posts[25], body=posts[25].body + " پس")], "c").changed == 1
    assert len(list(archive.articles())) == 30


def test_a_change_within_one_import_is_a_version_too(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    later = replace(ONE, body=BODY + " پایان")
    report = archive.add([ONE, later], "a")
    assert (report.new, report.changed) == (1, 1)
    assert list(archive.articles()) == [later]
    assert archive.versions(ONE.id) == (ONE, later)


def test_refusals_alone_are_kept_and_given_once(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    digest = archive.digest()
    archive.add([REFUSED], "a")
    archive.add([REFUSED, replace(REFUSED, line=9)], "b")
    assert list(archive.rejected()) == [REFUSED, replace(REFUSED, line=9)]
    assert list(archive.rejected("000001")) == [REFUSED]
    assert archive.digest() == digest
    assert list(archive.articles()) == []


def test_an_empty_archive_answers(tmp_path: Path) -> None:
    archive = Archive(tmp_path / "new")
    assert (list(archive.articles()), list(archive.rejected()), archive.batches()) == ([], [], [])
    assert archive.digest() == Archive(tmp_path / "other").digest()
    assert not (tmp_path / "new").exists()


def test_equal_archives_have_equal_digests(tmp_path: Path) -> None:
    for name in "ab":
        archive = Archive(tmp_path / name)
        archive.add([ONE], name)
        archive.add([REFUSED] if name == "a" else [], name)
        archive.add([TWO], name)
    assert Archive(tmp_path / "a").digest() == Archive(tmp_path / "b").digest()


def test_text_that_cannot_be_stored_is_refused(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    report = archive.add([replace(ONE, body="\ud800"), TWO], "a")
    assert (report.new, report.rejected) == (1, 1)
    assert list(archive.articles()) == [TWO]


def test_cancelling_leaves_nothing(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    archive.add([ONE], "a")
    before = files(tmp_path)
    asked = iter([False, False, True])
    report = archive.add(iter([TWO, REFUSED, ONE]), "b", cancelled=lambda: next(asked))
    assert report == AddReport(cancelled=True)
    assert files(tmp_path) == before
    assert list(archive.articles()) == [ONE]
    assert archive.add([TWO], "b").new == 1


def test_a_reader_that_fails_leaves_nothing(tmp_path: Path) -> None:
    def failing() -> Iterator[Article]:
        yield TWO
        raise RuntimeError("reader")

    archive = Archive(tmp_path)
    archive.add([ONE], "a")
    before = files(tmp_path)
    with pytest.raises(RuntimeError, match="reader"):
        archive.add(failing(), "b")
    assert files(tmp_path) == before
    assert archive.add([TWO], "b").new == 1


def test_progress_counts_up_and_ends_with_the_report(tmp_path: Path) -> None:
    told: list[AddReport] = []
    report = Archive(tmp_path).add([ONE, TWO, REFUSED], "a", told.append)
    assert told[-1] == report
    assert [one.seen for one in told] == sorted(one.seen for one in told)


def test_two_writers_one_is_refused_in_words(tmp_path: Path) -> None:
    inside, go_on = threading.Event(), threading.Event()

    def slow() -> Iterator[Article]:
        yield ONE
        inside.set()
        go_on.wait(30)
        yield TWO

    first = threading.Thread(target=Archive(tmp_path).add, args=(slow(), "a"))
    first.start()
    assert inside.wait(30)
    with pytest.raises(ArchiveBusy, match="Another import"):
        Archive(tmp_path).add([TWO], "b")
    assert list(Archive(tmp_path).articles()) == []  # reading goes on meanwhile
    assert Archive(tmp_path).versions(ONE.id) == ()
    go_on.set()
    first.join()
    assert list(Archive(tmp_path).articles()) == [ONE, TWO]


KILLED = textwrap.dedent("""
    import sys
    from pathlib import Path
    from didgah.model import Article
    from didgah.store.archive import Archive

    def items(n):
        for i in range(200):
            yield Article(f"title {n} {i}", f"text {n} {i} " * 40, f"https://a.example/{n}/{i}")

    archive = Archive(Path(sys.argv[1]))
    print("ready", flush=True)
    n = len(archive.batches())
    while True:
        archive.add(items(n), str(n))
        n += 1
""")


def test_kill_9_at_any_moment_leaves_whole_batches(tmp_path: Path) -> None:
    script = tmp_path / "writer.py"
    script.write_text(KILLED, encoding="utf-8")
    store = tmp_path / "store"
    for delay in (0.0, 0.03, 0.11, 0.2):
        with subprocess.Popen(
            [sys.executable, str(script), str(store)], stdout=subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": os.getcwd()},
        ) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(delay)
            process.send_signal(signal.SIGKILL)
        archive = Archive(store)
        articles = list(archive.articles())
        assert len(articles) == 200 * len(archive.batches())
        assert len({article.id for article in articles}) == len(articles)
        before = len(articles)
        report = archive.add([ONE, *articles[:5]], "after")  # it can be run again
        assert report.unchanged >= min(5, before)
        assert not [name for name in files(store) if name.endswith(".part")]
        batch = store / "archive" / f"{report.batch_id}.json"
        if report.batch_id:  # keep the count simple for the next round
            batch.unlink()


def test_the_index_is_only_a_cache(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    archive.add([ONE, TWO], "a")
    index = tmp_path / "archive" / "index.sqlite"
    for damage in (index.unlink, lambda: index.write_bytes(b"no database" * 100)):
        damage()
        assert archive.versions(TWO.id) == (TWO,)
        assert archive.add([ONE], "b").unchanged == 1
        assert archive.versions(TWO.id) == (TWO,)
    changed = replace(ONE, body=BODY + " پس از آن")
    index.unlink()
    assert archive.add([changed], "c").changed == 1
    assert archive.versions(changed.id) == (ONE, changed)
    index.unlink()
    assert archive.versions(ONE.id) == (ONE, changed)
    assert archive.versions("none") == ()


def test_the_index_follows_batches_that_were_taken_away(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    archive.add([ONE], "a")
    archive.add([TWO], "b")
    (tmp_path / "archive" / "000002.json").unlink()
    assert archive.add([TWO], "again").new == 1
    assert list(archive.articles()) == [ONE, TWO]


@pytest.mark.parametrize(
    ("name", "damage"),
    [
        ("000001.jsonl.gz", lambda path: path.write_bytes(path.read_bytes()[:-20])),
        ("000001.jsonl.gz", lambda path: path.write_bytes(
            path.read_bytes()[:40] + b"\0\0\0" + path.read_bytes()[43:])),
        ("000001.jsonl.gz", lambda path: path.unlink()),
        ("000001.json", lambda path: path.write_text("{")),
        ("000001.json", lambda path: path.write_text(json.dumps({"id": 1}))),
    ],
)
def test_damage_is_reported_by_name(tmp_path: Path, name: str, damage: object) -> None:
    archive = Archive(tmp_path)
    archive.add([ONE, TWO], "a")
    damage(tmp_path / "archive" / name)  # type: ignore[operator]
    with pytest.raises(ArchiveDamaged, match=name.replace(".", r"\.")):
        list(archive.articles())


def test_articles_swapped_under_an_unchanged_size_are_noticed(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    archive.add([ONE, TWO], "a")
    data = tmp_path / "archive" / "000001.jsonl.gz"
    lines = gzip.decompress(data.read_bytes()).splitlines(keepends=True)
    data.write_bytes(gzip.compress(b"".join(reversed(lines)), 6, mtime=0))
    about = tmp_path / "archive" / "000001.json"
    fields = json.loads(about.read_text()) | {"data_bytes": data.stat().st_size}
    about.write_text(json.dumps(fields))
    with pytest.raises(ArchiveDamaged, match="000001"):
        list(archive.articles())


def test_many_articles_cross_many_members(tmp_path: Path) -> None:
    articles = [Article(f"t{n}", f"{n} " * 3000, f"https://a.example/{n}") for n in range(600)]
    archive = Archive(tmp_path)
    archive.add(articles, "a")
    assert list(archive.articles()) == articles
    assert archive.versions(articles[333].id) == (articles[333],)
    assert len(gzip.decompress((tmp_path / "archive" / "000001.jsonl.gz").read_bytes())) > 3 << 20


@settings(max_examples=15)
@given(st.lists(st.builds(
    Article, title=st.text(max_size=8), body=st.text(max_size=20),
    url=st.sampled_from(["", "https://a.org/1", "https://a.org/2"]), outlet=st.sampled_from("ab"),
), max_size=8))
def test_any_articles_come_back_and_second_time_change_nothing(
    tmp_path_factory: pytest.TempPathFactory, articles: list[Article]
) -> None:
    archive = Archive(tmp_path_factory.mktemp("archive"))
    first = archive.add(articles, "a")
    storable = [a for a in articles if a.text.isascii() or _encodes(a.text)]
    assert first.new + first.changed == len({a.id for a in storable})
    again = archive.add(articles, "b")
    assert (again.new, again.changed, again.unchanged) == (0, 0, len(storable))
    assert len(list(archive.articles())) == first.new
    for article in storable:
        assert article.id in {version.id for version in archive.versions(article.id)}


def _encodes(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


class ArchiveAgainstADict(RuleBasedStateMachine):
    """Articles with an address each: the archive is a dictionary of lists of versions."""

    def __init__(self) -> None:
        super().__init__()
        import tempfile

        self.temporary = tempfile.TemporaryDirectory()
        self.archive = Archive(Path(self.temporary.name))
        self.versions: dict[str, list[str]] = {}

    def teardown(self) -> None:
        self.temporary.cleanup()

    @rule(rows=st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("xyz")),
                        max_size=4, unique_by=lambda row: row[0]))
    def add(self, rows: list[tuple[str, str]]) -> None:
        report = self.archive.add(
            [Article("t", body, f"https://a.example/{url}") for url, body in rows], "s")
        counts = [0, 0, 0]
        for url, body in rows:
            known = self.versions.setdefault(url, [])
            if body in known:
                counts[2] += 1
            else:
                counts[1 if known else 0] += 1
                known.append(body)
        assert [report.new, report.changed, report.unchanged] == counts

    @invariant()
    def shows_the_latest(self) -> None:
        shown = {article.url[-1]: article.body for article in self.archive.articles()}
        assert shown == {url: bodies[-1] for url, bodies in self.versions.items()}
        for article in self.archive.articles():
            versions = self.archive.versions(article.id)
            assert [one.body for one in versions] == self.versions[article.url[-1]]


ArchiveAgainstADict.TestCase.settings = settings(
    max_examples=6, stateful_step_count=6)
test_archive_against_a_dictionary = ArchiveAgainstADict.TestCase
