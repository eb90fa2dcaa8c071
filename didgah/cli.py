"""`didgah …`: everything the pages can do to a corpus, scriptable."""

from __future__ import annotations

import argparse
import os
import pkgutil
import sys
from collections.abc import Sequence
from importlib import import_module

from didgah import __version__, commands

CANCELLED = 130  # what shells report for Ctrl-C


def names() -> list[str]:
    """The sub-commands: every module of `didgah.commands`."""
    return sorted(module.name for module in pkgutil.iter_modules(commands.__path__))


def parser(only: str | None = None) -> argparse.ArgumentParser:
    """The parser, with one sub-command or with all of them."""
    top = argparse.ArgumentParser(
        prog="didgah", description="Who met whom, where, when and what was said, read out of "
        "news coverage. Without a command line the same is done in the dashboard: make run.",
    )
    top.add_argument("--version", action="version", version=f"didgah {__version__}")
    subparsers = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name in [only] if only else names():
        import_module(f"didgah.commands.{name}").register(subparsers)
    return top


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command. 0 when it did what was asked, 1 when not, 2 for wrong usage, 130 for Ctrl-C.

    A command raises `SystemExit(text)` for what a person has to mend.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    first = arguments[0] if arguments else ""
    args = parser(first if first in names() else None).parse_args(arguments)
    try:
        return args.run(args)
    except KeyboardInterrupt:
        print("\nCancelled.", file=sys.stderr)
        return CANCELLED
    except BrokenPipeError:  # `didgah … | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


if __name__ == "__main__":
    sys.exit(main())
