"""From longitude and latitude to the plane, in degrees of arc at the middle of the map.

`natural_earth` draws the whole world (Šavrič et al. 2011, a polynomial fitted to Patterson's
Natural Earth projection); `azimuthal` a part of it, true to area, around its own middle
(Lambert's azimuthal equal-area projection, Snyder 1987, formulas 24-2 to 24-4).
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

Projection = Callable[[np.ndarray, np.ndarray], tuple[np.ndarray, np.ndarray]]
"""(longitudes, latitudes) in degrees → (x to the east, y to the north)."""

MIDDLE = 11.0  # the meridian in the middle of the whole world: the seam is Bering Strait
_FARTHEST = np.radians(150)  # what lies farther from the middle of a part is drawn there


def natural_earth(longitude: np.ndarray, latitude: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The whole world. Longitudes are taken as they come, not turned round into ±180."""
    east = np.asarray(longitude, dtype=float) - MIDDLE
    phi = np.radians(latitude)
    two = phi * phi
    four = two * two
    wide = 0.8707 - 0.131979 * two + four * (
        -0.013791 + four * (0.003971 * two - 0.001529 * four))
    high = phi * (1.007226 + two * (0.015085 + four * (
        -0.044475 + 0.028874 * two - 0.005916 * four)))
    return east * wide, np.degrees(high)


def azimuthal(middle: tuple[float, float]) -> Projection:
    """The projection around `middle` (longitude, latitude)."""
    longitude0, latitude0 = np.radians(middle)

    def project(longitude: np.ndarray, latitude: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        east, north = np.radians(longitude) - longitude0, np.radians(latitude)
        x = np.cos(north) * np.sin(east)
        y = np.cos(latitude0) * np.sin(north) - np.sin(latitude0) * np.cos(north) * np.cos(east)
        cosine = (np.sin(latitude0) * np.sin(north)
                  + np.cos(latitude0) * np.cos(north) * np.cos(east))
        away = np.minimum(np.arccos(np.clip(cosine, -1, 1)), _FARTHEST)
        length = np.hypot(x, y)
        reach = np.degrees(2 * np.sin(away / 2)) / np.where(length == 0, 1, length)
        return x * reach, y * reach

    return project
