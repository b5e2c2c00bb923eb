"""Writes transformer_reference.json: one encoder block over drawn weights, in NumPy's float64.

usage: python transformer_reference.py  (NumPy 2)
"""

import json
import pathlib

import numpy

STEPS, WINDOWS, UNITS, HEADS = 5, 3, 3, 2
WIDTH = UNITS * HEADS
draw = numpy.random.default_rng(7)


def some(*shape):
    return draw.normal(size=shape).round(3)


weights = {
    "embedKernel": some(1, WIDTH),
    "embedBias": some(WIDTH),
    "attendKernel": some(WIDTH, 3 * WIDTH),
    "attendBias": some(3 * WIDTH),
    "mixKernel": some(WIDTH, WIDTH),
    "mixBias": some(WIDTH),
    "mixedGain": some(WIDTH),
    "mixedShift": some(WIDTH),
    "widenKernel": some(WIDTH, 2 * WIDTH),
    "widenBias": some(2 * WIDTH),
    "narrowKernel": some(2 * WIDTH, WIDTH),
    "narrowBias": some(WIDTH),
    "fedGain": some(WIDTH),
    "fedShift": some(WIDTH),
    "outputKernel": some(WIDTH, 1),
    "outputBias": some(1),
}
windows = some(WINDOWS, STEPS)


def layer(x, name):
    return x @ weights[f"{name}Kernel"] + weights[f"{name}Bias"]


def normalized(x, name):
    scaled = (x - x.mean(-1, keepdims=True)) / numpy.sqrt(x.var(-1, keepdims=True) + 1e-6)
    return weights[f"{name}Gain"] * scaled + weights[f"{name}Shift"]


def places():
    step, pair = numpy.mgrid[:STEPS, : WIDTH // 2]
    angle = step / 10000 ** (2 * pair / WIDTH)
    return numpy.stack([numpy.sin(angle), numpy.cos(angle)], axis=-1).reshape(STEPS, WIDTH)


def attended(x):
    queries, keys, values = numpy.split(layer(x, "attend"), 3, axis=1)
    mixed = numpy.zeros_like(queries)
    for head in range(HEADS):
        own = slice(head * UNITS, (head + 1) * UNITS)
        for step in range(STEPS):
            past = slice(0, step + 1)
            share = numpy.exp(keys[past, own] @ queries[step, own] / numpy.sqrt(UNITS))
            mixed[step, own] = (share / share.sum()) @ values[past, own]
    return mixed


def expected(window):
    before = numpy.concatenate([[0], window[:-1]])[:, None]
    steps = layer(before, "embed") + places()
    mixed = normalized(steps + layer(attended(steps), "mix"), "mixed")
    fed = layer(numpy.maximum(layer(mixed, "widen"), 0), "narrow")
    return layer(normalized(mixed + fed, "fed"), "output")[:, 0]


reference = {
    "steps": STEPS,
    "weights": {name: value.ravel().tolist() for name, value in weights.items()},
    "windows": windows.ravel().tolist(),
    "expected": numpy.concatenate([expected(window) for window in windows]).tolist(),
}
pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps(reference) + "\n")
