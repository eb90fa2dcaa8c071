"""Where the data that comes with Didgah lies."""

from pathlib import Path

DATA = Path(__file__).resolve().parents[1] / "data"
LEXICONS = DATA / "lexicons"
