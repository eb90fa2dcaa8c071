"""How sure a share is."""

from __future__ import annotations

from math import sqrt

Z95 = 1.959964


def wilson(n: int, total: int, z: float = Z95) -> tuple[float, float]:
    """The score interval of a share `n` / `total` (Wilson 1927), 95 % unless `z` says else.

    It keeps within 0 and 1 and does not shrink to nothing at n = 0, so it serves rare names
    too. Missing (NaN, NaN) when `total` is 0.
    """
    if not total:
        return float("nan"), float("nan")
    share, weight = n / total, z * z / total
    middle = (share + weight / 2) / (1 + weight)
    half = z * sqrt(share * (1 - share) / total + weight / (4 * total)) / (1 + weight)
    # At the ends the two cancel but for rounding.
    return (middle - half if n else 0.0), (middle + half if n < total else 1.0)
