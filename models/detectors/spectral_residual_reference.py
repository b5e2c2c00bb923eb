"""Writes spectral_residual_reference.json: saliency and scores by the formulas of Ren et al. 2019.

Written from the paper's equations with NumPy's FFT: no matrices, no guard against silent
frequencies, the whole spectrum. The average of the log spectrum goes round. Needs NumPy.
"""

import json
import pathlib

import numpy as np

rng = np.random.default_rng(5)


def extend(x, copies, m=5):
    """Equations 9 and 10 over the points before the newest, which the authors' code leaves out."""
    before = x[:-1]
    m = min(m, len(before) - 1)
    if m == 0:
        return np.concatenate([x, np.full(copies, before[-1])])
    slopes = [(before[-1] - before[-1 - i]) / i for i in range(1, m + 1)]
    return np.concatenate([x, np.full(copies, before[-m] + np.mean(slopes) * m)])


def saliency(x, q):
    """Equations 1 to 6."""
    spectrum = np.fft.fft(x)
    log_amplitude = np.log(np.abs(spectrum))
    phase = np.angle(spectrum)
    half = q // 2
    around = np.concatenate([log_amplitude[-half:], log_amplitude, log_amplitude[:half]]) if half else log_amplitude
    average = np.convolve(around, np.ones(q) / q, mode="valid")
    residual = log_amplitude - average
    return np.abs(np.fft.ifft(np.exp(residual + 1j * phase)))


cases = []
for width, q, copies in [(24, 3, 5), (25, 3, 0), (30, 5, 5), (7, 3, 2), (48, 1, 5), (2, 1, 1)]:
    hours = np.arange(width)
    window = 3 + np.sin(2 * np.pi * hours / 24) + 0.2 * rng.standard_normal(width)
    window = np.round(window, 4).astype(np.float32)
    spiked = window.copy()
    spiked[-1] += 2
    windows = []
    for values in (window, spiked):
        map = saliency(extend(values.astype(float), copies), q)[:width]
        windows.append(
            {
                "values": values.astype(float).tolist(),
                "saliency": map.tolist(),
                "score": (map[-1] - map.mean()) / map.mean(),
            }
        )
    cases.append({"smoothing": q, "estimated": copies, "windows": windows})

pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps(cases) + "\n")
print([[round(w["score"], 3) for w in case["windows"]] for case in cases])
