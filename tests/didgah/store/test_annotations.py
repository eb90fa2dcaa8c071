"""The cache keeps whole batches and is bound to how the annotations were made."""

import pytest

from didgah.model import Annotation
from didgah.store.annotations import AnnotationCache, annotator_version
from didgah.store.layout import StoreError


def _annotation(article):
    return Annotation(article, "fa", "", "")


def test_what_was_put_is_got_in_the_order_asked(tmp_path):
    with AnnotationCache(tmp_path, "a1", "r1") as cache:
        cache.put([_annotation("x"), _annotation("y")])
        cache.put([_annotation("z")])
    with AnnotationCache(tmp_path, "a1", "r1") as cache:
        assert cache.known() == {"x", "y", "z"}
        assert [one.article for one in cache.get(["z", "x"])] == ["z", "x"]
        with pytest.raises(KeyError):
            list(cache.get(["nobody"]))


def test_a_batch_that_fails_leaves_nothing(tmp_path):
    def batch():
        yield _annotation("x")
        raise RuntimeError("annotator broke")

    with AnnotationCache(tmp_path, "a1", "r1") as cache:
        with pytest.raises(RuntimeError):
            cache.put(batch())
        assert cache.known() == set()


def test_another_annotator_or_registry_starts_anew(tmp_path):
    with AnnotationCache(tmp_path, "a1", "r1") as cache:
        cache.put([_annotation("x")])
    for annotator, registry in (("a2", "r1"), ("a1", "r2")):
        with AnnotationCache(tmp_path, annotator, registry) as cache:
            assert cache.known() == set()
    with AnnotationCache(tmp_path, "a1", "r1") as cache:
        cache.forget_others()
        assert cache.known() == {"x"}
    assert len(list((tmp_path / "annotations").iterdir())) == 1


def test_a_damaged_cache_is_explained(tmp_path):
    with AnnotationCache(tmp_path, "a1", "r1") as cache:
        path = cache.path
    path.write_bytes(b"this is no database, whatever its name says" * 100)
    with pytest.raises(StoreError, match="can be deleted"):
        AnnotationCache(tmp_path, "a1", "r1")


def test_the_annotator_has_one_version():
    assert annotator_version() == annotator_version()
    assert len(annotator_version()) == 8
