"""Didgah: who met whom, where, when and what was said, read out of news coverage."""

__version__ = "0.1.0"
