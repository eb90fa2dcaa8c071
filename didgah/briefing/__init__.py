"""Briefings: what was put aside to be presented, and what it says on a slide."""
