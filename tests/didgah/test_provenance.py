"""Which sites a corpus of briefs rests on."""

from didgah.model import Article
from didgah.provenance import source_sites


def test_sites_are_counted_once_per_article_most_cited_first():
    articles = [
        Article("a", "x", sources=("https://www.kremlin.ru/1", "http://kremlin.ru/2")),
        Article("b", "y", sources=("https://kremlin.ru/3", "https://tass.ru/1")),
        Article("c", "z", sources=()),
        Article("d", "w", sources=("not an address", "http://[broken", "https://aa.example/")),
    ]
    assert source_sites(articles) == (("kremlin.ru", 2), ("aa.example", 1), ("tass.ru", 1))
