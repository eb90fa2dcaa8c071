"""Names and offices of the registry in a text."""
