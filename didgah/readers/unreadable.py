"""What a reader raises when it has to give up on a file."""


class Unreadable(Exception):
    """A whole file, or what is left of it, cannot be read: reason key and detail."""

    def __init__(self, reason: str, detail: str = "", line: int | None = None) -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason, self.detail, self.line = reason, detail, line
