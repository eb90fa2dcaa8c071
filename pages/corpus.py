"""Putting articles in."""
