"""How long a stopped dashboard takes until it shows its first page again.

    python -m benchmarks.warm_start --rounds 5

The store is built before. Timed is from the start of the process to the server's answer and to
the end of the first page's run, asked over the protocol of a browser. Rounds after the first
have the files in the system's cache, as on a server that restarts.
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import tempfile
import time
from pathlib import Path

from websockets.asyncio.client import connect

from benchmarks.load import Seen, ask
from scripts import browsing

BAR = 5.0  # seconds


async def _first_page(url: str) -> None:
    seen = Seen()
    async with connect(url.replace("http", "ws", 1) + "/_stcore/stream", origin=url,
                       max_size=None, subprotocols=["streamlit"]) as viewer:
        await ask(viewer, "overview", "", url, seen)
    if seen.wrong:
        raise SystemExit(f"the first page failed: {dict(seen.wrong)}")


def main() -> None:
    """Print the medians; exit code 1 when the first page takes longer than the bar."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    answers, pages = [], []
    with tempfile.TemporaryDirectory() as folder:
        browsing.build_sample(Path(folder))
        for _ in range(asked.rounds):
            start = time.perf_counter()
            process, url = browsing.serve(Path(folder), Path(folder) / "log")
            answers.append(time.perf_counter() - start)
            asyncio.run(_first_page(url))
            pages.append(time.perf_counter() - start)
            process.terminate()
            process.wait(20)
    print(f"answers after {statistics.median(answers):.2f} s, first page after "
          f"{statistics.median(pages):.2f} s, longest {max(pages):.2f} s (bar {BAR:g}); "
          f"{asked.rounds} starts")
    raise SystemExit(1 if statistics.median(pages) > BAR else 0)


if __name__ == "__main__":
    main()
