"""Date expressions in four languages: words, grammar, values."""
