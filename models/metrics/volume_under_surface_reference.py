"""Writes volume_under_surface_reference.json: VUS-ROC and VUS-PR by the authors' code.

Needs TSB-AD 1.5.
"""

import json
import pathlib

import numpy as np
from TSB_AD.evaluation.basic_metrics import generate_curve

rng = np.random.default_rng(11)


def events(rows, spans):
    labels = np.zeros(rows, dtype=int)
    for first, last in spans:
        labels[first : last + 1] = 1
    return labels


def case(name, labels, scores, buffer):
    *_, roc, pr = generate_curve(labels, scores, buffer)
    return {
        "name": name,
        "labels": labels.tolist(),
        "scores": scores.tolist(),
        "buffer": buffer,
        "roc": roc,
        "pr": pr,
    }


def noisy(labels, lift):
    return np.round(rng.normal(size=len(labels)) + lift * labels, 4)


apart = events(600, [(50, 60), (200, 200), (400, 460)])
close = events(400, [(50, 60), (63, 70), (95, 96), (121, 122), (300, 330)])
ends = events(300, [(0, 4), (150, 160), (296, 299)])
short = events(40, [(10, 14)])
scattered = (rng.random(500) < 0.1).astype(int)
cases = [
    case("events far apart", apart, noisy(apart, 1.5), 24),
    case("buffers that meet", close, noisy(close, 1.5), 24),
    case("an odd buffer", close, noisy(close, 1.5), 7),
    case("no buffer", close, noisy(close, 1.5), 0),
    case("events at both ends", ends, noisy(ends, 1), 24),
    case("a score that is late", apart, np.roll(apart, 5) + noisy(apart, 0) / 10, 24),
    case("many ties", ends, np.round(noisy(ends, 2)), 24),
    case("one score for all", ends, np.zeros(300), 24),
    case("the truth itself", apart, apart.astype(float), 24),
    case("fewer rows than thresholds", short, noisy(short, 1), 24),
    case("a buffer as long as the series", short, noisy(short, 1), 40),
    case("rows at random", scattered, noisy(scattered, 1), 24),
    case("chance", apart, noisy(apart, 0), 24),
]
path = pathlib.Path(__file__).with_suffix(".json")
path.write_text(json.dumps(cases) + "\n")
