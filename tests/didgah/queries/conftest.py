"""The small corpus beside its naive counterpart."""

from __future__ import annotations

import pytest

from didgah.model import Meeting
from didgah.resolve.reprints import group
from didgah.resolve.shingles import fingerprint
from didgah.store.codec import decode
from didgah.store.reader import Snapshot
from didgah.store.tables import MEETINGS
from tests.corpus_factory import Written
from tests.didgah.queries.oracles import Corpus


@pytest.fixture(scope="session")
def naive(small_corpus: list[Written], small_snapshot: Snapshot) -> Corpus:
    """The same articles as Python objects; meetings as the snapshot joined them."""
    meetings = [
        decode(Meeting, row["meeting"]) for row in small_snapshot.rows(MEETINGS.select("meeting"))
    ]
    written = [(one.article, one.annotation) for one in small_corpus]
    return Corpus(written, meetings, group([
        fingerprint(one.article, one.annotation.outlet or one.annotation.outlet_name, tuple(
            link.outlet for link in one.annotation.attribution if link.role == "source"))
        for one in small_corpus
    ]))
