"""One module per question: (snapshot, filters) in, a small frame or dataclass out."""
