"""Writes seasonal_baseline_reference.json: time-of-week and temperature baselines by NumPy.

The design has an indicator column per hour of the week and a column per temperature range; the
ridge is a row per slope below it, solved as plain least squares. Needs NumPy.
"""

import json
import pathlib

import numpy as np

rng = np.random.default_rng(21)
breakpoints, ridge = [0.0, 8.0, 16.0, 24.0], 3.0
n = 240
hour = rng.choice([3, 8, 18], size=n)
weekday = rng.choice([0, 2], size=n)
temperature = np.round(rng.uniform(-6, 31, size=n), 2).astype(np.float32)
wide = temperature.astype(float)
kwh = 2 + 0.3 * hour - 0.5 * weekday - 0.2 * np.minimum(wide, 16) + 0.4 * np.maximum(wide - 24, 0)
kwh = np.round(kwh + 0.5 * rng.standard_normal(n), 3).astype(np.float32)

knots = np.array([wide.min(), *breakpoints, wide.max()])


def ramps(t):
    return np.clip(t[:, None], knots[:-1], knots[1:]) - knots[:-1]


cells = sorted({(int(d), int(h)) for d, h in zip(weekday, hour)})
place = {cell: k for k, cell in enumerate(cells)}
index = np.array([place[(int(d), int(h))] for d, h in zip(weekday, hour)])


def fit(rows):
    """Levels, slopes and residual scale by least squares over the rows `[ramps, indicators]`."""
    indicators = np.eye(len(cells))[index]
    design = np.hstack([rows, indicators])
    below = np.hstack([np.sqrt(ridge) * np.eye(rows.shape[1]), np.zeros((rows.shape[1], len(cells)))])
    y = kwh.astype(float)
    solution = np.linalg.lstsq(
        np.vstack([design, below]), np.concatenate([y, np.zeros(rows.shape[1])]), rcond=None
    )[0]
    scale = 1.4826 * np.median(np.abs(y - design @ solution))
    return solution[: rows.shape[1]], solution[rows.shape[1] :], scale


slopes, levels, scale = fit(ramps(wide))
_, plain_levels, plain_scale = fit(np.zeros((n, 0)))

reference = {
    "breakpoints": breakpoints,
    "ridge": ridge,
    "train": [
        [float(a), int(b), int(c), float(d)] for a, b, c, d in zip(kwh, hour, weekday, temperature)
    ],
    "cells": [24 * d + h for d, h in cells],
    "knots": knots.tolist(),
    "slopes": slopes.tolist(),
    "levels": levels.tolist(),
    "scale": scale,
    "plainLevels": plain_levels.tolist(),
    "plainScale": plain_scale,
}
pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps(reference) + "\n")
print(slopes, levels, scale, plain_scale)
