"""Time and size of the timeline of many made-up meetings: `python -m benchmarks.timeline`."""

from __future__ import annotations

import argparse
import random
import time
from datetime import date, timedelta

import pandas as pd

from didgah.charts import lane_layout, lanes, rounds, timeline

_FIRST, _DAYS = date(2003, 1, 1), 8400
_KINDS = ("bilateral", "ministerial", "summit", "session", "call")
_RUNS = 5
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
    between = rounds.gaps(rows)
    those = [between.get(one) for one in rows["meeting"]]
    return rows.assign(
        hover="x" * 300, between="Russia – Saudi Arabia",
        gap=[one.days if one else None for one in those],
        before=[one.before if one else "" for one in those],
    )


def main() -> None:
    """Print marks drawn, least CPU milliseconds to lay out and draw, and kilobytes, by window."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--meetings", type=int, default=5000)
    frame = made_up(parser.parse_args().meetings)
    empty = pd.DataFrame(columns=["period", "until", "language", "articles", "open"])
    small, base = made_up(300), 0.0
    for rows, years in ((small, 20), (frame, 20), (frame, 10), (frame, 3), (frame, 1)):
        window = date(2026, 1, 1) - timedelta(365 * years), date(2026, 1, 1)
        times = []
        for _ in range(_RUNS):
            began = time.process_time()
            keys, order = lanes.gather(lanes.lane_keys(rows, "series"))
            marks, drawn = lane_layout.lay_out(rows, keys, order, window)
            laid = time.process_time()
            fig = timeline.figure(marks, drawn, {}, empty, window=window, today=window[1],
                                  language="fa")
            sent = len(fig.to_json())
            times.append((laid - began, time.process_time() - laid))
        laying, drawing = (1000 * min(part) for part in zip(*times, strict=True))
        base = base or laying + drawing
        alone = int((marks["stack"] == "").sum())
        print(f"{len(rows):>5} known  {years:>2} years  {len(marks):>5} shown  {alone:>4} marks  "
              f"lay out {laying:>4.0f} ms  draw {drawing:>4.0f} ms  "
              f"{(laying + drawing) / base:>4.1f} x the first  {sent / 1000:>4.0f} kB")


if __name__ == "__main__":
    main()
