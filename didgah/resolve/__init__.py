"""Across articles: reports become meetings, analysts' decisions are applied."""
