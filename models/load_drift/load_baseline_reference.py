"""Writes load_baseline_reference.json: a load baseline with bounded residuals, by NumPy.

The design has an indicator column per hour of the week and a column per temperature range; the
ridge is a row per slope below it. Four rounds of plain least squares, each on values that are moved
to within 1.345 robust scales of the last fit. Needs NumPy.
"""

import json
import pathlib

import numpy as np

rng = np.random.default_rng(5)
n = 300
cells = rng.choice([8, 9, 32, 33], size=n)
temperature = np.round(rng.uniform(-4, 28, size=n), 1)
log = 1 + 0.02 * cells - 0.03 * np.minimum(temperature, 12) + 0.1 * rng.standard_normal(n)
kwh = np.round(np.exp(log), 3)
kwh[::17] = 0
kwh[5::29] *= 30
temperature[3::50] = np.nan

known = np.sort(temperature[~np.isnan(temperature)])
usual = float(np.median(known))
t = np.where(np.isnan(temperature), usual, temperature)
breakpoints = (np.array([30, 45, 55, 65, 75, 90]) - 32) / 1.8
inner = breakpoints[(breakpoints > known[0]) & (breakpoints < known[-1])]
knots = np.array([known[0], *inner, known[-1]])
ramps = np.clip(t[:, None], knots[:-1], knots[1:]) - knots[:-1]
names = sorted(set(cells.tolist()))
indicators = (cells[:, None] == np.array(names)).astype(float)
design = np.hstack([ramps, indicators])
below = np.hstack([np.eye(ramps.shape[1]), np.zeros((ramps.shape[1], len(names)))])
y = np.log(np.maximum(kwh, 0.001))

values = y
for _ in range(4):
    solution = np.linalg.lstsq(
        np.vstack([design, below]), np.concatenate([values, np.zeros(len(below))]), rcond=None
    )[0]
    expected = design @ solution
    bound = 1.345 * 1.4826 * np.median(np.abs(y - expected))
    values = expected + np.clip(y - expected, -bound, bound)

reference = {
    "cells": cells.tolist(),
    "kwh": kwh.tolist(),
    "temperatures": [None if np.isnan(v) else float(v) for v in temperature],
    "usualTemperature": usual,
    "knots": knots.tolist(),
    "names": names,
    "slopes": solution[: ramps.shape[1]].tolist(),
    "levels": solution[ramps.shape[1] :].tolist(),
}
pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps(reference) + "\n")
