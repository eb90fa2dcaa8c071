"""What an article is about: themes, terms, and whether it belongs to the coverage at all."""
