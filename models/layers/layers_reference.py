"""Writes layers_reference.json: layers of networks over drawn weights, in NumPy's float64.

usage: python layers_reference.py  (NumPy 2)
"""

import json
from pathlib import Path

import numpy

draw = numpy.random.default_rng(7)


def some(*shape):
    return draw.normal(size=shape).round(3)


def sigmoid(z):
    return 1 / (1 + numpy.exp(-z))


def flat(**arrays):
    return {
        name: value.ravel().tolist() if isinstance(value, numpy.ndarray) else value
        for name, value in arrays.items()
    }


def dense():
    x, kernel, bias = some(5, 4), some(4, 3), some(3)
    return flat(x=x, kernel=kernel, bias=bias, y=x @ kernel + bias)


def lstm(steps=6, inputs=2, units=3):
    x, kernel = some(steps, inputs), some(inputs, 4 * units)
    recurrent, bias = some(units, 4 * units), some(4 * units)
    h, c, y = numpy.zeros(units), numpy.zeros(units), []
    for row in x:
        i, f, g, o = numpy.split(row @ kernel + h @ recurrent + bias, 4)
        c = sigmoid(f) * c + sigmoid(i) * numpy.tanh(g)
        h = sigmoid(o) * numpy.tanh(c)
        y.append(h)
    return flat(x=x, kernel=kernel, recurrent=recurrent, bias=bias, y=numpy.array(y))


def layer_norm():
    x, gain, shift = some(4, 6), some(6), some(6)
    mean, variance = x.mean(1, keepdims=True), x.var(1, keepdims=True)
    y = gain * (x - mean) / numpy.sqrt(variance + 1e-6) + shift
    return flat(x=x, gain=gain, shift=shift, y=y)


def attention(steps=5, width=6, heads=2):
    projected = some(steps, 3 * width)
    queries, keys, values = (
        part.reshape(steps, heads, -1).swapaxes(0, 1) for part in numpy.split(projected, 3, axis=1)
    )
    products = queries @ keys.swapaxes(1, 2) / numpy.sqrt(width / heads)
    products[:, numpy.triu_indices(steps, 1)[0], numpy.triu_indices(steps, 1)[1]] = -numpy.inf
    shares = numpy.exp(products)
    shares /= shares.sum(2, keepdims=True)
    mixed = (shares @ values).swapaxes(0, 1).reshape(steps, width)
    return flat(projected=projected, steps=steps, heads=heads, y=mixed)


reference = {
    "dense": dense(),
    "lstm": lstm(),
    "layerNorm": layer_norm(),
    "attention": attention(),
}
Path(__file__).with_suffix(".json").write_text(json.dumps(reference, indent=1) + "\n")
