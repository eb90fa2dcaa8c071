"""The front page: what the corpus holds and what stands out."""
