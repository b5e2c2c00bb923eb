"""Writes random_reference.json: sfc32, FNV-1a and MurmurHash3's mixer in Python's big integers."""

import json
import pathlib

MASK = 0xFFFFFFFF


def sfc32(seed, draws):
    a, b, c, counter = seed & MASK, (seed >> 32) & MASK, 0x9E3779B9, 1
    drawn = []
    for _ in range(15 + draws):
        t = (a + b + counter) & MASK
        counter = (counter + 1) & MASK
        a = b ^ (b >> 9)
        b = (c + (c << 3)) & MASK
        c = ((((c << 21) | (c >> 11)) & MASK) + t) & MASK
        drawn.append(t)
    return drawn[15:]


def derive(seed, label):
    h = 0x811C9DC5
    for byte in f"{seed}/{label}".encode():
        h = ((h ^ byte) * 0x01000193) & MASK
    h = ((h ^ (h >> 16)) * 0x85EBCA6B) & MASK
    h = ((h ^ (h >> 13)) * 0xC2B2AE35) & MASK
    return h ^ (h >> 16)


reference = {
    "draws": [{"seed": s, "words": sfc32(s, 5)} for s in (0, 1, 7, -1, 2**40 + 3)],
    "derived": [
        {"seed": s, "label": l, "value": derive(s, l)}
        for s, l in ((7, "iqr"), (7, "dbscan"), (-3, "tree 0"), (2**40, "ü"))
    ],
}
pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps(reference, indent=1) + "\n")
