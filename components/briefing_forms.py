"""The forms a briefing leaves in: a registry, and a menu of downloads that is made of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from didgah.briefing.slides import Deck


class FormError(Exception):
    """A form that cannot be written on this host; the message says why, for the reader."""


@dataclass(frozen=True, slots=True)
class Form:
    """One form: `make` writes the file's bytes from nothing but the deck.

    `name` is ASCII and tells forms apart; `message` is the key of its label; `icon` is one of
    Streamlit's material icons; `extension` has no dot. `make` raises `FormError` when it
    cannot be written here.
    """

    name: str
    message: str
    icon: str
    extension: str
    mime: str
    make: Callable[[Deck], bytes]


# In the order of the menu. Each form is added by one line here.
FORMS: tuple[Form, ...] = ()
