"""Many viewers at once: how long a change of the filters takes when all of them work.

    python -m benchmarks.load --viewers 50 --minutes 3 --pause 10

Each viewer is a connection of the kind a browser makes, speaking Streamlit's own protocol: it
opens a page, and then again and again reads for a while (a random time with mean `--pause`
seconds) and changes a filter or the page. Timed is what the server needs from the question to
the end of its answer, everything received. Drawing in the browser comes on top and is on the
viewer's machine. The server is one process on this machine with the sample corpus, or on
`--home`; the viewers' own work runs on the same cores and is part of the figures.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import statistics
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException

from scripts import browsing

BAR = 2.0  # seconds for 95 of 100 changes
_PROBLEM = b"'state state-problem'"  # the box in which a page says that it failed
_LONGEST = 60  # seconds after which an answer counts as lost
_PAGES = ("overview", "meetings", "entities", "words", "reader")
_FILTERS = (
    "", "languages=fa", "languages=ru", "languages=ar&languages=en",
    "since=2024-01-01", "since=2021-01-01&until=2022-12-31",
    "series=strategic_vision_group", "series=kazan_forum", "entities=person%3Aputin",
    "entities=person%3Alavrov&languages=fa", "query=Jeddah", "query=%D8%AC%D8%AF%D9%87",
    "places=kazan", "entities=org%3Aoic", "query=%D0%9A%D0%B0%D0%B7%D0%B0%D0%BD%D1%8C",
)


@dataclass
class Seen:
    """What all viewers saw: seconds of each change and of each first page, and what went wrong."""

    changes: list[float] = field(default_factory=list)
    opened: list[float] = field(default_factory=list)
    wrong: Counter[str] = field(default_factory=Counter)
    received: int = 0  # bytes


async def ask(viewer: ClientConnection, page: str, query: str, url: str, seen: Seen) -> float:
    """Ask for a page under a query string; seconds until the run has finished."""
    message = BackMsg()
    message.rerun_script.query_string = query
    message.rerun_script.page_name = page
    message.rerun_script.context_info.url = f"{url}/{page}?{query}"
    message.rerun_script.context_info.locale = "fa-IR"
    message.rerun_script.context_info.timezone = "Asia/Tehran"
    start = time.perf_counter()
    await viewer.send(message.SerializeToString())
    while True:
        found = await asyncio.wait_for(viewer.recv(), _LONGEST)
        seen.received += len(found)
        told = ForwardMsg.FromString(found)
        if told.WhichOneof("type") == "delta" and (
            told.delta.new_element.HasField("exception") or _PROBLEM in found
        ):
            seen.wrong["a page failed"] += 1
        if told.WhichOneof("type") == "script_finished":
            if told.script_finished != ForwardMsg.FINISHED_SUCCESSFULLY:
                seen.wrong[ForwardMsg.ScriptFinishedStatus.Name(told.script_finished)] += 1
            return time.perf_counter() - start


async def _viewer(
    url: str, until: float, asked: argparse.Namespace, dice: random.Random, seen: Seen
) -> None:
    await asyncio.sleep(dice.uniform(0, asked.arrive))
    try:
        async with connect(
            url.replace("http", "ws", 1) + "/_stcore/stream", origin=url, max_size=None,
            subprotocols=["streamlit"],
        ) as viewer:
            page = dice.choice(_PAGES)
            seen.opened.append(await ask(viewer, page, "", url, seen))
            while time.perf_counter() < until:
                await asyncio.sleep(dice.expovariate(1 / asked.pause))
                if dice.random() < 0.2:
                    page = dice.choice(_PAGES)
                query = dice.choice(_FILTERS)
                seen.changes.append(await ask(viewer, page, query, url, seen))
    except (WebSocketException, OSError) as error:
        seen.wrong[f"connection: {type(error).__name__}"] += 1
    except TimeoutError:
        seen.wrong["no answer"] += 1


async def _all(url: str, asked: argparse.Namespace) -> Seen:
    seen, until = Seen(), time.perf_counter() + 60 * asked.minutes
    dice = random.Random(asked.seed)
    await asyncio.gather(*(
        _viewer(url, until, asked, random.Random(dice.random()), seen)
        for _ in range(asked.viewers)
    ))
    return seen


def main() -> None:
    """Print what the viewers saw; exit code 1 when something was lost or it took too long."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--viewers", type=int, default=50)
    parser.add_argument("--minutes", type=float, default=3)
    parser.add_argument("--pause", type=float, default=10, help="mean seconds between changes")
    parser.add_argument("--arrive", type=float, default=60, help="seconds in which all arrive")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--home", type=Path, help="stores to serve; the sample when not given")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = asked.home or Path(folder)
        if asked.home is None:
            browsing.build_sample(home)
        process, url = browsing.serve(home, Path(folder) / "log")
        try:
            seen = asyncio.run(_all(url, asked))
            memory = _memory(process.pid)
        finally:
            process.terminate()
            process.wait(20)
    changes = sorted(seen.changes)
    if len(changes) < 20:
        raise SystemExit(f"too few changes to say anything: {len(changes)}, {dict(seen.wrong)}")
    p95 = statistics.quantiles(changes, n=20)[-1]
    print(f"{asked.viewers} viewers, {len(changes)} changes in {asked.minutes:g} min "
          f"({len(changes) / 60 / asked.minutes:.1f} a second)")
    print(f"change of a filter or page: median {statistics.median(changes):.2f} s, "
          f"p95 {p95:.2f} s (bar {BAR:g}), longest {changes[-1]:.2f} s")
    print(f"first page: median {statistics.median(seen.opened):.2f} s, "
          f"longest {max(seen.opened):.2f} s")
    print(f"sent to each viewer: {seen.received / asked.viewers / 1e6:.1f} MB; "
          f"server: {memory:.0f} MB resident at the end")
    print(f"went wrong: {dict(seen.wrong) or 'nothing'}")
    raise SystemExit(1 if seen.wrong or p95 > BAR else 0)


def _memory(pid: int) -> float:
    """Resident memory of a process in MB, as Linux tells it."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    line = next(one for one in status.splitlines() if one.startswith("VmRSS:"))
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    main()
