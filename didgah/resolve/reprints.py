"""Groups of articles that print one text.

Texts that are equal word for word are one. Of the others, candidates are found by MinHash
(Broder 1997) and locality-sensitive hashing (Indyk and Motwani 1998; both from datasketch),
which sees whole texts that are alike, and by an index of sampled 3-grams, which sees a part in
the whole; each candidate is then compared exactly.
A group is what hangs together around one text, not a chain. Texts of two languages have no
3-grams in common, so that no group has both.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations, pairwise

import numpy as np
from datasketch import MinHash, MinHashLSH

from didgah.model import Article, Reprint
from didgah.resolve.clusters import clusters_of, forest
from didgah.resolve.resemblance import LEAST, Shared, related, same_text, shared
from didgah.resolve.shingles import Fingerprint, among, fingerprint

_PERMUTATIONS, _ALIKE, _LOOSE = 64, 0.5, 0.4
_SAMPLE = 4  # every fourth 3-gram is indexed
_CROWD = 30  # texts behind one 3-gram beyond which not every two of them are compared
_HUBS = 8
_OCCASIONS = 8  # days on which a 3-gram came up that makes it a common phrase
_ONE_TEXT = 0.65  # estimated Jaccard of texts that are one occasion
_UNDATED = 20  # the same, of texts without a day
_AT_ONCE = 10_000_000  # 3-grams counted in one pass, which take 80 MB


def group_reprints(articles: Iterable[Article]) -> tuple[Reprint, ...]:
    """The articles that have a reprint among `articles`; see `group`."""
    return group([fingerprint(one) for one in articles])


def group(prints: Sequence[Fingerprint]) -> tuple[Reprint, ...]:
    """All members of all groups of two and more, groups by id, the first of each ahead.

    The result does not depend on the order of `prints`, whose articles must be distinct.
    """
    prints = sorted(prints, key=lambda one: one.article)
    texts = _equal(prints)
    heads = [prints[members[0]] for members in texts]
    alike = _alike([one.shingles for one in heads])
    common = _common(heads, alike)
    peculiar = [one.shingles[~among(one.shingles, common)] for one in heads]
    edges: dict[tuple[int, int], Shared] = {}
    for a, b in alike.keys() | _with_common_parts(heads, peculiar):
        found = shared(peculiar[a], peculiar[b])
        if same_text(heads[a], heads[b], found):
            edges[a, b] = found
    clusters = clusters_of(len(heads), edges, lambda a, b: edges.get((a, b)) or edges.get(
        (b, a)) or related(heads[a], heads[b], shared(peculiar[a], peculiar[b])))
    groups = ([prints[at] for text in cluster for at in texts[text]] for cluster in clusters)
    return tuple(sorted(
        (one for members in groups if len(members) > 1 for one in _told(members)),
        key=lambda one: (one.group, not one.first, one.article),
    ))


def _equal(prints: Sequence[Fingerprint]) -> list[list[int]]:
    """Numbers of the articles with the same words, a list for each text."""
    found: dict[bytes, list[int]] = defaultdict(list)
    for at, one in enumerate(prints):
        # Two pictures with one caption, or two empty texts, are no reprints.
        told = one.shingles.size >= LEAST
        found[one.shingles.tobytes() if told else one.article.encode()].append(at)
    return list(found.values())


def _common(
    heads: Sequence[Fingerprint], alike: Mapping[tuple[int, int], float]
) -> np.ndarray:
    """3-grams that came up on many occasions: set phrases, names of outlets, footers.

    An occasion is a day; of texts without one, all that are alike. A text reprinted by a
    hundred outlets has its own within days, a footer has its every day.
    """
    dated = [(one.shingles, one.day.toordinal()) for one in heads if one.day]
    roots = forest(len(heads), (pair for pair, share in alike.items() if share >= _ONE_TEXT))
    undated = [(one.shingles, roots[at]) for at, one in enumerate(heads) if one.day is None]
    return np.union1d(_frequent(dated, _OCCASIONS), _frequent(undated, _UNDATED))


def _frequent(texts: Sequence[tuple[np.ndarray, int]], least: int) -> np.ndarray:
    """Hashes that stand with at least `least` different numbers."""
    if len(texts) < least:
        return np.zeros(0, "<u4")
    slices = 1 + sum(grams.size for grams, _ in texts) // _AT_ONCE
    found = []
    for low, high in pairwise(round(2**32 * at / slices) for at in range(slices + 1)):
        parts = []
        for grams, number in texts:
            within = grams[np.searchsorted(grams, low): np.searchsorted(grams, high)]
            parts.append((within.astype("<u8") << np.uint64(32)) | np.uint64(number))
        seen = np.concatenate(parts)
        if not seen.size:
            continue
        seen.sort()  # sorting beats the hash table behind np.unique on this many
        seen = seen[np.concatenate([[True], seen[1:] != seen[:-1]])] >> np.uint64(32)
        bounds = np.flatnonzero(np.concatenate([[True], seen[1:] != seen[:-1], [True]]))
        found.append(seen[bounds[:-1][np.diff(bounds) >= least]].astype("<u4"))
    return np.concatenate(found) if found else np.zeros(0, "<u4")


def _alike(texts: Sequence[np.ndarray]) -> dict[tuple[int, int], float]:
    """Pairs whose MinHash signatures meet in a band of the LSH, and how far they agree."""
    index = MinHashLSH(threshold=_ALIKE, num_perm=_PERMUTATIONS)
    blank = MinHash(_PERMUTATIONS, hashfunc=int, scheme="affine32")
    signatures: dict[int, MinHash] = {}
    pairs = {}
    for at, grams in enumerate(texts):
        if not grams.size:
            continue
        signature = blank.copy()
        signature.update_batch(grams.tolist())
        near = sorted(index.query(signature))[:_CROWD]
        for one in near:
            share = signature.jaccard(signatures[one])
            if share >= _LOOSE:
                pairs[one, at] = share
        signatures[at] = signature
        index.insert(at, signature, check_duplication=False)
    return pairs


def _with_common_parts(
    heads: Sequence[Fingerprint], peculiar: Sequence[np.ndarray]
) -> set[tuple[int, int]]:
    """Pairs that have at least two 3-grams in common, of the sampled ones and the beginnings."""
    kept = [
        grams[(grams % _SAMPLE == 0) | among(grams, one.head)]
        for one, grams in zip(heads, peculiar, strict=True)
    ]
    if not kept:
        return set()
    hashes = np.concatenate(kept)
    owners = np.repeat(np.arange(len(kept)), [grams.size for grams in kept])
    order = np.argsort(hashes, kind="stable")
    hashes, owners = hashes[order], owners[order]
    bounds = np.concatenate([[0], np.flatnonzero(np.diff(hashes)) + 1, [hashes.size]])
    counts: Counter[tuple[int, int]] = Counter()
    for at in np.flatnonzero(np.diff(bounds) > 1).tolist():
        members = owners[bounds[at]: bounds[at + 1]].tolist()
        if len(members) <= _CROWD:
            counts.update(combinations(members, 2))
        else:
            counts.update(
                (hub, one) for n, hub in enumerate(members[:_HUBS]) for one in members[n + 1:])
    return {pair for pair, n in counts.items() if n > 1}


def _told(members: list[Fingerprint]) -> Iterator[Reprint]:
    first, sure = first_of(members)
    for one in members:
        found = shared(one.shingles, first.shingles)
        yield Reprint(
            first.article, one.article, one is first, found.jaccard,
            found.common / found.first if found.first else 1.0,
            found.common / found.second if found.second else 1.0, sure,
        )


def first_of(members: Sequence[Fingerprint]) -> tuple[Fingerprint, bool]:
    """Who printed it first, and whether that is sure.

    The earliest day decides; among equals, and among undated ones, whom the others name as
    their source, then the one that names none of them, then the longest text. It is sure when
    nobody else can have been as early, or everybody who can names it.
    """
    outlets = {one.outlet for one in members if one.outlet}
    named: dict[str, int] = defaultdict(int)
    for one in members:
        for outlet in set(one.cites) & outlets - {one.outlet}:
            named[outlet] += 1

    def order(one: Fingerprint) -> tuple:
        borrowed = bool(set(one.cites) & outlets - {one.outlet})
        return (one.day or date.max, -named[one.outlet] if one.outlet else 0, borrowed,
                -one.shingles.size, one.article)

    first = min(members, key=order)
    rivals = [one for one in members if one is not first and (
        first.day is None or one.day is None or one.day <= first.day)]
    borrowed = set(first.cites) & outlets - {first.outlet}
    sure = not borrowed and all(
        first.outlet and first.outlet in one.cites for one in rivals)
    return first, sure
