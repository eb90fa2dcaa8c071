"""Time and size of the timeline of many made-up meetings: `python -m benchmarks.timeline`."""

from __future__ import annotations

import argparse
import random
import time
from datetime import date, timedelta

import pandas as pd

from didgah.charts import lanes, timeline

_FIRST, _DAYS = date(2003, 1, 1), 8400
_KINDS = ("bilateral", "ministerial", "summit", "session", "call")
_LEVELS = ("head_of_state", "minister", "ambassador")


def made_up(count: int, seed: int = 1) -> pd.DataFrame:
    """`count` meetings of thirty series over two decades, as the described timeline has them."""
    draw = random.Random(seed)
    days = sorted(_FIRST + timedelta(draw.randrange(_DAYS)) for _ in range(count))
    rows = pd.DataFrame({
        "meeting": [f"m{n:05}" for n in range(count)], "known": True, "status": "held",
        "series": [f"series{draw.randrange(30)}" for _ in days],
        "kind": [draw.choice(_KINDS) for _ in days],
        "level": [draw.choice(_LEVELS) for _ in days],
        "first": pd.to_datetime(days), "last": pd.to_datetime(days), "precision": "day",
        "articles": [draw.randrange(3) for _ in days],
        "title": [f"Meeting {n}" for n in range(count)],
    })
    return rows.assign(hover="x" * 300)


def main() -> None:
    """Print marks drawn, milliseconds to lay out and draw, and kilobytes sent, by window."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--meetings", type=int, default=5000)
    frame = made_up(parser.parse_args().meetings)
    empty = pd.DataFrame(columns=["period", "until", "language", "articles", "open"])
    for years in (20, 10, 3, 1):
        window = date(2023, 1, 1) - timedelta(365 * years), date(2023, 1, 1)
        began = time.perf_counter()
        keys, order = lanes.gather(lanes.lane_keys(frame, "series"))
        marks, drawn = lanes.lay_out(frame, keys, order, window)
        fig = timeline.figure(marks, drawn, {}, empty, window=window, today=date(2023, 1, 1),
                              language="fa")
        sent = len(fig.to_json())
        took = (time.perf_counter() - began) * 1000
        alone = int((marks["stack"] == "").sum())
        print(f"{years:>3} years  {len(marks):>5} meetings  {alone:>5} marks  "
              f"{took:>6.0f} ms  {sent / 1000:>6.0f} kB")


if __name__ == "__main__":
    main()
