"""Where articles are kept, annotated, published and read from."""
