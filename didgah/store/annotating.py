"""Annotating what has not been annotated yet, in as many processes as are given."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import batched
from pathlib import Path

from didgah.model import Annotation, Article, Registry
from didgah.store.annotations import AnnotationCache
from didgah.store.codec import decode, encode

Progress = Callable[[int, int, str], None]  # done, total, stage: a key "build.<stage>"
_BATCH = 32  # articles a process takes at a time


class BuildCancelled(Exception):
    """Somebody asked the build to stop; what it annotated is kept."""


def annotate_missing(
    articles: Iterable[Article],
    missing: set[str],
    cache: AnnotationCache,
    registry: Registry,
    tell: Progress,
    stop: Callable[[], bool],
    jobs: int,
) -> None:
    """Annotate those of `articles` whose ids are `missing`, and keep the results.

    With several `jobs` joblib shares the work out, over a Dask or Ray cluster when
    `joblib.parallel_config` says so. Raises BuildCancelled when `stop()` says so.
    """
    done = 0
    tell(done, len(missing), "build.annotate")
    wanted = (article for article in articles if article.id in missing)
    for found in _annotated(batched(wanted, _BATCH), cache.path.parent, registry, jobs):
        cache.put(found)
        done += len(found)
        tell(done, len(missing), "build.annotate")
        if stop():
            raise BuildCancelled


def _annotated(
    batches: Iterable[tuple[Article, ...]], directory: Path, registry: Registry, jobs: int
) -> Iterator[list[Annotation]]:
    from joblib import Parallel, delayed

    # Sent once as a file, not with every batch.
    shared = directory / f"registry-{registry.version}.bin"
    shared.write_bytes(encode(registry))
    try:
        run = Parallel(n_jobs=jobs, return_as="generator_unordered", batch_size=1)
        yield from run(delayed(_annotate_batch)(str(shared), batch) for batch in batches)
    finally:
        shared.unlink(missing_ok=True)


def _annotate_batch(shared: str, articles: tuple[Article, ...]) -> list[Annotation]:
    from didgah.annotate import pipeline

    registry, lexicons = _tools(shared)
    found = []
    for article in articles:
        try:
            found.append(pipeline.annotate(article, registry, lexicons))
        except Exception as error:
            error.add_note(f"while annotating article {article.id} ({article.origin})")
            raise
    return found


@lru_cache(maxsize=1)
def _tools(shared: str) -> tuple[Registry, object]:
    from didgah.annotate import pipeline

    return decode(Registry, Path(shared).read_bytes()), pipeline.load_lexicons()
